package org.steelyard.balance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.steelyard.balance.Sensitivity.Firmness;
import org.steelyard.balance.Sensitivity.Kind;
import org.steelyard.balance.Sensitivity.Without;

/** Takes things away from one weighing, and looks who leads then (docs/scoring.md section 7). */
final class Probing {
    private final Situation situation;
    private final Weighing weighing;
    private final Matrix matrix;
    private final Held points;
    private final Held decibans;

    Probing(Situation situation) {
        this.situation = situation;
        this.weighing = new Weighing(situation);
        this.matrix = weighing.matrix();
        var leaders = weighing.leaders();
        this.points = new Held(leaders.inconsistency(), matrix.interpretations(), weighing.pointsSpared());
        this.decibans = new Held(leaders.weightOfEvidence(), matrix.interpretations(), weighing.decibans());
    }

    Sensitivity sensitivity() {
        var leaveOneOut = new ArrayList<Without>();
        var holding = new Holding(matrix.items(), points, decibans);
        leaveOneOut.addAll(holding.withoutEach(Kind.ITEM, Situation.Item::key));
        leaveOneOut.addAll(holding.withoutEach(Kind.ORIGIN, Situation.Item::origin));
        leaveOneOut.addAll(holding.withoutEach(Kind.SOURCE, Situation.Item::source));
        leaveOneOut.addAll(withoutEachAnalyst());
        return new Sensitivity(
                List.copyOf(leaveOneOut), points.firmness(matrix.items()), decibans.firmness(matrix.items()));
    }

    Firmness weightOfEvidence() {
        return decibans.firmness(matrix.items());
    }

    /** Each analyst's part in each cell is taken out of the sums at once: all analysts cost one walk over the ratings. */
    private List<Without> withoutEachAnalyst() {
        Map<String, double[]> lostPoints = new HashMap<>();
        Map<String, double[]> lostDecibans = new HashMap<>();
        Map<String, Integer> rows = HashMap.newHashMap(matrix.rows());
        IntStream.range(0, matrix.rows())
                .forEach(row -> rows.put(matrix.items().get(row).key(), row));
        for (Situation.Cell rated : situation.cells()) {
            Integer row = rows.get(rated.item());
            int column = matrix.interpretations().indexOf(rated.interpretation());
            if (row != null && column >= 0) {
                int cell = matrix.cell(row, column);
                double weight = weighing.weight(row);
                double heard = weight * weighing.echoOf(cell);
                rated.ratings().forEach((analyst, rating) -> {
                    of(lostPoints, analyst)[column] -=
                            weight * (matrix.points(cell) - matrix.pointsWithout(cell, rating));
                    of(lostDecibans, analyst)[column] +=
                            heard * (matrix.decibans(cell) - matrix.decibansWithout(cell, rating));
                });
            }
        }
        return situation.analysts().stream()
                .sorted()
                .map(analyst -> new Without(
                        Kind.ANALYST,
                        analyst,
                        List.of(),
                        points.lead(points.without(of(lostPoints, analyst))),
                        decibans.lead(decibans.without(of(lostDecibans, analyst)))))
                .toList();
    }

    private double[] of(Map<String, double[]> lost, String analyst) {
        return lost.computeIfAbsent(analyst, key -> new double[matrix.columns()]);
    }
}
