package org.steelyard.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.*;
import org.steelyard.balance.At;
import org.steelyard.balance.Policy;
import org.steelyard.balance.Readings;
import org.steelyard.balance.RunningBalance;
import org.steelyard.balance.Situation;
import org.steelyard.balance.Situation.Change;
import org.steelyard.balance.Situation.Judgment;

/** Keeps a balance up with events, each of which moves the point in time: looks up only what the event is about. */
final class Following {
    private final AssessmentState state;
    private final @Nullable Policy fixed;
    private RunningBalance balance;
    private Situating now;

    Following(AssessmentState state, At start, @Nullable Policy fixed) {
        this.state = state;
        this.fixed = fixed;
        this.now = new Situating(state, start);
        this.balance = restarted();
    }

    Readings readings() {
        return balance.readings();
    }

    /** The balance as it is; another one may take its place with the next event. */
    RunningBalance balance() {
        return balance;
    }

    /** Moves on to where this event, and no other, is applied too. */
    void apply(Recorded event, At at) {
        now = new Situating(state, at);
        switch (event.event()) {
            case AssessmentOpened e -> balance = restarted();
            case PolicyChanged e -> balance.weighBy(fixed == null ? state.policy(at) : fixed);
            case InterpretationProposed e -> balance = restarted();
            case InterpretationWithdrawn e -> balance = restarted();
            case InterpretationReinstated e -> balance = restarted();
            case SourceCorrected e -> balance.itemsFrom(e.key()).forEach(this::refresh);
            case SourceRegraded e -> balance.itemsFrom(e.key()).forEach(this::refresh);
            case EvidenceRecorded e -> refresh(e.key());
            case EvidenceCorrected e -> refresh(e.key());
            case EvidenceRegraded e -> refresh(e.key());
            case EvidenceRetracted e -> refresh(e.key());
            case EvidenceReinstated e -> refresh(e.key());
            case EvidenceRated e -> balance.rate(now.cell(e.evidence(), e.interpretation()));
            case RatingWithdrawn e -> balance.rate(now.cell(e.evidence(), e.interpretation()));
            case JudgmentRecorded e -> judge(event);
            case JudgmentWithdrawn e -> judge(event);
            case AssessmentRevised e -> nothing();
            case MarkingChanged e -> nothing();
            case BlindChanged e -> nothing();
            case ArchiveChanged e -> nothing();
            case InterpretationRevised e -> nothing();
            case SourceRecorded e -> nothing();
            case IndicatorRecorded e -> nothing();
            case IndicatorChanged e -> nothing();
            case CommentMade e -> nothing();
            case ReviewRequested e -> nothing();
            case ReviewGiven e -> nothing();
            case AssessmentResolved e -> nothing();
            case AssessmentReopened e -> nothing();
        }
        Change change = Changes.of(event);
        if (change != null) {
            balance.overtake(change);
        }
    }

    private RunningBalance restarted() {
        Situation situation = now.situation();
        return new RunningBalance(fixed == null ? situation : situation.under(fixed));
    }

    private void refresh(String item) {
        if (!now.hasItem(item)) {
            balance.remove(item);
        } else if (balance.has(item)) {
            balance.regrade(now.item(item));
        } else {
            balance.put(now.item(item), now.cells(item));
        }
    }

    private void judge(Recorded event) {
        String author = event.stamp().author();
        Judgment judgment = now.judgment(author);
        balance.judge(author, judgment, judgment == null ? List.of() : now.changesAfter(judgment.revision()));
    }

    /** The event moves no reading. */
    private static void nothing() {}
}
