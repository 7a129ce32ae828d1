package org.steelyard.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Balance.Leader;
import org.steelyard.balance.Sensitivity.Firmness;
import org.steelyard.balance.Sensitivity.Kind;
import org.steelyard.balance.Sensitivity.Lead;
import org.steelyard.balance.Sensitivity.Linchpins;
import org.steelyard.balance.Sensitivity.Part;
import org.steelyard.balance.Sensitivity.Without;

/** Takes things away from one weighing, and looks who leads then (docs/scoring.md section 7). */
final class Probing {
    private static final double TIE = 1e-9;

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
        this.points = new Held(leaders.inconsistency(), weighing.pointsSpared());
        this.decibans = new Held(leaders.weightOfEvidence(), weighing.decibans());
    }

    Sensitivity sensitivity() {
        var leaveOneOut = new ArrayList<Without>();
        leaveOneOut.addAll(withoutEach(Kind.ITEM, Situation.Item::key));
        leaveOneOut.addAll(withoutEach(Kind.ORIGIN, Situation.Item::origin));
        leaveOneOut.addAll(withoutEach(Kind.SOURCE, Situation.Item::source));
        leaveOneOut.addAll(withoutEachAnalyst());
        return new Sensitivity(List.copyOf(leaveOneOut), points.firmness(), decibans.firmness());
    }

    Firmness weightOfEvidence() {
        return decibans.firmness();
    }

    private List<Without> withoutEach(Kind kind, Function<Situation.Item, String> group) {
        Map<String, List<Integer>> rows = new TreeMap<>();
        for (int row = 0; row < matrix.rows(); row++) {
            rows.computeIfAbsent(group.apply(matrix.items().get(row)), key -> new ArrayList<>())
                    .add(row);
        }
        var without = new ArrayList<Without>();
        rows.forEach((key, fallen) -> without.add(new Without(
                kind,
                key,
                fallen.stream().map(row -> matrix.items().get(row).key()).toList(),
                points.lead(points.without(fallen)),
                decibans.lead(decibans.without(fallen)))));
        return without;
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

    /** One reading, its parts held as they are; the greatest sum leads. */
    private final class Held {
        private final Leader leader;
        private final double[][] parts;
        private final double[] sums;

        Held(Leader leader, double[][] parts) {
            this.leader = leader;
            this.parts = parts;
            this.sums = new double[matrix.columns()];
            for (double[] row : parts) {
                add(sums, row, 1);
            }
        }

        double[] without(double[] lost) {
            double[] rest = sums.clone();
            add(rest, lost, -1);
            return rest;
        }

        double[] without(List<Integer> rows) {
            double[] rest = sums.clone();
            rows.forEach(row -> add(rest, parts[row], -1));
            return rest;
        }

        private static void add(double[] to, double[] what, int times) {
            for (int column = 0; column < to.length; column++) {
                to[column] += times * what[column];
            }
        }

        Lead lead(double[] rest) {
            if (leader.key() == null) {
                return new Lead(leader, null);
            }
            Leader first = Leading.first(matrix.interpretations(), rest);
            return new Lead(first, rest.length < 2 ? null : first.key() == null ? 0 : ahead(rest));
        }

        private static double ahead(double[] rest) {
            double[] ascending = Arrays.stream(rest).sorted().toArray();
            return ascending[rest.length - 1] - ascending[rest.length - 2];
        }

        Firmness firmness() {
            if (leader.key() == null) {
                return new Firmness(List.of(), null);
            }
            int first = matrix.interpretations().indexOf(leader.key());
            var linchpins = new ArrayList<Linchpins>();
            for (int other = 0; other < matrix.columns(); other++) {
                if (other != first) {
                    linchpins.add(linchpins(first, other));
                }
            }
            return new Firmness(List.copyOf(linchpins), robustness(linchpins));
        }

        private static @Nullable Integer robustness(List<Linchpins> linchpins) {
            var least = linchpins.stream().mapToInt(set -> set.items().size()).min();
            return least.isPresent() ? least.getAsInt() : null;
        }

        private Linchpins linchpins(int first, int other) {
            var heaviestFirst =
                    new ArrayList<>(IntStream.range(0, parts.length).boxed().toList());
            heaviestFirst.sort(Comparator.comparingDouble((Integer row) -> parts[row][other] - parts[row][first]));
            double lead = sums[first] - sums[other];
            int taken = 0;
            for (double left = lead; left > TIE && taken < parts.length; taken++) {
                int row = heaviestFirst.get(taken);
                left -= parts[row][first] - parts[row][other];
            }
            var all = heaviestFirst.stream()
                    .map(row -> new Part(matrix.items().get(row).key(), parts[row][first] - parts[row][other]))
                    .toList();
            Lead then = lead(without(heaviestFirst.subList(0, taken)));
            return new Linchpins(
                    matrix.interpretations().get(other),
                    lead,
                    all.subList(0, taken),
                    all.subList(taken, all.size()),
                    then);
        }
    }
}
