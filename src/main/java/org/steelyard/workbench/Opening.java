package org.steelyard.workbench;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentCommand;
import org.steelyard.assessment.AssessmentCommand.OpenAssessment;
import org.steelyard.assessment.AssessmentCommand.ProposeInterpretation;
import org.steelyard.assessment.AssessmentEvent.PolicyChange;
import org.steelyard.assessment.Marking;
import org.steelyard.assessment.Submission;
import org.steelyard.balance.Relation;

/** What the form of a new assessment comes to: its opening, and its first interpretations, all since the same day. */
@Component
final class Opening {
    private static final int FEWEST = 2;
    private static final int MOST = 20;

    private final Clock clock;

    Opening(Clock clock) {
        this.clock = clock;
    }

    LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** How many interpretations the form has room for. */
    int count(Form form) {
        String count = form.value("count");
        int number = count.matches("\\d{1,3}") ? Integer.parseInt(count) : FEWEST;
        return Math.clamp(number, FEWEST, MOST);
    }

    /** The opening, and every interpretation that says anything; the first two in any case, so that they are asked for. */
    List<Line> lines(Form form, String key, String user) {
        var lines = new ArrayList<Line>();
        lines.add(line(form, key, user));
        for (int number = 0; number < count(form); number++) {
            if (number < FEWEST || isFilled(form, number)) {
                lines.add(interpretation(form, number, user));
            }
        }
        return lines;
    }

    private static boolean isFilled(Form form, int number) {
        return Stream.of("statement.", "name.", "holder.", "discriminator.")
                .anyMatch(field -> !form.value(field + number).isEmpty());
    }

    Line line(Form form, String key, String user) {
        Reading typed = new Reading(form);
        var command = new OpenAssessment(
                key,
                typed.text("title"),
                typed.text("question"),
                typed.choice("relation", Relation.class),
                typed.date("horizon"),
                typed.choice("marking", Marking.class),
                typed.tags("tags"),
                PolicyChange.NONE,
                false);
        return new Line(submission(typed, command, user), Opening::sinceItStands);
    }

    private Line interpretation(Form form, int number, String user) {
        Reading typed = new Reading(form);
        var command = new ProposeInterpretation(
                Keys.typed(form.value("name." + number)),
                typed.text("statement." + number),
                typed.optional("holder." + number),
                typed.optional("discriminator." + number));
        return new Line(submission(typed, command, user), field -> switch (field) {
            case "key" -> "name." + number;
            case "statement", "holder", "discriminator" -> field + "." + number;
            default -> sinceItStands(field);
        });
    }

    private static String sinceItStands(String field) {
        return field.equals("effectiveOn") ? "since" : field;
    }

    private Submission submission(Reading typed, AssessmentCommand command, String user) {
        return Submission.of(command, user).effective(since(typed));
    }

    /** The start of the day that is named; null, which means now, for today. */
    private @Nullable Instant since(Reading typed) {
        LocalDate since = typed.date("since");
        return since == null || since.equals(today())
                ? null
                : since.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
