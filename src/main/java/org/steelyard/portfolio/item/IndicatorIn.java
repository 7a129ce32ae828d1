package org.steelyard.portfolio.item;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.IndicatorStatus;

/**
 * An indicator over all assessments.
 *
 * @param speaksFor the interpretation that it would speak for
 * @param due what its deadline means on the day of the view
 */
public record IndicatorIn(
        String assessment,
        String key,
        String statement,
        String speaksFor,
        @Nullable LocalDate deadline,
        IndicatorStatus status,
        Due due) {

    /** How near a deadline is. */
    public enum Due {
        /** It is past, and the indicator is still watched. */
        OVERDUE,
        /** It comes within 30 days, and the indicator is still watched. */
        SOON,
        /** It comes later, or there is none, and the indicator is still watched. */
        LATER,
        /** The indicator was observed or has lapsed. */
        SETTLED;

        private static final int DAYS = 30;

        static Due of(IndicatorStatus status, @Nullable LocalDate deadline, LocalDate day) {
            if (status != IndicatorStatus.WATCHING) {
                return SETTLED;
            }
            if (deadline == null || deadline.isAfter(day.plusDays(DAYS))) {
                return LATER;
            }
            return deadline.isBefore(day) ? OVERDUE : SOON;
        }
    }

    static IndicatorIn of(String assessment, String key, IndicatorStanding indicator, LocalDate day) {
        return new IndicatorIn(
                assessment,
                key,
                indicator.statement(),
                indicator.speaksFor(),
                indicator.deadline(),
                indicator.status(),
                Due.of(indicator.status(), indicator.deadline(), day));
    }

    /** Where it stands in lists that are sorted by assessment and key. */
    public String position() {
        return assessment + " " + key;
    }
}
