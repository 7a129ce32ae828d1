package org.steelyard.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.Intervals.Interval;
import org.steelyard.balance.At;

/**
 * Which things of a kind may be in force at a point in time, found without looking at all that ever were. It names every one
 * that is, and some that are not: whoever asks looks each of them up.
 *
 * <p>Take the events of one thing that set whether it is in force, up to revision R, in the order of (effective time, revision).
 * Where the last of them puts it in force, the thing is named at R. Where it does not, the thing is in force at T only between
 * an event that puts it in force and the next in that order; those two stood side by side when the later of them was recorded,
 * and the stretch between them was written down then. So two look-ups name all, one on each clock. What came since the index
 * was made is named always; when that grows too much, the index is made anew. One appends at a time; reading needs no lock.
 */
final class Presence<T> {
    private static final int LEAST_TAIL = 16;
    private static final int TAIL_SHARE = 256;

    private record Change<T>(T thing, long micros, long revision, boolean inForce) {}

    private record Index<T>(int covered, Intervals<T> byRevision, Intervals<T> byEffect) {}

    private volatile Change<T>[] changes = empty(LEAST_TAIL);
    private volatile int size;
    private volatile Index<T> index = new Index<>(0, Intervals.of(List.of()), Intervals.of(List.of()));

    @SuppressWarnings("unchecked")
    private static <T> Change<T>[] empty(int length) {
        return (Change<T>[]) new Change<?>[length];
    }

    /** One more event that puts a thing in force or takes it out. */
    void add(T thing, Recorded by, boolean inForce) {
        int at = size;
        if (at == changes.length) {
            changes = Arrays.copyOf(changes, 2 * at);
        }
        changes[at] = new Change<>(thing, At.micros(by.stamp().effectiveAt()), by.revision(), inForce);
        size = at + 1;
    }

    /** All that is in force at the point, and some that is not. */
    Set<T> candidates(At at) {
        int all = size;
        Change<T>[] known = changes;
        Index<T> made = index;
        if (all - made.covered > LEAST_TAIL + made.covered / TAIL_SHARE) {
            made = indexOf(known, all);
            index = made;
        }
        var things = new HashSet<T>();
        made.byRevision.addTo(things, at.revision());
        made.byEffect.addTo(things, at.micros());
        for (int i = made.covered; i < all; i++) {
            things.add(known[i].thing);
        }
        return things;
    }

    private static <T> Index<T> indexOf(Change<T>[] changes, int count) {
        Map<T, Life<T>> lives = new HashMap<>();
        for (int i = 0; i < count; i++) {
            lives.computeIfAbsent(changes[i].thing, Life::new).add(changes[i]);
        }
        var byRevision = new ArrayList<Interval<T>>();
        var byEffect = new ArrayList<Interval<T>>();
        for (Life<T> life : lives.values()) {
            life.end(Long.MAX_VALUE);
            byRevision.addAll(life.byRevision);
            byEffect.addAll(life.byEffect);
        }
        return new Index<>(count, Intervals.of(byRevision), Intervals.of(byEffect));
    }

    /** What one thing went through, event by event. */
    private static final class Life<T> {
        private final T thing;
        private final List<Interval<T>> byRevision = new ArrayList<>();
        private final List<Interval<T>> byEffect = new ArrayList<>();
        private final NavigableSet<Change<T>> inOrder = new TreeSet<>(
                Comparator.comparingLong((Change<T> change) -> change.micros).thenComparingLong(Change::revision));
        private long since;

        Life(T thing) {
            this.thing = thing;
        }

        void add(Change<T> change) {
            Change<T> before = inOrder.lower(change);
            Change<T> after = inOrder.higher(change);
            if (after == null) {
                end(change.revision);
                since = change.revision;
            } else {
                between(change, after);
            }
            if (before != null) {
                between(before, change);
            }
            inOrder.add(change);
        }

        /** The last event holds up to this revision. */
        void end(long revision) {
            if (!inOrder.isEmpty() && inOrder.last().inForce) {
                byRevision.add(new Interval<>(since, revision, thing));
            }
        }

        /** The second's own moment is within: there may be a look at it that leaves the second out. */
        private void between(Change<T> one, @Nullable Change<T> next) {
            if (one.inForce && next != null) {
                byEffect.add(new Interval<>(one.micros, next.micros + 1, thing));
            }
        }
    }
}
