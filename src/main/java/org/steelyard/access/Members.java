package org.steelyard.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Service;
import org.steelyard.access.account.AccessLock;
import org.steelyard.access.account.Users;
import org.steelyard.http.Problem;

/** The members of each assessment: a log of its own, and what stands by it. */
@Service
public class Members {
    private static final String ADDED = "assessment.member-added.v1";
    private static final String REMOVED = "assessment.member-removed.v1";

    private static final RowMapper<Member> MEMBER = (row, number) -> new Member(
            row.getString("user_name"),
            Role.valueOf(row.getString("role")),
            row.getObject("since", OffsetDateTime.class).toInstant());

    private final JdbcTemplate jdbc;
    private final AccessLock lock;
    private final Users users;

    Members(JdbcTemplate jdbc, AccessLock lock, Users users) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.users = users;
    }

    /** A member, and since when in this role. */
    public record Member(String user, Role role, Instant since) {}

    /**
     * A change of a member.
     *
     * @param role null where they were taken away
     */
    public record Happened(
            long revision, String user, @Nullable Role role, String actor) {}

    /** Who changes a member, when and why; {@code ifMatch} is the revision of the members that they saw, or null. */
    public record Occasion(
            String actor,
            Instant recordedAt,
            @Nullable String reason,
            @Nullable Long ifMatch) {}

    /**
     * What a change came to.
     *
     * @param before the role that the member had; null where they were none
     * @param revision the number of changes of this assessment's members
     */
    record Changed(String user, Role role, @Nullable Role before, long revision, Instant recordedAt) {}

    /** The members of an assessment, sorted by name. */
    public List<Member> of(String assessment) {
        return jdbc.query("SELECT * FROM member WHERE assessment_key = ? ORDER BY user_name", MEMBER, assessment);
    }

    /**
     * Makes or changes a member, without asking who may: for whoever opens an assessment, and for the demo. Runs in the
     * caller's transaction where there is one.
     */
    public void add(String assessment, String user, Role role, String actor, Instant recordedAt) {
        put(assessment, user, role, new Occasion(actor, recordedAt, null, null), changed -> {});
    }

    /**
     * Makes a user a member, or gives a member another role, without asking whether {@code actor} may.
     *
     * @param alongside runs in the same transaction
     * @throws Problem 404 where there is no such user, 409 where no owner would be left, and where the user's role in the
     *     installation does not allow this one, 412 where the members are not those that the caller saw
     */
    public void change(String assessment, String user, Role role, Occasion occasion, Runnable alongside) {
        Caps.require(users.find(user).orElseThrow(() -> Users.unknown(user)), role);
        put(assessment, user, role, occasion, changed -> alongside.run());
    }

    /**
     * Takes a member away, without asking whether {@code actor} may.
     *
     * @param alongside runs in the same transaction
     * @throws Problem 404 where the user is none, 409 where no owner would be left, 412 as above
     */
    public void remove(String assessment, String user, Occasion occasion, Runnable alongside) {
        remove(assessment, user, occasion, (Changed changed) -> alongside.run());
    }

    /** Everything that happened to one user as a member of an assessment, oldest first. */
    public List<Happened> history(String assessment, String user) {
        return jdbc.query(
                "SELECT revision, kind, role, actor FROM member_event WHERE assessment_key = ? AND user_name = ?"
                        + " ORDER BY revision",
                (row, number) -> new Happened(
                        row.getLong("revision"),
                        user,
                        row.getString("kind").equals(ADDED) ? Role.valueOf(row.getString("role")) : null,
                        row.getString("actor")),
                assessment,
                user);
    }

    Optional<Member> find(String assessment, String user) {
        return jdbc
                .query("SELECT * FROM member WHERE assessment_key = ? AND user_name = ?", MEMBER, assessment, user)
                .stream()
                .findFirst();
    }

    @Nullable
    Role roleOf(String user, String assessment) {
        return find(assessment, user).map(Member::role).orElse(null);
    }

    /** In which assessments the user is a member, as what. */
    Map<String, Role> rolesOf(String user) {
        var roles = new LinkedHashMap<String, Role>();
        jdbc.query(
                "SELECT assessment_key, role FROM member WHERE user_name = ?",
                row -> {
                    roles.put(row.getString(1), Role.valueOf(row.getString(2)));
                },
                user);
        return roles;
    }

    /** Who is a member of this assessment, as what. */
    Map<String, Role> rolesIn(String assessment) {
        return of(assessment).stream().collect(Collectors.toMap(Member::user, Member::role));
    }

    /** The number of changes of this assessment's members. */
    public long revision(String assessment) {
        Long revision = jdbc.queryForObject(
                "SELECT COALESCE(MAX(revision), 0) FROM member_event WHERE assessment_key = ?", Long.class, assessment);
        return revision == null ? 0 : revision;
    }

    /**
     * Makes or changes a member.
     *
     * @param alongside runs in the same transaction
     * @throws Problem 409 where no owner would be left, 412 where the members are not those that the caller saw
     */
    Changed put(String assessment, String user, Role role, Occasion occasion, Consumer<Changed> alongside) {
        return lock.holding(() -> {
            var before = roleOf(user, assessment);
            if (role != Role.OWNER) {
                requireOwnerBeside(assessment, user, before);
            }
            long revision = append(assessment, ADDED, user, role, occasion);
            var since = occasion.recordedAt().atOffset(ZoneOffset.UTC);
            if (before == null) {
                jdbc.update("INSERT INTO member VALUES (?, ?, ?, ?)", assessment, user, role.name(), since);
            } else if (before != role) {
                jdbc.update(
                        "UPDATE member SET role = ?, since = ? WHERE assessment_key = ? AND user_name = ?",
                        role.name(),
                        since,
                        assessment,
                        user);
            }
            return tell(new Changed(user, role, before, revision, occasion.recordedAt()), alongside);
        });
    }

    /**
     * Takes a member away.
     *
     * @param alongside runs in the same transaction
     * @throws Problem 404 where the user is none, 409 where no owner would be left, 412 as above
     */
    Changed remove(String assessment, String user, Occasion occasion, Consumer<Changed> alongside) {
        return lock.holding(() -> {
            var before = find(assessment, user).orElseThrow(() -> none(user)).role();
            requireOwnerBeside(assessment, user, before);
            long revision = append(assessment, REMOVED, user, before, occasion);
            jdbc.update("DELETE FROM member WHERE assessment_key = ? AND user_name = ?", assessment, user);
            return tell(new Changed(user, before, before, revision, occasion.recordedAt()), alongside);
        });
    }

    static Problem none(String user) {
        return Problem.notFound(user + " is no member of this assessment: look the name up among its members.");
    }

    private static Changed tell(Changed changed, Consumer<Changed> alongside) {
        alongside.accept(changed);
        return changed;
    }

    private void requireOwnerBeside(String assessment, String user, @Nullable Role before) {
        if (before == Role.OWNER
                && of(assessment).stream().noneMatch(other -> !other.user().equals(user) && governs(other))) {
            throw Problem.conflict("last-owner", user + " is the last owner: make another member an owner first.");
        }
    }

    /** Whether the member is an owner in effect: one who is enabled, and whose role in the installation allows it. */
    private boolean governs(Member member) {
        return member.role() == Role.OWNER
                && users.active(member.user())
                        .filter(user -> user.isAllowed(Right.GOVERN))
                        .isPresent();
    }

    private long append(String assessment, String kind, String user, Role role, Occasion occasion) {
        long current = revision(assessment);
        if (occasion.ifMatch() != null && occasion.ifMatch() != current) {
            throw Problem.stale(current);
        }
        jdbc.update(
                "INSERT INTO member_event (assessment_key, revision, kind, actor, recorded_at, reason, user_name, role)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                assessment,
                current + 1,
                kind,
                occasion.actor(),
                occasion.recordedAt().atOffset(ZoneOffset.UTC),
                occasion.reason(),
                user,
                role.name());
        return current + 1;
    }
}
