package org.steelyard.assessment;

import java.util.Set;

/** The names under which events are stored and passed on, which stay when a class is renamed. */
public interface EventTypes {

    /** The wire name, with its version: {@code assessment.evidence-rated.v1}. */
    String nameOf(AssessmentEvent event);

    /** Every {@link Recorded#kind() kind} of event that there is. */
    Set<String> kinds();
}
