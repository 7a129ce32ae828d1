package org.steelyard.assessment;

import static org.steelyard.assessment.Given.given;
import static org.steelyard.assessment.Happened.evidence;
import static org.steelyard.assessment.Happened.judged;
import static org.steelyard.assessment.Happened.opened;
import static org.steelyard.assessment.Happened.openedOverlapping;
import static org.steelyard.assessment.Happened.proposed;
import static org.steelyard.assessment.Happened.resolved;
import static org.steelyard.assessment.Happened.retracted;
import static org.steelyard.assessment.Happened.source;
import static org.steelyard.assessment.Happened.withdrawn;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentCommand.RecordJudgment;
import org.steelyard.assessment.AssessmentCommand.WithdrawJudgment;
import org.steelyard.assessment.AssessmentEvent.JudgmentRecorded;
import org.steelyard.assessment.AssessmentEvent.JudgmentWithdrawn;
import org.steelyard.balance.Confidence;

class JudgmentDeciderTest {
    private static Given two(AssessmentEvent opened) {
        return given(opened, proposed("i1"), proposed("i2"));
    }

    @Test
    void a_judgment_is_recorded_as_given() {
        var command = new RecordJudgment(
                Map.of("i1", 0.9, "i2", 0.3), Confidence.HIGH, "Because", List.of("e2", "e1"), List.of("e1"));
        two(opened())
                .and(source("s1"))
                .and(evidence("e1", "s1"))
                .and(evidence("e2", "s1"))
                .when(command)
                .then(new JudgmentRecorded(
                        Map.of("i1", 0.9, "i2", 0.3), Confidence.HIGH, "Because", List.of("e2", "e1"), List.of("e1")));
    }

    @Test
    void a_judgment_names_exactly_what_is_in_force() {
        var given = two(opened());
        given.when(Asked.judge(Map.of("i1", 1.0)))
                .thenRefused(Rule.A_JUDGMENT_NAMES_EXACTLY_WHAT_IS_IN_FORCE)
                .at("/probabilities")
                .saying("are i1, i2: give a probability for each of them and for no other");
        given.when(Asked.judge(Map.of("i1", 1.0, "i2", 0.0))).thenAllowed();
        var one = two(opened()).and(withdrawn("i2"));
        one.when(Asked.judge(Map.of("i1", 1.0, "i2", 0.0)))
                .thenRefused(Rule.A_JUDGMENT_NAMES_EXACTLY_WHAT_IS_IN_FORCE)
                .saying("are i1:");
        one.when(Asked.judge(Map.of("i1", 1.0))).thenAllowed();
    }

    @Test
    void what_is_in_force_is_asked_at_the_judgments_own_time() {
        var given = two(opened());
        given.when(Asked.judge(Map.of("i1", 1.0))).dated("2025-01-02").thenAllowed();
        given.when(Asked.judge(Map.of("i1", 1.0, "i2", 0.0)))
                .dated("2025-01-02")
                .thenRefused(Rule.NOTHING_IS_DATED_BEFORE_WHAT_IT_REFERS_TO)
                .saying("the earliest date allowed is 2025-01-03T00:00:00Z");
    }

    @Test
    void a_judgment_of_nothing_is_none() {
        given(opened())
                .when(Asked.judge(Map.of()))
                .thenRefused(Rule.A_JUDGMENT_NAMES_EXACTLY_WHAT_IS_IN_FORCE)
                .saying("propose some first");
    }

    @Test
    void what_a_judgment_names_exists() {
        two(opened())
                .when(Asked.judge(Map.of("i1", 0.5, "i2", 0.2, "i3", 0.3)))
                .thenRefused(Rule.KEYS_IN_A_BODY_EXIST)
                .at("/probabilities/i3");
        two(opened())
                .when(Asked.judge(Map.of("i1", 0.5, "i2", 0.5), "e1"))
                .thenRefused(Rule.KEYS_IN_A_BODY_EXIST)
                .at("/restsOn/0");
    }

    @Test
    void what_a_judgment_rests_on_is_in_force() {
        var given = two(opened()).and(source("s1")).and(evidence("e1", "s1"));
        var judgment = Asked.judge(Map.of("i1", 0.5, "i2", 0.5), "e1");
        given.when(judgment).thenAllowed();
        given.when(judgment)
                .dated("2025-01-04")
                .thenRefused(Rule.NOTHING_IS_DATED_BEFORE_WHAT_IT_REFERS_TO)
                .saying("Evidence e1 is not yet in force")
                .saying("the earliest date allowed is 2025-01-05T00:00:00Z");
        given.and(retracted("e1")).when(judgment).thenRefused(Rule.NOTHING_REFERS_TO_WHAT_IS_NOT_IN_FORCE);
    }

