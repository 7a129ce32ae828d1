package org.steelyard.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steelyard.assessment.Given.given;
import static org.steelyard.assessment.Happened.opened;
import static org.steelyard.assessment.Happened.resolved;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentCommand.ReviseAssessment;
import org.steelyard.assessment.AssessmentEvent.*;
import org.steelyard.balance.Relation;

class FramingDeciderTest {
    private static final PolicyChange RHO = new PolicyChange(0.25, null, null, null, null);

    @Test
    void an_assessment_is_opened_since_when_its_question_stands() {
        Given.nothing().when(Asked.open()).then(opened());
        Given.nothing().when(Asked.open()).dated("2024-06-19").thenHoldsSince("2024-06-19");
    }

    @Test
    void an_assessment_is_opened_once() {
        given(opened())
                .when(Asked.open())
                .thenRefused(Rule.AN_ASSESSMENT_IS_OPENED_ONCE)
                .at("/key")
                .saying("choose another");
    }

    @Test
    void there_are_at_most_20_tags_of_50_characters_none_of_them_twice() {
        var twenty = IntStream.range(0, 20).mapToObj(i -> "tag " + i).toList();
        var oneMore = IntStream.range(0, 21).mapToObj(i -> "tag " + i).toList();
        tagged(twenty).thenAllowed();
        tagged(oneMore).thenRefused(Rule.THERE_ARE_AT_MOST_20_TAGS).at("/tags");
        tagged(List.of("x".repeat(50))).thenAllowed();
        tagged(List.of("x".repeat(51)))
                .thenRefused(Rule.TAGS_HAVE_AT_MOST_50_CHARACTERS)
                .at("/tags/0");
        tagged(List.of("a", "A")).thenAllowed();
        tagged(List.of("a", "b", "a")).thenRefused(Rule.NOTHING_IS_LISTED_TWICE).at("/tags/2");
        tagged(List.of("a", " ")).thenRefused(Rule.REQUIRED_TEXTS_ARE_NOT_EMPTY).at("/tags/1");
    }

    private static Given.When tagged(List<String> tags) {
        return Given.nothing().when(Asked.open("durability", "Title", tags, PolicyChange.NONE));
    }

    @Test
    void policy_parameters_stay_in_their_range() {
        for (var allowed :
                List.of(new PolicyChange(0.0, 1.0, 1e-6, 0.0, 0.0), new PolicyChange(1.0, 4.0, 0.05, 1.0, 1e308))) {
            given(opened()).when(Asked.policy(allowed)).then(new PolicyChanged(allowed));
        }
        refusedPolicy("rho", new PolicyChange(-0.01, null, null, null, null));
        refusedPolicy("rho", new PolicyChange(1.01, null, null, null, null));
        refusedPolicy("rho", new PolicyChange(Double.NaN, null, null, null, null));
        refusedPolicy("extremize", new PolicyChange(null, 0.99, null, null, null));
        refusedPolicy("extremize", new PolicyChange(null, 4.01, null, null, null));
        refusedPolicy("floor", new PolicyChange(null, null, 0.9e-6, null, null));
        refusedPolicy("floor", new PolicyChange(null, null, 0.051, null, null));
        refusedPolicy("minCoverage", new PolicyChange(null, null, null, -0.01, null));
        refusedPolicy("minCoverage", new PolicyChange(null, null, null, 1.01, null));
        refusedPolicy("staleAbove", new PolicyChange(null, null, null, null, -0.01));
        refusedPolicy("staleAbove", new PolicyChange(null, null, null, null, Double.POSITIVE_INFINITY));
        refusedPolicy("staleAbove", new PolicyChange(null, null, null, null, Double.NaN));
    }

    private static void refusedPolicy(String parameter, PolicyChange policy) {
        given(opened())
                .when(Asked.policy(policy))
                .thenRefused(Rule.POLICY_PARAMETERS_STAY_IN_THEIR_RANGE)
                .at("/policy/" + parameter)
                .saying("choose a number");
    }

