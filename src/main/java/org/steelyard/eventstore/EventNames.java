package org.steelyard.eventstore;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent;

/**
 * The wire name of every event. A class can be renamed; what is stored under a name stays readable for ever. A change of shape
 * is a new version ({@code .v2}) and an upcaster from the old one.
 */
final class EventNames {
    private static final Map<Class<? extends AssessmentEvent>, String> NAMES = new LinkedHashMap<>();
    private static final Map<String, Class<? extends AssessmentEvent>> CLASSES = new LinkedHashMap<>();

    static {
        name("assessment.assessment-opened.v1", AssessmentEvent.AssessmentOpened.class);
        name("assessment.assessment-revised.v1", AssessmentEvent.AssessmentRevised.class);
        name("assessment.marking-changed.v1", AssessmentEvent.MarkingChanged.class);
        name("assessment.policy-changed.v1", AssessmentEvent.PolicyChanged.class);
        name("assessment.blind-changed.v1", AssessmentEvent.BlindChanged.class);
        name("assessment.archive-changed.v1", AssessmentEvent.ArchiveChanged.class);
        name("assessment.interpretation-proposed.v1", AssessmentEvent.InterpretationProposed.class);
        name("assessment.interpretation-revised.v1", AssessmentEvent.InterpretationRevised.class);
        name("assessment.interpretation-withdrawn.v1", AssessmentEvent.InterpretationWithdrawn.class);
        name("assessment.interpretation-reinstated.v1", AssessmentEvent.InterpretationReinstated.class);
        name("assessment.source-recorded.v1", AssessmentEvent.SourceRecorded.class);
        name("assessment.source-corrected.v1", AssessmentEvent.SourceCorrected.class);
        name("assessment.source-regraded.v1", AssessmentEvent.SourceRegraded.class);
        name("assessment.evidence-recorded.v1", AssessmentEvent.EvidenceRecorded.class);
        name("assessment.evidence-corrected.v1", AssessmentEvent.EvidenceCorrected.class);
        name("assessment.evidence-regraded.v1", AssessmentEvent.EvidenceRegraded.class);
        name("assessment.evidence-retracted.v1", AssessmentEvent.EvidenceRetracted.class);
        name("assessment.evidence-reinstated.v1", AssessmentEvent.EvidenceReinstated.class);
        name("assessment.evidence-rated.v1", AssessmentEvent.EvidenceRated.class);
        name("assessment.rating-withdrawn.v1", AssessmentEvent.RatingWithdrawn.class);
        name("assessment.judgment-recorded.v1", AssessmentEvent.JudgmentRecorded.class);
        name("assessment.judgment-withdrawn.v1", AssessmentEvent.JudgmentWithdrawn.class);
        name("assessment.indicator-recorded.v1", AssessmentEvent.IndicatorRecorded.class);
        name("assessment.indicator-changed.v1", AssessmentEvent.IndicatorChanged.class);
        name("assessment.comment-made.v1", AssessmentEvent.CommentMade.class);
        name("assessment.review-requested.v1", AssessmentEvent.ReviewRequested.class);
        name("assessment.review-given.v1", AssessmentEvent.ReviewGiven.class);
        name("assessment.assessment-resolved.v1", AssessmentEvent.AssessmentResolved.class);
        name("assessment.assessment-reopened.v1", AssessmentEvent.AssessmentReopened.class);
    }

    private EventNames() {}

    private static void name(String name, Class<? extends AssessmentEvent> type) {
        NAMES.put(type, name);
        CLASSES.put(name, type);
    }

    /** All pairs of class and wire name. */
    static Map<Class<? extends AssessmentEvent>, String> all() {
        return Map.copyOf(NAMES);
    }

    /** The wire name of this class, or null where it is no event. */
    static @Nullable String nameOf(Class<?> type) {
        return NAMES.get(type);
    }

    /** The class that is stored under this wire name, or null where there is none. */
    static @Nullable Class<? extends AssessmentEvent> classOf(String name) {
        return CLASSES.get(name);
    }
}
