package org.steelyard.portfolio.board;

import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.AssessmentEvent.*;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.AssessmentState.Framing;
import org.steelyard.assessment.Course;
import org.steelyard.portfolio.projection.Rows;

/** A row for each event: how the assessment stood after it, so that any recorded instant can be asked for. */
@Component
class Points extends BoardProjection {
    static final String NAME = "points";

    Points() {
        super(NAME, "point");
    }

    @Override
    public void write(Advance advance, Rows rows) {
        AssessmentState state = advance.state();
        var boards = new Boards(state);
        var framing = new Framings(state, advance.after());
        Course.recorded(state, advance.after(), state.revision(), null).walk(waypoint -> {
            var row = boards.row(
                    framing.after(waypoint.event().event(), waypoint.event().revision()), waypoint);
            insert(advance, row, rows);
        });
    }

    /** The framing along the revisions, looked up only after events that may change it. */
    private static final class Framings {
        private final AssessmentState state;
        private Framing last;

        Framings(AssessmentState state, long revision) {
            this.state = state;
            last = state.framingAt(Math.max(1, revision));
        }

        Framing after(AssessmentEvent event, long revision) {
            if (mayReframe(event)) {
                last = state.framingAt(revision);
            }
            return last;
        }

        private static boolean mayReframe(AssessmentEvent event) {
            return switch (event) {
                case AssessmentOpened e -> true;
                case AssessmentRevised e -> true;
                case ArchiveChanged e -> true;
                case AssessmentResolved e -> true;
                case AssessmentReopened e -> true;
                case MarkingChanged e -> false;
                case PolicyChanged e -> false;
                case BlindChanged e -> false;
                case InterpretationProposed e -> false;
                case InterpretationRevised e -> false;
                case InterpretationWithdrawn e -> false;
                case InterpretationReinstated e -> false;
                case SourceRecorded e -> false;
                case SourceCorrected e -> false;
                case SourceRegraded e -> false;
                case EvidenceRecorded e -> false;
                case EvidenceCorrected e -> false;
                case EvidenceRegraded e -> false;
                case EvidenceRetracted e -> false;
                case EvidenceReinstated e -> false;
                case EvidenceRated e -> false;
                case RatingWithdrawn e -> false;
                case JudgmentRecorded e -> false;
                case JudgmentWithdrawn e -> false;
                case IndicatorRecorded e -> false;
                case IndicatorChanged e -> false;
                case CommentMade e -> false;
                case ReviewRequested e -> false;
                case ReviewGiven e -> false;
            };
        }
    }
}
