package org.steelyard.balance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Balance.Leaders;

/**
 * The matrix summed up by interpretation. Whoever adds the cells of a column in the order of the items' keys has the same sums
 * to the last bit.
 */
final class Totals {
    private final List<String> interpretations;
    private final int[] rated;
    private final double[] points;
    private final double[] weightedPoints;
    private final double[] decibans;

    /** Empty totals of these interpretations, sorted by key. */
    Totals(List<String> interpretations) {
        this.interpretations = interpretations;
        int columns = interpretations.size();
        rated = new int[columns];
        points = new double[columns];
        weightedPoints = new double[columns];
        decibans = new double[columns];
    }

    void clear(int column) {
        rated[column] = 0;
        points[column] = 0;
        weightedPoints[column] = 0;
        decibans[column] = 0;
    }

    /** Adds a cell. {@code isRated} where it has any rating, be it NA. */
    void add(int column, boolean isRated, double itsPoints, double itsWeightedPoints, double itsDecibans) {
        rated[column] += isRated ? 1 : 0;
        points[column] += itsPoints;
        weightedPoints[column] += itsWeightedPoints;
        decibans[column] += itsDecibans;
    }

    /** The readings of so many rows. */
    Readings readings(int rows, Policy policy, JudgmentPool pool) {
        Double coverage = coverage(rows);
        var leaders = leaders(coverage != null && coverage >= policy.minCoverage(), pool);
        return new Readings(each(pool), leaders, Leading.agreement(leaders), coverage);
    }

    private @Nullable Double coverage(int rows) {
        int cells = rows * interpretations.size();
        int all = 0;
        for (int column : rated) {
            all += column;
        }
        return cells == 0 ? null : (double) all / cells;
    }

    private List<Balance.Reading> each(JudgmentPool pool) {
        double best = Leading.greatest(decibans);
        var readings = new ArrayList<Balance.Reading>(interpretations.size());
        for (int column = 0; column < interpretations.size(); column++) {
            Double judged = pool.judged() == null ? null : pool.judged().get(column);
            readings.add(new Balance.Reading(
                    interpretations.get(column),
                    points[column],
                    weightedPoints[column],
                    decibans[column],
                    best - decibans[column],
                    judged,
                    judged == null ? null : Likelihood.of(judged)));
        }
        return List.copyOf(readings);
    }

    private Leaders leaders(boolean covered, JudgmentPool pool) {
        var fewestPoints = new double[weightedPoints.length];
        var worked = new boolean[rated.length];
        for (int column = 0; column < fewestPoints.length; column++) {
            fewestPoints[column] = -weightedPoints[column];
            worked[column] = rated[column] > 0;
        }
        return new Leaders(
                Leading.byEvidence(interpretations, fewestPoints, worked, covered),
                Leading.byEvidence(interpretations, decibans, worked, covered),
                Leading.byJudgment(interpretations, pool.judged()));
    }
}
