package org.steelyard.portfolio.search;

import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.*;
import org.steelyard.assessment.Recorded;

/**
 * Where in an assessment something is written.
 *
 * @param item the thing's key, the analyst of a judgment, the revision of what was said; empty for the assessment itself and its
 *     resolution
 */
record Place(Sort sort, String item) {

    /** The place whose texts an event may change; null where it changes none. */
    static @Nullable Place touchedBy(Recorded recorded) {
        return switch (recorded.event()) {
            case AssessmentOpened e -> new Place(Sort.ASSESSMENT, "");
            case AssessmentRevised e -> new Place(Sort.ASSESSMENT, "");
            case AssessmentResolved e -> new Place(Sort.RESOLUTION, "");
            case AssessmentReopened e -> new Place(Sort.RESOLUTION, "");
            case InterpretationProposed e -> new Place(Sort.INTERPRETATION, e.key());
            case InterpretationRevised e -> new Place(Sort.INTERPRETATION, e.key());
            case InterpretationWithdrawn e -> new Place(Sort.INTERPRETATION, e.key());
            case InterpretationReinstated e -> new Place(Sort.INTERPRETATION, e.key());
            case SourceRecorded e -> new Place(Sort.SOURCE, e.key());
            case SourceCorrected e -> new Place(Sort.SOURCE, e.key());
            case EvidenceRecorded e -> new Place(Sort.EVIDENCE, e.key());
            case EvidenceCorrected e -> new Place(Sort.EVIDENCE, e.key());
            case EvidenceRetracted e -> new Place(Sort.EVIDENCE, e.key());
            case EvidenceReinstated e -> new Place(Sort.EVIDENCE, e.key());
            case JudgmentRecorded e -> new Place(Sort.JUDGMENT, recorded.stamp().author());
            case JudgmentWithdrawn e ->
                new Place(Sort.JUDGMENT, recorded.stamp().author());
            case IndicatorRecorded e -> new Place(Sort.INDICATOR, e.key());
            case IndicatorChanged e -> new Place(Sort.INDICATOR, e.key());
            case CommentMade e -> said(Sort.COMMENT, recorded);
            case ReviewRequested e -> said(Sort.REVIEW_REQUEST, recorded);
            case ReviewGiven e -> said(Sort.REVIEW, recorded);
            case MarkingChanged e -> null;
            case PolicyChanged e -> null;
            case BlindChanged e -> null;
            case ArchiveChanged e -> null;
            case SourceRegraded e -> null;
            case EvidenceRegraded e -> null;
            case EvidenceRated e -> null;
            case RatingWithdrawn e -> null;
        };
    }

    private static Place said(Sort sort, Recorded recorded) {
        return new Place(sort, Long.toString(recorded.revision()));
    }
}
