package org.steelyard.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Balance.Leader;
import org.steelyard.balance.Sensitivity.Firmness;
import org.steelyard.balance.Sensitivity.Lead;
import org.steelyard.balance.Sensitivity.Linchpins;
import org.steelyard.balance.Sensitivity.Part;

/** One reading, its parts held as they are; the greatest sum leads (docs/scoring.md section 7). */
final class Held {
    private static final double TIE = 1e-9;

    private final Leader leader;
    private final List<String> interpretations;
    private final double[][] parts;
    private final double[] sums;

    /** {@code parts} row by row, a row in the order of the interpretations. */
    Held(Leader leader, List<String> interpretations, double[][] parts) {
        this.leader = leader;
        this.interpretations = interpretations;
        this.parts = parts;
        this.sums = new double[interpretations.size()];
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

    /** Whether the leader, where one is named, is tied or overturned without these rows. */
    boolean hangsOn(List<Integer> rows) {
        return leader.key() != null && !leader.equals(first(without(rows)));
    }

    Lead lead(double[] rest) {
        if (leader.key() == null) {
            return new Lead(leader, null);
        }
        Leader first = first(rest);
        return new Lead(first, rest.length < 2 ? null : first.key() == null ? 0 : ahead(rest));
    }

    private Leader first(double[] rest) {
        return Leading.first(interpretations, rest);
    }

    private static double ahead(double[] rest) {
        double[] ascending = Arrays.stream(rest).sorted().toArray();
        return ascending[rest.length - 1] - ascending[rest.length - 2];
    }

    /** How firm its lead is; {@code items} in the order of the rows. */
    Firmness firmness(List<Situation.Item> items) {
        if (leader.key() == null) {
            return new Firmness(List.of(), null);
        }
        int first = interpretations.indexOf(leader.key());
        var linchpins = new ArrayList<Linchpins>();
        for (int other = 0; other < interpretations.size(); other++) {
            if (other != first) {
                linchpins.add(linchpins(items, first, other));
            }
        }
        return new Firmness(List.copyOf(linchpins), robustness(linchpins));
    }

    private static @Nullable Integer robustness(List<Linchpins> linchpins) {
        var least = linchpins.stream().mapToInt(set -> set.items().size()).min();
        return least.isPresent() ? least.getAsInt() : null;
    }

    private Linchpins linchpins(List<Situation.Item> items, int first, int other) {
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
                .map(row -> new Part(items.get(row).key(), parts[row][first] - parts[row][other]))
                .toList();
        Lead then = lead(without(heaviestFirst.subList(0, taken)));
        return new Linchpins(
                interpretations.get(other), lead, all.subList(0, taken), all.subList(taken, all.size()), then);
    }
}
