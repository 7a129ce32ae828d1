package org.steelyard.access.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.steelyard.access.AssessmentFacts;
import org.steelyard.http.Problem;

/** The users of this installation. Who may change them is asked before; what they must keep is asked here. */
@Component
public class Users {
    private static final Logger LOG = LoggerFactory.getLogger(Users.class);

    private static final RowMapper<User> USER = (row, number) -> new User(
            row.getString("user_name"),
            roles(row.getString("roles")),
            row.getBoolean("disabled"),
            row.getBoolean("must_change"),
            row.getLong("credentials"),
            row.getObject("created_at", OffsetDateTime.class).toInstant());

    private final JdbcTemplate jdbc;
    private final AccessLock lock;
    private final Passwords passwords;
    private final AssessmentFacts assessments;
    private final Clock clock;

    Users(JdbcTemplate jdbc, AccessLock lock, Passwords passwords, AssessmentFacts assessments, Clock clock) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.passwords = passwords;
        this.assessments = assessments;
        this.clock = clock;
    }

    /** A new user; {@code adopt} where the name may be that of an author in the log. */
    public record NewUser(
            String name,
            String password,
            Set<InstallationRole> roles,
            boolean disabled,
            boolean mustChange,
            boolean adopt) {}

    /** What to change of a user; null means that it stays. */
    public record Change(
            @Nullable String password,
            @Nullable Set<InstallationRole> roles,
            @Nullable Boolean disabled,
            @Nullable Boolean mustChange) {}

    /** The users after a name (null for all), sorted by name. */
    public List<User> list(@Nullable String after, int limit) {
        return jdbc.query(
                "SELECT * FROM account WHERE user_name > ? ORDER BY user_name LIMIT ?",
                USER,
                after == null ? "" : after,
                limit);
    }

    /** All users, by name. */
    public Map<String, User> all() {
        return jdbc.query("SELECT * FROM account", USER).stream().collect(Collectors.toMap(User::name, user -> user));
    }

    public Optional<User> find(String name) {
        return jdbc.query("SELECT * FROM account WHERE user_name = ?", USER, name).stream()
                .findFirst();
    }

    /** The user, where there is one who is not disabled. */
    public Optional<User> active(String name) {
        return find(name).filter(user -> !user.disabled());
    }

    boolean isEmpty() {
        return jdbc.queryForList("SELECT 1 FROM account LIMIT 1", Integer.class).isEmpty();
    }

    /** The active user of this name and password. Takes as long where there is none. */
    public Optional<User> known(String name, String password) {
        var hash =
                jdbc.queryForList("SELECT password_hash FROM account WHERE user_name = ?", String.class, name).stream()
                        .findFirst()
                        .orElse(null);
        return passwords.matches(password, hash) ? active(name) : Optional.empty();
    }

    /**
     * Adds a user.
     *
     * @throws Problem 400 for the reserved name or a poor password; 409 where the name is taken, or is an author's and not adopted
     */
    public User add(NewUser user, String actor) {
        if (user.name().equals(User.SYSTEM)) {
            throw Problem.badField("/user", "is reserved for the jar's own work; take another name");
        }
        requireGood(user.name(), user.password(), "/password");
        var hash = passwords.hash(user.password());
        return lock.holding(() -> {
            if (find(user.name()).isPresent()) {
                throw Problem.conflict(
                        "user-exists", "There is a user " + user.name() + " already: take another name.");
            }
            if (!user.adopt() && assessments.isAuthor(user.name())) {
                throw Problem.conflict(
                        "name-is-an-author",
                        "The log has an author named " + user.name()
                                + ": send \"adopt\": true if this is the same person, or take another name.");
            }
            insert(user, hash);
            LOG.info("{} added the user {} with roles {}", actor, user.name(), user.roles());
            return find(user.name()).orElseThrow();
        });
    }

    /**
     * Changes a user. A new password, or being disabled, ends the user's sessions and tokens.
     *
     * @throws Problem 404 where there is none; 400 for a poor password; 409 where no enabled administrator would be left
     */
    public User change(String name, Change change, String actor) {
        if (change.password() != null) {
            requireGood(name, change.password(), "/password");
        }
        var hash = change.password() == null ? null : passwords.hash(change.password());
        return lock.holding(() -> {
            var before = find(name).orElseThrow(() -> unknown(name));
            var roles = change.roles() == null ? before.roles() : change.roles();
            boolean disabled = change.disabled() == null ? before.disabled() : change.disabled();
            boolean mustChange = change.mustChange() == null ? before.mustChange() : change.mustChange();
            requireAnAdministrator(name, roles.contains(InstallationRole.ADMIN) && !disabled);
            jdbc.update(
                    "UPDATE account SET roles = ?, disabled = ?, must_change = ? WHERE user_name = ?",
                    text(roles),
                    disabled,
                    mustChange,
                    name);
            if (hash != null) {
                replacePassword(name, hash);
            }
            if (disabled) {
                endAll(name);
            }
            LOG.info("{} changed the user {}: roles {}, disabled {}", actor, name, roles, disabled);
            return find(name).orElseThrow();
        });
    }

    /**
     * Sets one's own new password, which ends all sessions and tokens begun with the former.
     *
     * @throws Problem 400 for a poor password, or the same again
     */
    public User changePassword(String name, String old, String password) {
        requireGood(name, password, "/new");
        if (old.equals(password)) {
            throw Problem.badField("/new", "is the old one; take another");
        }
        var hash = passwords.hash(password);
        return lock.holding(() -> {
            replacePassword(name, hash);
            jdbc.update("UPDATE account SET must_change = FALSE WHERE user_name = ?", name);
            LOG.info("{} changed their password", name);
            return find(name).orElseThrow();
        });
    }

    /** Adds the user, or gives one that exists this password and these roles, whatever they are: for the demo alone. */
    void put(NewUser user) {
        var hash = passwords.hash(user.password());
        lock.holding(() -> {
            if (find(user.name()).isEmpty()) {
                insert(user, hash);
            }
            return jdbc.update(
                    "UPDATE account SET password_hash = ?, roles = ?, disabled = FALSE, must_change = FALSE,"
                            + " credentials = credentials + 1 WHERE user_name = ?",
                    hash,
                    text(user.roles()),
                    user.name());
        });
    }

    /** 404 for a user in a path. */
    public static Problem unknown(String name) {
        return Problem.notFound("There is no user " + name + ": check the name.");
    }

    private void insert(NewUser user, String hash) {
        jdbc.update(
                "INSERT INTO account (user_name, password_hash, roles, disabled, must_change, credentials, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, 1, ?)",
                user.name(),
                hash,
                text(user.roles()),
                user.disabled(),
                user.mustChange(),
                clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    }

    private void replacePassword(String name, String hash) {
        jdbc.update("UPDATE account SET password_hash = ? WHERE user_name = ?", hash, name);
        endAll(name);
    }

    private void endAll(String name) {
        jdbc.update("UPDATE account SET credentials = credentials + 1 WHERE user_name = ?", name);
        jdbc.update("DELETE FROM api_token WHERE user_name = ?", name);
    }

    private void requireAnAdministrator(String changed, boolean staysOne) {
        var others = jdbc.query("SELECT * FROM account WHERE user_name <> ? AND NOT disabled", USER, changed);
        if (!staysOne && others.stream().noneMatch(User::isAdministrator)) {
            throw Problem.conflict(
                    "last-administrator",
                    "No other administrator would be left: make another user one first, and enable them.");
        }
    }

    private void requireGood(String name, String password, String pointer) {
        var fault = passwords.fault(name, password);
        if (fault != null) {
            throw Problem.badField(pointer, fault);
        }
    }

    private static String text(Set<InstallationRole> roles) {
        return roles.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    private static Set<InstallationRole> roles(String text) {
        var roles = EnumSet.noneOf(InstallationRole.class);
        Arrays.stream(text.split(",", -1))
                .filter(word -> !word.isEmpty())
                .map(InstallationRole::valueOf)
                .forEach(roles::add);
        return roles;
    }
}
