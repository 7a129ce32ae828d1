package org.steelyard.live;

import java.util.Arrays;
import java.util.Locale;

/** Times in nanoseconds, of which the median, the 99th percentile and the longest are told. */
final class Spread {
    private long[] times;
    private int count;

    Spread(int expected) {
        times = new long[Math.max(1, expected)];
    }

    void add(long nanos) {
        if (count == times.length) {
            times = Arrays.copyOf(times, count * 2);
        }
        times[count++] = nanos;
    }

    @Override
    public String toString() {
        if (count == 0) {
            return "nothing";
        }
        Arrays.sort(times, 0, count);
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms, max %.1f ms (%,d)",
                at(0.5),
                at(0.99),
                times[count - 1] / 1e6,
                count);
    }

    private double at(double part) {
        return times[(int) Math.min(count - 1, Math.round(part * count))] / 1e6;
    }
}
