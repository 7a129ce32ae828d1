package org.steelyard.access.account;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.steelyard.access.Secrets;
import org.steelyard.http.Problem;

/** API tokens: 256 random bits each, of which only the SHA-256 is kept. */
@Component
public class Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

    /** By which a secret that strayed into a file or a log is recognised. */
    private static final String PREFIX = "steelyard_";

    private static final int MOST = 100;

    private static final RowMapper<Token> TOKEN = (row, number) -> {
        var expires = row.getObject("expires_at", OffsetDateTime.class);
        return new Token(
                row.getString("id"),
                row.getString("user_name"),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                expires == null ? null : expires.toInstant());
    };

    private final JdbcTemplate jdbc;
    private final AccessLock lock;
    private final Clock clock;

    Tokens(JdbcTemplate jdbc, AccessLock lock, Clock clock) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.clock = clock;
    }

    /** A token without its secret. */
    public record Token(
            String id,
            String user,
            String name,
            Instant createdAt,
            @Nullable Instant expiresAt) {}

    /** A new token with its secret, which nobody can be told again. */
    public record Made(Token token, String secret) {}

    /**
     * Makes a token.
     *
     * @param expiresAt null for one that does not expire
     * @throws Problem 400 where it would expire at once; 409 where the user has too many
     */
    public Made make(String user, String name, @Nullable Instant expiresAt) {
        var now = now();
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw Problem.badField("/expiresAt", "is not in the future; choose a later time, or leave it out");
        }
        var secret = PREFIX + Secrets.secret();
        return lock.holding(() -> {
            jdbc.update("DELETE FROM api_token WHERE user_name = ? AND expires_at <= ?", user, at(now));
            if (of(user).size() >= MOST) {
                throw Problem.conflict("too-many-tokens", "You have " + MOST + " tokens: revoke one first.");
            }
            var token = new Token(Secrets.id(), user, name, now, expiresAt);
            jdbc.update(
                    "INSERT INTO api_token (id, user_name, name, secret_hash, created_at, expires_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    token.id(),
                    user,
                    name,
                    Secrets.hash(secret),
                    at(now),
                    expiresAt == null ? null : at(expiresAt));
            LOG.info("{} made the token {}", user, token.id());
            return new Made(token, secret);
        });
    }

    /** The tokens of a user that work, oldest first. */
    public List<Token> of(String user) {
        return jdbc.query(
                "SELECT * FROM api_token WHERE user_name = ? AND (expires_at IS NULL OR expires_at > ?)"
                        + " ORDER BY created_at, id",
                TOKEN,
                user,
                at(now()));
    }

    /**
     * Ends a token of this user.
     *
     * @throws Problem 404 where they have none of this id
     */
    public void revoke(String user, String id) {
        int revoked = lock.holding(() -> jdbc.update("DELETE FROM api_token WHERE user_name = ? AND id = ?", user, id));
        if (revoked == 0) {
            throw unknown();
        }
        LOG.info("{} revoked the token {}", user, id);
    }

    /** The token of this secret; empty where there is none, or it expired. */
    public Optional<Token> find(String secret) {
        var sql = "SELECT * FROM api_token WHERE secret_hash = ? AND (expires_at IS NULL OR expires_at > ?)";
        return jdbc.query(sql, TOKEN, Secrets.hash(secret), at(now())).stream().findFirst();
    }

    /** When each token ends, by its id; the ones that do not expire at {@link Instant#MAX}. */
    public Map<String, Instant> ends() {
        var ends = new HashMap<String, Instant>();
        jdbc.query("SELECT * FROM api_token", row -> {
            var token = Objects.requireNonNull(TOKEN.mapRow(row, 0));
            ends.put(token.id(), token.expiresAt() == null ? Instant.MAX : token.expiresAt());
        });
        return ends;
    }

    /** 404 for a token in a path. */
    public static Problem unknown() {
        return Problem.notFound("You have no such token: GET /api/v1/tokens lists yours.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
