package org.steelyard.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.At;
import org.steelyard.balance.Balance.AnalystLine;
import org.steelyard.balance.Confidence;
import org.steelyard.balance.Readings;
import org.steelyard.balance.RunningBalance;
import org.steelyard.balance.SourceLine;

/**
 * The balance after one event, and what qualifies it (docs/scoring.md sections 5 to 7). Each answer is made when it is asked for.
 * What they return stays; the waypoint itself is good only until its {@link Course} goes on.
 */
public final class Waypoint {
    private final Recorded event;
    private final RunningBalance balance;

    Waypoint(Recorded event, RunningBalance balance) {
        this.event = event;
        this.balance = balance;
    }

    /**
     * Where an assessment is now: after its newest event, whatever is recorded being in force.
     *
     * @throws IllegalArgumentException before the assessment is opened
     */
    public static Waypoint newest(AssessmentState state) {
        return at(state, state.revision());
    }

    /**
     * Where it was at a revision, whatever was recorded by then being in force: after the last event that the state has, since one
     * that is hidden from its reader changes nothing in it.
     *
     * @throws IllegalArgumentException before the assessment is opened
     */
    public static Waypoint at(AssessmentState state, long revision) {
        for (long last = revision; last > 0; last--) {
            Recorded event = state.recorded(last);
            if (event != null) {
                return new Waypoint(event, new Following(state, new At(last, At.LATEST), null).balance());
            }
        }
        throw new IllegalArgumentException("The assessment has no event yet");
    }

    /** The event that was applied last. */
    public Recorded event() {
        return event;
    }

    public Readings readings() {
        return balance.readings();
    }

    /** How many items of evidence are in force. */
    public int evidenceInForce() {
        return balance.evidenceInForce();
    }

    /** The median of the pooled judgments; null with none. */
    public @Nullable Confidence confidence() {
        return balance.confidence();
    }

    /** The mean distance between the pooled judgments, 0..1; null with fewer than two. */
    public @Nullable Double spread() {
        return balance.spread();
    }

    /**
     * Those who have a judgment in force, sorted by user, as in the balance. A line is the same object as at the waypoint before
     * where nothing about it has changed.
     */
    public List<AnalystLine> judgments() {
        return balance.judgments();
    }

    /** How many of the judgments in force are stale; far cheaper than to list what made them so. */
    public int staleJudgments() {
        return balance.staleJudgments();
    }

    /** What each source with items in force carries, sorted by its key. */
    public List<SourceLine> sources() {
        return balance.sources();
    }
}
