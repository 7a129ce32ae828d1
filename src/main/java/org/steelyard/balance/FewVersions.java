package org.steelyard.balance;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A fact that was set a few times: close together in memory, and copied when it is set once more. */
final class FewVersions<V> extends Versions<V> {
    private static final int MOST = 16;

    /** Effective time and revision of each, one after the other. */
    private final long[] stamps;

    private final @Nullable Object[] values;

    private FewVersions(long[] stamps, @Nullable Object[] values) {
        this.stamps = stamps;
        this.values = values;
    }

    static <V> FewVersions<V> of(TwoVersions<V> two) {
        return new FewVersions<>(
                new long[] {two.effective(0), two.revision(0), two.effective(1), two.revision(1)},
                new @Nullable Object[] {two.value(0), two.value(1)});
    }

    @Override
    public Versions<V> with(long effectiveMicros, long revision, @Nullable V value) {
        int size = values.length;
        if (size == MOST) {
            return many().with(effectiveMicros, revision, value);
        }
        int at = countUpTo(effectiveMicros, Long.MAX_VALUE);
        long[] longer = Arrays.copyOf(stamps, 2 * size + 2);
        System.arraycopy(stamps, 2 * at, longer, 2 * at + 2, 2 * (size - at));
        longer[2 * at] = effectiveMicros;
        longer[2 * at + 1] = revision;
        @Nullable Object[] more = Arrays.copyOf(values, size + 1);
        System.arraycopy(values, at, more, at + 1, size - at);
        more[at] = value;
        return new FewVersions<>(longer, more);
    }

    private Versions<V> many() {
        Versions<V> many = ManyVersions.empty();
        for (int i = 0; i < values.length; i++) {
            many = many.with(effective(i), revision(i), value(i));
        }
        return many;
    }

    @Override
    int size() {
        return values.length;
    }

    @Override
    long effective(int index) {
        return stamps[2 * index];
    }

    @Override
    long revision(int index) {
        return stamps[2 * index + 1];
    }

    @Override
    @SuppressWarnings("unchecked")
    @Nullable
    V value(int index) {
        return (V) values[index];
    }

    @Override
    int lastUpTo(long revision, int from) {
        int at = from;
        while (at >= 0 && revision(at) > revision) {
            at--;
        }
        return at;
    }
}
