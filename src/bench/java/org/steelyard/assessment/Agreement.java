package org.steelyard.assessment;

import java.util.HashMap;
import java.util.Map;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Situation;

/** Nothing is measured of a rival that answers otherwise than the product does. */
final class Agreement {
    private static final int POINTS = 20;

    private Agreement() {}

    static <A> void require(Rival<A> rival, AssessmentState state, Points points, Clocks turned) {
        for (int i = 0; i < POINTS; i++) {
            Point point = points.next(turned);
            var ours = ratings(state.situationAt(point));
            var theirs = rival.ratings(rival.ask(point));
            if (!ours.equals(theirs)) {
                throw new IllegalStateException("%s answers %d ratings at %s, the product %d, and not the same"
                        .formatted(rival.getClass().getSimpleName(), theirs.size(), point, ours.size()));
            }
        }
    }

    private static Map<Rival.Cell, Rating> ratings(Situation situation) {
        var ratings = new HashMap<Rival.Cell, Rating>();
        for (Situation.Cell cell : situation.cells()) {
            for (Rating rating : cell.ratings().values()) {
                ratings.put(new Rival.Cell(cell.item(), cell.interpretation()), rating);
            }
        }
        return ratings;
    }
}
