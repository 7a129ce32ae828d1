package org.steelyard.assessment;

import java.util.List;

/** Writes rows of the list of assessments for events that were stored by another way. */
public final class IndexRows {
    private IndexRows() {}

    public static void write(AssessmentIndex index, AssessmentState state) {
        Recorded last = state.events().getLast();
        index.write(new Outcome(state, List.of(last)));
    }
}
