package org.steelyard.assessment;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.*;
import org.steelyard.balance.Confidence;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Relation;
import org.steelyard.balance.Relevance;
import org.steelyard.balance.Reliability;

/** Events in which only what matters to a test is said. */
final class Happened {
    private Happened() {}

    static AssessmentEvent opened() {
        return opened(Relation.EXCLUSIVE, Marking.AMBER, false);
    }

    static AssessmentEvent openedOverlapping() {
        return opened(Relation.OVERLAPPING, Marking.AMBER, false);
    }

    static AssessmentEvent openedBlind() {
        return opened(Relation.EXCLUSIVE, Marking.AMBER, true);
    }

    static AssessmentEvent opened(Relation relation, Marking marking, boolean blind) {
        return new AssessmentOpened(
                "durability", "Title", "Will it last?", relation, null, marking, List.of(), PolicyChange.NONE, blind);
    }

    static AssessmentEvent proposed(String key) {
        return new InterpretationProposed(key, "It will.", null, null);
    }

    static AssessmentEvent withdrawn(String key) {
        return new InterpretationWithdrawn(key);
    }

    static AssessmentEvent source(String key) {
        return new SourceRecorded(key, "Wire", "press", Reliability.B, null);
    }

    static AssessmentEvent evidence(String key, String source) {
        return evidence(key, source, null);
    }

    static AssessmentEvent evidence(String key, String source, @Nullable Marking marking) {
        return new EvidenceRecorded(
                key, "Shells arrived", source, 2, Relevance.M, EvidenceKind.REPORT, null, null, null, null, marking);
    }

    static AssessmentEvent retracted(String key) {
        return new EvidenceRetracted(key);
    }

    static AssessmentEvent rated(String evidence, String interpretation) {
        return new EvidenceRated(evidence, interpretation, Rating.C, null, new Seen(false, true));
    }

    static AssessmentEvent judged(String interpretation) {
        return new JudgmentRecorded(Map.of(interpretation, 1.0), Confidence.LOW, "Because", List.of(), List.of());
    }

    static AssessmentEvent indicator(String key, String speaksFor) {
        return new IndicatorRecorded(key, "A pipeline", speaksFor, null);
    }

    static AssessmentEvent comment() {
        return new CommentMade("Why?", null, null);
    }

    static AssessmentEvent resolved(@Nullable String outcome, String on) {
        return new AssessmentResolved(outcome, null, LocalDate.parse(on), "Treaty signed");
    }

    static AssessmentEvent reopened() {
        return new AssessmentReopened();
    }

    static AssessmentEvent claimCorrected(
            String key, @Nullable String claim, @Nullable String source, Set<String> cleared) {
        return new EvidenceCorrected(key, claim, source, null, null, null, null, null, null, null, null, cleared);
    }

    static URI link() {
        return URI.create("https://example.org/");
    }
}
