package org.steelyard.dossier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Recorded;
import org.steelyard.http.PointInTime;
import org.steelyard.http.PointInTime.AtInstant;
import org.steelyard.http.RangeInTime;

/**
 * Opens assessments at any point in time. Each is read from its own stream: what is kept from before, and the events since. So
 * an answer is always current, and dropping all that is kept changes none.
 */
@Service
public class Dossiers {
    /** How many events the kept states may stand for in all. */
    private static final long KEPT_EVENTS = 2_000_000;

    private final AssessmentLog log;
    private final Clock clock;
    private final Cache<String, AssessmentState> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_EVENTS)
            .weigher((String key, AssessmentState state) -> (int) Math.min(Integer.MAX_VALUE, 64 + state.revision()))
            .build();

    Dossiers(AssessmentLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** The newest state of this assessment; empty where nobody opened one of this key. */
    public Optional<AssessmentState> current(String key) {
        AssessmentState before = kept.getIfPresent(key);
        AssessmentState state = before == null ? AssessmentState.none() : before;
        for (Recorded event : log.read(key, state.revision())) {
            state = state.evolve(event);
        }
        if (!state.isOpened()) {
            return Optional.empty();
        }
        if (state != before) {
            kept.asMap().merge(key, state, Dossiers::newer);
        }
        return Optional.of(state);
    }

    /**
     * The assessment at a point in time; empty where there is none of this key.
     *
     * @throws NoSuchPoint where the log has no such revision, or had not begun
     */
    public Optional<Dossier> open(String key, PointInTime point) {
        return current(key).map(state -> Dossier.resolve(state, point.asOf(), point.effectiveAt(), clock.instant()));
    }

    /** The assessment as it stands now; empty where there is none of this key. */
    public Optional<Dossier> open(String key) {
        return open(key, PointInTime.LATEST);
    }

    /** The assessment as the log held it at an instant, for null as it stands now; empty too where its log had not begun. */
    public Optional<Dossier> openIfBegun(String key, @Nullable Instant asOf) {
        try {
            return open(key, asOf == null ? PointInTime.LATEST : new PointInTime(new AtInstant(asOf), null));
        } catch (NoSuchPoint notYet) {
            return Optional.empty();
        }
    }

    /**
     * What happened to the assessment between two points; empty where there is none of this key.
     *
     * @throws NoSuchPoint where the log has no such revision, or had not begun at the end of the range
     * @throws BackwardRange where it ends before it begins
     */
    public Optional<Stretch> between(String key, RangeInTime range) {
        return current(key).map(state -> Stretch.of(state, range, clock.instant()));
    }

    /** Forgets every kept state; the next reads fold from the log. */
    void forgetAll() {
        kept.invalidateAll();
    }

    private static AssessmentState newer(AssessmentState one, AssessmentState other) {
        return one.revision() >= other.revision() ? one : other;
    }
}
