package org.steelyard.portfolio.item;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.IndicatorStatus;

/** An indicator in force in one assessment; {@code speaksFor} is the key of an interpretation. */
public record IndicatorStanding(
        String statement, String speaksFor, @Nullable LocalDate deadline, IndicatorStatus status) {}
