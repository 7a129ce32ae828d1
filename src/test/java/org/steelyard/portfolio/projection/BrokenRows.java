package org.steelyard.portfolio.projection;

import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Events put into the log past the rules, as they may lie there after damage or a newer version. */
final class BrokenRows {
    static final String COMMENT = "assessment.comment-made.v1";
    static final String SOUND = "{\"text\":\"mended\"}";

    private final JdbcTemplate jdbc;

    BrokenRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Appends a row to the log of an assessment, recorded when the one before it was, and returns its revision. */
    long append(String assessment, String wireName, String payload) {
        long revision = Objects.requireNonNull(jdbc.queryForObject(
                "SELECT revision + 1 FROM assessment_index WHERE assessment_key = ?", Long.class, assessment));
        jdbc.update(
                "INSERT INTO domain_event (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,"
                        + " payload_type, payload, meta_data) SELECT ?, aggregate_identifier, ?, type, time_stamp, ?, ?, meta_data"
                        + " FROM domain_event WHERE aggregate_identifier = ? AND sequence_number = ?",
                UUID.randomUUID().toString(),
                revision - 1,
                wireName,
                payload,
                assessment,
                revision - 2);
        jdbc.update("UPDATE assessment_index SET revision = ? WHERE assessment_key = ?", revision, assessment);
        return revision;
    }

    /** Makes a sound comment of the event at this revision. */
    void mend(String assessment, long revision) {
        jdbc.update(
                "UPDATE domain_event SET payload_type = ?, payload = ? WHERE aggregate_identifier = ? AND sequence_number = ?",
                COMMENT,
                SOUND,
                assessment,
                revision - 1);
    }
}
