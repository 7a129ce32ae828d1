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
        @Nullable String kind,
        @Nullable String item,
        @Nullable String actor,
        Instant recordedAt) {

    /** That something was recorded, and no more: to whom works blind there. */
    static Change hidden(Logged logged) {
        Recorded recorded = logged.recorded();
        return new Change(
                logged.assessment(),
                recorded.revision(),
                null,
                null,
                null,
                recorded.stamp().recordedAt());
    }

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
