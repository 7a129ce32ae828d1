package org.steelyard.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Intervals of numbers, each with a thing. Which of them hold a number is found in time proportional to how many do, however
 * many there are: every so often all that are open are written down, and a look-up goes on from there.
 */
final class Intervals<T> {
    /** Ends between two such lists: at least so many, and this share of the intervals that are open. */
    private static final int LEAST_BLOCK = 16;

    private static final int BLOCK_SHARE = 4;

    /** From {@code from} to before {@code to}. */
    record Interval<T>(long from, long to, T thing) {}

    private record End<T>(long at, boolean opens, Interval<T> interval) {}

    private final List<End<T>> ends;
    private final int[] blocks;
    private final List<List<T>> open;

    private Intervals(List<End<T>> ends, int[] blocks, List<List<T>> open) {
        this.ends = ends;
        this.blocks = blocks;
        this.open = open;
    }

    static <T> Intervals<T> of(List<Interval<T>> intervals) {
        var ends = new ArrayList<End<T>>();
        for (Interval<T> interval : intervals) {
            ends.add(new End<>(interval.from, true, interval));
            if (interval.to < Long.MAX_VALUE) {
                ends.add(new End<>(interval.to, false, interval));
            }
        }
        ends.sort(Comparator.comparingLong(end -> end.at));
        var blocks = new ArrayList<Integer>();
        var open = new ArrayList<List<T>>();
        Set<Interval<T>> now = new LinkedHashSet<>();
        int next = 0;
        for (int i = 0; i < ends.size(); i++) {
            if (i == next) {
                blocks.add(i);
                open.add(now.stream().map(Interval::thing).toList());
                next = i + Math.max(LEAST_BLOCK, now.size() / BLOCK_SHARE);
            }
            apply(ends.get(i), now);
        }
        return new Intervals<>(
                List.copyOf(ends), blocks.stream().mapToInt(Integer::intValue).toArray(), open);
    }

    private static <T> void apply(End<T> end, Set<Interval<T>> open) {
        if (end.opens) {
            open.add(end.interval);
        } else {
            open.remove(end.interval);
        }
    }

    /** Adds the things of the intervals that hold this number, and perhaps a few more of the same block. */
    void addTo(Set<T> things, long number) {
        int count = countUpTo(number);
        if (count > 0) {
            int found = Arrays.binarySearch(blocks, count - 1);
            int block = found >= 0 ? found : -found - 2;
            things.addAll(open.get(block));
            for (int i = blocks[block]; i < count; i++) {
                if (ends.get(i).opens) {
                    things.add(ends.get(i).interval.thing);
                }
            }
        }
    }

    /** How many ends lie at this number or before. */
    private int countUpTo(long number) {
        int low = 0;
        int high = ends.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends.get(middle).at <= number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
