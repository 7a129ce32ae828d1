package org.steelyard.assessment;

import static org.steelyard.assessment.Given.given;
import static org.steelyard.assessment.Happened.opened;
import static org.steelyard.assessment.Happened.proposed;
import static org.steelyard.assessment.Happened.resolved;
import static org.steelyard.assessment.Happened.withdrawn;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentCommand.ReinstateInterpretation;
import org.steelyard.assessment.AssessmentCommand.ReviseInterpretation;
import org.steelyard.assessment.AssessmentCommand.WithdrawInterpretation;
import org.steelyard.assessment.AssessmentEvent.InterpretationReinstated;
import org.steelyard.assessment.AssessmentEvent.InterpretationRevised;

class InterpretationDeciderTest {
    private static final WithdrawInterpretation WITHDRAW = new WithdrawInterpretation("i1");
    private static final ReinstateInterpretation REINSTATE = new ReinstateInterpretation("i1");

    @Test
    void an_interpretation_is_proposed() {
        given(opened()).when(Asked.propose("i1")).then(proposed("i1"));
    }

    @Test
    void an_interpretation_is_revised_field_by_field() {
        given(opened(), proposed("i1"))
                .when(new ReviseInterpretation("i1", "It will not.", null, null, Set.of("holder")))
                .then(new InterpretationRevised("i1", "It will not.", null, null, Set.of("holder")));
    }

    @Test
    void what_is_revised_exists_and_is_in_force() {
        var revision = new ReviseInterpretation("i1", "It will not.", null, null, Set.of());
        given(opened())
                .when(revision)
                .thenRefused(Rule.KEYS_IN_THE_PATH_EXIST)
                .saying("Interpretation \"i1\" does not exist: look it up among the interpretations");
        var given = given(opened(), proposed("i1"), withdrawn("i1"));
        given.when(revision)
                .thenRefused(Rule.NOTHING_REFERS_TO_WHAT_IS_NOT_IN_FORCE)
                .saying("reinstate what was taken out of force");
        given.when(revision).dated("2025-01-02").thenHoldsSince("2025-01-02");
        given.when(revision)
                .dated("2025-01-01")
                .thenRefused(Rule.NOTHING_IS_DATED_BEFORE_WHAT_IT_REFERS_TO)
                .saying("the earliest date allowed is 2025-01-02T00:00:00Z");
    }

    @Test
    void a_withdrawal_says_why() {
        var given = given(opened(), proposed("i1"));
        given.when(WITHDRAW).thenRefused(Rule.A_REASON_IS_GIVEN).at("/reason").saying("say why");
        given.when(WITHDRAW).because(" \n").thenRefused(Rule.A_REASON_IS_GIVEN);
        given.when(WITHDRAW).because("Refuted").then(withdrawn("i1"));
    }

    @Test
    void only_what_is_in_force_is_withdrawn() {
        var given = given(opened(), proposed("i1"), withdrawn("i1"));
        given.when(WITHDRAW)
                .because("Refuted")
                .thenRefused(Rule.ONLY_WHAT_IS_IN_FORCE_IS_TAKEN_OUT_OF_FORCE)
                .saying("there is nothing to take back");
        given.when(WITHDRAW).because("Refuted").dated("2025-01-02").thenHoldsSince("2025-01-02");
        given.when(WITHDRAW)
                .because("Refuted")
                .dated("2025-01-01")
                .thenRefused(Rule.NOTHING_IS_DATED_BEFORE_WHAT_IT_REFERS_TO)
                .saying("2025-01-02T00:00:00Z");
    }

    @Test
    void only_what_is_out_of_force_is_reinstated_and_says_why() {
        var given = given(opened(), proposed("i1"), withdrawn("i1"));
        given.when(REINSTATE).thenRefused(Rule.A_REASON_IS_GIVEN).at("/reason");
        given.when(REINSTATE).because("Sound").then(new InterpretationReinstated("i1"));
        given.when(REINSTATE).because("Sound").dated("2025-01-03").thenHoldsSince("2025-01-03");
        given.when(REINSTATE)
                .because("Sound")
                .dated("2025-01-02")
                .thenRefused(Rule.ONLY_WHAT_IS_OUT_OF_FORCE_IS_REINSTATED)
                .saying("there is nothing to reinstate");
        given.when(REINSTATE)
                .because("Sound")
                .dated("2025-01-01")
                .thenRefused(Rule.NOTHING_IS_DATED_BEFORE_WHAT_IT_REFERS_TO)
                .saying("the earliest date allowed is 2025-01-03T00:00:00Z");
        given(opened(), proposed("i1"))
                .when(REINSTATE)
                .because("Sound")
                .thenRefused(Rule.ONLY_WHAT_IS_OUT_OF_FORCE_IS_REINSTATED);
    }

    @Test
    void no_interpretation_changes_from_a_resolution_on() {
        var given = given(opened(), proposed("i1"), proposed("i2"), withdrawn("i2"))
                .since("2025-01-10", resolved("i1", "2025-01-10"));
        var reinstate = new ReinstateInterpretation("i2");
        for (var command : new AssessmentCommand[] {
            Asked.propose("i3"), new ReviseInterpretation("i1", "Other", null, null, Set.of()), WITHDRAW, reinstate
        }) {
            given.when(command)
                    .because("Late")
                    .dated("2025-01-10")
                    .thenRefused(Rule.A_RESOLVED_ASSESSMENT_STAYS_AS_IT_IS)
                    .saying("resolved from 2025-01-10T00:00:00Z on");
            given.when(command)
                    .because("Late")
                    .dated(Given.day("2025-01-10").minusNanos(1_000))
                    .thenAllowed();
        }
    }

    @Test
    void the_earliest_date_is_one_at_which_the_question_is_open() {
        var given = given(opened(), Happened.source("s1"))
                .since("2025-01-01", proposed("i1"))
                .since("2025-01-02", resolved("i1", "2025-01-02"))
                .since("2025-01-04", Happened.reopened())
                .since("2025-01-03", withdrawn("i1"));
        given.when(REINSTATE)
                .because("Sound")
                .dated(Given.day("2025-01-01").minusNanos(1_000))
                .thenRefused(Rule.NOTHING_IS_DATED_BEFORE_WHAT_IT_REFERS_TO)
                .saying("the earliest date allowed is 2025-01-04T00:00:00Z");
    }
}
