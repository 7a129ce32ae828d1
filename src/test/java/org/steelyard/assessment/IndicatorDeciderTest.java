package org.steelyard.assessment;

import static org.steelyard.assessment.Given.given;
import static org.steelyard.assessment.Happened.indicator;
import static org.steelyard.assessment.Happened.opened;
import static org.steelyard.assessment.Happened.proposed;
import static org.steelyard.assessment.Happened.resolved;
import static org.steelyard.assessment.Happened.withdrawn;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentCommand.ChangeIndicator;
import org.steelyard.assessment.AssessmentCommand.RecordIndicator;
import org.steelyard.assessment.AssessmentEvent.IndicatorChanged;
import org.steelyard.assessment.AssessmentEvent.IndicatorStatus;

class IndicatorDeciderTest {
    private static Given watched() {
        return given(opened(), proposed("i1"), indicator("k1", "i1"));
    }

    @Test
    void an_indicator_speaks_for_an_interpretation_in_force() {
        given(opened(), proposed("i1")).when(Asked.recordIndicator("k1", "i1")).then(indicator("k1", "i1"));
        given(opened())
                .when(Asked.recordIndicator("k1", "i1"))
                .thenRefused(Rule.KEYS_IN_A_BODY_EXIST)
                .at("/speaksFor");
        given(opened(), proposed("i1"), withdrawn("i1"))
                .when(Asked.recordIndicator("k1", "i1"))
                .thenRefused(Rule.NOTHING_REFERS_TO_WHAT_IS_NOT_IN_FORCE);
        given(opened(), proposed("i1"))
                .when(Asked.recordIndicator("k1", "i1"))
                .dated("2025-01-01")
                .thenRefused(Rule.NOTHING_IS_DATED_BEFORE_WHAT_IT_REFERS_TO)
                .saying("2025-01-02T00:00:00Z");
    }

    @Test
    void a_deadline_may_lie_ahead_within_the_years_1_to_9999() {
        given(opened(), proposed("i1"))
                .when(new RecordIndicator("k1", "A pipeline", "i1", LocalDate.of(9999, 12, 31)))
                .thenAllowed();
        given(opened(), proposed("i1"))
                .when(new RecordIndicator("k1", "A pipeline", "i1", LocalDate.of(10_000, 1, 1)))
                .thenRefused(Rule.TIMES_LIE_WITHIN_THE_YEARS_1_TO_9999)
                .at("/deadline");
    }

    @Test
    void a_change_of_status_says_why() {
        watched()
                .when(change(null, null, IndicatorStatus.OBSERVED))
                .thenRefused(Rule.A_REASON_IS_GIVEN)
                .at("/reason");
        watched()
                .when(change(null, null, IndicatorStatus.OBSERVED))
                .because("Seen from orbit")
                .then(new IndicatorChanged("k1", null, null, null, IndicatorStatus.OBSERVED, Set.of()));
        watched()
                .when(change("A second pipeline", null, null))
                .then(new IndicatorChanged("k1", "A second pipeline", null, null, null, Set.of()));
    }

    @Test
    void what_an_indicator_comes_to_speak_for_is_in_force() {
        watched()
                .when(change(null, "i2", null))
                .thenRefused(Rule.KEYS_IN_A_BODY_EXIST)
                .at("/speaksFor");
        watched().and(proposed("i2")).when(change(null, "i2", null)).thenAllowed();
        watched()
                .and(proposed("i2"))
                .when(change(null, "i2", null))
                .dated("2025-01-03")
                .thenRefused(Rule.NOTHING_IS_DATED_BEFORE_WHAT_IT_REFERS_TO)
                .saying("2025-01-04T00:00:00Z");
    }

    @Test
    void what_is_changed_exists_and_changes() {
        given(opened())
                .when(change("Other", null, null))
                .thenRefused(Rule.KEYS_IN_THE_PATH_EXIST)
                .saying("Indicator \"k1\" does not exist");
        watched().when(change(null, null, null)).thenRefused(Rule.A_CHANGE_NAMES_WHAT_IT_CHANGES);
        watched()
                .when(new ChangeIndicator("k1", null, null, null, null, Set.of("speaksFor")))
                .thenRefused(Rule.ONLY_OPTIONAL_FIELDS_ARE_CLEARED)
                .at("/speaksFor");
        watched()
                .when(new ChangeIndicator("k1", null, null, null, null, Set.of("deadline")))
                .then(new IndicatorChanged("k1", null, null, null, null, Set.of("deadline")));
    }

    @Test
    void no_indicator_changes_from_a_resolution_on() {
        var given = watched().and(resolved("i1", "2025-01-04"));
        given.when(change("Other", null, null)).thenRefused(Rule.A_RESOLVED_ASSESSMENT_STAYS_AS_IT_IS);
        given.when(Asked.recordIndicator("k2", "i1")).thenRefused(Rule.A_RESOLVED_ASSESSMENT_STAYS_AS_IT_IS);
        given.when(change("Other", null, null)).dated("2025-01-03").thenAllowed();
    }

    private static ChangeIndicator change(
            @Nullable String statement, @Nullable String speaksFor, @Nullable IndicatorStatus status) {
        return new ChangeIndicator("k1", statement, speaksFor, null, status, Set.of());
    }
}
