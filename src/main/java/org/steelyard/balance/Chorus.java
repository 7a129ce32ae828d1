package org.steelyard.balance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The items of one origin. Their echoes are ranked anew only in the columns that changed. */
final class Chorus {
    private final NavigableSet<Row> rows =
            new TreeSet<>(Comparator.comparing(row -> row.item().key()));
    private final boolean[] changed;
    private boolean anyChanged;

    Chorus(int columns) {
        changed = new boolean[columns];
    }

    void add(Row row) {
        rows.add(row);
        changedEverywhere();
    }

    void remove(Row row) {
        rows.remove(row);
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
                    changed[column] = false;
                }
            }
            anyChanged = false;
        }
    }

    private void hear(int column, double[] shares) {
        double[] voices = rows.stream().mapToDouble(row -> row.voice(column)).toArray();
        double[] factors = EchoDiscount.discounted(voices, shares);
        int i = 0;
        for (Row row : rows) {
            row.echo(column, factors[i++]);
        }
    }
}
