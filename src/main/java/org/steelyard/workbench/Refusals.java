package org.steelyard.workbench;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentDecider;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.Refused;
import org.steelyard.assessment.Rule;

/** Brings refusals to the fields that they are about. */
@Component
final class Refusals {
    private final Clock clock;

    Refusals(Clock clock) {
        this.clock = clock;
    }

    /** Notes at the form's fields what is wrong with each line of the entry, and not with the first alone. */
    void blame(Form form, List<Line> lines, AssessmentState state, Refused first) {
        check(form, lines, state);
        if (!form.hasFaults()) {
            form.blame("", String.valueOf(first.getMessage()));
        }
    }

    /**
     * Decides on lines without recording them, and notes what is wrong: of what is wrong against the log the first alone, since
     * the rest may follow from it.
     */
    void check(Form form, List<Line> lines, AssessmentState state) {
        AssessmentState trial = state.copy();
        Instant now = clock.instant();
        for (Line line : lines) {
            try {
                for (Recorded recorded : AssessmentDecider.decide(trial, line.submission(), now)) {
                    trial = trial.evolve(recorded);
                }
            } catch (Refused refused) {
                if (!form.hasFaults() || refused.kind() == Refused.Kind.BAD_REQUEST) {
                    blame(form, line, refused);
                }
            }
        }
    }

    private static void blame(Form form, Line line, Refused refused) {
        if (refused.errors().isEmpty()) {
            form.blame(
                    isOfDate(form, refused.rule())
                            ? "effectiveOn"
                            : line.field().apply(""),
                    String.valueOf(refused.getMessage()));
        }
        for (var error : refused.errors()) {
            form.blame(field(line, error.pointer()), error.message());
        }
    }

    private static boolean isOfDate(Form form, Rule rule) {
        return rule == Rule.NOTHING_IS_DATED_BEFORE_WHAT_IT_REFERS_TO
                || (rule == Rule.NOTHING_REFERS_TO_WHAT_IS_NOT_IN_FORCE
                        && !form.value("effectiveOn").isEmpty());
    }

    private static String field(Line line, String pointer) {
        String place = pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
        String field = place.equals("effectiveAt") ? "effectiveOn" : place;
        return line.field().apply(field.replaceFirst("\\.\\d+$", ""));
    }
}
