package org.steelyard.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.AssessmentView.RatingView;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Balance.AnalystLine;
import org.steelyard.balance.Balance.Reading;

/**
 * What a change of an item of evidence, or of a source, would move, were it recorded.
 *
 * @param lines the readings before and after; empty where they are kept from the reader, who has yet to judge
 * @param sentence what moves by weight of evidence; empty where nothing that shows does
 * @param hidden whether the readings are kept from the reader
 * @param ratings how many ratings the items have that are changed
 * @param reworded how many ratings would be overtaken, since what they rate is reworded
 * @param stale whose judgments would be stale by it
 */
record Foreseen(List<Line> lines, String sentence, boolean hidden, long ratings, long reworded, List<String> stale) {

    /** Null where the reading is absent. */
    record Line(
            String key,
            String css,
            @Nullable Reading before,
            @Nullable Reading after) {}

    /**
     * @param before all that the reader's readings are made of
     * @param after the same with the change, which is in no log
     */
    static Foreseen of(
            Desk desk, Set<String> items, AssessmentState before, AssessmentState after, boolean hidden, Moved moved) {
        Balance was = Balance.of(before.situationAt(before.latest()));
        Balance is = Balance.of(after.situationAt(after.latest()));
        var lines = new ArrayList<Line>();
        if (!hidden) {
            desk.interpretations().forEach(interpretation -> {
                String key = interpretation.key();
                lines.add(new Line(key, desk.identities().css(key), was.reading(key), is.reading(key)));
            });
        }
        List<RatingView> ratings = after.at(after.latest()).ratings();
        return new Foreseen(
                lines,
                hidden ? "" : moved.foreseen(before, after),
                hidden,
                desk.view().ratings().stream()
                        .filter(rating -> items.contains(rating.evidence()))
                        .count(),
                ratings.stream()
                        .filter(rating -> rating.overtakenBy() != null && rating.overtakenBy() > before.revision())
                        .filter(rating -> items.contains(rating.evidence()))
                        .count(),
                stale(was, is));
    }

    private static List<String> stale(Balance was, Balance is) {
        Set<String> before = was.analysts().stream()
                .filter(line -> !line.stale().isEmpty())
                .map(AnalystLine::user)
                .collect(Collectors.toSet());
        return is.analysts().stream()
                .filter(line -> !line.stale().isEmpty() && !before.contains(line.user()))
                .map(AnalystLine::user)
                .toList();
    }
}