    @Test
    void each_group_of_fields_becomes_an_event_of_its_own() {
        var command = new ReviseAssessment(
                "Other", null, null, List.of("dprk"), Marking.RED, RHO, true, true, Set.of("horizon"));
        given(opened())
                .when(command)
                .then(
                        new AssessmentRevised("Other", null, null, List.of("dprk"), Set.of("horizon")),
                        new MarkingChanged(Marking.RED),
                        new PolicyChanged(RHO),
                        new BlindChanged(true),
                        new ArchiveChanged(true));
    }

    @Test
    void marking_blind_mode_and_archive_follow_the_order_of_recording_whatever_date_is_named() {
        var command = new ReviseAssessment("Other", null, null, null, Marking.RED, RHO, true, true, Set.of());
        assertThat(given(opened()).when(command).dated("2025-01-10").events())
                .extracting(recorded -> recorded.stamp().effectiveAt())
                .containsExactly(Given.day("2025-01-10"), Given.NOW, Given.day("2025-01-10"), Given.NOW, Given.NOW);
    }

    @Test
    void emptied_tags_are_an_empty_list() {
        given(opened()).when(Asked.empty("tags")).then(new AssessmentRevised(null, null, null, List.of(), Set.of()));
    }

    @Test
    void a_policy_that_sets_nothing_changes_nothing() {
        given(opened()).when(Asked.policy(PolicyChange.NONE)).thenRefused(Rule.A_CHANGE_NAMES_WHAT_IT_CHANGES);
    }

    @Test
    void a_horizon_lies_within_the_years_1_to_9999() {
        given(opened())
                .when(horizon(LocalDate.of(10_000, 1, 1)))
                .thenRefused(Rule.TIMES_LIE_WITHIN_THE_YEARS_1_TO_9999)
                .at("/horizon");
        given(opened()).when(horizon(LocalDate.of(9999, 12, 31))).thenAllowed();
        given(opened()).when(horizon(LocalDate.of(1, 1, 1))).thenAllowed();
        given(opened()).when(horizon(LocalDate.of(0, 12, 31))).thenRefused(Rule.TIMES_LIE_WITHIN_THE_YEARS_1_TO_9999);
    }

    private static ReviseAssessment horizon(LocalDate horizon) {
        return new ReviseAssessment(null, null, horizon, null, null, null, null, null, Set.of());
    }

    @Test
    void an_assessment_is_marked_as_strictly_as_its_evidence() {
        var given = given(marked(Marking.RED), Happened.source("s1"), evidence("e1", Marking.AMBER));
        given.when(Asked.mark(Marking.AMBER)).then(new MarkingChanged(Marking.AMBER));
        given.when(Asked.mark(Marking.GREEN))
                .thenRefused(Rule.AN_ASSESSMENT_IS_MARKED_AS_STRICTLY_AS_ITS_EVIDENCE)
                .at("/marking")
                .saying("Evidence e1 is marked TLP:AMBER");
        given.and(Happened.retracted("e1"))
                .when(Asked.mark(Marking.GREEN))
                .thenRefused(Rule.AN_ASSESSMENT_IS_MARKED_AS_STRICTLY_AS_ITS_EVIDENCE);
    }

    private static AssessmentEvent marked(Marking marking) {
        return opened(Relation.EXCLUSIVE, marking, false);
    }

    private static AssessmentEvent evidence(String key, @Nullable Marking marking) {
        return Happened.evidence(key, "s1", marking);
    }

    @Test
    void from_a_resolution_on_only_marking_tags_and_archive_are_changed() {
        var given = given(opened(), Happened.proposed("i1")).since("2025-01-10", resolved("i1", "2025-01-10"));
        given.when(Asked.mark(Marking.RED)).then(new MarkingChanged(Marking.RED));
        given.when(Asked.archive(true)).then(new ArchiveChanged(true));
        given.when(Asked.revise(null, List.of("done"))).thenAllowed();
        given.when(Asked.empty("tags")).thenAllowed();
        for (var refused : List.of(
                Asked.revise("Other", null),
                horizon(LocalDate.of(2026, 1, 1)),
                Asked.empty("horizon"),
                Asked.policy(RHO),
                Asked.blind(true))) {
            given.when(refused)
                    .thenRefused(Rule.A_RESOLVED_ASSESSMENT_STAYS_AS_IT_IS)
                    .saying("reopen the assessment first");
        }
        given.when(Asked.revise("Other", null)).dated("2025-01-09").thenAllowed();
    }
}
