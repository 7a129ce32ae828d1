package org.steelyard.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.steelyard.access.account.AccessLock;
import org.steelyard.access.account.Tokens;
import org.steelyard.access.account.User;
import org.steelyard.access.account.Users;

/**
 * Who may read what now, for streams: thousands of listeners ask for every event, so they share one look at users, tokens and
 * members. It is as of the newest {@link #look}, or of some seconds ago at most.
 */
@Service
public class Readers {
    /** After this somebody looks whether anything changed; the others go by what is known. */
    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    /** After this nobody goes by what is known. */
    private static final long STALE = Duration.ofSeconds(5).toNanos();

    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);

    private final Users users;
    private final Tokens tokens;
    private final Members members;
    private final AssessmentFacts assessments;
    private final AccessLock access;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Seen seen;

    Readers(Users users, Tokens tokens, Members members, AssessmentFacts assessments, AccessLock access, Clock clock) {
        this.users = users;
        this.tokens = tokens;
        this.members = members;
        this.assessments = assessments;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What was seen: members, markings and blind mode as they are asked for.
     *
     * @param changes how many changes of access there had been
     * @param since when it was read, and {@code confirmed} when it was last found to be unchanged, in nanoseconds
     */
    private record Seen(
            long changes,
            long since,
            long confirmed,
            Map<String, User> users,
            Map<String, Instant> tokens,
            Map<String, Map<String, Role>> members,
            Map<String, Boolean> openToAll,
            Map<String, Boolean> blind) {

        Seen confirmedAt(long now) {
            return new Seen(changes, since, now, users, tokens, members, openToAll, blind);
        }
    }

    /**
     * Looks at access as it is now, and at the markings of these assessments: to be called for who begins to listen, and when
     * something happened there, before those who listen are told. Whoever asks afterwards goes by this look or by a later one;
     * where it fails they look themselves.
     */
    public void look(Collection<String> about) {
        looking.lock();
        try {
            var now = refreshed();
            var openToAll = assessments.openToAll(about);
            now.openToAll().keySet().removeAll(about);
            now.openToAll().putAll(openToAll);
            now.blind().keySet().removeAll(about);
        } catch (RuntimeException failed) {
            seen = null;
            LOG.warn("Nobody can see at the moment who may read what", failed);
        } finally {
            looking.unlock();
        }
    }

    /** Which assessments who was let in by this may read now; empty where they would not be let in any more. */
    public Optional<Predicate<String>> readableBy(Admission admission) {
        var now = current();
        var user = now.users().get(admission.user());
        return user == null || !admission.holds(user, now.tokens(), clock.instant())
                ? Optional.empty()
                : Optional.of(assessment ->
                        Access.mayRead(user, isOpenToAll(now, assessment), role(now, assessment, admission.user())));
    }

    /**
     * In which assessments who was let in by this is blinded: what others rate and judge there may be kept from them. In all for who
     * would not be let in any more.
     */
    public Predicate<String> blindedBy(Admission admission) {
        var now = current();
        var user = now.users().get(admission.user());
        return assessment -> user == null
                || (Access.mayComeToRate(user, role(now, assessment, admission.user()))
                        && now.blind().computeIfAbsent(assessment, assessments::bindsRaters));
    }

    private boolean isOpenToAll(Seen now, String assessment) {
        return now.openToAll()
                .computeIfAbsent(assessment, key -> assessments.isOpenToAll(key).orElse(false));
    }

    private @Nullable Role role(Seen now, String assessment, String user) {
        return now.members().computeIfAbsent(assessment, members::rolesIn).get(user);
    }

    private Seen current() {
        var known = seen;
        long age = known == null ? STALE + 1 : System.nanoTime() - known.confirmed();
        if (known != null && age <= FRESH) {
            return known;
        }
        if (known == null || age > STALE) {
            looking.lock();
        } else if (!looking.tryLock()) {
            return known;
        }
        try {
            return refreshed();
        } finally {
            looking.unlock();
        }
    }

    /** What is known where nothing changed since, else all of it anew; under the lock. */
    private Seen refreshed() {
        long now = System.nanoTime();
        long changes = access.changes();
        var known = seen;
        var next = known != null && known.changes() == changes && now - known.since() <= STALE
                ? known.confirmedAt(now)
                : new Seen(
                        changes,
                        now,
                        now,
                        users.all(),
                        tokens.ends(),
                        new ConcurrentHashMap<>(),
                        new ConcurrentHashMap<>(),
                        new ConcurrentHashMap<>());
        seen = next;
        return next;
    }
}
