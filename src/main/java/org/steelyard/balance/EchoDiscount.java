package org.steelyard.balance;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is left of an item's voice where others of the same origin say the same: the factor m of docs/scoring.md section 2,
 * cell by cell.
 */
final class EchoDiscount {
    private static final double STEP = 1e-9;

    /** Bits of a sort key that number the row; a strength of at most 24 dB in steps of 1e-9 fits above them. */
    private static final int ROW_BITS = 28;

    private EchoDiscount() {}

    /** The factors of all cells. */
    static double[] factors(Matrix matrix, double[] weights, double rho) {
        var factors = new double[matrix.cells()];
        Arrays.fill(factors, 1);
        var chorus = rowsByOrigin(matrix);
        int largest = chorus.stream().mapToInt(rows -> rows.length).max().orElse(0);
        double[] shares = shares(largest, rho);
        for (int[] rows : chorus) {
            if (rows.length > 1) {
                apply(matrix, rows, weights, shares, factors);
            }
        }
        return factors;
    }

    private static void apply(Matrix matrix, int[] rows, double[] weights, double[] shares, double[] factors) {
        var voices = new double[rows.length];
        for (int column = 0; column < matrix.columns(); column++) {
            for (int i = 0; i < rows.length; i++) {
                voices[i] = weights[rows[i]] * matrix.decibans(matrix.cell(rows[i], column));
            }
            double[] discounted = discounted(voices, shares);
            for (int i = 0; i < rows.length; i++) {
                factors[matrix.cell(rows[i], column)] = discounted[i];
            }
        }
    }

    private static Collection<int[]> rowsByOrigin(Matrix matrix) {
        Map<String, int[]> origins = LinkedHashMap.newLinkedHashMap(matrix.rows());
        for (int row = 0; row < matrix.rows(); row++) {
            origins.merge(matrix.items().get(row).origin(), new int[] {row}, EchoDiscount::joined);
        }
        return origins.values();
    }

    private static int[] joined(int[] rows, int[] one) {
        int[] longer = Arrays.copyOf(rows, rows.length + 1);
        longer[rows.length] = one[0];
        return longer;
    }

    /** What the first, second, ... of so many voices of one origin counts. */
    static double[] shares(int count, double rho) {
        var shares = new double[count];
        double before = 0;
        for (int k = 1; k <= count; k++) {
            double together = k == 1 ? 1 : Math.pow(k, 1 - rho);
            shares[k - 1] = together - before;
            before = together;
        }
        return shares;
    }

    /** The factors of these voices of one origin in one column: w d of each, in the order of the keys. */
    static double[] discounted(double[] voices, double[] shares) {
        var factors = new double[voices.length];
        Arrays.fill(factors, 1);
        rank(voices, 1, shares, factors);
        rank(voices, -1, shares, factors);
        return factors;
    }

    /** Ranks those that speak with this sign: the strongest first, equals by key. */
    private static void rank(double[] voices, int sign, double[] shares, double[] factors) {
        var ranked = new long[voices.length];
        int count = 0;
        for (int row = 0; row < voices.length; row++) {
            if (sign * voices[row] > 0) {
                long strength = Math.round(sign * voices[row] / STEP);
                ranked[count++] = -strength << ROW_BITS | row;
            }
        }
        Arrays.sort(ranked, 0, count);
        for (int rank = 0; rank < count; rank++) {
            factors[(int) (ranked[rank] & (1L << ROW_BITS) - 1)] = shares[rank];
        }
    }
}
