package org.steelyard.workbench;

import static org.steelyard.workbench.Change.shown;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentCommand.ReviseAssessment;
import org.steelyard.assessment.AssessmentEvent.PolicyChange;
import org.steelyard.assessment.AssessmentView;
import org.steelyard.assessment.Marking;

/** The form of what frames an assessment. */
@Component
final class Framing {
    static final String TEXTS = "work.settings";

    private final Clock clock;

    Framing(Clock clock) {
        this.clock = clock;
    }

    static Form form(Desk desk) {
        return Form.blank(TEXTS, desk.revision()).with(values(desk));
    }

    static Map<String, String> values(Desk desk) {
        AssessmentView view = desk.view();
        var values = new LinkedHashMap<String, String>();
        values.put("title", shown(view.title()));
        values.put("question", shown(view.question()));
        values.put("horizon", shown(view.horizon()));
        values.put("tags", String.join(", ", view.tags()));
        values.put("marking", view.marking().name());
        values.put("rho", plain(view.policy().rho()));
        values.put("extremize", plain(view.policy().extremize()));
        values.put("floor", plain(view.policy().floor()));
        values.put("minCoverage", plain(view.policy().minCoverage()));
        values.put("staleAbove", plain(view.policy().staleAbove()));
        values.put("blind", Boolean.toString(view.blind()));
        values.put("archived", Boolean.toString(view.archived()));
        return values;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    Line line(Desk desk, Form form, Map<String, String> shown) {
        Change change = new Change(new Reading(form), shown);
        var command = new ReviseAssessment(
                change.text("title"),
                change.text("question"),
                change.changes("horizon") ? change.typed().date("horizon") : null,
                change.changes("tags") ? change.typed().tags("tags") : null,
                change.choice("marking", Marking.class),
                policy(change),
                flag(change, "blind"),
                flag(change, "archived"),
                change.cleared("horizon"));
        return new Line(
                change.typed().submission(desk, command, clock.instant()),
                field -> field.startsWith("policy.")
                        ? field.substring("policy.".length())
                        : field.replaceFirst("\\..*", ""));
    }

    private static PolicyChange policy(Change change) {
        return new PolicyChange(
                parameter(change, "rho"),
                parameter(change, "extremize"),
                parameter(change, "floor"),
                parameter(change, "minCoverage"),
                parameter(change, "staleAbove"));
    }

    private static @Nullable Double parameter(Change change, String name) {
        if (!change.changes(name)) {
            return null;
        }
        if (change.typed().text(name).isEmpty()) {
            change.typed().form().wrong(name, "work.wrong.number-missing");
        }
        return change.typed().number(name);
    }

    private static @Nullable Boolean flag(Change change, String name) {
        return change.changes(name) ? (Boolean) change.typed().text(name).equals("true") : null;
    }
}
