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
public abstract sealed class Versions<V> permits NoVersion, OneVersion, TwoVersions, FewVersions, ManyVersions {
    Versions() {}

    @SuppressWarnings("unchecked")
    public static <V> Versions<V> none() {
        return (Versions<V>) NoVersion.NONE;
    }

    /** These versions and one more. Its revision must be above all that are here; null withdraws the fact. */
    public abstract Versions<V> with(long effectiveMicros, long revision, @Nullable V value);

    abstract int size();

    abstract long effective(int index);

    abstract long revision(int index);

    abstract @Nullable V value(int index);

    /** The last at {@code from} or before whose revision is not above this one, or -1. */
    abstract int lastUpTo(long revision, int from);

    /** The value in force at the point; null where none is, or where the fact was withdrawn. */
    public @Nullable V at(At point) {
        int index = indexAt(point);
        return index < 0 ? null : value(index);
    }

    /** The revision that set what is in force, a withdrawal included; 0 where no version counts. */
    public long revisionAt(At point) {
        int index = indexAt(point);
        return index < 0 ? 0 : revision(index);
    }

    /** Whether any version counts at the point, a withdrawal included. */
    public boolean startedBy(At point) {
        return indexAt(point) >= 0;
    }

    /** The effective time of the earliest version up to this revision, or {@code Long.MAX_VALUE} where there is none. */
    public long firstEffective(long revision) {
        for (int i = 0; i < size(); i++) {
            if (revision(i) <= revision) {
                return effective(i);
            }
        }
        return Long.MAX_VALUE;
    }

    /** The earliest effective time after this one of a version up to this revision, or {@code Long.MAX_VALUE}. */
    public long nextEffective(long revision, long afterMicros) {
        for (int i = countUpTo(afterMicros, Long.MAX_VALUE); i < size(); i++) {
            if (revision(i) <= revision) {
                return effective(i);
            }
        }
        return Long.MAX_VALUE;
    }

    /** All values that count at the point, withdrawals left out, in the order of (effective time, revision). */
    public List<V> allAt(At point) {
        var all = new ArrayList<V>();
        int count = countUpTo(point.micros(), point.lastThen());
        for (int i = 0; i < count; i++) {
            V value = value(i);
            if (value != null && revision(i) <= point.revision()) {
                all.add(value);
            }
        }
        return all;
    }

    /** The lowest revision above {@code after} that counts at the point, or 0 where there is none. */
    public long nextRevision(long after, At point) {
        long next = 0;
        int count = countUpTo(point.micros(), point.lastThen());
        for (int i = 0; i < count; i++) {
            long candidate = revision(i);
            if (candidate > after && candidate <= point.revision() && (next == 0 || candidate < next)) {
                next = candidate;
            }
        }
        return next;
    }

    /**
     * All values that count at the point and are effective after a time, withdrawals left out, the latest first. What does
     * not count is stepped over by groups.
     */
    public List<V> latestFirst(long afterMicros, At point) {
        var all = new ArrayList<V>();
        int index = indexAt(point);
        while (index >= 0 && effective(index) > afterMicros) {
            V value = value(index);
            if (value != null) {
                all.add(value);
            }
            index = lastUpTo(point.revision(), index - 1);
        }
        return all;
    }

    private int indexAt(At point) {
        return lastUpTo(point.revision(), countUpTo(point.micros(), point.lastThen()) - 1);
    }

    /** How many versions are effective before this time, or at it and have a revision up to the last. */
    final int countUpTo(long effectiveMicros, long last) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            long effective = effective(middle);
            if (effective < effectiveMicros || (effective == effectiveMicros && revision(middle) <= last)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
