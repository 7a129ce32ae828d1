package org.steelyard.balance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One weighing of all that holds: from the matrix to the balance (docs/scoring.md sections 2 to 6). */
final class Weighing {
    private final Situation situation;
    private final Matrix matrix;
    private final List<Grade> grades;
    private final double[] echoes;
    private final SortedMap<String, Double> noEcho;

    Weighing(Situation situation) {
        this.situation = situation;
        this.matrix = Matrix.of(situation);
        this.grades = matrix.items().stream().map(Grade::of).toList();
        double[] weights = grades.stream().mapToDouble(Grade::weight).toArray();
        this.echoes = EchoDiscount.factors(matrix, weights, situation.policy().rho());
        var ones = new TreeMap<String, Double>();
        matrix.interpretations().forEach(interpretation -> ones.put(interpretation, 1.0));
        this.noEcho = Collections.unmodifiableSortedMap(ones);
    }

    Balance balance() {
        var pool = JudgmentPool.of(situation, matrix.interpretations());
        var readings = readings(pool);
        var items = itemLines();
        return new Balance(
                situation.policy(),
                readings.interpretations(),
                readings.leaders(),
                readings.agreement(),
                readings.coverage(),
                matrix.rows(),
                pool.confidence(),
                pool.spread(),
                analystLines(items),
                items);
    }

    /** Who leads by each reading, without the lines of the balance. */
    Balance.Leaders leaders() {
        return readings(JudgmentPool.of(situation, matrix.interpretations())).leaders();
    }

    private Readings readings(JudgmentPool pool) {
        return totals().readings(matrix.rows(), situation.policy(), pool);
    }

    private Totals totals() {
        var totals = new Totals(matrix.interpretations());
        for (int row = 0; row < matrix.rows(); row++) {
            double weight = grades.get(row).weight();
            for (int column = 0; column < matrix.columns(); column++) {
                int cell = matrix.cell(row, column);
                totals.add(
                        column,
                        matrix.isRated(cell),
                        matrix.points(cell),
                        weight * matrix.points(cell),
                        weight * echoes[cell] * matrix.decibans(cell));
            }
        }
        return totals;
    }

    Matrix matrix() {
        return matrix;
    }

    /** What the item of a row counts for. */
    double weight(int row) {
        return grades.get(row).weight();
    }

    /** What is left of a cell's voice beside stronger ones of the same origin. */
    double echoOf(int cell) {
        return echoes[cell];
    }

    /** Weighted points against, row by row, negated, so that the greatest sum of a column leads. */
    double[][] pointsSpared() {
        return parts((row, cell) -> -weight(row) * matrix.points(cell));
    }

    /** Weight of evidence in dB, row by row. */
    double[][] decibans() {
        return parts((row, cell) -> weight(row) * echoes[cell] * matrix.decibans(cell));
    }

    /** Zero is written as zero, never as minus zero, which sorts apart. */
    private double[][] parts(CellPart part) {
        var parts = new double[matrix.rows()][matrix.columns()];
        for (int row = 0; row < parts.length; row++) {
            for (int column = 0; column < parts[row].length; column++) {
                parts[row][column] = part.of(row, matrix.cell(row, column)) + 0.0;
            }
        }
        return parts;
    }

    /** What a cell of a row comes to. */
    private interface CellPart {
        double of(int row, int cell);
    }

    private List<Balance.ItemLine> itemLines() {
        var lines = new ArrayList<Balance.ItemLine>(matrix.rows());
        for (int row = 0; row < matrix.rows(); row++) {
            Grade grade = grades.get(row);
            lines.add(new Balance.ItemLine(
                    matrix.items().get(row).key(),
                    grade.weight(),
                    echo(row),
                    grade.ungraded(),
                    Diagnosticity.of(matrix, row, grade.weight(), echoes),
                    disagreement(row)));
        }
        return List.copyOf(lines);
    }

    private SortedMap<String, Double> echo(int row) {
        var echo = new TreeMap<String, Double>();
        for (int column = 0; column < matrix.columns(); column++) {
            double factor = echoes[matrix.cell(row, column)];
            if (factor != 1) {
                echo.put(matrix.interpretations().get(column), factor);
            }
        }
        if (echo.isEmpty()) {
            return noEcho;
        }
        noEcho.forEach(echo::putIfAbsent);
        return Collections.unmodifiableSortedMap(echo);
    }

    private SortedMap<String, Balance.Disagreement> disagreement(int row) {
        var disagreement = new TreeMap<String, Balance.Disagreement>();
        for (int column = 0; column < matrix.columns(); column++) {
            int cell = matrix.cell(row, column);
            if (matrix.voices(cell) > 1) {
                double deviation = matrix.deviation(cell);
                disagreement.put(
                        matrix.interpretations().get(column),
                        new Balance.Disagreement(deviation, Balance.Band.of(deviation)));
            }
        }
        return disagreement.isEmpty() ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(disagreement);
    }

    private List<Balance.AnalystLine> analystLines(List<Balance.ItemLine> items) {
        var inForce = Set.copyOf(matrix.interpretations());
        var telling = telling(items);
        Map<String, Balance.AnalystLine> judged =
                HashMap.newHashMap(situation.judgments().size());
        for (Situation.Judgment judgment : situation.judgments()) {
            var staleness = new Staleness(judgment, situation.changes());
            judged.put(judgment.analyst(), staleness.line(inForce, telling));
        }
        return situation.analysts().stream()
                .sorted()
                .map(analyst -> judged.getOrDefault(analyst, rated(analyst)))
                .toList();
    }

    /** Who rated, and has no judgment in force. */
    private static Balance.AnalystLine rated(String analyst) {
        return new Balance.AnalystLine(analyst, null, null, List.of(), false);
    }

    /** What added the items that tell enough to overtake a judgment. */
    private List<Situation.Change> telling(List<Balance.ItemLine> items) {
        var telling = new HashSet<String>();
        for (Balance.ItemLine item : items) {
            if (Staleness.isTelling(item.diagnosticity(), situation.policy())) {
                telling.add(item.key());
            }
        }
        return situation.changes().stream()
                .filter(change -> change.effect() == Situation.Effect.ADDS_ITEM && telling.contains(change.subject()))
                .sorted(Staleness.BY_REVISION)
                .toList();
    }
}
