package org.steelyard.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.At;
import org.steelyard.balance.Delta;
import org.steelyard.balance.Policy;
import org.steelyard.balance.Readings;

/**
 * The course of the balance between two points on one axis: the events of the range, applied one at a time
 * (docs/scoring.md section 8). The range is (from, to].
 */
public final class Course {
    private final AssessmentState state;
    private final At start;
    private final List<Recorded> events;
    private final Function<Recorded, At> after;
    private final @Nullable Policy policy;

    private Course(
            AssessmentState state,
            At start,
            List<Recorded> events,
            Function<Recorded, At> after,
            @Nullable Policy policy) {
        this.state = state;
        this.start = start;
        this.events = events;
        this.after = after;
        this.policy = policy;
    }

    /**
     * Along the recorded axis, in the order of revisions.
     *
     * @param from 0 for before the first event
     * @param effectiveAt only what is effective then counts; null where all that is recorded does
     */
    public static Course recorded(AssessmentState state, long from, long to, @Nullable Instant effectiveAt) {
        long micros = effectiveAt == null ? At.LATEST : At.micros(effectiveAt);
        var events = new ArrayList<Recorded>();
        for (long revision = from + 1; revision <= to; revision++) {
            Recorded event = state.recorded(revision);
            if (event != null && At.micros(event.stamp().effectiveAt()) <= micros) {
                events.add(event);
            }
        }
        return new Course(state, new At(from, micros), events, event -> new At(event.revision(), micros), null);
    }

    /**
     * Along the effective axis, in the order of (effective time, revision).
     *
     * @param from null for before anything is effective
     * @param asOf only events up to this revision count
     */
    public static Course effective(AssessmentState state, @Nullable Instant from, Instant to, long asOf) {
        var events = new ArrayList<Recorded>();
        for (Recorded event : state.events()) {
            Instant effective = event.stamp().effectiveAt();
            if (event.revision() <= asOf && !effective.isAfter(to) && (from == null || effective.isAfter(from))) {
                events.add(event);
            }
        }
        events.sort(Comparator.comparing((Recorded event) -> event.stamp().effectiveAt())
                .thenComparingLong(Recorded::revision));
        return new Course(
                state,
                new At(asOf, from == null ? Long.MIN_VALUE : At.micros(from)),
                events,
                event -> new At(asOf, At.micros(event.stamp().effectiveAt()), event.revision()),
                null);
    }

    /** The same, weighed by this policy throughout instead of the one in force. */
    public Course under(Policy other) {
        return new Course(state, start, events, after, other);
    }

    /** The same events, with the readings of what another state of the same revision holds. */
    public Course weighing(AssessmentState other) {
        return new Course(other, start, events, after, policy);
    }

    /** The events of the range that count, in the order in which they are applied. */
    public List<Recorded> events() {
        return Collections.unmodifiableList(events);
    }

    /** The readings at the start of the range. */
    public Readings before() {
        return new Following(state, start, policy).readings();
    }

    /** The readings at the end of the range. */
    public Readings after() {
        At end = events.isEmpty() ? start : after.apply(events.getLast());
        return new Following(state, end, policy).readings();
    }

    /** The readings at both ends of the range. */
    public record Ends(Readings before, Readings after) {}

    /** Applies the events one after the other, in one pass. */
    public Ends follow(Consumer<Step> each) {
        var following = new Following(state, start, policy);
        Readings first = following.readings();
        Readings before = first;
        for (Recorded event : events) {
            following.apply(event, after.apply(event));
            Readings now = following.readings();
            each.accept(new Step(event, before, now));
            before = now;
        }
        return new Ends(first, before);
    }

    /** The same, with what qualifies the readings after each event. A waypoint is gone when the next one comes. */
    public void walk(Consumer<Waypoint> each) {
        var following = new Following(state, start, policy);
        for (Recorded event : events) {
            following.apply(event, after.apply(event));
            each.accept(new Waypoint(event, following.balance()));
        }
    }

    /** The first event that moved the balance; null where none did. */
    public @Nullable Recorded firstMove() {
        var following = new Following(state, start, policy);
        Readings before = following.readings();
        for (Recorded event : events) {
            following.apply(event, after.apply(event));
            if (new Step(event, before, following.readings()).moved()) {
                return event;
            }
        }
        return null;
    }

    /** One event, and the readings before and after it. */
    public record Step(Recorded event, Readings before, Readings after) {
        /** Whether any reading, leader, coverage or agreement is another than before. */
        public boolean moved() {
            return !before.equals(after);
        }

        /** By how much it moved each interpretation in force before or after it; sorted by key. */
        public SortedMap<String, Delta> deltas() {
            return Delta.between(before, after);
        }
    }
}
