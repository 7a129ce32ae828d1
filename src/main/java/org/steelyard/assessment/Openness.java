package org.steelyard.assessment;

import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.AssessmentOpened;
import org.steelyard.assessment.AssessmentEvent.AssessmentReopened;
import org.steelyard.assessment.AssessmentEvent.AssessmentResolved;
import org.steelyard.assessment.AssessmentEvent.BlindChanged;
import org.steelyard.balance.At;
import org.steelyard.balance.Versions;

/**
 * Up to which revision everybody could see all that was recorded: all of it where blind mode is off or the question is resolved; else
 * what was recorded before blind mode was switched on, or the question reopened, the last time.
 */
final class Openness {
    private static final long ALL = Long.MAX_VALUE;

    /** By revision. */
    private volatile Versions<Long> upTo = Versions.none();

    /** Takes note of an event that was just applied. */
    void take(Recorded by, Facts whole) {
        switch (by.event()) {
            case AssessmentOpened _, BlindChanged _, AssessmentResolved _, AssessmentReopened _ -> {
                At now = new At(by.revision(), At.LATEST);
                boolean binds =
                        Boolean.TRUE.equals(whole.find(Field.BLIND, now)) && whole.find(Field.RESOLUTION, now) == null;
                upTo = upTo.with(by.revision(), by.revision(), binds ? before(now) : ALL);
            }
            default -> {}
        }
    }

    private long before(At now) {
        Long before = upTo.at(now);
        return before == null || before == ALL ? now.revision() - 1 : before;
    }

    /** The revision, of a state of this one: its own where it is all open, 0 where something was always kept. */
    long upTo(long revision) {
        @Nullable Long open = upTo.at(new At(revision, At.LATEST));
        return open == null ? 0 : Math.min(open, revision);
    }
}
