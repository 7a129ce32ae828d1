package org.steelyard.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.steelyard.assessment.WholeLog.Portions;
import org.steelyard.assessment.WholeLog.Stream;

/** Portions of a short log, in the order of keys: the events of each assessment are found by the index. */
final class IndexedPortions implements Portions {
    /** Written so that no index serves it: else H2 reads the whole log by it, rather than a few streams by their keys. */
    private static final String UP_TO = "global_index + 0 <= ?";

    private final JdbcTemplate jdbc;
    private final EventRows rows;
    private final long upTo;
    private final long about;
    private final Predicate<String> wanted;
    private @Nullable String last;

    IndexedPortions(JdbcTemplate jdbc, EventRows rows, long upTo, long about, Predicate<String> wanted) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.upTo = upTo;
        this.about = about;
        this.wanted = wanted;
    }

    @Override
    public List<Stream> next() {
        List<String> keys = keys();
        while (!keys.isEmpty()) {
            var streams = new Streams(rows);
            for (String key : keys) {
                if (wanted.test(key)) {
                    read(key, streams);
                }
            }
            if (!streams.all().isEmpty()) {
                return streams.all();
            }
            keys = keys();
        }
        return List.of();
    }

    /** The next assessments with about so many events in all; empty at the end. */
    private synchronized List<String> keys() {
        var keys = new ArrayList<String>();
        long sum = 0;
        String next = following(last);
        while (next != null && sum < about) {
            last = next;
            long events = Objects.requireNonNull(jdbc.queryForObject(
                    "SELECT COUNT(*) FROM domain_event WHERE aggregate_identifier = ? AND " + UP_TO,
                    Long.class,
                    next,
                    upTo));
            if (events > 0) {
                keys.add(next);
                sum += events;
            }
            next = following(next);
        }
        return keys;
    }

    /** The first key after this one. By order, since H2 finds a minimum by looking at all there is. */
    private @Nullable String following(@Nullable String key) {
        List<String> next = jdbc.query(
                "SELECT aggregate_identifier FROM domain_event WHERE aggregate_identifier > ?"
                        + " ORDER BY aggregate_identifier, sequence_number FETCH FIRST ROW ONLY",
                (row, number) -> row.getString(1),
                key == null ? "" : key);
        return next.isEmpty() ? null : next.getFirst();
    }

    private void read(String assessment, Streams streams) {
        jdbc.query(
                "SELECT " + EventRows.COLUMNS + " FROM domain_event WHERE aggregate_identifier = ? AND " + UP_TO
                        + " ORDER BY aggregate_identifier, sequence_number",
                result -> {
                    streams.add(EventRows.row(result));
                },
                assessment,
                upTo);
    }

    @Override
    public void close() {
        // It holds nothing open.
    }
}
