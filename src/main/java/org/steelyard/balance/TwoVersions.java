package org.steelyard.balance;

import org.jspecify.annotations.Nullable;

/** A fact that was changed once, in one place in memory. */
final class TwoVersions<V> extends Versions<V> {
    private final long firstMicros;
    private final long firstRevision;
    private final long secondMicros;
    private final long secondRevision;
    private final @Nullable V first;
    private final @Nullable V second;

    /** In the order of (effective time, revision). */
    TwoVersions(
            long firstMicros,
            long firstRevision,
            @Nullable V first,
            long secondMicros,
            long secondRevision,
            @Nullable V second) {
        this.firstMicros = firstMicros;
        this.firstRevision = firstRevision;
        this.first = first;
        this.secondMicros = secondMicros;
        this.secondRevision = secondRevision;
        this.second = second;
    }

    @Override
    public Versions<V> with(long effectiveMicros, long revision, @Nullable V value) {
        return FewVersions.of(this).with(effectiveMicros, revision, value);
    }

    @Override
    int size() {
        return 2;
    }

    @Override
    long effective(int index) {
        return index == 0 ? firstMicros : secondMicros;
    }

    @Override
    long revision(int index) {
        return index == 0 ? firstRevision : secondRevision;
    }

    @Override
    @Nullable
    V value(int index) {
        return index == 0 ? first : second;
    }

    @Override
    int lastUpTo(long revision, int from) {
        if (from == 1 && secondRevision <= revision) {
            return 1;
        }
        return from >= 0 && firstRevision <= revision ? 0 : -1;
    }
}
