package org.steelyard.dossier.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.Recorded;
import org.steelyard.dossier.Stretch;

/**
 * An assessment at two points, and what happened between them.
 *
 * @param from null before the first event
 * @param measure what is followed; null where no interpretation is in force at either end
 * @param start its value there; null where it is absent
 * @param shifts by how much each event moved it, in the order in which they apply; those that did not are left out
 * @param entries every event of the range as a sentence, in the same order
 */
record Comparison(
        CompareAddress address,
        Stretch stretch,
        @Nullable Shown from,
        Shown to,
        @Nullable Measure measure,
        @Nullable Double start,
        @Nullable Double end,
        List<Shift> shifts,
        List<Story.Entry> entries) {

    /** One event, and the measure before and after it; null where it is absent. */
    record Shift(
            Recorded event,
            @Nullable Double before,
            @Nullable Double after) {

        /** What it adds; a reading that is absent counts as nothing. */
        double amount() {
            return (after == null ? 0 : after) - (before == null ? 0 : before);
        }

        /** Whether the reading came in or went out by it. */
        boolean isBreak() {
            return before == null || after == null;
        }
    }

    String key() {
        return to.key();
    }

    List<Recorded> events() {
        return stretch.course().events();
    }

    /** What the steps leave unexplained. */
    double unexplained() {
        double steps = shifts.stream().mapToDouble(Shift::amount).sum();
        return (end == null ? 0 : end) - (start == null ? 0 : start) - steps;
    }
}
