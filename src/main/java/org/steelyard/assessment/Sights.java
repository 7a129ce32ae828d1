package org.steelyard.assessment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.steelyard.access.Access;
import org.steelyard.access.Right;

/**
 * Who may see what of an assessment in blind mode, by today's rights. It binds those whom a grant allows to rate,
 * administrators with such a grant too. Reviewers, readers and other administrators see all, and so does everybody where nobody
 * may rate any more, since the assessment is resolved. To whom nobody is signed in, everything that may be kept is.
 */
public class Sights {
    /** How many events the kept states may stand for in all. */
    private static final long KEPT_EVENTS = 500_000;

    private static final String NOBODY = "";

    private final Supplier<Optional<String>> signedIn;
    private final BiPredicate<String, String> mayRate;
    private final Cache<Whose, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_EVENTS)
            .weigher((Whose whose, Kept shown) -> (int) Math.min(Integer.MAX_VALUE, 64 + shown.state.revision()))
            .build();

    Sights(Access access) {
        this(access::signedInName, (user, assessment) -> access.isGranted(user, Right.RECORD, assessment));
    }

    /**
     * @param signedIn the name of who is signed in, or nothing
     * @param mayRate whether a user may rate in an assessment by a grant
     */
    public Sights(Supplier<Optional<String>> signedIn, BiPredicate<String, String> mayRate) {
        this.signedIn = signedIn;
        this.mayRate = mayRate;
    }

    private record Whose(String assessment, String reader) {}

    private record Kept(Blinders blinders, AssessmentState state) {}

    /** What who is signed in may see of an assessment, of which this is the newest state. */
    public Sight of(AssessmentState newest) {
        return of(newest, signedIn.get().orElse(null));
    }

    /** What a user may see of an assessment, of which this is the newest state; null for who is not signed in. */
    public Sight of(AssessmentState newest, @Nullable String reader) {
        if (!binds(newest, reader)) {
            return Sight.full(newest);
        }
        var blinders = Blinders.of(newest, reader == null ? NOBODY : reader);
        return Sight.through(blinders, newest, shown(blinders, newest));
    }

    /** What who is signed in may see of a state that is not in the log yet, and may never be. */
    public Sight ofUnrecorded(AssessmentState state) {
        String reader = signedIn.get().orElse(null);
        if (!binds(state, reader)) {
            return Sight.full(state);
        }
        var blinders = Blinders.of(state, reader == null ? NOBODY : reader);
        return Sight.through(blinders, state, LeftOut.through(blinders, state, AssessmentState.none()));
    }

    private boolean binds(AssessmentState newest, @Nullable String reader) {
        return newest.isOpened() && newest.bindsRaters() && (reader == null || mayRate.test(reader, newest.key()));
    }

    private AssessmentState shown(Blinders blinders, AssessmentState newest) {
        var whose = new Whose(newest.key(), blinders.reader());
        var before = kept.getIfPresent(whose);
        boolean goesOn =
                before != null && before.blinders.equals(blinders) && before.state.revision() <= newest.revision();
        var shown = LeftOut.through(blinders, newest, before != null && goesOn ? before.state : AssessmentState.none());
        kept.put(whose, new Kept(blinders, shown));
        return shown;
    }
}
