package org.steelyard.portfolio.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Balance.Leader;
import org.steelyard.balance.Likelihood;
import org.steelyard.portfolio.board.Board.Entry;
import org.steelyard.portfolio.board.BoardRow;
import org.steelyard.portfolio.board.BoardRow.Reading;
import org.steelyard.site.Identity;

/**
 * A row of the board as its page shows it.
 *
 * @param moved by how many decibans the lead of today's leader over the best other grew; null where that cannot be said
 * @param isNew whether the assessment was not there yet at the time since when that is
 */
record BoardLine(Entry entry, @Nullable Double moved, boolean isNew) {

    /** How a row differs from where its assessment stood before; {@code then} null where it was not there. */
    static BoardLine of(Entry entry, @Nullable BoardRow then) {
        return new BoardLine(entry, then == null ? null : moved(entry.row(), then), then == null);
    }

    private static @Nullable Double moved(BoardRow now, BoardRow then) {
        String leader = front(now, Reading::weightOfEvidence);
        Double before = ahead(then, leader, Reading::weightOfEvidence);
        Double after = ahead(now, leader, Reading::weightOfEvidence);
        return before == null || after == null ? null : Double.valueOf(after - before);
    }

    public BoardRow row() {
        return entry.row();
    }

    /** The class that holds the colour of an interpretation. */
    public String css(@Nullable String interpretation) {
        Reading reading = interpretation == null ? null : row().readings().get(interpretation);
        return reading == null ? "" : new Identity(reading.order()).css();
    }

    /** The ICD 203 word for what the leader is judged; null without one. */
    public @Nullable String likelihood() {
        Double judged = row().leads().judged();
        return judged == null ? null : Likelihood.of(judged).word();
    }

    /** The three lines of a year: lead in decibans, lead in points, probability. */
    record Sparks(Spark weightOfEvidence, Spark inconsistency, Spark judged, String css) {}

    /** Drawn of where the assessment stood along the year, oldest first, and of where it stands now. */
    Sparks sparks(List<BoardRow> course, Instant from, Instant to) {
        return new Sparks(
                lead(course, from, to, row().leaders().weightOfEvidence(), Reading::weightOfEvidence),
                lead(course, from, to, row().leaders().inconsistency(), reading -> -reading.weightedInconsistency()),
                judged(course, from, to),
                css(front(row(), Reading::weightOfEvidence)));
    }

    private Spark lead(
            List<BoardRow> course, Instant from, Instant to, Leader leader, ToDoubleFunction<Reading> measure) {
        String followed = leader.key() == null ? front(row(), measure) : leader.key();
        var stands = course.stream()
                .map(then -> new Spark.Stand(then.recordedAt(), ahead(then, followed, measure)))
                .toList();
        double reach = Spark.reach(stands, 1);
        return Spark.of(stands, from, to, -reach, reach, 0);
    }

    private Spark judged(List<BoardRow> course, Instant from, Instant to) {
        String followed = row().leaders().judged().key();
        var stands = course.stream()
                .map(then -> {
                    Reading reading = followed == null ? null : then.readings().get(followed);
                    return new Spark.Stand(then.recordedAt(), reading == null ? null : reading.judged());
                })
                .toList();
        return Spark.of(stands, from, to, 0, 1, 0.5);
    }

    /** Which interpretation is in front by a measure, whether or not it may be called a leader; null where there is none. */
    private static @Nullable String front(BoardRow row, ToDoubleFunction<Reading> measure) {
        return row.readings().entrySet().stream()
                .max(Comparator.comparingDouble(each -> measure.applyAsDouble(each.getValue())))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** How far an interpretation was ahead of the best other, negative where it was behind; null without either. */
    private static @Nullable Double ahead(
            BoardRow row, @Nullable String interpretation, ToDoubleFunction<Reading> measure) {
        Reading one = interpretation == null ? null : row.readings().get(interpretation);
        if (one == null || row.readings().size() < 2) {
            return null;
        }
        double best = row.readings().entrySet().stream()
                .filter(other -> !other.getKey().equals(interpretation))
                .mapToDouble(other -> measure.applyAsDouble(other.getValue()))
                .max()
                .orElseThrow();
        return measure.applyAsDouble(one) - best;
    }
}
