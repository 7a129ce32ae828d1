package org.steelyard.portfolio.projection;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What generations lack of the log. The index of assessments says how long it is: it is written with the events. */
@Component
class Lags {
    private final JdbcTemplate jdbc;

    Lags(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A generation beside the log, at one moment.
     *
     * @param newest when the newest event of the log was recorded, microseconds; null where there is none
     * @param total how many events the log has
     * @param done how many of them are in the rows
     */
    record Standing(@Nullable Long newest, long total, long done) {}

    Standing standing(String name, int generation) {
        // In one statement: of two, one could count an event that the other does not know.
        return Objects.requireNonNull(jdbc.queryForObject(
                "SELECT MAX(recorded_at), COALESCE(SUM(revision), 0), (SELECT COALESCE(SUM(revision), 0) FROM projected"
                        + " WHERE projection = ? AND generation = ?) FROM assessment_index",
                (row, number) -> new Standing(row.getObject(1, Long.class), row.getLong(2), row.getLong(3)),
                name,
                generation));
    }

    /** The keys of assessments of which a generation lacks events, sorted, after one of them; at most so many. */
    List<String> behind(String name, int generation, String after, int most) {
        return jdbc.query(
                "SELECT i.assessment_key FROM assessment_index i"
                        + " LEFT JOIN projected p ON p.projection = ? AND p.generation = ?"
                        + " AND p.assessment_key = i.assessment_key"
                        + " WHERE i.assessment_key > ? AND (p.revision IS NULL OR p.revision < i.revision)"
                        + " ORDER BY i.assessment_key FETCH FIRST ? ROWS ONLY",
                (row, number) -> row.getString(1),
                name,
                generation,
                after,
                most);
    }

    /**
     * The recorded time of the first event that a generation lacks, leaving out assessments of which events are parked; empty
     * where it lacks none.
     */
    Optional<Instant> firstMissing(String name, int generation) {
        // Their order as texts is not their order in time: the fractions differ in length.
        // The event by a query of its own for each row: joined, PostgreSQL may read the whole log for it.
        List<Optional<String>> missing = jdbc.query(
                "SELECT (SELECT e.time_stamp FROM domain_event e WHERE e.aggregate_identifier = i.assessment_key"
                        + " AND e.sequence_number = COALESCE(p.revision, 0)) FROM assessment_index i"
                        + " LEFT JOIN projected p ON p.projection = ? AND p.generation = ?"
                        + " AND p.assessment_key = i.assessment_key"
                        + " WHERE (p.revision IS NULL OR p.revision < i.revision) AND NOT EXISTS"
                        + " (SELECT 1 FROM dead_letter d WHERE d.processing_group = ?"
                        + " AND d.sequence_identifier = i.assessment_key)",
                (row, number) -> Optional.ofNullable(row.getString(1)),
                name,
                generation,
                name);
        return missing.stream().flatMap(Optional::stream).map(Instant::parse).min(Instant::compareTo);
    }

    /** Whether a generation has rows of events that the log does not have, as after a log was put back from a copy. */
    boolean isAheadOfTheLog(String name, int generation) {
        return !jdbc.queryForList(
                        "SELECT 1 FROM projected p LEFT JOIN assessment_index i ON i.assessment_key = p.assessment_key"
                                + " WHERE p.projection = ? AND p.generation = ?"
                                + " AND (i.revision IS NULL OR i.revision < p.revision) FETCH FIRST 1 ROW ONLY",
                        Integer.class,
                        name,
                        generation)
                .isEmpty();
    }
}
