package org.steelyard.dossier.embed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.steelyard.access.Secrets;

/** One row for each embed. */
@Component
class EmbedTable {
    /** So long after its end the row of an embed goes. */
    private static final Duration KEPT = Duration.ofDays(400);

    private final JdbcClient jdbc;

    EmbedTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Embed embed, String secret) {
        jdbc.sql("DELETE FROM embed WHERE expires_at < ?")
                .param(at(embed.createdAt().minus(KEPT)))
                .update();
        jdbc.sql("INSERT INTO embed (id, assessment_key, maker, shown_view, secret_hash, created_at, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        embed.id(),
                        embed.assessment(),
                        embed.maker(),
                        embed.view().text(),
                        Secrets.hash(secret),
                        at(embed.createdAt()),
                        at(embed.expiresAt()))
                .update();
    }

    /** Those of an assessment that end after this time, oldest first. */
    List<Embed> of(String assessment, Instant now) {
        return jdbc.sql("SELECT * FROM embed WHERE assessment_key = ? AND expires_at > ? ORDER BY created_at, id")
                .params(assessment, at(now))
                .query(EmbedTable::row)
                .list();
    }

    /** The one that this secret opens, or opened once. */
    Optional<Embed> find(String secret) {
        return jdbc.sql("SELECT * FROM embed WHERE secret_hash = ?")
                .param(Secrets.hash(secret))
                .query(EmbedTable::row)
                .optional();
    }

    void end(String id, Instant now) {
        jdbc.sql("UPDATE embed SET expires_at = ? WHERE id = ? AND expires_at > ?")
                .params(at(now), id, at(now))
                .update();
    }

    private static Embed row(ResultSet row, int number) throws SQLException {
        return new Embed(
                row.getString("id"),
                row.getString("assessment_key"),
                row.getString("maker"),
                EmbedView.of(row.getString("shown_view")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
