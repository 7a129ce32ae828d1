package org.steelyard.assessment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.steelyard.access.Access;

/**
 * Where readers of assessments begin: the newest states, of each what somebody may see of it in blind mode by today's rights. Blind
 * mode binds those who may come to rate ({@link Access#mayComeToRate}), administrators with a grant to rate too. Reviewers, readers
 * and other administrators see all, and so does everybody while the question is resolved, when nobody rates. To whom nobody is
 * signed in, everything that may be kept is. Asks no right to read.
 */
public class Sights {
    /** How many events the kept states may stand for in all. */
    private static final long KEPT_EVENTS = 500_000;

    private final States states;
    private final Supplier<Optional<String>> signedIn;
    private final BiPredicate<String, String> isBound;
    private final Supplier<Map<String, Sight>> blinded;
    private final Cache<Whose, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_EVENTS)
            .weigher((Whose whose, Kept shown) -> (int) Math.min(Integer.MAX_VALUE, 64 + shown.state.revision()))
            .build();

    Sights(Access access, BlindAssessments blind, States states) {
        this.states = states;
        this.signedIn = access::signedInName;
        this.isBound = access::mayComeToRate;
        this.blinded = () -> blinded(blind, access.readable(), access.mayComeToRate());
    }

    /**
     * For whom nothing is listed that they see in part.
     *
     * @param signedIn the name of who is signed in, or nothing
     * @param isBound whether blind mode binds a user in an assessment
     */
    public Sights(States states, Supplier<Optional<String>> signedIn, BiPredicate<String, String> isBound) {
        this.states = states;
        this.signedIn = signedIn;
        this.isBound = isBound;
        this.blinded = Map::of;
    }

    private record Whose(String assessment, String reader) {}

    private record Kept(Blinders blinders, AssessmentState state) {}

    /**
     * What who is signed in may see of an assessment; empty where nobody opened one of this key.
     *
     * @throws RuntimeException where an event of it cannot be read
     */
    public Optional<Sight> opened(String assessment) {
        return states.opened(assessment).map(this::of);
    }

    /** The same up to the last event that can be read; of nothing where nobody opened one of this key. */
    public Sight newest(String assessment) {
        return of(states.newest(assessment).state());
    }

    /** What a user may see of an assessment up to the last event that can be read. */
    public Sight newest(String assessment, String reader) {
        return of(states.newest(assessment).state(), reader);
    }

    /**
     * What who is signed in may see of the assessments that they may read and of which blind mode keeps something from them, by key.
     * Whoever reads tables of all assessments asks this, and shows these as they are seen here.
     */
    public Map<String, Sight> blinded() {
        return blinded.get();
    }

    /** What rights alone decide is asked before states are read, which takes its time where none of them is kept. */
    private Map<String, Sight> blinded(
            BlindAssessments blind, BiPredicate<String, Boolean> readable, Predicate<String> mayComeToRate) {
        return blind.keys((key, openToAll) -> mayComeToRate.test(key) && readable.test(key, openToAll)).stream()
                .map(this::newest)
                .filter(Sight::blinded)
                .collect(Collectors.toMap(sight -> sight.state().key(), sight -> sight));
    }

    /** What who is signed in may see of a state that is not in the log yet, and may never be. */
    public Sight ofUnrecorded(AssessmentState state) {
        return of(
                state,
                signedIn.get().orElse(null),
                (blinders, whole) -> LeftOut.without(blinders::hide, whole, AssessmentState.none()));
    }

    private Sight of(AssessmentState newest) {
        return of(newest, signedIn.get().orElse(null));
    }

    private Sight of(AssessmentState newest, @Nullable String reader) {
        return of(newest, reader, this::shown);
    }

    private Sight of(
            AssessmentState whole,
            @Nullable String reader,
            BiFunction<Blinders, AssessmentState, AssessmentState> shown) {
        boolean binds = whole.bindsRaters() && (reader == null || isBound.test(reader, whole.key()));
        if (!binds) {
            return Sight.full(whole);
        }
        var blinders = reader == null ? Blinders.OF_NOBODY : Blinders.of(whole, reader);
        return Sight.through(
                blinders, whole, shown.apply(blinders, whole), () -> shown.apply(Blinders.OF_NOBODY, whole));
    }

    private AssessmentState shown(Blinders blinders, AssessmentState newest) {
        var whose = new Whose(newest.key(), blinders.reader());
        var before = kept.getIfPresent(whose);
        boolean goesOn =
                before != null && before.blinders.equals(blinders) && before.state.revision() <= newest.revision();
        var shown = LeftOut.without(
                blinders::hide, newest, before != null && goesOn ? before.state : AssessmentState.none());
        kept.put(whose, new Kept(blinders, shown));
        return shown;
    }
}
