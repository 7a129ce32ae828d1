package org.steelyard.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.steelyard.balance.Balance.Leader;
import org.steelyard.balance.Sensitivity.Firmness;
import org.steelyard.balance.Sensitivity.Kind;
import org.steelyard.balance.Sensitivity.Linchpins;
import org.steelyard.balance.Sensitivity.Part;
import org.steelyard.balance.Sensitivity.Without;

/** Takes things away from one weighing, and looks who leads then (docs/scoring.md section 7). */
final class Probing {
    private static final double TIE = 1e-9;

    private final Situation situation;
    private final Weighing weighing;
    private final Matrix matrix;
    private final Balance.Leaders leaders;

    Probing(Situation situation) {
        this.situation = situation;
        this.weighing = new Weighing(situation);
        this.matrix = weighing.matrix();
        this.leaders = weighing.balance().leaders();
    }

    Sensitivity sensitivity() {
        double[][] points = weighing.pointsSpared(matrix);
        double[][] decibans = weighing.decibans(matrix);
        var leaveOneOut = new ArrayList<Without>();
        leaveOneOut.addAll(withoutEach(Kind.ITEM, Situation.Item::key, points, decibans));
        leaveOneOut.addAll(withoutEach(Kind.ORIGIN, Situation.Item::origin, points, decibans));
        leaveOneOut.addAll(withoutEach(Kind.SOURCE, Situation.Item::source, points, decibans));
        situation.analysts().stream().sorted().map(this::withoutAnalyst).forEach(leaveOneOut::add);
        return new Sensitivity(
                List.copyOf(leaveOneOut),
                firmness(leaders.inconsistency(), points),
                firmness(leaders.weightOfEvidence(), decibans));
    }

    private List<Without> withoutEach(
            Kind kind, Function<Situation.Item, String> group, double[][] points, double[][] decibans) {
        Map<String, List<Integer>> rows = new TreeMap<>();
        for (int row = 0; row < matrix.rows(); row++) {
            rows.computeIfAbsent(group.apply(matrix.items().get(row)), key -> new ArrayList<>())
                    .add(row);
        }
        double[] allPoints = sums(points);
        double[] allDecibans = sums(decibans);
        var without = new ArrayList<Without>();
        rows.forEach((key, fallen) -> without.add(new Without(
                kind,
                key,
                fallen.stream().map(row -> matrix.items().get(row).key()).toList(),
                leader(leaders.inconsistency(), less(allPoints, points, fallen)),
                leader(leaders.weightOfEvidence(), less(allDecibans, decibans, fallen)))));
        return without;
    }

    private Without withoutAnalyst(String analyst) {
        Matrix others = Matrix.of(situation.withoutRatingsOf(analyst));
        return new Without(
                Kind.ANALYST,
                analyst,
                List.of(),
                leader(leaders.inconsistency(), sums(weighing.pointsSpared(others))),
                leader(leaders.weightOfEvidence(), sums(weighing.decibans(others))));
    }

    private double[] sums(double[][] parts) {
        var sums = new double[matrix.columns()];
        for (double[] row : parts) {
            for (int column = 0; column < sums.length; column++) {
                sums[column] += row[column];
            }
        }
        return sums;
    }

    private static double[] less(double[] sums, double[][] parts, List<Integer> rows) {
        double[] rest = sums.clone();
        for (int row : rows) {
            for (int column = 0; column < rest.length; column++) {
                rest[column] -= parts[row][column];
            }
        }
        return rest;
    }

    private Leader leader(Leader before, double[] sums) {
        return before.key() == null ? before : Leading.first(matrix.interpretations(), sums);
    }

    private Firmness firmness(Leader leader, double[][] parts) {
        if (leader.key() == null) {
            return new Firmness(List.of(), null);
        }
        int first = matrix.interpretations().indexOf(leader.key());
        var linchpins = new ArrayList<Linchpins>();
        for (int other = 0; other < matrix.columns(); other++) {
            if (other != first) {
                linchpins.add(linchpins(first, other, parts));
            }
        }
        var sizes = linchpins.stream().mapToInt(set -> set.items().size()).min();
        return new Firmness(List.copyOf(linchpins), sizes.isPresent() ? sizes.getAsInt() : null);
    }

    /** Contributions add up, so taking the greatest first is the shortest way to the end of the lead. */
    private Linchpins linchpins(int first, int other, double[][] parts) {
        double[] contributions =
                Arrays.stream(parts).mapToDouble(row -> row[first] - row[other]).toArray();
        double lead = Arrays.stream(contributions).sum();
        var heaviestFirst = new ArrayList<Part>();
        for (int row = 0; row < contributions.length; row++) {
            heaviestFirst.add(new Part(matrix.items().get(row).key(), contributions[row]));
        }
        heaviestFirst.sort(
                Comparator.comparingDouble(Part::contribution).reversed().thenComparing(Part::item));
        var fallen = new ArrayList<Part>();
        double left = lead;
        for (Part part : heaviestFirst) {
            if (left <= TIE) {
                break;
            }
            fallen.add(part);
            left -= part.contribution();
        }
        return new Linchpins(matrix.interpretations().get(other), lead, List.copyOf(fallen));
    }
}
