package org.steelyard.balance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one fact on both clocks, in the order of (effective time, revision). Immutable to its readers: adding
 * returns a new value that shares what it can with the old. Times are microseconds since 1970-01-01T00:00Z.
 *
 * <p>A look-up bisects by time, and steps back by whole groups, and groups of groups, over what was recorded too late:
 * logarithmic in the number of versions, in whatever order they were learned. Adding the latest appends; adding an earlier
 * one copies. Source: docs/scoring.md section 1.
 */
public final class Versions<V> {
    private static final Versions<?> NONE = new Versions<>(new Backing(0), 0);

    private final Backing backing;
    private final int size;

    private Versions(Backing backing, int size) {
        this.backing = backing;
        this.size = size;
    }

    @SuppressWarnings("unchecked")
    public static <V> Versions<V> none() {
        return (Versions<V>) NONE;
    }

    /** These versions and one more. Its revision must be above all that are here; null withdraws the fact. */
    public Versions<V> with(long effectiveMicros, long revision, @Nullable V value) {
        int at = countUpTo(effectiveMicros, Long.MAX_VALUE);
        Backing target = at == size ? backing.toAppend(size) : backing.copy(size);
        target.insert(at, size, effectiveMicros, revision, value);
        return new Versions<>(target, size + 1);
    }

    /** The value in force at the point; null where none is, or where the fact was withdrawn. */
    @SuppressWarnings("unchecked")
    public @Nullable V at(At point) {
        int index = indexAt(point);
        return index < 0 ? null : (V) backing.values[index];
    }

    /** The revision that set what is in force, a withdrawal included; 0 where no version counts. */
    public long revisionAt(At point) {
        int index = indexAt(point);
        return index < 0 ? 0 : backing.revisions[index];
    }

    /** Whether any version counts at the point, a withdrawal included. */
    public boolean startedBy(At point) {
        return indexAt(point) >= 0;
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

    /** The earliest effective time after this one of a version up to this revision, or {@code Long.MAX_VALUE}. */
    public long nextEffective(long revision, long afterMicros) {
        for (int i = countUpTo(afterMicros, Long.MAX_VALUE); i < size; i++) {
            if (backing.revisions[i] <= revision) {
                return backing.effective[i];
            }
        }
        return Long.MAX_VALUE;
    }

    /** All values that count at the point, withdrawals left out, in the order of (effective time, revision). */
    @SuppressWarnings("unchecked")
    public List<V> allAt(At point) {
        var all = new ArrayList<V>();
        int count = countUpTo(point.micros(), point.lastThen());
        for (int i = 0; i < count; i++) {
            Object value = backing.values[i];
            if (value != null && backing.revisions[i] <= point.revision()) {
                all.add((V) value);
            }
        }
        return all;
    }

    /** The lowest revision above {@code after} that counts at the point, or 0 where there is none. */
    public long nextRevision(long after, At point) {
        long next = 0;
        int count = countUpTo(point.micros(), point.lastThen());
        for (int i = 0; i < count; i++) {
            long candidate = backing.revisions[i];
            if (candidate > after && candidate <= point.revision() && (next == 0 || candidate < next)) {
                next = candidate;
            }
        }
        return next;
    }

    private int indexAt(At point) {
        return backing.lastUpTo(point.revision(), countUpTo(point.micros(), point.lastThen()) - 1);
    }

    /** How many versions are effective before this time, or at it and have a revision up to the last. */
    private int countUpTo(long effectiveMicros, long last) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            long effective = backing.effective[middle];
            if (effective < effectiveMicros || (effective == effectiveMicros && backing.revisions[middle] <= last)) {
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
        private static final int GROUP = 16;

        private final long[] effective;
        private final @Nullable Object[] values;

        /** The revision of each entry, then the lowest of each group of entries, of each group of groups, and so on. */
        private final long[][] lowest;

        private final long[] revisions;
        private int filled;

        Backing(int capacity) {
            effective = new long[capacity];
            values = new @Nullable Object[capacity];
            lowest = new long[levels(capacity)][];
            int length = capacity;
            for (int level = 0; level < lowest.length; level++) {
                lowest[level] = new long[length];
                length = groups(length);
            }
            revisions = lowest[0];
        }

        private static int levels(int length) {
            return length <= GROUP ? 1 : 1 + levels(groups(length));
        }

        private static int groups(int length) {
            return (length + GROUP - 1) / GROUP;
        }

        /** Where the entry at {@code size} may be written: here if nobody wrote it yet, else in a copy. */
        synchronized Backing toAppend(int size) {
            if (filled == size && size < effective.length) {
                filled = size + 1;
                return this;
            }
            return copy(size);
        }

        /** A copy of the first entries with room for more. */
        Backing copy(int size) {
            var copy = new Backing(Math.max(2, size + size / 2 + 1));
            System.arraycopy(effective, 0, copy.effective, 0, size);
            System.arraycopy(values, 0, copy.values, 0, size);
            System.arraycopy(revisions, 0, copy.revisions, 0, size);
            copy.regroup(0, size);
            copy.filled = size + 1;
            return copy;
        }

        void insert(int at, int size, long effectiveMicros, long revision, @Nullable Object value) {
            System.arraycopy(effective, at, effective, at + 1, size - at);
            System.arraycopy(revisions, at, revisions, at + 1, size - at);
            System.arraycopy(values, at, values, at + 1, size - at);
            effective[at] = effectiveMicros;
            revisions[at] = revision;
            values[at] = value;
            regroup(at, size + 1);
        }

        private void regroup(int from, int size) {
            int first = from;
            int last = size - 1;
            for (int level = 1; level < lowest.length; level++) {
                for (int group = first / GROUP; group <= last / GROUP; group++) {
                    int end = Math.min(last + 1, (group + 1) * GROUP);
                    lowest[level][group] = least(lowest[level - 1], group * GROUP, end);
                }
                first /= GROUP;
                last /= GROUP;
            }
        }

        private static long least(long[] numbers, int from, int to) {
            long least = Long.MAX_VALUE;
            for (int i = from; i < to; i++) {
                least = Math.min(least, numbers[i]);
            }
            return least;
        }

        /** The last entry at {@code from} or before whose revision counts, or -1. Reads only groups that end there. */
        int lastUpTo(long revision, int from) {
            int level = 0;
            int at = from;
            while (at >= 0 && (level > 0 || revisions[at] > revision)) {
                if (lowest[level][at] <= revision) {
                    level--;
                    at = at * GROUP + GROUP - 1;
                } else if (at % GROUP == 0) {
                    level++;
                    at = at / GROUP - 1;
                } else {
                    at--;
                }
            }
            return at;
        }
    }
}
