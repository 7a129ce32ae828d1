package org.steelyard.balance;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import org.steelyard.balance.Balance.Stale;

/**
 * What overtook a judgment up to now, by revision: most of it for good, which only grows and is shared with lists made later, and
 * in between what does so for the moment.
 */
final class StaleEvents extends AbstractList<Stale> implements RandomAccess {
    private final Stale[] forGood;
    private final Stale[] now;

    /** The places of the latter in this list, ascending. */
    private final int[] places;

    private final int size;

    /** {@code places[i]}: before how many of the {@code count} for good each of the others comes, ascending. */
    StaleEvents(Stale[] forGood, int count, Stale[] now, int[] before) {
        this.forGood = forGood;
        this.now = now;
        this.places = new int[before.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = before[i] + i;
        }
        this.size = count + now.length;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Stale get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        int found = Arrays.binarySearch(places, index);
        return found < 0 ? forGood[index + found + 1] : now[found];
    }
}
