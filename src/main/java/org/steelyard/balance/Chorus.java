package org.steelyard.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The items of one origin. Their echoes are ranked anew only in the columns that changed. */
final class Chorus {
    /** Sorted by key. */
    private final List<Row> rows = new ArrayList<>();

    private final boolean[] changed;
    private boolean anyChanged;

    Chorus(int columns) {
        changed = new boolean[columns];
    }

    void add(Row row) {
        rows.add(-Collections.binarySearch(rows, row, Row.BY_KEY) - 1, row);
        changedEverywhere();
    }

    void remove(Row row) {
        rows.remove(Collections.binarySearch(rows, row, Row.BY_KEY));
        changedEverywhere();
    }

    void changed(int column) {
        changed[column] = true;
        anyChanged = true;
    }

    void changedEverywhere() {
        Arrays.fill(changed, true);
        anyChanged = true;
    }

    /** Sets the factors of all its rows. */
    void hear(double rho) {
        if (anyChanged) {
            double[] shares = EchoDiscount.shares(rows.size(), rho);
            for (int column = 0; column < changed.length; column++) {
                if (changed[column]) {
                    hear(column, shares);
                }
            }
            Arrays.fill(changed, false);
            anyChanged = false;
        }
    }

    private void hear(int column, double[] shares) {
        var voices = new double[rows.size()];
        for (int i = 0; i < voices.length; i++) {
            voices[i] = rows.get(i).voice(column);
        }
        double[] factors = EchoDiscount.discounted(voices, shares);
        for (int i = 0; i < factors.length; i++) {
            rows.get(i).echo(column, factors[i]);
        }
    }
}
