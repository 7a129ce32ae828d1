package org.steelyard.balance;

import org.jspecify.annotations.Nullable;

/** Any number of versions in arrays, with an index over what was recorded too late. */
final class ManyVersions<V> extends Versions<V> {
    private static final Versions<?> NONE = new ManyVersions<>(new Backing(0), 0);

    private final Backing backing;
    private final int size;

    private ManyVersions(Backing backing, int size) {
        this.backing = backing;
        this.size = size;
    }

    @SuppressWarnings("unchecked")
    static <V> Versions<V> empty() {
        return (Versions<V>) NONE;
    }

    @Override
    public Versions<V> with(long effectiveMicros, long revision, @Nullable V value) {
        int at = countUpTo(effectiveMicros, Long.MAX_VALUE);
        Backing target = at == size ? backing.toAppend(size) : backing.copy(size);
        target.insert(at, size, effectiveMicros, revision, value);
        return new ManyVersions<>(target, size + 1);
    }

    @Override
    int size() {
        return size;
    }

    @Override
    long effective(int index) {
        return backing.effective[index];
    }

    @Override
    long revision(int index) {
        return backing.revisions[index];
    }

    @Override
    @SuppressWarnings("unchecked")
    @Nullable
    V value(int index) {
        return (V) backing.values[index];
    }

    @Override
    int lastUpTo(long revision, int from) {
        return backing.lastUpTo(revision, from);
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
