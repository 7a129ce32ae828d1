package org.steelyard.eventstore;

import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.AssessmentEvent.About;
import org.steelyard.assessment.AssessmentEvent.ArchiveChanged;
import org.steelyard.assessment.AssessmentEvent.AssessmentOpened;
import org.steelyard.assessment.AssessmentEvent.AssessmentReopened;
import org.steelyard.assessment.AssessmentEvent.AssessmentResolved;
import org.steelyard.assessment.AssessmentEvent.AssessmentRevised;
import org.steelyard.assessment.AssessmentEvent.BlindChanged;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.assessment.AssessmentEvent.EvidenceCorrected;
import org.steelyard.assessment.AssessmentEvent.EvidenceKind;
import org.steelyard.assessment.AssessmentEvent.EvidenceRated;
import org.steelyard.assessment.AssessmentEvent.EvidenceRecorded;
import org.steelyard.assessment.AssessmentEvent.EvidenceRegraded;
import org.steelyard.assessment.AssessmentEvent.EvidenceReinstated;
import org.steelyard.assessment.AssessmentEvent.EvidenceRetracted;
import org.steelyard.assessment.AssessmentEvent.IndicatorChanged;
import org.steelyard.assessment.AssessmentEvent.IndicatorRecorded;
import org.steelyard.assessment.AssessmentEvent.IndicatorStatus;
import org.steelyard.assessment.AssessmentEvent.InterpretationProposed;
import org.steelyard.assessment.AssessmentEvent.InterpretationReinstated;
import org.steelyard.assessment.AssessmentEvent.InterpretationRevised;
import org.steelyard.assessment.AssessmentEvent.InterpretationWithdrawn;
import org.steelyard.assessment.AssessmentEvent.JudgmentRecorded;
import org.steelyard.assessment.AssessmentEvent.JudgmentWithdrawn;
import org.steelyard.assessment.AssessmentEvent.KnownBy;
import org.steelyard.assessment.AssessmentEvent.MarkingChanged;
import org.steelyard.assessment.AssessmentEvent.PolicyChange;
import org.steelyard.assessment.AssessmentEvent.PolicyChanged;
import org.steelyard.assessment.AssessmentEvent.RatingWithdrawn;
import org.steelyard.assessment.AssessmentEvent.ReviewGiven;
import org.steelyard.assessment.AssessmentEvent.ReviewRequested;
import org.steelyard.assessment.AssessmentEvent.Seen;
import org.steelyard.assessment.AssessmentEvent.SourceCorrected;
import org.steelyard.assessment.AssessmentEvent.SourceRecorded;
import org.steelyard.assessment.AssessmentEvent.SourceRegraded;
import org.steelyard.assessment.AssessmentEvent.Verdict;
import org.steelyard.assessment.Marking;
import org.steelyard.balance.Confidence;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Relation;
import org.steelyard.balance.Relevance;
import org.steelyard.balance.Reliability;

/** One of each event with every field set, and one with every optional field left out. */
final class SampleEvents {
    private static final LocalDate DAY = LocalDate.of(2025, 7, 31);
    private static final URI LINK = URI.create("https://example.org/report?a=1&b=%C3%A4#page-2");
    private static final PolicyChange POLICY = new PolicyChange(0.1 + 0.2, 2.5, 1e-6, 1.0, 0.0);
    private static final String DIGEST = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private SampleEvents() {}

    static List<AssessmentEvent> full() {
        return Stream.of(framing(), interpretations(), sources(), evidence(), opinions(), reviews())
                .flatMap(List::stream)
                .toList();
    }

    private static List<AssessmentEvent> framing() {
        return List.of(
                new AssessmentOpened(
                        "iraq",
                        "A title: \"quoted\", ä, \u05d0, \ud83d\ude80",
                        "One line\nand another\\",
                        Relation.EXCLUSIVE,
                        DAY,
                        Marking.AMBER_STRICT,
                        List.of("second", "first"),
                        POLICY,
                        true),
                new AssessmentRevised("A title", "Will it?", DAY, List.of("tag"), Set.of("tags", "horizon")),
                new MarkingChanged(Marking.AMBER_STRICT),
                new PolicyChanged(POLICY),
                new BlindChanged(true),
                new ArchiveChanged(true));
    }

