package org.steelyard.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.steelyard.TestServer;

/**
 * Rebuilding each projection in a running server, against floors of the same run: a bare scan-and-parse of the log, and for the
 * points that and a bare batched insert of the same rows into a table of the same shape.
 */
final class RebuildBench {
    private static final int ROUNDS = 2;
    private static final int BATCH = 1_000;
    private static final int IN_A_TRANSACTION = 20_000;
    private static final OperatingSystemMXBean PROCESSOR =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final String POINTS = "points";
    private static final String SAME = "bare_point";

    /** The projections to measure; empty for all. */
    private static final Set<String> ONLY = Set.of(
                    Wanted.setting("projections", "").split(",", -1))
            .stream()
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());

    private final TestServer server;
    private final TestServer.Client admin;
    private final JdbcTemplate jdbc;

    private RebuildBench(Running running) {
        server = running.server();
        admin = running.as("admin");
        jdbc = server.bean(JdbcTemplate.class);
    }

    static void run() throws SQLException {
        try (Running running = Running.start()) {
            var bench = new RebuildBench(running);
            running.awaitProjections(bench.admin);
            bench.awaitDeletions();
            bench.measure();
        }
    }

    private void measure() throws SQLException {
        scan();
        insert();
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.println("# round " + round + " of " + ROUNDS);
            round();
        }
    }

    private void round() throws SQLException {
        double scan = scan();
        double insert = insert();
        for (var projection : Running.projections(admin)) {
            String name = projection.path("name").stringValue();
            if (!ONLY.isEmpty() && !ONLY.contains(name)) {
                continue;
            }
            double floor = name.equals(POINTS) ? scan + insert : scan;
            double seconds = rebuild(name);
            System.out.printf("    %.2f of its floor%n", floor / seconds);
        }
    }

    private double scan() {
        long used = PROCESSOR.getProcessCpuTime();
        long begun = System.nanoTime();
        BareScan.run(jdbc);
        double seconds = report("bare scan and parse", secondsSince(begun));
        reportProcessor(used);
        return seconds;
    }

    private double report(String what, double seconds) {
        long events = Objects.requireNonNull(jdbc.queryForObject("SELECT COUNT(*) FROM domain_event", Long.class));
        System.out.printf("%-40s %7.1f s, %,9.0f events a second%n", what, seconds, events / seconds);
        return seconds;
    }

    /** What all threads took: on a machine that others use too it says more than the clock. */
    private static void reportProcessor(long usedBefore) {
        System.out.printf(
                "    of which the process computed %.1f s%n", (PROCESSOR.getProcessCpuTime() - usedBefore) / 1e9);
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private double rebuild(String name) {
        long used = PROCESSOR.getProcessCpuTime();
        long begun = System.nanoTime();
        admin.post("/api/v1/projections/" + name + "/rebuild", "").expect(202);
        while (!isServing(name)) {
            Running.pause();
        }
        double seconds = secondsSince(begun);
        report("rebuild of " + name, seconds);
        reportProcessor(used);
        awaitDeletions();
        return seconds;
    }

    private boolean isServing(String name) {
        return jdbc.queryForList("SELECT building FROM projection WHERE name = ?", name).stream()
                .allMatch(row -> row.get("building") == null);
    }

    /** The rows of the generation before go last, and are no part of the rebuild. */
    private void awaitDeletions() {
        while (!jdbc.queryForList("SELECT 1 FROM projected d JOIN projection p ON p.name = d.projection"
                        + " AND p.serving <> d.generation FETCH FIRST ROW ONLY")
                .isEmpty()) {
            Running.pause();
        }
    }

    /** The seconds that inserting takes, without those of reading what is inserted. */
    private double insert() throws SQLException {
        jdbc.execute("DROP TABLE IF EXISTS " + SAME);
        jdbc.execute("CREATE TABLE " + SAME + " AS SELECT * FROM point WITH NO DATA");
        for (String column : List.of("generation", "assessment_key", "revision")) {
            jdbc.execute("ALTER TABLE " + SAME + " ALTER COLUMN " + column + " SET NOT NULL");
        }
        jdbc.execute("ALTER TABLE " + SAME + " ADD PRIMARY KEY (generation, assessment_key, revision)");
        jdbc.execute("CREATE INDEX bare_point_recorded_at ON " + SAME
                + " (generation, assessment_key, recorded_at, revision)");
        try (Connection connection = server.bean(DataSource.class).getConnection()) {
            connection.setAutoCommit(false);
            long nanos = 0;
            String after = "";
            List<@Nullable Object[]> rows = rows(after);
            while (!rows.isEmpty()) {
                long begun = System.nanoTime();
                insert(connection, rows);
                nanos += System.nanoTime() - begun;
                after = String.valueOf(rows.getLast()[1]);
                rows = rows(after);
            }
            connection.setAutoCommit(true);
            return report("bare insert of the points", nanos / 1e9);
        } finally {
            jdbc.execute("DROP TABLE " + SAME);
        }
    }

    /** Whole assessments, about as many rows as one transaction takes. */
    private List<@Nullable Object[]> rows(String after) {
        List<String> keys = new ArrayList<>();
        long[] sum = new long[1];
        jdbc.query(
                "SELECT assessment_key, revision FROM assessment_index WHERE assessment_key > ? ORDER BY assessment_key",
                row -> {
                    if (sum[0] < IN_A_TRANSACTION) {
                        keys.add(row.getString(1));
                        sum[0] += row.getLong(2);
                    }
                },
                after);
        if (keys.isEmpty()) {
            return List.of();
        }
        return jdbc.query(
                "SELECT * FROM point WHERE generation = (SELECT serving FROM projection WHERE name = '" + POINTS
                        + "') AND assessment_key BETWEEN ? AND ? ORDER BY assessment_key, revision",
                (row, number) -> {
                    var values = new @Nullable Object[row.getMetaData().getColumnCount()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = row.getObject(i + 1);
                    }
                    return values;
                },
                keys.getFirst(),
                keys.getLast());
    }

    private static void insert(Connection connection, List<@Nullable Object[]> rows) throws SQLException {
        String marks = "?" + ", ?".repeat(rows.getFirst().length - 1);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + SAME + " VALUES (" + marks + ")")) {
            int inBatch = 0;
            for (@Nullable Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
                if (++inBatch == BATCH) {
                    insert.executeBatch();
                    inBatch = 0;
                }
            }
            insert.executeBatch();
        }
        connection.commit();
    }
}
