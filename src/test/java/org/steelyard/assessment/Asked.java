package org.steelyard.assessment;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentCommand.*;
import org.steelyard.assessment.AssessmentEvent.EvidenceKind;
import org.steelyard.assessment.AssessmentEvent.KnownBy;
import org.steelyard.assessment.AssessmentEvent.PolicyChange;
import org.steelyard.assessment.AssessmentEvent.Verdict;
import org.steelyard.balance.Confidence;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Relation;
import org.steelyard.balance.Relevance;
import org.steelyard.balance.Reliability;

/** Commands in which only what matters to a test is said. */
final class Asked {
    private Asked() {}

    static OpenAssessment open() {
        return open("durability", "Title", List.of(), PolicyChange.NONE);
    }

    static OpenAssessment open(String key, String title, List<String> tags, PolicyChange policy) {
        return new OpenAssessment(
                key, title, "Will it last?", Relation.EXCLUSIVE, null, Marking.AMBER, tags, policy, false);
    }

    static ReviseAssessment revise(@Nullable String title, @Nullable List<String> tags) {
        return new ReviseAssessment(title, null, null, tags, null, null, null, null, Set.of());
    }

    static ReviseAssessment mark(Marking marking) {
        return new ReviseAssessment(null, null, null, null, marking, null, null, null, Set.of());
    }

    static ReviseAssessment policy(PolicyChange policy) {
        return new ReviseAssessment(null, null, null, null, null, policy, null, null, Set.of());
    }

    static ReviseAssessment blind(boolean blind) {
        return new ReviseAssessment(null, null, null, null, null, null, blind, null, Set.of());
    }

    static ReviseAssessment archive(boolean archived) {
        return new ReviseAssessment(null, null, null, null, null, null, null, archived, Set.of());
    }

    static ReviseAssessment empty(String... fields) {
        return new ReviseAssessment(null, null, null, null, null, null, null, null, Set.of(fields));
    }

    static ProposeInterpretation propose(@Nullable String key) {
        return new ProposeInterpretation(key, "It will.", null, null);
    }

    static RecordSource recordSource(@Nullable String key) {
        return new RecordSource(key, "Wire", "press", Reliability.B, null);
    }

    static RecordEvidence recordEvidence(@Nullable String key, String source) {
        return recordEvidence(key, source, null);
    }

    static RecordEvidence recordEvidence(@Nullable String key, String source, @Nullable Marking marking) {
        return new RecordEvidence(
                key, "Shells arrived", source, 2, Relevance.M, EvidenceKind.REPORT, null, null, null, null, marking);
    }

    static RecordEvidence recordEvidence(int credibility, @Nullable String occurredOn, @Nullable URI link) {
        return new RecordEvidence(
                null,
                "Shells arrived",
                "s1",
                credibility,
                Relevance.M,
                EvidenceKind.REPORT,
                null,
                occurredOn,
                null,
                link,
                null);
    }

    static CorrectEvidence correctClaim(String key, @Nullable String claim, String... cleared) {
        return new CorrectEvidence(key, claim, null, null, null, null, null, null, null, null, null, Set.of(cleared));
    }

    static CorrectEvidence move(String key, String source) {
        return new CorrectEvidence(key, null, source, null, null, null, null, null, null, null, null, Set.of());
    }

    static CorrectEvidence grade(String key, int credibility) {
        return new CorrectEvidence(key, null, null, credibility, null, null, null, null, null, null, null, Set.of());
    }

    static CorrectEvidence markEvidence(String key, Marking marking) {
        return new CorrectEvidence(key, null, null, null, null, null, null, null, null, null, marking, Set.of());
    }

    static RateEvidence rate(String evidence, String interpretation) {
        return new RateEvidence(evidence, interpretation, Rating.C, null);
    }

    static RecordJudgment judge(Map<String, Double> probabilities, String... restsOn) {
        return new RecordJudgment(probabilities, Confidence.LOW, "Because", List.of(restsOn), List.of());
    }

    static RecordIndicator recordIndicator(@Nullable String key, String speaksFor) {
        return new RecordIndicator(key, "A pipeline", speaksFor, null);
    }

    static MakeComment comment(String text) {
        return new MakeComment(text, null, null);
    }

    static GiveReview review(long revision) {
        return new GiveReview(revision, Verdict.APPROVED, "Sound", "00", KnownBy.TOKEN);
    }

    static ResolveAssessment resolve(@Nullable String outcome, String on) {
        return new ResolveAssessment(outcome, null, LocalDate.parse(on), "Treaty signed");
    }

    static ResolveAssessment resolve(Map<String, Boolean> outcomes, String on) {
        return new ResolveAssessment(null, outcomes, LocalDate.parse(on), "Treaty signed");
    }
}
