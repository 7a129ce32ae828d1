package org.steelyard.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.At;

/**
 * Which things of a kind are in force at a point in time, found without looking at all that ever were.
 *
 * <p>Take the events of one thing that put it in force or take it out, in the order of (effective time, revision). From one that
 * puts it in force to the next in that order it is in force, as long as nothing is recorded that comes between them: a rectangle
 * of the two clocks. Those without a next event are found by revision, those with one by effective time, so that either
 * way about as many are looked at as are in force. What came since the index was made is looked up thing by thing; when that
 * grows too much, the index is made anew. One appends at a time; reading needs no lock.
 */
final class Presence<T extends Facts> {
    private static final int LEAST_TAIL = 16;
    private static final int TAIL_SHARE = 256;

    private record Change<T>(T thing, Moment moment, boolean inForce) {}

    /** The place of an event in the order of effect. */
    private record Moment(long micros, long revision) implements Comparable<Moment> {
        private static final Moment NEVER = new Moment(Long.MAX_VALUE, Long.MAX_VALUE);

        @Override
        public int compareTo(Moment other) {
            return micros == other.micros ? Long.compare(revision, other.revision) : Long.compare(micros, other.micros);
        }
    }

    /** In force from one moment to before another, to whoever knows what was recorded from one revision to before another. */
    private record Stretch<T>(T thing, Moment from, Moment to, long firstRevision, long endRevision) {
        boolean holds(At at) {
            return firstRevision <= at.revision()
                    && at.revision() < endRevision
                    && counts(from, at)
                    && (isOpen() || !counts(to, at));
        }

        boolean isOpen() {
            return to.equals(Moment.NEVER);
        }

        private static boolean counts(Moment moment, At at) {
            return moment.micros < at.micros() || (moment.micros == at.micros() && moment.revision <= at.lastThen());
        }

        /** The end's own moment is within: there may be a look at it that leaves the end out. */
        long endMicros() {
            return to.micros + 1;
        }
    }

    private record Index<T>(int covered, Stabbing<Stretch<T>> byRevision, Stabbing<Stretch<T>> byEffect) {
        static <T> Index<T> of(int covered, List<Stretch<T>> open, List<Stretch<T>> closed) {
            return new Index<>(
                    covered,
                    Stabbing.of(open, Stretch::firstRevision, Stretch::endRevision),
                    Stabbing.of(closed, stretch -> stretch.from.micros, Stretch::endMicros));
        }
    }

    private volatile Change<T>[] changes = empty(LEAST_TAIL);
    private volatile int size;
    private volatile Index<T> index = Index.of(0, List.of(), List.of());

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
        var moment = new Moment(At.micros(by.stamp().effectiveAt()), by.revision());
        changes[at] = new Change<>(thing, moment, inForce);
        size = at + 1;
    }

    /** All that is in force at the point, sorted by key, by code point. */
    List<T> inForce(At at) {
        int all = size;
        Change<T>[] known = changes;
        Index<T> made = index;
        if (all - made.covered > LEAST_TAIL + made.covered / TAIL_SHARE) {
            made = indexOf(known, all);
            index = made;
        }
        Set<T> unsettled = new HashSet<>();
        for (int i = made.covered; i < all; i++) {
            unsettled.add(known[i].thing);
        }
        var things = new ArrayList<T>();
        for (T thing : unsettled) {
            if (thing.inForce(at)) {
                things.add(thing);
            }
        }
        made.byRevision.forEach(at.revision(), stretch -> add(stretch, at, unsettled, things));
        made.byEffect.forEach(at.micros(), stretch -> add(stretch, at, unsettled, things));
        things.sort(Comparator.comparing(Facts::key));
        return things;
    }

    private void add(Stretch<T> stretch, At at, Set<T> unsettled, List<T> things) {
        if (stretch.holds(at) && !unsettled.contains(stretch.thing)) {
            things.add(stretch.thing);
        }
    }

    private static <T extends Facts> Index<T> indexOf(Change<T>[] changes, int count) {
        Map<T, Life<T>> lives = new HashMap<>();
        for (int i = 0; i < count; i++) {
            lives.computeIfAbsent(changes[i].thing, Life::new).add(changes[i]);
        }
        var open = new ArrayList<Stretch<T>>();
        var closed = new ArrayList<Stretch<T>>();
        for (Life<T> life : lives.values()) {
            life.stretches.forEach(stretch -> (stretch.isOpen() ? open : closed).add(stretch));
        }
        return Index.of(count, open, closed);
    }

    /** What one thing went through. Each event ends what the one before it in order had begun, and begins what it says. */
    private static final class Life<T> {
        private final T thing;
        private final NavigableMap<Moment, Beginning> inOrder = new TreeMap<>();
        private final List<Stretch<T>> stretches = new ArrayList<>();

        /** An event, and where its stretch stands in the list as long as it is in force. */
        private record Beginning(boolean inForce, int stretch) {}

        Life(T thing) {
            this.thing = thing;
        }

        void add(Change<T> change) {
            Moment now = change.moment;
            Moment next = inOrder.higherKey(now);
            Map.Entry<Moment, Beginning> before = inOrder.lowerEntry(now);
            if (before != null && before.getValue().inForce) {
                Stretch<T> cut = stretches.get(before.getValue().stretch);
                stretches.set(
                        before.getValue().stretch,
                        new Stretch<>(thing, cut.from, cut.to, cut.firstRevision, now.revision));
                inOrder.put(before.getKey(), begin(true, before.getKey(), now, now.revision));
            }
            inOrder.put(now, begin(change.inForce, now, next, now.revision));
        }

        private Beginning begin(boolean inForce, Moment from, @Nullable Moment to, long revision) {
            if (inForce) {
                stretches.add(new Stretch<>(thing, from, to == null ? Moment.NEVER : to, revision, Long.MAX_VALUE));
            }
            return new Beginning(inForce, stretches.size() - 1);
        }
    }
}
