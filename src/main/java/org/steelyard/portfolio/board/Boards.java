package org.steelyard.portfolio.board;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.AssessmentState.Framing;
import org.steelyard.assessment.Sight;
import org.steelyard.assessment.Waypoint;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Balance.Leaders;
import org.steelyard.balance.Readings;
import org.steelyard.portfolio.board.BoardRow.Leads;
import org.steelyard.portfolio.board.BoardRow.Reading;

/** Makes rows of the board of where an assessment stands. */
final class Boards {
    private final String assessment;
    private final List<String> proposed;

    Boards(AssessmentState state) {
        assessment = state.key();
        proposed = state.proposed();
    }

    /** A row as somebody sees it from whom blind mode keeps something: its readings are made of what is left to them. */
    static BoardRow seen(BoardRow row, Sight sight) {
        AssessmentState weighed = sight.weighed();
        BoardRow read = sight.readingsHidden()
                ? null
                : new Boards(weighed).row(weighed.framingAt(row.revision()), Waypoint.at(weighed, row.revision()));
        return row.seen(!sight.hides(row.revision()), read);
    }

    BoardRow row(Framing framing, Waypoint waypoint) {
        var event = waypoint.event();
        Readings readings = waypoint.readings();
        return new BoardRow(
                assessment,
                event.revision(),
                event.stamp().recordedAt(),
                event.stamp().actor(),
                event.kind(),
                framing.title(),
                framing.status(),
                framing.tags(),
                readings.leaders(),
                leads(readings),
                readings.agreement(),
                waypoint.confidence(),
                waypoint.spread(),
                readings.coverage(),
                waypoint.staleJudgments(),
                each(readings.interpretations()));
    }

    private SortedMap<String, Reading> each(List<Balance.Reading> interpretations) {
        var each = new TreeMap<String, Reading>();
        for (Balance.Reading of : interpretations) {
            each.put(
                    of.key(),
                    new Reading(
                            of.inconsistency(),
                            of.weightedInconsistency(),
                            of.weightOfEvidence(),
                            of.judged(),
                            proposed.indexOf(of.key())));
        }
        return each;
    }

    private static Leads leads(Readings readings) {
        Leaders leaders = readings.leaders();
        String judged = leaders.judged().key();
        Balance.Reading most = judged == null ? null : readings.of(judged);
        return new Leads(
                ahead(readings, leaders.inconsistency().key(), of -> -of.weightedInconsistency()),
                ahead(readings, leaders.weightOfEvidence().key(), Balance.Reading::weightOfEvidence),
                most == null ? null : most.judged());
    }

    /** How far the leader is ahead of the next; null where none leads, or alone. */
    private static @Nullable Double ahead(
            Readings readings, @Nullable String leader, ToDoubleFunction<Balance.Reading> measure) {
        Balance.Reading first = leader == null ? null : readings.of(leader);
        if (first == null || readings.interpretations().size() < 2) {
            return null;
        }
        double next = Double.NEGATIVE_INFINITY;
        for (Balance.Reading of : readings.interpretations()) {
            if (!of.key().equals(leader)) {
                next = Math.max(next, measure.applyAsDouble(of));
            }
        }
        return measure.applyAsDouble(first) - next;
    }
}
