package org.steelyard.exchange.casefile;

import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.AssessmentEvent.ArchiveChanged;
import org.steelyard.assessment.AssessmentEvent.AssessmentOpened;
import org.steelyard.assessment.AssessmentEvent.AssessmentReopened;
import org.steelyard.assessment.AssessmentEvent.AssessmentResolved;
import org.steelyard.assessment.AssessmentEvent.AssessmentRevised;
import org.steelyard.assessment.AssessmentEvent.BlindChanged;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.assessment.AssessmentEvent.EvidenceCorrected;
import org.steelyard.assessment.AssessmentEvent.EvidenceRated;
import org.steelyard.assessment.AssessmentEvent.EvidenceRecorded;
import org.steelyard.assessment.AssessmentEvent.EvidenceRegraded;
import org.steelyard.assessment.AssessmentEvent.EvidenceReinstated;
import org.steelyard.assessment.AssessmentEvent.EvidenceRetracted;
import org.steelyard.assessment.AssessmentEvent.IndicatorChanged;
import org.steelyard.assessment.AssessmentEvent.IndicatorRecorded;
import org.steelyard.assessment.AssessmentEvent.InterpretationProposed;
import org.steelyard.assessment.AssessmentEvent.InterpretationReinstated;
import org.steelyard.assessment.AssessmentEvent.InterpretationRevised;
import org.steelyard.assessment.AssessmentEvent.InterpretationWithdrawn;
import org.steelyard.assessment.AssessmentEvent.JudgmentRecorded;
import org.steelyard.assessment.AssessmentEvent.JudgmentWithdrawn;
import org.steelyard.assessment.AssessmentEvent.MarkingChanged;
import org.steelyard.assessment.AssessmentEvent.PolicyChanged;
import org.steelyard.assessment.AssessmentEvent.RatingWithdrawn;
import org.steelyard.assessment.AssessmentEvent.ReviewGiven;
import org.steelyard.assessment.AssessmentEvent.ReviewRequested;
import org.steelyard.assessment.AssessmentEvent.SourceCorrected;
import org.steelyard.assessment.AssessmentEvent.SourceRecorded;
import org.steelyard.assessment.AssessmentEvent.SourceRegraded;
import org.steelyard.assessment.Recorded;

/**
 * The entry of a case file that says what one event says.
 *
 * @param kind the list that it belongs to
 */
record WrittenEntry(EntryKind kind, Block fields) {

    /** @param inForce of a resolution: whether it was not reopened, so that it has its own place in the file */
    static WrittenEntry of(Recorded recorded, boolean inForce) {
        var content = recorded.event() instanceof AssessmentResolved resolved && inForce
                ? new WrittenEntry(EntryKind.RESOLUTION, ItemFields.of(resolved))
                : content(recorded.event());
        var stamp = recorded.stamp();
        return new WrittenEntry(
                content.kind,
                Block.empty()
                        .with("seq", recorded.revision())
                        .with("effectiveAt", Block.time(stamp.effectiveAt()))
                        .with(content.kind.fields().contains("analyst") ? "analyst" : "by", stamp.author())
                        .withAll(content.fields)
                        .with("reason", stamp.reason()));
    }

    private static WrittenEntry content(AssessmentEvent event) {
        return switch (event) {
            case AssessmentOpened opened -> new WrittenEntry(EntryKind.ASSESSMENT, ItemFields.of(opened));
            case SourceRecorded source -> new WrittenEntry(EntryKind.SOURCE, ItemFields.of(source));
            case InterpretationProposed it -> new WrittenEntry(EntryKind.INTERPRETATION, ItemFields.of(it));
            case EvidenceRecorded evidence -> new WrittenEntry(EntryKind.EVIDENCE, ItemFields.of(evidence));
            case EvidenceRated rated -> new WrittenEntry(EntryKind.RATING, ItemFields.of(rated));
            case JudgmentRecorded judgment -> new WrittenEntry(EntryKind.JUDGMENT, ItemFields.of(judgment));
            case IndicatorRecorded indicator -> new WrittenEntry(EntryKind.INDICATOR, ItemFields.of(indicator));
            case AssessmentRevised revised -> revision(ChangeFields.of(revised));
            case MarkingChanged changed -> revision(Block.empty().with("marking", changed.marking()));
            case PolicyChanged changed -> revision(Block.empty().with("policy", ItemFields.of(changed.policy())));
            case BlindChanged changed -> revision(Block.empty().with("blind", changed.blind()));
            case ArchiveChanged changed -> revision(Block.empty().with("archived", changed.archived()));
            case InterpretationRevised it -> change(Change.REVISE_INTERPRETATION, it, ChangeFields.of(it));
            case InterpretationWithdrawn it -> change(Change.WITHDRAW_INTERPRETATION, it);
            case InterpretationReinstated it -> change(Change.REINSTATE_INTERPRETATION, it);
            case SourceCorrected source -> change(Change.CORRECT_SOURCE, source, ChangeFields.of(source));
            case SourceRegraded source -> change(Change.CORRECT_SOURCE, source, ChangeFields.of(source));
            case EvidenceCorrected evidence -> change(Change.CORRECT_EVIDENCE, evidence, ChangeFields.of(evidence));
            case EvidenceRegraded evidence -> change(Change.CORRECT_EVIDENCE, evidence, ChangeFields.of(evidence));
            case EvidenceRetracted evidence -> change(Change.RETRACT_EVIDENCE, evidence);
            case EvidenceReinstated evidence -> change(Change.REINSTATE_EVIDENCE, evidence);
            case RatingWithdrawn rating -> change(Change.WITHDRAW_RATING, rating);
            case JudgmentWithdrawn judgment -> change(Change.WITHDRAW_JUDGMENT, judgment);
            case IndicatorChanged indicator -> change(Change.SET_INDICATOR, indicator, ChangeFields.of(indicator));
            case CommentMade comment -> change(Change.COMMENT, ChangeFields.of(comment));
            case ReviewRequested request -> change(Change.REQUEST_REVIEW, ChangeFields.of(request));
            case ReviewGiven review -> change(Change.REVIEW, ChangeFields.of(review));
            case AssessmentResolved resolved -> change(Change.RESOLVE, ItemFields.of(resolved));
            case AssessmentReopened reopened -> change(Change.REOPEN, reopened);
        };
    }

    private static WrittenEntry revision(Block set) {
        return change(Change.REVISE_ASSESSMENT, set);
    }

    private static WrittenEntry change(Change change, Block set) {
        return new WrittenEntry(
                EntryKind.CHANGE, Block.empty().with("do", change).with("set", set));
    }

    private static WrittenEntry change(Change change, AssessmentEvent event) {
        return new WrittenEntry(
                EntryKind.CHANGE, Block.empty().with("do", change).with("on", event.item()));
    }

    private static WrittenEntry change(Change change, AssessmentEvent event, Block set) {
        return new WrittenEntry(
                EntryKind.CHANGE,
                Block.empty().with("do", change).with("on", event.item()).with("set", set));
    }
}
