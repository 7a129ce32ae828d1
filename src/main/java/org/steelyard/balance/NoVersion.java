package org.steelyard.balance;

import org.jspecify.annotations.Nullable;

/** A fact that was never set. */
final class NoVersion<V> extends Versions<V> {
    static final NoVersion<?> NONE = new NoVersion<>();

    private NoVersion() {}

    @Override
    public Versions<V> with(long effectiveMicros, long revision, @Nullable V value) {
        return new OneVersion<>(effectiveMicros, revision, value);
    }

    @Override
    int size() {
        return 0;
    }

    @Override
    long effective(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    long revision(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    V value(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    int lastUpTo(long revision, int from) {
        return -1;
    }
}
