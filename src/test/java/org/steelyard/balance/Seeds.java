package org.steelyard.balance;

import java.util.Random;
import java.util.function.Consumer;

/** Tries a property on many random inputs, the same ones in every run, and names the seed of the one that breaks it. */
final class Seeds {
    /** One history in the sense of the build's setting stands for this many situations, which are far smaller. */
    private static final int SITUATIONS = 20;

    private Seeds() {}

    static void each(Consumer<Random> property) {
        int count = SITUATIONS * Integer.getInteger("steelyard.histories", 200);
        for (long seed = 1; seed <= count; seed++) {
            try {
                property.accept(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
