package org.steelyard.assessment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest states of assessments. Each is folded from its own stream: what is kept from before, and the events since. So an
 * answer is always current, and dropping all that is kept changes none.
 */
public class States {
    /** How many events the kept states may stand for in all. */
    private static final long KEPT_EVENTS = 2_000_000;

    private final AssessmentLog log;
    private final Cache<String, AssessmentState> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_EVENTS)
            .weigher((String key, AssessmentState state) -> (int) Math.min(Integer.MAX_VALUE, 64 + state.revision()))
            .build();

    public States(AssessmentLog log) {
        this.log = log;
    }

    /**
     * The state after the last event that can be read.
     *
     * @param broken why the event after it cannot be read; null where it is the newest
     */
    public record Newest(AssessmentState state, @Nullable RuntimeException broken) {}

    /** The newest state of this assessment; that of nothing where nobody opened one of this key. */
    public Newest newest(String assessment) {
        AssessmentState before = kept.getIfPresent(assessment);
        AssessmentState state = before == null ? AssessmentState.none() : before;
        var stream = log.readable(assessment, state.revision());
        for (Recorded event : stream.events()) {
            state = state.evolve(event);
        }
        if (state.isOpened() && state != before) {
            kept.asMap().merge(assessment, state, States::newer);
        }
        return new Newest(state, stream.broken());
    }

    /**
     * The newest state of an assessment, with everything that is in its log; empty where nobody opened one of this key.
     *
     * @throws RuntimeException where an event of it cannot be read
     */
    public Optional<AssessmentState> opened(String assessment) {
        Newest newest = newest(assessment);
        if (newest.broken() != null) {
            throw newest.broken();
        }
        return Optional.of(newest.state()).filter(AssessmentState::isOpened);
    }

    /** Forgets every kept state; the next reads fold from the log. */
    public void forgetAll() {
        kept.invalidateAll();
    }

    private static AssessmentState newer(AssessmentState one, AssessmentState other) {
        return one.revision() >= other.revision() ? one : other;
    }
}
