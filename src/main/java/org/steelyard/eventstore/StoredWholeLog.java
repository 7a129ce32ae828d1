package org.steelyard.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.WholeLog;
import org.steelyard.eventstore.EventRows.Row;

/** The whole log as it is stored. */
final class StoredWholeLog implements WholeLog {
    private static final Logger LOG = LoggerFactory.getLogger(StoredWholeLog.class);

    /** Written so that no index serves it: else H2 reads the whole log by it, rather than a few streams by their keys. */
    private static final String UP_TO = "global_index + 0 <= ?";

    private final JdbcTemplate jdbc;
    private final EventRows rows;

    StoredWholeLog(JdbcTemplate jdbc, EventRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public long newest() {
        return Objects.requireNonNull(
                jdbc.queryForObject("SELECT COALESCE(MAX(global_index), 0) FROM domain_event", Long.class));
    }

    @Override
    public Portion after(long index, int most) {
        List<Row> found = jdbc.query(
                "SELECT " + EventRows.COLUMNS + " FROM domain_event WHERE global_index > ?"
                        + " ORDER BY global_index FETCH FIRST ? ROWS ONLY",
                (row, number) -> EventRows.row(row),
                index,
                most);
        var events = new ArrayList<Logged>(found.size());
        for (Row row : found) {
            try {
                events.add(new Logged(row.index(), row.assessment(), rows.read(row)));
            } catch (RuntimeException unreadable) {
                LOG.error("Event {} of {} cannot be read", row.revision(), row.assessment(), unreadable);
            }
        }
        return new Portion(events, found.isEmpty() ? index : found.getLast().index());
    }

    @Override
    public List<Length> lengths(@Nullable String after, long upTo, long about) {
        var lengths = new ArrayList<Length>();
        String next = next(after);
        long sum = 0;
        while (next != null && sum < about) {
            long events = Objects.requireNonNull(jdbc.queryForObject(
                    "SELECT COUNT(*) FROM domain_event WHERE aggregate_identifier = ? AND " + UP_TO,
                    Long.class,
                    next,
                    upTo));
            if (events > 0) {
                lengths.add(new Length(next, events));
                sum += events;
            }
            next = next(next);
        }
        return lengths;
    }

    /** The first key after this one. By order, since H2 finds a minimum by looking at all there is. */
    private @Nullable String next(@Nullable String key) {
        List<String> next = jdbc.query(
                "SELECT aggregate_identifier FROM domain_event WHERE aggregate_identifier > ?"
                        + " ORDER BY aggregate_identifier, sequence_number FETCH FIRST ROW ONLY",
                (row, number) -> row.getString(1),
                key == null ? "" : key);
        return next.isEmpty() ? null : next.getFirst();
    }

    @Override
    public List<Stream> streams(String first, String last, long upTo) {
        var streams = new ArrayList<Stream>();
        jdbc.query(
                "SELECT " + EventRows.COLUMNS + " FROM domain_event WHERE aggregate_identifier BETWEEN ? AND ?"
                        + " AND " + UP_TO + " ORDER BY aggregate_identifier, sequence_number",
                result -> {
                    add(streams, EventRows.row(result));
                },
                first,
                last,
                upTo);
        return streams;
    }

    /** Adds a row's event to the last of these streams, or to one of its own; nothing to one that is broken. */
    private void add(List<Stream> streams, Row row) {
        if (streams.isEmpty() || !streams.getLast().assessment().equals(row.assessment())) {
            streams.add(new Stream(row.assessment(), new ArrayList<>(), null));
        }
        Stream stream = streams.getLast();
        if (stream.broken() != null) {
            return;
        }
        try {
            Recorded recorded = rows.read(row);
            stream.events().add(recorded);
        } catch (RuntimeException unreadable) {
            streams.set(streams.size() - 1, new Stream(stream.assessment(), stream.events(), unreadable));
        }
    }
}
