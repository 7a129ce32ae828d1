package org.steelyard.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.steelyard.assessment.AssessmentCommand.*;

/**
 * What a command comes to: the events to append, or a refusal. Pure: the same state, submission and time always give the
 * same answer. Who may ask at all is decided before.
 */
public final class AssessmentDecider {
    private AssessmentDecider() {}

    /**
     * The events that this submission adds to the log; never empty.
     *
     * @param now the server's clock; events are stamped with it, or with the newest recorded time where that is later
     * @throws Refused where a {@link Rule} is broken
     */
    public static List<Recorded> decide(AssessmentState state, Submission submission, Instant now) {
        return decide(state, submission, now, state.revision());
    }

    /**
     * The same for one of several that were submitted at once.
     *
     * @param shownUpTo the revision before the first of them: nobody was shown what came after it
     */
    static List<Recorded> decide(AssessmentState state, Submission submission, Instant now, long shownUpTo) {
        var occasion = new Occasion(state, submission, now, shownUpTo);
        List<Dated> events = events(submission.command(), occasion);
        occasion.checked();
        var recorded = new ArrayList<Recorded>();
        long revision = state.revision();
        for (Dated dated : events) {
            recorded.add(new Recorded(++revision, occasion.stamp(dated.effectiveAt()), dated.event()));
        }
        return recorded;
    }

    private static List<Dated> events(AssessmentCommand command, Occasion occasion) {
        return switch (command) {
            case OpenAssessment c -> List.of(FramingDecider.open(c, occasion));
            case ReviseAssessment c -> FramingDecider.revise(c, occasion);
            case ProposeInterpretation c -> List.of(InterpretationDecider.propose(c, occasion));
            case ReviseInterpretation c -> List.of(InterpretationDecider.revise(c, occasion));
            case WithdrawInterpretation c -> List.of(InterpretationDecider.withdraw(c, occasion));
            case ReinstateInterpretation c -> List.of(InterpretationDecider.reinstate(c, occasion));
            case RecordSource c -> List.of(SourceDecider.record(c, occasion));
            case CorrectSource c -> List.of(SourceDecider.correct(c, occasion));
            case RecordEvidence c -> List.of(EvidenceDecider.record(c, occasion));
            case CorrectEvidence c -> List.of(EvidenceDecider.correct(c, occasion));
            case RetractEvidence c -> List.of(EvidenceDecider.retract(c, occasion));
            case ReinstateEvidence c -> List.of(EvidenceDecider.reinstate(c, occasion));
            case RateEvidence c -> List.of(RatingDecider.rate(c, occasion));
            case WithdrawRating c -> List.of(RatingDecider.withdraw(c, occasion));
            case RecordJudgment c -> List.of(JudgmentDecider.record(c, occasion));
            case WithdrawJudgment c -> List.of(JudgmentDecider.withdraw(occasion));
            case RecordIndicator c -> List.of(IndicatorDecider.record(c, occasion));
            case ChangeIndicator c -> List.of(IndicatorDecider.change(c, occasion));
            case MakeComment c -> List.of(ConversationDecider.comment(c, occasion));
            case RequestReview c -> List.of(ConversationDecider.requestReview(c, occasion));
            case GiveReview c -> List.of(ConversationDecider.review(c, occasion));
            case ResolveAssessment c -> List.of(ResolutionDecider.resolve(c, occasion));
            case ReopenAssessment c -> List.of(ResolutionDecider.reopen(occasion));
        };
    }
}
