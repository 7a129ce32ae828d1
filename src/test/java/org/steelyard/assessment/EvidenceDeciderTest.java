package org.steelyard.assessment;

import static org.steelyard.assessment.Given.given;
import static org.steelyard.assessment.Happened.evidence;
import static org.steelyard.assessment.Happened.opened;
import static org.steelyard.assessment.Happened.resolved;
import static org.steelyard.assessment.Happened.retracted;
import static org.steelyard.assessment.Happened.source;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentCommand.CorrectEvidence;
import org.steelyard.assessment.AssessmentCommand.ReinstateEvidence;
import org.steelyard.assessment.AssessmentCommand.RetractEvidence;
import org.steelyard.assessment.AssessmentEvent.EvidenceRegraded;
import org.steelyard.assessment.AssessmentEvent.EvidenceReinstated;
import org.steelyard.balance.Relevance;

class EvidenceDeciderTest {
    private static final RetractEvidence RETRACT = new RetractEvidence("e1");
    private static final ReinstateEvidence REINSTATE = new ReinstateEvidence("e1");

    private static Given oneItem() {
        return given(opened(), source("s1"), evidence("e1", "s1"));
    }

    @Test
    void evidence_is_recorded_with_its_source() {
        given(opened(), source("s1")).when(Asked.recordEvidence("e1", "s1")).then(evidence("e1", "s1"));
    }

    @Test
    void evidence_has_a_source_that_was_there() {
        given(opened())
                .when(Asked.recordEvidence("e1", "s1"))
                .thenRefused(Rule.KEYS_IN_A_BODY_EXIST)
                .at("/source")
                .saying("Source \"s1\" does not exist");
        var given = given(opened(), source("s1"));
        given.when(Asked.recordEvidence("e1", "s1")).dated("2025-01-02").thenHoldsSince("2025-01-02");
        given.when(Asked.recordEvidence("e1", "s1"))
                .dated(Given.day("2025-01-02").minusNanos(1_000))
                .thenRefused(Rule.NOTHING_IS_DATED_BEFORE_WHAT_IT_REFERS_TO)
                .saying("the earliest date allowed is 2025-01-02T00:00:00Z");
    }

    @Test
    void the_earliest_date_is_one_at_which_all_that_is_referred_to_is_in_force() {
        oneItem()
                .and(source("s2"))
                .when(Asked.move("e1", "s2"))
                .dated("2025-01-01")
                .thenRefused(Rule.NOTHING_IS_DATED_BEFORE_WHAT_IT_REFERS_TO)
                .saying("Evidence e1 is not yet in force")
                .saying("the earliest date allowed is 2025-01-04T00:00:00Z");
    }

    @Test
    void credibility_is_1_to_6() {
        for (int credibility : new int[] {0, 7, -1, Integer.MAX_VALUE}) {
            given(opened(), source("s1"))
                    .when(Asked.recordEvidence(credibility, null, null))
                    .thenRefused(Rule.CREDIBILITY_IS_1_TO_6)
                    .at("/credibility");
            oneItem().when(Asked.grade("e1", credibility)).thenRefused(Rule.CREDIBILITY_IS_1_TO_6);
        }
        oneItem().when(Asked.grade("e1", 1)).then(new EvidenceRegraded("e1", 1, null));
        oneItem().when(Asked.grade("e1", 6)).then(new EvidenceRegraded("e1", 6, null));
    }

    @Test
    void new_grades_alone_are_a_regrade_and_with_anything_else_a_correction() {
        var grades =
                new CorrectEvidence("e1", null, null, 5, Relevance.L, null, null, null, null, null, null, Set.of());
        oneItem().when(grades).then(new EvidenceRegraded("e1", 5, Relevance.L));
        oneItem()
                .when(Asked.correctClaim("e1", "Fewer shells arrived", "origin"))
                .then(Happened.claimCorrected("e1", "Fewer shells arrived", null, Set.of("origin")));
        oneItem()
                .and(source("s2"))
                .when(Asked.move("e1", "s2"))
                .then(Happened.claimCorrected("e1", null, "s2", Set.of()));
        oneItem()
                .when(Asked.correctClaim("e1", null, "link"))
                .then(Happened.claimCorrected("e1", null, null, Set.of("link")));
    }

    @Test
    void dates_of_evidence_are_dates_months_or_years() {
        for (String bad :
                List.of("", "25", "2025-1", "2025-13", "2025-02-30", "0000", "2025-01-01T00:00:00Z", "soon")) {
            occurred(bad)
                    .thenRefused(Rule.DATES_OF_EVIDENCE_ARE_DATES_MONTHS_OR_YEARS)
                    .at("/occurredOn");
        }
        for (String good : List.of("0001", "1950-06", "2024-02-29", "2025")) {
            occurred(good).thenAllowed();
        }
    }

