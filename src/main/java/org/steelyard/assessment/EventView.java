package org.steelyard.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as the API shows it.
 *
 * @param kind as in "evidence-recorded"
 * @param item the key of what it is about, a cell's as {@code e/i}; null where the assessment itself is meant
 */
public record EventView(
        long revision,
        String kind,
        @Nullable String item,
        String actor,
        String author,
        Instant recordedAt,
        Instant effectiveAt,
        @Nullable String reason,
        AssessmentEvent data) {

    public static EventView of(Recorded recorded) {
        Stamp stamp = recorded.stamp();
        return new EventView(
                recorded.revision(),
                recorded.kind(),
                recorded.event().item(),
                stamp.actor(),
                stamp.author(),
                stamp.recordedAt(),
                stamp.effectiveAt(),
                stamp.reason(),
                recorded.event());
    }
}
