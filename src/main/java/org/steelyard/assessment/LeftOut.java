package org.steelyard.assessment;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The events that a state counts and does not have, since they are hidden from its reader: when, and nothing of what. */
final class LeftOut {
    private final SortedMap<Long, Instant> revisions = new ConcurrentSkipListMap<>();

    /** Evidence of which ratings are left out, and the first revision that is. */
    private final Map<String, Long> rows = new ConcurrentHashMap<>();

    /** @param row the item of evidence of which the event is a rating; null for other events */
    void add(long revision, Instant recordedAt, @Nullable String row) {
        if (row != null) {
            rows.putIfAbsent(row, revision);
        }
        revisions.put(revision, recordedAt);
    }

    /** When this revision, which is left out, was recorded. */
    Instant recordedAt(long revision) {
        Instant recordedAt = revisions.get(revision);
        if (recordedAt == null) {
            throw new IllegalArgumentException("There is no revision " + revision);
        }
        return recordedAt;
    }

    /** Whether anything up to this revision is left out. */
    boolean isAnyUpTo(long revision) {
        return !revisions.isEmpty() && revisions.firstKey() <= revision;
    }

    /** Whether a rating of this item up to this revision is left out. */
    boolean isOfRow(String evidence, long revision) {
        return rows.getOrDefault(evidence, Long.MAX_VALUE) <= revision;
    }

    /**
     * The state as it would be without the events that are hidden; their revisions count.
     *
     * @param before what was left so of an earlier state of the same log; that of nothing will do
     */
    static AssessmentState without(Predicate<Recorded> hidden, AssessmentState whole, AssessmentState before) {
        Chronicle shown = before.isOpened() ? before.chronicle() : new Chronicle();
        for (long next = before.revision() + 1; next <= whole.revision(); next++) {
            Recorded event = whole.recorded(next);
            if (event == null || hidden.test(event)) {
                shown.leaveOut(next, whole.recordedAt(next), event == null ? null : Blinders.row(event));
            } else {
                shown.append(event);
            }
        }
        return new AssessmentState(shown, whole.revision());
    }

    /** The same state, sharing nothing with it. */
    static AssessmentState copy(AssessmentState state) {
        return without(event -> false, state, AssessmentState.none());
    }
}
