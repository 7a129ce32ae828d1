package org.steelyard.feed;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.steelyard.feed.Webhook.Health;

/**
 * The webhooks, a row each. Who sends holds a lease on the row, by the database's clock, which all nodes share; every note of
 * what came of it is taken from the holder alone. No transaction is open while a receiver is waited for.
 */
@Component
class WebhookTable {
    /** Longer than any one request may take. */
    private static final String LEASE = "CURRENT_TIMESTAMP + INTERVAL '60' SECOND";

    private static final String NOT_LEASED = "(leased_until IS NULL OR leased_until < CURRENT_TIMESTAMP)";

    private final JdbcClient jdbc;

    WebhookTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Webhook webhook) {
        jdbc.sql(
                        "INSERT INTO webhook (id, user_name, url, secret, assessments, kinds, created_at, sent_up_to, failures)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)")
                .params(
                        webhook.id(),
                        webhook.user(),
                        webhook.url().toString(),
                        webhook.secret().text(),
                        String.join(" ", webhook.assessments()),
                        String.join(" ", webhook.kinds()),
                        stored(webhook.createdAt()),
                        webhook.sentUpTo())
                .update();
    }

    /** The webhooks of a user, or of everybody for null; oldest first. */
    List<Webhook> of(@Nullable String user) {
        return jdbc.sql("SELECT * FROM webhook WHERE user_name = COALESCE(CAST(? AS VARCHAR), user_name)"
                        + " ORDER BY created_at, id")
                .param(user)
                .query(WebhookTable::webhook)
                .list();
    }

    Optional<Webhook> find(String id) {
        return jdbc.sql("SELECT * FROM webhook WHERE id = ?")
                .param(id)
                .query(WebhookTable::webhook)
                .optional();
    }

    void remove(String id) {
        jdbc.sql("DELETE FROM webhook WHERE id = ?").param(id).update();
    }

    /** The ids of those that have something to look at and nobody who does. */
    List<String> due(Instant now, long newest) {
        return jdbc.sql("SELECT id FROM webhook WHERE paused IS NULL AND sent_up_to < ?"
                        + " AND (next_try IS NULL OR next_try <= ?) AND " + NOT_LEASED)
                .params(newest, stored(now))
                .query((row, number) -> row.getString("id"))
                .list();
    }

    /** Whether the lease on this webhook could be taken. */
    boolean lease(String id, String lease) {
        return jdbc.sql("UPDATE webhook SET lease = ?, leased_until = " + LEASE
                                + " WHERE id = ? AND paused IS NULL AND " + NOT_LEASED)
                        .params(lease, id)
                        .update()
                == 1;
    }

    /** Whether the lease is still held, and then for as long again; not where the webhook is gone or paused. */
    boolean renew(String id, String lease) {
        return jdbc.sql("UPDATE webhook SET leased_until = " + LEASE + " WHERE id = ? AND lease = ? AND paused IS NULL")
                        .params(id, lease)
                        .update()
                == 1;
    }

    void release(String id, String lease) {
        jdbc.sql("UPDATE webhook SET lease = NULL, leased_until = NULL WHERE id = ? AND lease = ?")
                .params(id, lease)
                .update();
    }

    /** Notes that the event of this index arrived. */
    void delivered(String id, String lease, long index, Instant now) {
        jdbc.sql(
                        "UPDATE webhook SET sent_up_to = ?, last_success = ?, failures = 0, failing_since = NULL, next_try = NULL"
                                + " WHERE id = ? AND lease = ?")
                .params(index, stored(now), id, lease)
                .update();
    }

    /** Notes that nothing up to this index is to be sent any more. */
    void passed(String id, String lease, long index) {
        jdbc.sql("UPDATE webhook SET sent_up_to = ? WHERE id = ? AND lease = ?")
                .params(index, id, lease)
                .update();
    }

    void failed(String id, String lease, Health health) {
        jdbc.sql("UPDATE webhook SET failures = ?, failing_since = ?, next_try = ?, last_failure = ?, cause = ?,"
                        + " paused = ? WHERE id = ? AND lease = ?")
                .param(health.failures())
                .param(storedOrNull(health.failingSince()))
                .param(storedOrNull(health.nextTry()))
                .param(storedOrNull(health.lastFailure()))
                .param(health.cause())
                .param(health.paused())
                .param(id)
                .param(lease)
                .update();
    }

    void pause(String id, String lease, String why) {
        jdbc.sql("UPDATE webhook SET paused = ? WHERE id = ? AND lease = ?")
                .params(why, id, lease)
                .update();
    }

    /** Lets it go on where it stopped, at once and with a clean slate. */
    void resume(String id) {
        jdbc.sql("UPDATE webhook SET paused = NULL, failures = 0, failing_since = NULL, next_try = NULL WHERE id = ?")
                .param(id)
                .update();
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        return new Webhook(
                row.getString("id"),
                row.getString("user_name"),
                URI.create(row.getString("url")),
                SigningSecret.read(row.getString("secret")).orElseThrow(),
                words(row.getString("assessments")),
                words(row.getString("kinds")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("sent_up_to"),
                new Health(
                        row.getInt("failures"),
                        instant(row, "failing_since"),
                        instant(row, "next_try"),
                        instant(row, "last_success"),
                        instant(row, "last_failure"),
                        row.getString("cause"),
                        row.getString("paused")));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var stored = row.getObject(column, OffsetDateTime.class);
        return stored == null ? null : stored.toInstant();
    }

    private static OffsetDateTime stored(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime storedOrNull(@Nullable Instant instant) {
        return instant == null ? null : stored(instant);
    }
}
