package org.steelyard.dossier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Course;
import org.steelyard.assessment.Point;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.Sight;
import org.steelyard.http.PointInTime.AsOf;
import org.steelyard.http.PointInTime.AtInstant;
import org.steelyard.http.PointInTime.AtRevision;
import org.steelyard.http.RangeInTime;
import org.steelyard.http.RangeInTime.Axis;

/**
 * One assessment between two points on one axis, and what happened there (docs/scoring.md section 8). The range is
 * (from, to].
 *
 * @param from the point at its start; null where that is before the first event
 * @param to the point at its end
 * @param held where the effective clock is held on the recorded axis; null where it is not
 * @param course the events of the range with the balance after each
 */
public record Stretch(
        Axis axis,
        @Nullable Dossier from,
        Dossier to,
        @Nullable Instant held,
        Course course) {

    /** The same with every point weighed by the policy in force at the newest point. */
    public Stretch underCurrentPolicy() {
        return new Stretch(axis, from, to, held, course.under(to.currentPolicy()));
    }

    /** Whether anything is kept from the reader, who works blind. */
    public boolean blinded() {
        return to.blinded();
    }

    /** Whether readings, totals and others' judgments are kept from the reader, who has yet to judge. */
    public boolean readingsHidden() {
        return to.readingsHidden();
    }

    /** The assessment once this event of the range is applied, and none after it. */
    public Dossier after(Recorded event) {
        var state = to.state();
        return switch (axis) {
            case RECORDED -> {
                Instant recorded = event.stamp().recordedAt();
                Instant effective = held == null ? recorded : held;
                yield at(new Point(event.revision(), effective), recorded, event.revision() == state.revision());
            }
            case EFFECTIVE -> {
                long asOf = to.point().revision();
                var point = new Point(asOf, event.stamp().effectiveAt(), event.revision());
                yield at(point, to.asOf(), event.equals(course.events().getLast()));
            }
        };
    }

    private Dossier at(Point point, Instant asOf, boolean last) {
        return new Dossier(to.sight(), point, asOf, last && to.latest());
    }

    /** The events that count at its start, in the order in which they apply. */
    public List<Recorded> earlier() {
        if (from == null) {
            return List.of();
        }
        Point start = from.point();
        Course before = switch (axis) {
            case RECORDED -> Course.recorded(to.state(), 0, start.revision(), start.effectiveAt());
            case EFFECTIVE -> Course.effective(to.state(), null, start.effectiveAt(), start.revision());
        };
        return before.events();
    }

    static Stretch of(Sight sight, RangeInTime range, Instant now) {
        return switch (range.axis()) {
            case RECORDED -> recorded(sight, range, now);
            case EFFECTIVE -> effective(sight, range, now);
        };
    }

    private static Stretch recorded(Sight sight, RangeInTime range, Instant now) {
        AssessmentState state = sight.state();
        Dossier to = Dossier.resolve(sight, end(state, range, now), range.effectiveAt(), now);
        Dossier from = isBeforeTheFirst(state, range.from())
                ? null
                : Dossier.resolve(sight, range.from(), range.effectiveAt(), now);
        long first = from == null ? 0 : from.point().revision();
        if (first > to.point().revision()) {
            throw new BackwardRange();
        }
        Instant held = range.effectiveAt() == null ? null : to.point().effectiveAt();
        return new Stretch(
                Axis.RECORDED,
                from,
                to,
                held,
                Course.recorded(state, first, to.point().revision(), held).weighing(sight.weighed()));
    }

    /** Where it is not named it is the latest point, and now where the range begins after all that is recorded. */
    private static @Nullable AsOf end(AssessmentState state, RangeInTime range, Instant now) {
        Instant from = instant(range.from());
        boolean later = range.asOf() == null && from != null && from.isAfter(state.recordedAt());
        return range.to() == null && later ? new AtInstant(now) : range.to();
    }

    /** Nothing, r0, or an instant at which the log had not begun. */
    private static boolean isBeforeTheFirst(AssessmentState state, @Nullable AsOf from) {
        return switch (from) {
            case null -> true;
            case AtRevision at -> at.revision() == 0;
            case AtInstant at -> state.revisionAt(at.instant()) == 0;
        };
    }

    private static Stretch effective(Sight sight, RangeInTime range, Instant now) {
        AssessmentState state = sight.state();
        Dossier to = Dossier.resolve(sight, range.asOf(), instant(end(state, range, now)), now);
        Dossier from = range.from() == null ? null : Dossier.resolve(sight, range.asOf(), instant(range.from()), now);
        Instant after = from == null ? null : from.point().effectiveAt();
        if (after != null && after.isAfter(to.point().effectiveAt())) {
            throw new BackwardRange();
        }
        return new Stretch(
                Axis.EFFECTIVE,
                from,
                to,
                null,
                Course.effective(
                                state,
                                after,
                                to.point().effectiveAt(),
                                to.point().revision())
                        .weighing(sight.weighed()));
    }

    private static @Nullable Instant instant(@Nullable AsOf at) {
        return at instanceof AtInstant it ? it.instant() : null;
    }
}
