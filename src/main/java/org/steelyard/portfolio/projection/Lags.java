package org.steelyard.portfolio.projection;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What generations lack of the log. The index of assessments says how long it is: it is written with the events. */
@Component
class Lags {
    private final JdbcTemplate jdbc;

    Lags(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** How many events the log has. */
    long eventsTotal() {
        return Objects.requireNonNull(
                jdbc.queryForObject("SELECT COALESCE(SUM(revision), 0) FROM assessment_index", Long.class));
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
        List<Instant> missing = jdbc.query(
                "SELECT e.time_stamp FROM assessment_index i"
                        + " LEFT JOIN projected p ON p.projection = ? AND p.generation = ?"
                        + " AND p.assessment_key = i.assessment_key"
                        + " JOIN domain_event e ON e.aggregate_identifier = i.assessment_key"
                        + " AND e.sequence_number = COALESCE(p.revision, 0)"
                        + " WHERE (p.revision IS NULL OR p.revision < i.revision) AND NOT EXISTS"
                        + " (SELECT 1 FROM dead_letter d WHERE d.processing_group = ?"
                        + " AND d.sequence_identifier = i.assessment_key)",
                (row, number) -> Instant.parse(row.getString(1)),
                name,
                generation,
                name);
        return missing.stream().min(Instant::compareTo);
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
