package org.steelyard.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one fact on both clocks, in the order of (effective time, revision). Immutable to its readers: adding
 * returns a new value that shares what it can with the old. Times are microseconds since 1970-01-01T00:00Z.
 *
 * <p>A look-up bisects; only where something was learned late does it also step back over blocks whose revisions are all
 * too new. Source: docs/scoring.md section 1.
 */
public final class Versions<V> {
    private static final int BLOCK = 64;
    private static final Versions<?> NONE = new Versions<>(new Backing(0), 0, true);

    private final Backing backing;
    private final int size;

    /** Whether revisions rise along the order too, as they do unless something was learned late. */
    private final boolean monotone;

    private Versions(Backing backing, int size, boolean monotone) {
        this.backing = backing;
        this.size = size;
        this.monotone = monotone;
    }

    @SuppressWarnings("unchecked")
    public static <V> Versions<V> none() {
        return (Versions<V>) NONE;
    }

    /** These versions and one more. Its revision must be above all that are here; null withdraws the fact. */
    public Versions<V> with(long effectiveMicros, long revision, @Nullable V value) {
        int at = countUpTo(effectiveMicros);
        boolean last = at == size;
        Backing target = last ? backing.toAppend(size) : backing.copy(size, size + 1);
        target.insert(at, size, effectiveMicros, revision, value);
        return new Versions<>(target, size + 1, monotone && last);
    }

    /**
     * The value in force where only revisions up to {@code revision} and effective times up to {@code effectiveMicros}
     * count; null where none is, or where the fact was withdrawn.
     */
    @SuppressWarnings("unchecked")
    public @Nullable V at(long revision, long effectiveMicros) {
        int index = indexAt(revision, effectiveMicros);
        return index < 0 ? null : (V) backing.values[index];
    }

    /** The revision that set what is in force, a withdrawal included; 0 where no version counts. */
    public long revisionAt(long revision, long effectiveMicros) {
        int index = indexAt(revision, effectiveMicros);
        return index < 0 ? 0 : backing.revisions[index];
    }

    /** Whether any version counts at the point, a withdrawal included. */
    public boolean startedBy(long revision, long effectiveMicros) {
        return indexAt(revision, effectiveMicros) >= 0;
    }

    /** The effective time of the earliest version up to this revision, or {@code Long.MAX_VALUE} where there is none. */
    public long firstEffective(long revision) {
        for (int i = 0; i < size; i++) {
            if (backing.revisions[i] <= revision) {
                return backing.effective[i];
            }
        }
        return Long.MAX_VALUE;
    }

    /** All values that count at the point, withdrawals left out, in the order of (effective time, revision). */
    @SuppressWarnings("unchecked")
    public List<V> allAt(long revision, long effectiveMicros) {
        var all = new ArrayList<V>();
        int count = countUpTo(effectiveMicros);
        for (int i = 0; i < count; i++) {
            Object value = backing.values[i];
            if (value != null && backing.revisions[i] <= revision) {
                all.add((V) value);
            }
        }
        return all;
    }

    /** The lowest revision above {@code after} that counts at the point, or 0 where there is none. */
    public long nextRevision(long after, long revision, long effectiveMicros) {
        long next = 0;
        int count = countUpTo(effectiveMicros);
        for (int i = 0; i < count; i++) {
            long candidate = backing.revisions[i];
            if (candidate > after && candidate <= revision && (next == 0 || candidate < next)) {
                next = candidate;
            }
        }
        return next;
    }

    private int indexAt(long revision, long effectiveMicros) {
        int index = countUpTo(effectiveMicros) - 1;
        if (index < 0 || backing.revisions[index] <= revision) {
            return index;
        }
        return monotone ? lastUpTo(revision, index) : stepBack(revision, index);
    }

    private int lastUpTo(long revision, int below) {
        int found = Arrays.binarySearch(backing.revisions, 0, below, revision);
        return found >= 0 ? found : -found - 2;
    }

    private int stepBack(long revision, int from) {
        int index = from;
        while (index >= 0 && backing.revisions[index] > revision) {
            boolean wholeBlock = index % BLOCK == BLOCK - 1;
            index -= wholeBlock && backing.lowest[index / BLOCK] > revision ? BLOCK : 1;
        }
        return Math.max(index, -1);
    }

    /** How many versions are effective at this time or before. */
    private int countUpTo(long effectiveMicros) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (backing.effective[middle] <= effectiveMicros) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Arrays that several values share. Each value reads only up to its own size, and only the one that reaches to the end
     * may go on in place, so that older values never see a change.
     */
    private static final class Backing {
        private final long[] effective;
        private final long[] revisions;
        private final @Nullable Object[] values;

        /** The lowest revision of each block of entries. */
        private final long[] lowest;

        private int filled;

        Backing(int capacity) {
            effective = new long[capacity];
            revisions = new long[capacity];
            values = new @Nullable Object[capacity];
            lowest = new long[capacity / BLOCK + 1];
        }

        /** Where the entry at {@code size} may be written: here if nobody wrote it yet, else in a copy. */
        synchronized Backing toAppend(int size) {
            if (filled == size && size < effective.length) {
                filled = size + 1;
                return this;
            }
            return copy(size, Math.max(2, size * 2));
        }

        Backing copy(int size, int capacity) {
            var copy = new Backing(Math.max(capacity, size + 1));
            System.arraycopy(effective, 0, copy.effective, 0, size);
            System.arraycopy(revisions, 0, copy.revisions, 0, size);
            System.arraycopy(values, 0, copy.values, 0, size);
            System.arraycopy(lowest, 0, copy.lowest, 0, size / BLOCK + 1);
            copy.filled = size + 1;
            return copy;
        }

        void insert(int at, int size, long effectiveMicros, long revision, @Nullable Object value) {
            if (at < size) {
                System.arraycopy(effective, at, effective, at + 1, size - at);
                System.arraycopy(revisions, at, revisions, at + 1, size - at);
                System.arraycopy(values, at, values, at + 1, size - at);
            }
            effective[at] = effectiveMicros;
            revisions[at] = revision;
            values[at] = value;
            for (int block = at / BLOCK; block <= size / BLOCK; block++) {
                lowest[block] = lowestOf(block, size + 1);
            }
        }

        private long lowestOf(int block, int size) {
            long least = Long.MAX_VALUE;
            for (int i = block * BLOCK; i < Math.min(size, (block + 1) * BLOCK); i++) {
                least = Math.min(least, revisions[i]);
            }
            return least;
        }
    }
}
