package org.steelyard.workbench;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Outcome;
import org.steelyard.assessment.Recorded;

/**
 * What a form is to record.
 *
 * @param assessment the key of the assessment
 * @param lines what it comes to on the newest state
 * @param concerns which of the events that others recorded meanwhile its author has to hear of first
 * @param leadsTo the page that says that it is done
 * @param alongside runs in the transaction of the events
 */
record Entry(
        String assessment,
        Function<AssessmentState, List<Line>> lines,
        Predicate<Recorded> concerns,
        Function<Outcome, String> leadsTo,
        Consumer<Outcome> alongside) {

    /** An entry that adds something: whatever others did meanwhile does not touch it. */
    static Entry adding(Desk desk, Function<AssessmentState, List<Line>> lines) {
        return new Entry(desk.key(), lines, event -> false, to(desk.page("")), outcome -> {});
    }

    /** An entry that changes something: its author hears first of what others did to the same. */
    static Entry changing(Desk desk, Predicate<Recorded> concerns, Supplier<Line> line) {
        return new Entry(desk.key(), state -> List.of(line.get()), concerns, to(desk.page("")), outcome -> {});
    }

    /** An entry of one line that adds something. */
    static Entry adding(Desk desk, Supplier<Line> line) {
        return adding(desk, state -> List.of(line.get()));
    }

    /** An entry of as many lines as the form says. */
    static Entry changing(Desk desk, Predicate<Recorded> concerns, Function<AssessmentState, List<Line>> lines) {
        return new Entry(desk.key(), lines, concerns, to(desk.page("")), outcome -> {});
    }

    Entry leadingTo(String page) {
        return leadingTo(to(page));
    }

    /** The page may be about what was recorded. */
    Entry leadingTo(Function<Outcome, String> page) {
        return new Entry(assessment, lines, concerns, page, alongside);
    }

    private static Function<Outcome, String> to(String page) {
        return outcome -> page;
    }
}
