package org.steelyard.portfolio.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.WholeLog.Logged;

/**
 * What an event of the stream says of the event that was recorded.
 *
 * @param item the key of what it is about, a cell's as {@code e/i}; null where the assessment itself is meant
 */
record Change(
        String assessment,
        long revision,
        String kind,
        @Nullable String item,
        String actor,
        Instant recordedAt) {

    static Change of(Logged logged) {
        Recorded recorded = logged.recorded();
        return new Change(
                logged.assessment(),
                recorded.revision(),
                recorded.kind(),
                recorded.event().item(),
                recorded.stamp().actor(),
                recorded.stamp().recordedAt());
    }
}
