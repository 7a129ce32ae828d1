package org.steelyard.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One row for each reader and assessment. Each statement is a transaction of its own and moves time only forwards, so it does
 * not matter which of several requests, on whichever node, comes first.
 */
@Component
class VisitTable {
    /** So long without a request ends a visit. */
    static final Duration PAUSE = Duration.ofMinutes(30);

    /** Requests closer to each other than this are written down as one. */
    static final Duration FINEST = Duration.ofMinutes(1);

    /** A visit longer ago than this is forgotten. */
    static final Duration KEPT = Duration.ofDays(400);

    private final JdbcClient jdbc;

    VisitTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Visit(@Nullable Instant previousEnd, Instant lastRequest) {
        static Visit of(ResultSet row, int number) throws SQLException {
            var previous = row.getObject("previous_end", OffsetDateTime.class);
            var last = row.getObject("last_request", OffsetDateTime.class);
            return new Visit(previous == null ? null : previous.toInstant(), last.toInstant());
        }

        @Nullable
        Instant previousEndAt(Instant now) {
            return isOverAt(now) ? lastRequest : previousEnd;
        }

        boolean isOverAt(Instant now) {
            return lastRequest.plus(PAUSE).isBefore(now);
        }
    }

    /** When the visit before the one at this time ended: its last request; empty where there was none. */
    Optional<Instant> previousEnd(String reader, String assessment, Instant now) {
        return find(reader, assessment).map(visit -> visit.previousEndAt(now));
    }

    /** The same for each assessment with one before, by key. */
    Map<String, Instant> previousEnds(String reader, Instant now) {
        var ends = new HashMap<String, Instant>();
        jdbc.sql("SELECT assessment_key, previous_end, last_request FROM visit WHERE user_name = ?")
                .param(reader)
                .query((ResultSet row) -> {
                    Instant end = Visit.of(row, 0).previousEndAt(now);
                    if (end != null) {
                        ends.put(row.getString("assessment_key"), end);
                    }
                });
        return ends;
    }

    /** Notes a request; {@code always} where it must not be merged with one that was noted less than a minute before. */
    void note(String reader, String assessment, Instant now, boolean always) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        var visit = find(reader, assessment);
        if (visit.isEmpty()) {
            begin(reader, assessment, at);
        } else if (!visit.get()
                .lastRequest()
                .plus(always ? Duration.ZERO : FINEST)
                .isAfter(at)) {
            goOn(reader, assessment, at);
        }
    }

    /** Forgets visits of long ago. */
    void forgetBefore(Instant now) {
        jdbc.sql("DELETE FROM visit WHERE last_request < ?")
                .param(stored(now.minus(KEPT)))
                .update();
    }

    private Optional<Visit> find(String reader, String assessment) {
        return jdbc.sql("SELECT previous_end, last_request FROM visit WHERE user_name = ? AND assessment_key = ?")
                .params(reader, assessment)
                .query(Visit::of)
                .optional();
    }

    private void begin(String reader, String assessment, Instant at) {
        try {
            jdbc.sql("INSERT INTO visit (user_name, assessment_key, last_request) VALUES (?, ?, ?)")
                    .params(reader, assessment, stored(at))
                    .update();
        } catch (DuplicateKeyException another) {
            goOn(reader, assessment, at);
        }
    }

    private void goOn(String reader, String assessment, Instant at) {
        jdbc.sql("""
                        UPDATE visit SET
                          previous_end = CASE WHEN last_request < ? THEN last_request ELSE previous_end END,
                          last_request = ?
                        WHERE user_name = ? AND assessment_key = ? AND last_request < ?
                        """)
                .params(stored(at.minus(PAUSE)), stored(at), reader, assessment, stored(at))
                .update();
    }

    private static OffsetDateTime stored(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
