package org.steelyard.balance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item in force with its ratings and what is left of them beside its echoes. */
final class Row {
    static final Comparator<Row> BY_KEY = Comparator.comparing(row -> row.item().key());

    private Situation.Item item;
    private double weight;
    private final Matrix cells;
    private final double[] echoes;

    /** Whether the parts and the diagnosticity are those of the row as it is. */
    private boolean told;

    private double[] points = {};
    private double[] decibans = {};
    private @Nullable Double diagnosticity;
    private boolean telling;

    Row(Situation.Item item, List<String> interpretations) {
        this.item = item;
        this.weight = Grade.of(item).weight();
        this.cells = new Matrix(List.of(item), interpretations);
        this.echoes = new double[interpretations.size()];
        Arrays.fill(echoes, 1);
    }

    Situation.Item item() {
        return item;
    }

    /** The same item with other grades or another source. */
    void become(Situation.Item other) {
        item = other;
        weight = Grade.of(other).weight();
        told = false;
    }

    void rate(int column, Situation.Cell cell) {
        cells.rate(column, cell.ratings().values());
        told = false;
    }

    void echo(int column, double factor) {
        if (echoes[column] != factor) {
            echoes[column] = factor;
            told = false;
        }
    }

    /** What it would count without echoes. */
    double voice(int column) {
        return weight * cells.decibans(column);
    }

    /** Weighted points against, negated, and the weight of evidence in dB: by column, as they are held where items are left out. */
    double[] pointsSpared() {
        tell();
        return points;
    }

    double[] decibans() {
        tell();
        return decibans;
    }

    boolean isTelling() {
        return telling;
    }

    /** Looks whether the item is telling by now; whether that is another answer than before. */
    boolean look(Policy policy) {
        tell();
        boolean before = telling;
        telling = Staleness.isTelling(diagnosticity, policy);
        return telling != before;
    }

    private void tell() {
        if (!told) {
            points = new double[echoes.length];
            decibans = new double[echoes.length];
            for (int column = 0; column < echoes.length; column++) {
                points[column] = -against(column);
                decibans[column] = heard(column);
            }
            diagnosticity = Diagnosticity.of(cells, 0, weight, echoes);
            told = true;
        }
    }

    private double heard(int column) {
        return weight * echoes[column] * cells.decibans(column);
    }

    private double against(int column) {
        return weight * cells.points(column);
    }

    void addTo(Totals totals, int column) {
        totals.add(column, cells.isRated(column), cells.points(column), against(column), heard(column));
    }
}
