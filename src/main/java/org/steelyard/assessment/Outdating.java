package org.steelyard.assessment;

import org.jspecify.annotations.Nullable;

/** When a review is outdated: from the first event on that moved the balance after the revision that it is of. */
public final class Outdating {
    private Outdating() {}

    /**
     * The revision that outdates a review, with all that is recorded being in force; null where none does.
     *
     * @param reviewed the revision that the review is of
     * @param upTo only events up to this revision count
     */
    public static @Nullable Long of(AssessmentState state, long reviewed, long upTo) {
        Recorded move = Course.recorded(state, reviewed, upTo, null).firstMove();
        return move == null ? null : Long.valueOf(move.revision());
    }
}