    @Test
    void no_date_is_named_at_which_the_judgment_would_name_too_little() {
        given(opened(), proposed("i1"), source("s1"))
                .since("2025-01-04", evidence("e1", "s1"))
                .since("2025-01-03", proposed("i2"))
                .when(Asked.judge(Map.of("i1", 1.0), "e1"))
                .dated("2025-01-02")
                .thenRefused(Rule.NOTHING_REFERS_TO_WHAT_IS_NOT_IN_FORCE);
    }

    @Test
    void nothing_is_listed_twice() {
        var given = two(opened()).and(source("s1")).and(evidence("e1", "s1")).and(evidence("e2", "s1"));
        given.when(Asked.judge(Map.of("i1", 0.5, "i2", 0.5), "e1", "e2", "e1"))
                .thenRefused(Rule.NOTHING_IS_LISTED_TWICE)
                .at("/restsOn/2")
                .saying("name it once");
        given.when(Asked.judge(Map.of("i1", 0.5, "i2", 0.5), "e1", "e2")).thenAllowed();
    }

    @Test
    void probabilities_lie_between_0_and_1() {
        for (double bad : new double[] {-1e-300, Math.nextUp(1.0), Double.NaN, 1e308, Double.NEGATIVE_INFINITY}) {
            two(opened())
                    .when(Asked.judge(Map.of("i1", bad, "i2", 0.5)))
                    .thenRefused(Rule.PROBABILITIES_LIE_BETWEEN_0_AND_1)
                    .at("/probabilities/i1");
        }
        two(opened()).when(Asked.judge(Map.of("i1", 0.0, "i2", 1.0))).thenAllowed();
        two(opened()).when(Asked.judge(Map.of("i1", 1.0, "i2", 1.0))).thenAllowed();
    }

    @Test
    void where_one_interpretation_is_true_not_all_probabilities_are_zero() {
        two(opened())
                .when(Asked.judge(Map.of("i1", 0.0, "i2", -0.0)))
                .thenRefused(Rule.EXCLUSIVE_PROBABILITIES_ARE_NOT_ALL_ZERO)
                .at("/probabilities");
        two(opened()).when(Asked.judge(Map.of("i1", 0.0, "i2", 1e-300))).thenAllowed();
        two(openedOverlapping()).when(Asked.judge(Map.of("i1", 0.0, "i2", 0.0))).thenAllowed();
    }

    @Test
    void a_judgment_says_why() {
        two(opened())
                .when(new RecordJudgment(Map.of("i1", 0.5, "i2", 0.5), Confidence.LOW, " ", List.of(), List.of()))
                .thenRefused(Rule.REQUIRED_TEXTS_ARE_NOT_EMPTY)
                .at("/rationale");
    }

    @Test
    void one_takes_back_a_judgment_of_ones_own() {
        var given = given(opened(), proposed("i1"), judged("i1"));
        given.when(new WithdrawJudgment()).then(new JudgmentWithdrawn());
        given.when(new WithdrawJudgment())
                .by("ben")
                .thenRefused(Rule.ONLY_WHAT_IS_IN_FORCE_IS_TAKEN_OUT_OF_FORCE)
                .saying("A judgment by ben is not in force");
        given.when(new WithdrawJudgment())
                .dated("2025-01-02")
                .thenRefused(Rule.NOTHING_IS_DATED_BEFORE_WHAT_IT_REFERS_TO)
                .saying("2025-01-03T00:00:00Z");
        given.and(new JudgmentWithdrawn())
                .when(new WithdrawJudgment())
                .thenRefused(Rule.ONLY_WHAT_IS_IN_FORCE_IS_TAKEN_OUT_OF_FORCE);
    }

    @Test
    void nobody_judges_from_a_resolution_on() {
        var given = given(opened(), proposed("i1"), judged("i1"), resolved("i1", "2025-01-04"));
        given.when(Asked.judge(Map.of("i1", 1.0))).thenRefused(Rule.A_RESOLVED_ASSESSMENT_STAYS_AS_IT_IS);
        given.when(new WithdrawJudgment()).thenRefused(Rule.A_RESOLVED_ASSESSMENT_STAYS_AS_IT_IS);
        given.when(Asked.judge(Map.of("i1", 1.0))).dated("2025-01-03").thenAllowed();
    }
}
