package org.steelyard.balance;

import org.jspecify.annotations.Nullable;

/** A fact that was set once, as most are. */
final class OneVersion<V> extends Versions<V> {
    private final long effectiveMicros;
    private final long revision;
    private final @Nullable V value;

    OneVersion(long effectiveMicros, long revision, @Nullable V value) {
        this.effectiveMicros = effectiveMicros;
        this.revision = revision;
        this.value = value;
    }

    @Override
    public Versions<V> with(long otherEffectiveMicros, long otherRevision, @Nullable V other) {
        return effectiveMicros <= otherEffectiveMicros
                ? new TwoVersions<>(effectiveMicros, revision, value, otherEffectiveMicros, otherRevision, other)
                : new TwoVersions<>(otherEffectiveMicros, otherRevision, other, effectiveMicros, revision, value);
    }

    @Override
    int size() {
        return 1;
    }

    @Override
    long effective(int index) {
        return effectiveMicros;
    }

    @Override
    long revision(int index) {
        return revision;
    }

    @Override
    @Nullable
    V value(int index) {
        return value;
    }

    @Override
    int lastUpTo(long upTo, int from) {
        return from == 0 && revision <= upTo ? 0 : -1;
    }
}