    @Test
    void dates_of_evidence_are_not_in_the_future() {
        for (String future : List.of("2025-02-02", "2025-03", "2026", "9999")) {
            occurred(future)
                    .thenRefused(Rule.DATES_OF_EVIDENCE_ARE_NOT_IN_THE_FUTURE)
                    .at("/occurredOn")
                    .saying("name a date up to 2025-02-01");
        }
        for (String begun : List.of("2025-02-01", "2025-02", "2025")) {
            occurred(begun).thenAllowed();
        }
    }

    private static Given.When occurred(String on) {
        return given(opened(), source("s1")).when(Asked.recordEvidence(2, on, null));
    }

    @Test
    void links_are_http_or_https_and_have_a_host() {
        for (String bad :
                List.of("javascript:alert(1)", "ftp://example.org/", "//example.org/", "a", "http:/x", "https:x")) {
            linked(bad).thenRefused(Rule.LINKS_ARE_HTTP_OR_HTTPS).at("/link").saying("begin it with http");
        }
        for (String good : List.of("http://example.org", "HTTPS://example.org/a?b#c")) {
            linked(good).thenAllowed();
        }
    }

    @Test
    void links_have_at_most_2000_characters() {
        String start = "https://example.org/";
        linked(start + "x".repeat(1980)).thenAllowed();
        linked(start + "x".repeat(1981))
                .thenRefused(Rule.LINKS_HAVE_AT_MOST_2000_CHARACTERS)
                .at("/link");
    }

    private static Given.When linked(String link) {
        return given(opened(), source("s1")).when(Asked.recordEvidence(2, null, URI.create(link)));
    }

    @Test
    void evidence_is_marked_no_stricter_than_its_assessment() {
        var given = given(opened(), source("s1"));
        given.when(Asked.recordEvidence("e1", "s1", Marking.AMBER)).then(evidence("e1", "s1", Marking.AMBER));
        given.when(Asked.recordEvidence("e1", "s1", Marking.AMBER_STRICT))
                .thenRefused(Rule.EVIDENCE_IS_MARKED_NO_STRICTER_THAN_ITS_ASSESSMENT)
                .at("/marking")
                .saying("The assessment is marked TLP:AMBER");
        oneItem()
                .when(Asked.markEvidence("e1", Marking.RED))
                .thenRefused(Rule.EVIDENCE_IS_MARKED_NO_STRICTER_THAN_ITS_ASSESSMENT);
        oneItem().when(Asked.markEvidence("e1", Marking.CLEAR)).thenAllowed();
    }

    @Test
    void a_retraction_says_why_and_takes_out_what_is_in_force() {
        oneItem().when(RETRACT).thenRefused(Rule.A_REASON_IS_GIVEN).at("/reason");
        oneItem().when(RETRACT).because("Fake").then(retracted("e1"));
        oneItem().when(RETRACT).because("Fake").dated("2025-01-03").thenHoldsSince("2025-01-03");
        oneItem()
                .when(RETRACT)
                .because("Fake")
                .dated("2025-01-02")
                .thenRefused(Rule.NOTHING_IS_DATED_BEFORE_WHAT_IT_REFERS_TO)
                .saying("2025-01-03T00:00:00Z");
        oneItem()
                .and(retracted("e1"))
                .when(RETRACT)
                .because("Fake")
                .thenRefused(Rule.ONLY_WHAT_IS_IN_FORCE_IS_TAKEN_OUT_OF_FORCE);
    }

    @Test
    void a_retracted_item_is_reinstated_and_says_why() {
        var given = oneItem().and(retracted("e1"));
        given.when(REINSTATE).thenRefused(Rule.A_REASON_IS_GIVEN).at("/reason");
        given.when(REINSTATE).because("Genuine").then(new EvidenceReinstated("e1"));
        oneItem().when(REINSTATE).because("Genuine").thenRefused(Rule.ONLY_WHAT_IS_OUT_OF_FORCE_IS_REINSTATED);
    }

    @Test
    void what_was_retracted_is_corrected_only_where_it_was_in_force() {
        var given = oneItem().and(retracted("e1"));
        given.when(Asked.grade("e1", 3)).thenRefused(Rule.NOTHING_REFERS_TO_WHAT_IS_NOT_IN_FORCE);
        given.when(Asked.grade("e1", 3))
                .dated(Given.day("2025-01-04").minusNanos(1_000))
                .thenAllowed();
        given.and(new EvidenceReinstated("e1")).when(Asked.grade("e1", 3)).thenAllowed();
    }

    @Test
    void no_evidence_changes_from_a_resolution_on() {
        var given = oneItem()
                .and(evidence("e2", "s1"))
                .and(retracted("e2"))
                .since("2025-01-10", resolved(null, "2025-01-10"));
        for (AssessmentCommand command :
                List.of(Asked.recordEvidence("e3", "s1"), Asked.grade("e1", 3), RETRACT, new ReinstateEvidence("e2"))) {
            given.when(command).because("Late").thenRefused(Rule.A_RESOLVED_ASSESSMENT_STAYS_AS_IT_IS);
            given.when(command).because("Late").dated("2025-01-09").thenAllowed();
        }
        given.and(Happened.reopened()).when(Asked.grade("e1", 3)).thenAllowed();
    }
}
