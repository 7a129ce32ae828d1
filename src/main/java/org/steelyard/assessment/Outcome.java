package org.steelyard.assessment;

import java.util.List;

/** What a write came to: the state after it, and the events that it appended. */
public record Outcome(AssessmentState state, List<Recorded> appended) {

    /** The newest of the events that were appended. */
    public Recorded last() {
        return appended.getLast();
    }
}
