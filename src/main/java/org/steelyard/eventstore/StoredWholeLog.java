package org.steelyard.eventstore;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.steelyard.assessment.WholeLog;
import org.steelyard.eventstore.EventRows.Row;

/** The whole log as it is stored. */
final class StoredWholeLog implements WholeLog {
    private static final Logger LOG = LoggerFactory.getLogger(StoredWholeLog.class);

    private static final int MOST_PORTIONS = 5_000;

    private final JdbcTemplate jdbc;
    private final EventRows rows;
    private final Path folder;

    /** @param folder where a long log is sorted */
    StoredWholeLog(JdbcTemplate jdbc, EventRows rows, Path folder) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.folder = folder;
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
    public Portions portions(long upTo, long about, Predicate<String> wanted, BooleanSupplier goOn) {
        var indexed = new IndexedPortions(jdbc, rows, upTo, about, wanted);
        // Indexes have gaps, so these are a few more than needed.
        int count = (int) Math.min(MOST_PORTIONS, (upTo + about - 1) / about);
        return count <= 1 ? indexed : new SortedPortions(jdbc, rows, folder, upTo, count, wanted, goOn, indexed);
    }
}
