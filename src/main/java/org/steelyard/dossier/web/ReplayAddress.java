package org.steelyard.dossier.web;

import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.Recorded;
import org.steelyard.http.PointInTime;
import org.steelyard.http.RangeInTime.Axis;

/**
 * Where the steps of a replay are: the clock along which it goes, the other clock held, and the event that was applied last. A
 * step is named by the revision of its event, which stays the same whatever is recorded later.
 *
 * @param held the assessment with the clock that is held; the other one follows the steps
 */
record ReplayAddress(Address held, Axis axis) {

    static ReplayAddress of(String key, Axis axis, PointInTime point) {
        Address asked = Opening.address(key, point);
        return new ReplayAddress(
                axis == Axis.EFFECTIVE
                        ? new Address(key, asked.asOf(), null)
                        : new Address(key, null, asked.effectiveAt()),
                axis);
    }

    /** As an address writes it; null where that is as usual. */
    public @Nullable String axisWord() {
        return axis == Axis.EFFECTIVE ? null : axis.word();
    }

    /** The step of this event. */
    public String of(Recorded event) {
        return of(event.revision());
    }

    private String of(long revision) {
        return to("/replay", "at", "r" + revision);
    }

    /** A page or file of the replay, with a further parameter. */
    public String to(String below, String name, @Nullable String value) {
        return held.to(below, "axis", axisWord(), name, value);
    }

    /** The same event on the other clock, with nothing held. */
    public String onTheOther(long revision) {
        Axis other = axis == Axis.EFFECTIVE ? Axis.RECORDED : Axis.EFFECTIVE;
        return new ReplayAddress(held.now(), other).of(revision);
    }

    /** The assessment at the moment of this event, as pages that know no steps show it. */
    Address point(Recorded event, boolean newest) {
        if (newest) {
            return held;
        }
        return axis == Axis.EFFECTIVE
                ? held.effectiveAt(event.stamp().effectiveAt())
                : held.asOf("r" + event.revision());
    }
}
