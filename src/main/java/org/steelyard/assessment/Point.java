package org.steelyard.assessment;

import java.time.Instant;
import org.steelyard.balance.At;

/**
 * A point in time on both clocks (docs/scoring.md section 1).
 *
 * @param revision only events up to this revision count
 * @param effectiveAt only what is in force at this instant, UTC
 * @param lastThen of what is effective at exactly that instant, only revisions up to this one: a point between events of one
 *     moment (section 8)
 */
public record Point(long revision, Instant effectiveAt, long lastThen) {

    /** Everything that is effective at this instant or before and has a revision up to this one. */
    public Point(long revision, Instant effectiveAt) {
        this(revision, effectiveAt, Long.MAX_VALUE);
    }

    /** Whether an event counts here. */
    public boolean counts(Recorded event) {
        int compared = event.stamp().effectiveAt().compareTo(effectiveAt);
        return event.revision() <= revision && (compared < 0 || (compared == 0 && event.revision() <= lastThen));
    }

    At at() {
        return new At(revision, At.micros(effectiveAt), lastThen);
    }
}
