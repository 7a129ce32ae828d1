package org.steelyard.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.steelyard.crash.EagerWriters.Said;

/** What a plain H2 finds in the files that are left. */
final class Aftermath {
    private static final Pattern COMMENT = Pattern.compile("\\{\"text\":\"(.*)\"}");

    private final List<Said> present = new ArrayList<>();
    private final Map<String, Long> events = new HashMap<>();
    private final Map<String, Long> indexed = new HashMap<>();

    private Aftermath() {}

    static Aftermath in(Path folder) throws SQLException {
        var found = new Aftermath();
        var url = "jdbc:h2:file:" + folder.resolve("steelyard") + ";IFEXISTS=TRUE;WRITE_DELAY=0";
        try (var connection = DriverManager.getConnection(url, "sa", "")) {
            found.readLog(connection);
            found.readIndex(connection);
        }
        return found;
    }

    private void readLog(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("SELECT aggregate_identifier, sequence_number, payload FROM domain_event"
                                + " ORDER BY aggregate_identifier, sequence_number")) {
            while (rows.next()) {
                long before = events.merge(rows.getString(1), 1L, Long::sum) - 1;
                assertThat(rows.getLong(2)).as("no gap in " + rows.getString(1)).isEqualTo(before);
                Matcher comment = COMMENT.matcher(rows.getString(3));
                if (comment.matches()) {
                    present.add(Said.parse(comment.group(1)));
                }
            }
        }
    }

    private void readIndex(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT assessment_key, revision FROM assessment_index")) {
            while (rows.next()) {
                indexed.put(rows.getString(1), rows.getLong(2));
            }
        }
    }

    /** How many of these writes are not there. */
    long lost(List<Said> acknowledged) {
        return acknowledged.stream().filter(said -> !present.contains(said)).count();
    }

    /** All that was acknowledged is there, once; beyond it at most the one write that each writer was waiting for. */
    void holds(List<Said> acknowledged) {
        assertThat(present).doesNotHaveDuplicates().containsAll(acknowledged);
        for (Said said : present) {
            assertThat(said.number() == 0 || acknowledged.contains(before(said)))
                    .as(said + " was begun when the one before was acknowledged")
                    .isTrue();
        }
        assertThat(indexed).as("the index row of each assessment").isEqualTo(events);
    }

    private static Said before(Said said) {
        return new Said(said.round(), said.writer(), said.number() - 1);
    }
}
