package org.steelyard.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Intervals of numbers, each with a key. Which of them hold a number is found in time proportional to how many do, however
 * many there are: every so often all that are open are written down, and a look-up goes on from there.
 */
final class Intervals {
    /** Ends between two such lists, at least. */
    private static final int LEAST_BLOCK = 16;

    /** From {@code from} to before {@code to}. */
    record Interval(long from, long to, String key) {}

    private record End(long at, boolean opens, Interval interval) {}

    private final End[] ends;
    private final int[] blocks;
    private final List<List<Interval>> open;

    private Intervals(End[] ends, int[] blocks, List<List<Interval>> open) {
        this.ends = ends;
        this.blocks = blocks;
        this.open = open;
    }

    static Intervals of(List<Interval> intervals) {
        var ends = new ArrayList<End>();
        for (Interval interval : intervals) {
            ends.add(new End(interval.from, true, interval));
            if (interval.to < Long.MAX_VALUE) {
                ends.add(new End(interval.to, false, interval));
            }
        }
        ends.sort(Comparator.comparingLong(End::at));
        var blocks = new ArrayList<Integer>();
        var open = new ArrayList<List<Interval>>();
        Set<Interval> now = new LinkedHashSet<>();
        int next = 0;
        for (int i = 0; i < ends.size(); i++) {
            if (i == next) {
                blocks.add(i);
                open.add(List.copyOf(now));
                next = i + Math.max(LEAST_BLOCK, now.size());
            }
            apply(ends.get(i), now);
        }
        return new Intervals(
                ends.toArray(End[]::new),
                blocks.stream().mapToInt(Integer::intValue).toArray(),
                open);
    }

    private static void apply(End end, Set<Interval> open) {
        if (end.opens) {
            open.add(end.interval);
        } else {
            open.remove(end.interval);
        }
    }

    /** Adds the keys of the intervals that hold this number, and perhaps a few more of the same block. */
    void addKeys(long number, Set<String> keys) {
        int count = countUpTo(number);
        if (count > 0) {
            int found = Arrays.binarySearch(blocks, count - 1);
            int block = found >= 0 ? found : -found - 2;
            open.get(block).forEach(interval -> keys.add(interval.key));
            for (int i = blocks[block]; i < count; i++) {
                if (ends[i].opens) {
                    keys.add(ends[i].interval.key);
                }
            }
        }
    }

    /** How many ends lie at this number or before. */
    private int countUpTo(long number) {
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle].at <= number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
