package org.steelyard;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens by and by. */
public final class Awaiting {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Awaiting() {}

    /**
     * Returns once it has happened.
     *
     * @param what is waited for, for the complaint that it does not come
     */
    public static void until(String what, BooleanSupplier happens) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!happens.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("In vain waited until " + what);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }
}
