package org.steelyard.assessment;

import java.time.Instant;
import org.steelyard.balance.At;

/**
 * A point in time on both clocks (docs/scoring.md section 1).
 *
 * @param revision only events up to this revision count
 * @param effectiveAt only what is in force at this instant, UTC
 */
public record Point(long revision, Instant effectiveAt) {
    At at() {
        return At.of(revision, effectiveAt);
    }
}
