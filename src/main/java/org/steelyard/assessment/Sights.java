package org.steelyard.assessment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

    private final Supplier<Optional<String>> signedIn;
    private final BiPredicate<String, String> mayRate;
    private final Supplier<List<Sight>> ofBlind;
    private final Cache<Whose, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_EVENTS)
            .weigher((Whose whose, Kept shown) -> (int) Math.min(Integer.MAX_VALUE, 64 + shown.state.revision()))
            .build();

    Sights(Access access, BlindAssessments blind, States states) {
        this.signedIn = access::signedInName;
        this.mayRate = (user, assessment) -> access.isGranted(user, Right.RECORD, assessment);
        this.ofBlind = () -> blind.keys().stream()
                .map(key -> of(states.newest(key).state()))
                .filter(Sight::blinded)
                .toList();
    }

    /**
     * @param signedIn the name of who is signed in, or nothing
     * @param mayRate whether a user may rate in an assessment by a grant
     */
    public Sights(Supplier<Optional<String>> signedIn, BiPredicate<String, String> mayRate) {
        this.signedIn = signedIn;
        this.mayRate = mayRate;
        this.ofBlind = List::of;
    }

    private record Whose(String assessment, String reader) {}

    private record Kept(Blinders blinders, AssessmentState state) {}

    /** What who is signed in may see of an assessment, of which this is the newest state. */
    public Sight of(AssessmentState newest) {
        return of(newest, signedIn.get().orElse(null));
    }

    /** What a user may see of an assessment, of which this is the newest state; null for who is not signed in. */
    public Sight of(AssessmentState newest, @Nullable String reader) {
        return of(newest, reader, this::shown);
    }

    /** Keys of the assessments of which blind mode keeps all readings from who is signed in. */
    public Set<String> withoutReadings() {
        return ofBlind.get().stream()
                .filter(Sight::readingsHidden)
                .map(sight -> sight.state().key())
                .collect(Collectors.toSet());
    }

    /** What who is signed in may see of the assessments of which blind mode keeps something from them, by key. */
    public Map<String, Sight> blinded() {
        return ofBlind.get().stream()
                .collect(Collectors.toMap(sight -> sight.state().key(), sight -> sight));
    }

    /** What who is signed in may see of a state that is not in the log yet, and may never be. */
    public Sight ofUnrecorded(AssessmentState state) {
        return of(
                state,
                signedIn.get().orElse(null),
                (blinders, whole) -> LeftOut.without(blinders::hide, whole, AssessmentState.none()));
    }

    private Sight of(
            AssessmentState whole,
            @Nullable String reader,
            BiFunction<Blinders, AssessmentState, AssessmentState> shown) {
        boolean binds = whole.bindsRaters() && (reader == null || mayRate.test(reader, whole.key()));
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
