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

    private final Matrix matrix;
    private final double[] weights;

    /** What the first, second, ... voice of an origin counts. */
    private final double[] shares;

    private EchoDiscount(Matrix matrix, double[] weights, double[] shares) {
        this.matrix = matrix;
        this.weights = weights;
        this.shares = shares;
    }

    static double[] factors(Matrix matrix, double[] weights, double rho) {
        var factors = new double[matrix.cells()];
        Arrays.fill(factors, 1);
        var chorus = rowsByOrigin(matrix);
        int largest = chorus.stream().mapToInt(rows -> rows.length).max().orElse(0);
        var discount = new EchoDiscount(matrix, weights, shares(largest, rho));
        for (int[] rows : chorus) {
            for (int column = 0; column < matrix.columns() && rows.length > 1; column++) {
                discount.apply(rows, column, 1, factors);
                discount.apply(rows, column, -1, factors);
            }
        }
        return factors;
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

    private static double[] shares(int count, double rho) {
        var shares = new double[count];
        for (int k = 1; k <= count; k++) {
            shares[k - 1] = k == 1 ? 1 : Math.pow(k, 1 - rho) - Math.pow(k - 1, 1 - rho);
        }
        return shares;
    }

    /** Ranks the rows that speak with this sign in the column: the strongest first, equals by key. */
    private void apply(int[] rows, int column, int sign, double[] factors) {
        var ranked = new long[rows.length];
        int count = 0;
        for (int row : rows) {
            double voice = sign * matrix.decibans(matrix.cell(row, column));
            if (voice > 0) {
                long strength = Math.round(weights[row] * voice / STEP);
                ranked[count++] = -strength << ROW_BITS | row;
            }
        }
        Arrays.sort(ranked, 0, count);
        for (int rank = 0; rank < count; rank++) {
            int row = (int) (ranked[rank] & (1L << ROW_BITS) - 1);
            factors[matrix.cell(row, column)] = shares[rank];
        }
    }
}
