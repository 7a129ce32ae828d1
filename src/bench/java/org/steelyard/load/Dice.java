package org.steelyard.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Chance, from a seed. */
final class Dice {
    private static final double MICROS_IN_A_DAY = 86_400_000_000d;

    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Others, that go their own way from here. */
    Dice split() {
        return new Dice(random.nextLong());
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    double gaussian() {
        return random.nextGaussian();
    }

    long nextLong() {
        return random.nextLong();
    }

    <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @SafeVarargs
    final <T> T any(T... of) {
        return of[random.nextInt(of.length)];
    }

    /** The first ones more often than the last, as a few sources are quoted everywhere. */
    <T> T early(List<T> of) {
        double place = Math.pow(random.nextDouble(), 3) * of.size();
        return of.get((int) place);
    }

    /** So many of them, or all; each once. */
    <T> List<T> some(int count, List<T> of) {
        var left = new ArrayList<>(of);
        var chosen = new ArrayList<T>();
        while (chosen.size() < count && !left.isEmpty()) {
            chosen.add(left.remove(random.nextInt(left.size())));
        }
        return chosen;
    }

    /** The place of one of these shares, which need not come to 1. */
    int share(double... shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < shares.length; i++) {
            left -= shares[i];
            if (left < 0) {
                return i;
            }
        }
        return shares.length - 1;
    }

    /** One of these, each with its share. */
    <T> T weighted(T[] of, double... shares) {
        return of[share(shares)];
    }

    /** A time that is short most often, and now and then long; of so many days in the mean. */
    Duration pause(double days) {
        return days(-Math.log(1 - random.nextDouble()) * days);
    }

    Duration seconds(int least, int most) {
        return Duration.ofNanos(random.nextLong(least * 1_000_000L, most * 1_000_000L) * 1_000);
    }

    static Duration days(double days) {
        return Duration.ofNanos(Math.round(days * MICROS_IN_A_DAY) * 1_000);
    }
}
