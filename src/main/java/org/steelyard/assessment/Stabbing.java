package org.steelyard.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Intervals of numbers. Which of them hold a number is found in time proportional to how many do, however many there are: every
 * so often all that are open are written down, and a look-up goes on from there.
 */
final class Stabbing<I> {
    /** Ends between two such lists: at least so many, and this share of the intervals that are open. */
    private static final int LEAST_BLOCK = 16;

    private static final int BLOCK_SHARE = 4;

    private record End<I>(long at, boolean opens, I interval) {}

    private final long[] ends;
    private final List<End<I>> inOrder;
    private final int[] blocks;
    private final List<List<I>> open;

    private Stabbing(List<End<I>> inOrder, List<Integer> blocks, List<List<I>> open) {
        this.ends = inOrder.stream().mapToLong(End::at).toArray();
        this.inOrder = List.copyOf(inOrder);
        this.blocks = blocks.stream().mapToInt(Integer::intValue).toArray();
        this.open = open;
    }

    /** Of these intervals, each from its first number to before its second. */
    static <I> Stabbing<I> of(List<I> intervals, ToLongFunction<I> from, ToLongFunction<I> to) {
        var ends = new ArrayList<End<I>>();
        for (I interval : intervals) {
            ends.add(new End<>(from.applyAsLong(interval), true, interval));
            ends.add(new End<>(to.applyAsLong(interval), false, interval));
        }
        ends.sort(Comparator.comparingLong(End::at));
        var blocks = new ArrayList<Integer>();
        var open = new ArrayList<List<I>>();
        Set<I> now = new LinkedHashSet<>();
        int next = 0;
        for (int i = 0; i < ends.size(); i++) {
            if (i == next) {
                blocks.add(i);
                open.add(List.copyOf(now));
                next = i + Math.max(LEAST_BLOCK, now.size() / BLOCK_SHARE);
            }
            if (ends.get(i).opens) {
                now.add(ends.get(i).interval);
            } else {
                now.remove(ends.get(i).interval);
            }
        }
        return new Stabbing<>(ends, blocks, open);
    }

    /** Gives each interval that holds this number, once, and perhaps a few more of the same block. */
    void forEach(long number, Consumer<I> found) {
        int count = countUpTo(number);
        if (count > 0) {
            int place = Arrays.binarySearch(blocks, count - 1);
            int block = place >= 0 ? place : -place - 2;
            open.get(block).forEach(found);
            for (int i = blocks[block]; i < count; i++) {
                if (inOrder.get(i).opens) {
                    found.accept(inOrder.get(i).interval);
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
            if (ends[middle] <= number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
