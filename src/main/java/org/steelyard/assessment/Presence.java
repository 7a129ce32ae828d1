package org.steelyard.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.Intervals.Interval;
import org.steelyard.balance.At;

/**
 * Which things of a kind may be in force at a point in time, found without looking at all that ever were. It names every one
 * that is, and some that are not: whoever asks looks each of them up.
 *
 * <p>Take the events of one thing that set whether it is in force, up to revision R, and of them the last by (effective time,
 * revision). Either it says that the thing is in force, or no later time finds it so. So whatever is in force at (R, T) is in
 * force at R by that last event, or T is not after the last of its ends: two look-ups, one on each clock. What came since the
 * index was made is named always; when that grows too much, the index is made anew. One appends at a time; reading needs no lock.
 */
final class Presence {
    private static final int LEAST_TAIL = 16;
    private static final int TAIL_SHARE = 64;

    private record Change(String key, long micros, long revision, boolean inForce) {}

    private record Index(int covered, Intervals byRevision, Intervals byEffect) {}

    private volatile Change[] changes = new Change[LEAST_TAIL];
    private volatile int size;
    private volatile Index index = new Index(0, Intervals.of(List.of()), Intervals.of(List.of()));

    /** One more event that puts a thing in force or takes it out. */
    void add(String key, Recorded by, boolean inForce) {
        int at = size;
        if (at == changes.length) {
            changes = Arrays.copyOf(changes, 2 * at);
        }
        changes[at] = new Change(key, At.micros(by.stamp().effectiveAt()), by.revision(), inForce);
        size = at + 1;
    }

    /** Keys of all that is in force at the point, and of some that is not. */
    Set<String> candidates(At at) {
        int all = size;
        Change[] known = changes;
        Index made = index;
        if (all - made.covered > LEAST_TAIL + made.covered / TAIL_SHARE) {
            made = indexOf(known, all);
            index = made;
        }
        var keys = new HashSet<String>();
        made.byRevision.addKeys(at.revision(), keys);
        made.byEffect.addKeys(at.micros(), keys);
        for (int i = made.covered; i < all; i++) {
            keys.add(known[i].key);
        }
        return keys;
    }

    private static Index indexOf(Change[] changes, int count) {
        Map<String, Life> lives = new HashMap<>();
        for (int i = 0; i < count; i++) {
            lives.computeIfAbsent(changes[i].key, Life::new).add(changes[i]);
        }
        var byRevision = new ArrayList<Interval>();
        var byEffect = new ArrayList<Interval>();
        for (Life life : lives.values()) {
            life.close(Long.MAX_VALUE);
            byRevision.addAll(life.inForce);
            byEffect.add(life.span());
        }
        return new Index(count, Intervals.of(byRevision), Intervals.of(byEffect));
    }

    /** What one thing went through, in the order of revisions. */
    private static final class Life {
        private final String key;
        private final List<Interval> inForce = new ArrayList<>();
        private long first = Long.MAX_VALUE;
        private @Nullable Change last;
        private long since;

        Life(String key) {
            this.key = key;
        }

        void add(Change change) {
            first = Math.min(first, change.micros);
            if (last == null || change.micros >= last.micros) {
                close(change.revision);
                last = change;
                since = change.revision;
            }
        }

        void close(long revision) {
            if (last != null && last.inForce) {
                inForce.add(new Interval(since, revision, key));
            }
        }

        /** From its first beginning to its last end, which is within: of what is effective then, some may not count. */
        Interval span() {
            long end = last == null || last.inForce ? Long.MAX_VALUE : last.micros + 1;
            return new Interval(first, end, key);
        }
    }
}
