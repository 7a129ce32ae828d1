package org.steelyard.http;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers to writes that carried an {@code Idempotency-Key}, in a table beside the events. */
@Component
class KeptAnswers {

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptAnswers(JdbcClient jdbc, ObjectProvider<Clock> clock) {
        this.jdbc = jdbc;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** What tells one write from another. */
    record Slot(String user, String method, String path, String key) {}

    /** An answer, and the digest of what was asked. */
    record Kept(String digest, Answer answer) {}

    @Nullable
    Kept find(Slot slot) {
        return jdbc.sql("""
                        SELECT digest, status, location, revision, body FROM kept_answer
                        WHERE user_name = ? AND method = ? AND path = ? AND idempotency_key = ? AND kept_at > ?
                        """)
                .params(slot.user(), slot.method(), slot.path(), slot.key(), oldest())
                .query((row, index) -> new Kept(
                        row.getString("digest"),
                        new Answer(
                                row.getInt("status"),
                                row.getString("location"),
                                row.getObject("revision", Long.class),
                                row.getString("body"))))
                .optional()
                .orElse(null);
    }

    /** Within the caller's transaction; fails where another node was faster. */
    void keep(Slot slot, Kept kept) {
        jdbc.sql("""
                        DELETE FROM kept_answer
                        WHERE user_name = ? AND method = ? AND path = ? AND idempotency_key = ? AND kept_at <= ?
                        """)
                .params(slot.user(), slot.method(), slot.path(), slot.key(), oldest())
                .update();
        var answer = kept.answer();
        jdbc.sql("""
                        INSERT INTO kept_answer
                        (user_name, method, path, idempotency_key, kept_at, digest, status, location, revision, body)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(slot.user(), slot.method(), slot.path(), slot.key(), now(), kept.digest(), answer.status())
                .param(answer.location())
                .param(answer.revision())
                .param(answer.json())
                .update();
    }

    void forgetOld() {
        jdbc.sql("DELETE FROM kept_answer WHERE kept_at <= ?").param(oldest()).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime oldest() {
        return now().minus(IdempotentWrites.KEPT);
    }
}
