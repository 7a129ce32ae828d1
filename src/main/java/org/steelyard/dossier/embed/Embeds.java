package org.steelyard.dossier.embed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.steelyard.access.Access;
import org.steelyard.access.Guesses;
import org.steelyard.access.Right;
import org.steelyard.access.Secrets;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Marking;
import org.steelyard.dossier.Dossier;
import org.steelyard.dossier.Dossiers;
import org.steelyard.dossier.NoSuchPoint;
import org.steelyard.dossier.embed.Embed.Made;
import org.steelyard.http.Problem;

/**
 * What is shown outside the sign-in. Whoever has the address sees the picture, so only those who record in an assessment make one,
 * or who may read one that is marked TLP:CLEAR. An embed shows something for as long as its maker could make it today: never what is
 * marked TLP:RED, and nothing in blind mode, which it would lead around.
 */
@Service
public class Embeds {
    /** The longest that one may last. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final Logger LOG = LoggerFactory.getLogger(Embeds.class);
    private static final int MOST = 100;

    private final EmbedTable table;
    private final Dossiers dossiers;
    private final Access access;
    private final Guesses guesses;
    private final Clock clock;

    Embeds(EmbedTable table, Dossiers dossiers, Access access, Guesses guesses, Clock clock) {
        this.table = table;
        this.dossiers = dossiers;
        this.access = access;
        this.guesses = guesses;
        this.clock = clock;
    }

    /** An embed that shows something, at its point in time. */
    public record Opened(Embed embed, Dossier dossier) {}

    /** Whether who is signed in may make one. */
    public boolean mayMake(String assessment) {
        return access.may(Right.READ, assessment)
                && dossiers.current(assessment)
                        .filter(state -> isFitToShow(state) && access.may(needed(state), assessment))
                        .isPresent();
    }

    /**
     * Makes one for who is signed in.
     *
     * @throws Problem 404 or 403 where they may not; 409 where nobody may, where the log has no such point, and where there are too
     *     many; 400 where it would end at once, or too late, or is fixed at a time to come
     */
    public Made make(String assessment, EmbedView view, Instant expiresAt) {
        requireToMake(assessment);
        var now = now();
        if (!expiresAt.isAfter(now)) {
            throw Problem.badField("/expiresAt", "is not in the future; choose a later time");
        }
        if (expiresAt.isAfter(now.plus(LONGEST))) {
            throw Problem.badField(
                    "/expiresAt", "is more than " + LONGEST.toDays() + " days ahead; choose an earlier time");
        }
        view.requireNotAfter(now);
        try {
            dossiers.open(assessment, view.point());
        } catch (NoSuchPoint none) {
            throw Problem.conflict("no-such-point", String.valueOf(none.getMessage()));
        }
        if (table.of(assessment, now).size() >= MOST) {
            throw Problem.conflict("too-many-embeds", "The assessment has " + MOST + " embeds: revoke one first.");
        }
        var maker = access.user();
        var made = new Made(new Embed(Secrets.id(), assessment, maker, view, now, expiresAt), Secrets.secret());
        table.insert(made.embed(), made.secret());
        LOG.info("{} made the embed {} of {}", maker, made.embed().id(), assessment);
        return made;
    }

    /**
     * Demands that who is signed in may make one.
     *
     * @throws Problem 404 or 403 where they may not, 409 where nobody may
     */
    public void requireToMake(String assessment) {
        access.require(Right.READ, assessment);
        var state = dossiers.current(assessment).orElseThrow(() -> unknown("assessment"));
        access.require(needed(state), assessment);
        if (state.marking() == Marking.RED) {
            throw Problem.conflict(
                    "marked-red", "What is marked TLP:RED stays with those who are signed in: no embed shows it.");
        }
        if (state.blind()) {
            throw Problem.conflict(
                    "blind-mode", "An embed would show the readings around blind mode: switch that off first.");
        }
    }

    /**
     * Those of an assessment that have not ended, oldest first: one's own, and for owners and administrators all.
     *
     * @throws Problem 404 where one may not read it
     */
    public List<Embed> of(String assessment) {
        access.require(Right.READ, assessment);
        boolean all = access.may(Right.GOVERN, assessment);
        var user = access.user();
        return table.of(assessment, now()).stream()
                .filter(embed -> all || embed.maker().equals(user))
                .toList();
    }

    /**
     * One of those.
     *
     * @throws Problem 404
     */
    public Embed one(String assessment, String id) {
        return of(assessment).stream()
                .filter(embed -> embed.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown("embed"));
    }

    /**
     * Ends one of those at once.
     *
     * @throws Problem 404
     */
    public void revoke(String assessment, String id) {
        table.end(one(assessment, id).id(), now());
        LOG.info("{} revoked the embed {} of {}", access.user(), id, assessment);
    }

    /**
     * What the secret in an address shows now; empty where it shows nothing, for whatever reason.
     *
     * @param address from where it is asked for
     * @throws Problem 429 after too many secrets that nothing ever had
     */
    public Optional<Opened> open(String secret, String address) {
        return guesses.from(address, () -> table.find(secret))
                .filter(embed -> embed.expiresAt().isAfter(now()))
                .flatMap(this::open);
    }

    private Optional<Opened> open(Embed embed) {
        return dossiers.current(embed.assessment())
                .filter(Embeds::isFitToShow)
                .filter(state -> access.may(embed.maker(), needed(state), embed.assessment()))
                .flatMap(state -> dossiers.open(embed.assessment(), embed.view().point()))
                .map(dossier -> new Opened(embed, dossier));
    }

    private static boolean isFitToShow(AssessmentState state) {
        return state.marking() != Marking.RED && !state.blind();
    }

    private static Right needed(AssessmentState state) {
        return state.marking() == Marking.CLEAR ? Right.READ : Right.RECORD;
    }

    private static Problem unknown(String what) {
        return Problem.notFound("There is no such " + what + ", or it is not yours: look in the list.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