    private static List<AssessmentEvent> interpretations() {
        return List.of(
                new InterpretationProposed("h1", "It will", "the ministry", "troops leave"),
                new InterpretationRevised("h1", "It will", "the ministry", "troops leave", Set.of("holder")),
                new InterpretationWithdrawn("h1"),
                new InterpretationReinstated("h1"));
    }

    private static List<AssessmentEvent> sources() {
        return List.of(
                new SourceRecorded("s1", "A newspaper", "press", Reliability.B, "an agency"),
                new SourceCorrected(
                        "s1", "A newspaper", "press", Reliability.C, "an agency", Set.of("origin", "kind", "name")),
                new SourceRegraded("s1", Reliability.F));
    }

    private static List<AssessmentEvent> evidence() {
        return List.of(
                new EvidenceRecorded(
                        "e1",
                        "They moved",
                        "s1",
                        2,
                        Relevance.H,
                        EvidenceKind.ABSENCE,
                        "a broadcast",
                        "2025-07",
                        "2025-07-31",
                        LINK,
                        Marking.GREEN),
                new EvidenceCorrected(
                        "e1",
                        "They moved",
                        "s1",
                        6,
                        Relevance.M,
                        EvidenceKind.ASSUMPTION,
                        "a broadcast",
                        "2025",
                        "2025-07",
                        LINK,
                        Marking.RED,
                        Set.of("link")),
                new EvidenceRegraded("e1", 1, Relevance.L),
                new EvidenceRetracted("e1"),
                new EvidenceReinstated("e1"));
    }

    private static List<AssessmentEvent> opinions() {
        return List.of(
                new EvidenceRated("e1", "h1", Rating.II, "It speaks against", new Seen(true, true)),
                new RatingWithdrawn("e1", "h1"),
                new JudgmentRecorded(
                        Map.of("h2", 0.1 + 0.2, "h10", 1.0, "h1", 1e-17),
                        Confidence.MODERATE,
                        "All told",
                        List.of("e2", "e1"),
                        List.of("e3")),
                new JudgmentWithdrawn(),
                new IndicatorRecorded("k1", "A parade", "h1", DAY),
                new IndicatorChanged("k1", "A parade", "h1", DAY, IndicatorStatus.OBSERVED, Set.of("deadline")));
    }

    private static List<AssessmentEvent> reviews() {
        return List.of(
                new CommentMade("Look, @an2", new About("e1", "h1", "e1/h1", 7L), 3L),
                new ReviewRequested(7, List.of("reviewer", "an2"), "Before Friday"),
                new ReviewGiven(7, Verdict.CHANGES_REQUESTED, "Not yet", DIGEST, KnownBy.PASSWORD_AGAIN),
                new AssessmentResolved("h1", Map.of("h2", false, "h1", true), DAY, "As announced"),
                new AssessmentReopened());
    }

    /** Only of events that have optional fields. */
    static List<AssessmentEvent> bare() {
        return Arrays.asList(
                new AssessmentOpened(
                        "iraq",
                        "A title",
                        "Will it?",
                        Relation.OVERLAPPING,
                        null,
                        Marking.CLEAR,
                        List.of(),
                        PolicyChange.NONE,
                        false),
                new AssessmentRevised(null, null, null, null, Set.of()),
                new PolicyChanged(PolicyChange.NONE),
                new InterpretationProposed("h1", "It will", null, null),
                new InterpretationRevised("h1", null, null, null, Set.of()),
                new SourceRecorded("s1", "A newspaper", "press", Reliability.A, null),
                new SourceCorrected("s1", null, null, null, null, Set.of()),
                new EvidenceRecorded(
                        "e1", "They moved", "s1", 1, Relevance.L, EvidenceKind.REPORT, null, null, null, null, null),
                new EvidenceCorrected("e1", null, null, null, null, null, null, null, null, null, null, Set.of()),
                new EvidenceRegraded("e1", null, null),
                new EvidenceRated("e1", "h1", Rating.NA, null, new Seen(false, false)),
                new IndicatorRecorded("k1", "A parade", "h1", null),
                new IndicatorChanged("k1", null, null, null, null, Set.of()),
                new CommentMade("Look", null, null),
                new ReviewRequested(7, List.of(), null),
                new AssessmentResolved(null, null, DAY, "Nobody will know"));
    }
}
