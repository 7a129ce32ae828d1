package org.steelyard.balance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** An item in force with its ratings and what is left of them beside its echoes. */
final class Row {
    static final Comparator<Row> BY_KEY = Comparator.comparing(row -> row.item().key());

    private Situation.Item item;
    private double weight;
    private final Matrix cells;
    private final double[] echoes;

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
    }

    void rate(int column, Situation.Cell cell) {
        cells.rate(column, cell.ratings().values());
    }

    void echo(int column, double factor) {
        echoes[column] = factor;
    }

    /** What it would count without echoes. */
    double voice(int column) {
        return weight * cells.decibans(column);
    }

    void addTo(Totals totals, int column) {
        totals.add(
                column,
                cells.isRated(column),
                cells.points(column),
                weight * cells.points(column),
                weight * echoes[column] * cells.decibans(column));
    }
}
