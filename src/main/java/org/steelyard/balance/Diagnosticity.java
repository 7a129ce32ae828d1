package org.steelyard.balance;

import org.jspecify.annotations.Nullable;

/** How far an item tells the interpretations apart (docs/scoring.md section 4). */
final class Diagnosticity {
    private Diagnosticity() {}

    /** In dB, of a row of the matrix with the weight of its item; {@code echoes} by cell. Null where fewer than two are rated. */
    static @Nullable Double of(Matrix matrix, int row, double weight, double[] echoes) {
        double most = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        int rated = 0;
        for (int column = 0; column < matrix.columns(); column++) {
            int cell = matrix.cell(row, column);
            if (matrix.voices(cell) > 0) {
                double heard = echoes[cell] * matrix.decibans(cell);
                most = Math.max(most, heard);
                least = Math.min(least, heard);
                rated++;
            }
        }
        return rated < 2 ? null : weight * (most - least);
    }
}
