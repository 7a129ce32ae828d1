package org.steelyard.assessment;

import static org.steelyard.assessment.Given.given;
import static org.steelyard.assessment.Happened.opened;
import static org.steelyard.assessment.Happened.openedOverlapping;
import static org.steelyard.assessment.Happened.proposed;
import static org.steelyard.assessment.Happened.reopened;
import static org.steelyard.assessment.Happened.resolved;
import static org.steelyard.assessment.Happened.withdrawn;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentCommand.ReopenAssessment;
import org.steelyard.assessment.AssessmentCommand.ResolveAssessment;
import org.steelyard.assessment.AssessmentEvent.AssessmentResolved;

class ResolutionDeciderTest {
    private static final ReopenAssessment REOPEN = new ReopenAssessment();

    @Test
    void an_assessment_resolves_since_its_day_of_resolution() {
        var given = given(opened(), proposed("i1"));
        given.when(Asked.resolve("i1", "2025-01-20")).then(resolved("i1", "2025-01-20"));
        given.when(Asked.resolve("i1", "2025-01-20")).thenHoldsSince("2025-01-20");
        given.when(Asked.resolve("i1", "2025-01-20")).dated("2025-01-22").thenHoldsSince("2025-01-22");
    }

    @Test
    void a_question_may_be_annulled() {
        given(opened()).when(Asked.resolve((String) null, "2025-01-20")).then(resolved(null, "2025-01-20"));
    }

    @Test
    void on_the_day_on_which_the_outcome_begins_a_resolution_holds_since_that_moment() {
        var proposedAtNoon = Given.day("2025-01-02").plusSeconds(43_200);
        given(opened())
                .sinceMoment(proposedAtNoon, proposed("i1"))
                .when(Asked.resolve("i1", "2025-01-02"))
                .thenHoldsSince(proposedAtNoon);
    }

    @Test
    void an_outcome_exists_and_is_in_force() {
        given(opened())
                .when(Asked.resolve("i1", "2025-01-20"))
                .thenRefused(Rule.KEYS_IN_A_BODY_EXIST)
                .at("/outcome");
        given(opened(), proposed("i1"), withdrawn("i1"))
                .when(Asked.resolve("i1", "2025-01-20"))
                .thenRefused(Rule.NOTHING_REFERS_TO_WHAT_IS_NOT_IN_FORCE);
        given(opened(), proposed("i1"))
                .when(Asked.resolve("i1", "2025-01-01"))
                .thenRefused(Rule.NOTHING_IS_DATED_BEFORE_WHAT_IT_REFERS_TO)
                .saying("the earliest date allowed is 2025-01-02T00:00:00Z");
    }

    @Test
    void resolved_on_is_not_in_the_future() {
        var given = given(opened(), proposed("i1"));
        given.when(Asked.resolve("i1", "2025-02-02"))
                .thenRefused(Rule.RESOLVED_ON_IS_NOT_IN_THE_FUTURE)
                .at("/resolvedOn")
                .saying("name a date up to 2025-02-01");
        given.when(Asked.resolve("i1", "2025-02-01")).thenHoldsSince("2025-02-01");
    }

    @Test
    void a_resolution_lies_within_the_years_1_to_9999_and_has_a_basis() {
        given(opened())
                .when(new ResolveAssessment(null, null, LocalDate.of(0, 1, 1), "Treaty"))
                .thenRefused(Rule.TIMES_LIE_WITHIN_THE_YEARS_1_TO_9999)
                .at("/resolvedOn");
        given(opened())
                .when(new ResolveAssessment(null, null, LocalDate.of(2025, 1, 20), " "))
                .thenRefused(Rule.REQUIRED_TEXTS_ARE_NOT_EMPTY)
                .at("/basis");
    }

    @Test
    void an_outcome_fits_the_relation() {
        given(opened(), proposed("i1"))
                .when(Asked.resolve(Map.of("i1", true), "2025-01-20"))
                .thenRefused(Rule.AN_OUTCOME_FITS_THE_RELATION)
                .at("/outcomes");
        var overlapping = given(openedOverlapping(), proposed("i1"), proposed("i2"));
        overlapping
                .when(Asked.resolve("i1", "2025-01-20"))
                .thenRefused(Rule.AN_OUTCOME_FITS_THE_RELATION)
                .at("/outcome");
        overlapping
                .when(Asked.resolve(Map.of("i1", true), "2025-01-20"))
                .thenRefused(Rule.AN_OUTCOME_FITS_THE_RELATION)
                .at("/outcomes")
                .saying("are i1, i2: say true or false of each of them");
        overlapping
                .when(Asked.resolve(Map.of("i1", true, "i2", true), "2025-01-20"))
                .then(new AssessmentResolved(
                        null, Map.of("i1", true, "i2", true), LocalDate.of(2025, 1, 20), "Treaty signed"));
        overlapping.when(Asked.resolve((String) null, "2025-01-20")).thenAllowed();
    }

    @Test
    void an_assessment_is_resolved_again_only_once_it_is_reopened() {
        var given = given(opened(), proposed("i1"), resolved("i1", "2025-01-03"));
        given.when(Asked.resolve("i1", "2025-01-20")).thenRefused(Rule.A_RESOLVED_ASSESSMENT_STAYS_AS_IT_IS);
        given.and(reopened()).when(Asked.resolve("i1", "2025-01-20")).thenHoldsSince("2025-01-20");
    }

    @Test
    void a_resolution_dated_within_an_earlier_one_holds_since_its_reopening() {
        given(opened(), proposed("i1"), resolved("i1", "2025-01-03"))
                .since("2025-01-10", reopened())
                .when(Asked.resolve("i1", "2025-01-05"))
                .thenHoldsSince("2025-01-10");
    }

    @Test
    void only_a_resolved_assessment_is_reopened_and_says_why() {
        var open = given(opened(), proposed("i1"));
        open.when(REOPEN)
                .because("Wrong")
                .thenRefused(Rule.ONLY_A_RESOLVED_ASSESSMENT_IS_REOPENED)
                .saying("there is nothing to reopen");
        var resolved = open.and(resolved("i1", "2025-01-03"));
        resolved.when(REOPEN).thenRefused(Rule.A_REASON_IS_GIVEN).at("/reason");
        resolved.when(REOPEN).because("Wrong").then(reopened());
        resolved.when(REOPEN).because("Wrong").dated("2025-01-03").thenHoldsSince("2025-01-03");
        resolved.when(REOPEN)
                .because("Wrong")
                .dated("2025-01-02")
                .thenRefused(Rule.NOTHING_IS_DATED_BEFORE_WHAT_IT_REFERS_TO)
                .saying("the earliest date allowed is 2025-01-03T00:00:00Z");
        resolved.and(reopened()).when(REOPEN).because("Wrong").thenRefused(Rule.ONLY_A_RESOLVED_ASSESSMENT_IS_REOPENED);
    }
}
