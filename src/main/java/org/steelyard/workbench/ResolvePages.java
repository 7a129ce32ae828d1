package org.steelyard.workbench;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.steelyard.access.Right;
import org.steelyard.assessment.AssessmentCommand.ReopenAssessment;
import org.steelyard.assessment.AssessmentCommand.ResolveAssessment;
import org.steelyard.assessment.AssessmentEvent.InterpretationProposed;
import org.steelyard.assessment.AssessmentView.InterpretationView;
import org.steelyard.assessment.AssessmentView.ResolutionView;
import org.steelyard.assessment.Submission;
import org.steelyard.balance.Relation;
import org.steelyard.site.Texts;

/** What became of the question: resolved, annulled, reopened. */
@Controller
class ResolvePages {
    private static final String TEXTS = "work.resolve";

    /** The outcome of a question that has none any more. */
    private static final String ANNULLED = "-";

    private static final String REOPEN = "reopen";

    /** What is to be done with a resolution where somebody else resolved meanwhile. */
    private static final String REPLACE = "replace";

    private final Desks desks;
    private final Recording recording;
    private final Texts texts;
    private final Clock clock;

    ResolvePages(Desks desks, Recording recording, Texts texts, Clock clock) {
        this.desks = desks;
        this.recording = recording;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/a/{key}/resolve")
    ModelAndView blank(@PathVariable String key) {
        Desk desk = desks.open(Right.GOVERN, key);
        return page(
                desk,
                Form.blank(TEXTS, desk.revision())
                        .with(
                                "resolvedOn",
                                clock.instant().atOffset(ZoneOffset.UTC).toLocalDate()));
    }

    @PostMapping("/a/{key}/resolve")
    ModelAndView record(@PathVariable String key, @RequestParam MultiValueMap<String, String> sent) {
        Desk desk = desks.open(Right.GOVERN, key);
        Form form = Form.sent(TEXTS, sent);
        if (form.take(values(desk))) {
            return new ModelAndView("redirect:" + desk.page(""));
        }
        var entry = Entry.changing(desk, Concerns.resolution(), state -> lines(desk, form));
        return recording.record(form, entry, () -> {
            Desk now = desks.open(Right.GOVERN, key);
            form.standsThere(values(now));
            return page(now, form);
        });
    }

    /** A resolution in the place of another is two events: the other is reopened as of its own date, and counts for nothing. */
    private List<Line> lines(Desk desk, Form form) {
        Reading typed = new Reading(form);
        ResolutionView other = desk.view().resolution();
        return switch (form.value("do")) {
            case REOPEN -> List.of(line(typed.submission(desk, new ReopenAssessment(), clock.instant())));
            case REPLACE -> {
                var reopened = desk.by(new ReopenAssessment()).because(typed.optional("reason"));
                yield other == null
                        ? List.of(line(reopened))
                        : List.of(
                                line(reopened.effective(other.effectiveAt())),
                                line(resolved(desk, typed, other.effectiveAt())));
            }
            default -> List.of(line(resolved(desk, typed, Instant.MIN)));
        };
    }

    /** A resolution, since no earlier than that. */
    private Submission resolved(Desk desk, Reading typed, Instant earliest) {
        ResolveAssessment resolution = resolution(desk, typed);
        var submission = typed.submission(desk, resolution, clock.instant());
        Instant named = submission.effectiveAt();
        Instant since = named == null ? resolution.resolvedOn().atStartOfDay().toInstant(ZoneOffset.UTC) : named;
        return since.isBefore(earliest)
                ? submission.effective(Stream.concat(Stream.of(earliest), begun(desk, resolution))
                        .max(Comparator.naturalOrder())
                        .orElseThrow())
                : submission;
    }

    /** Since when the outcomes of a resolution have been interpretations. */
    private static Stream<Instant> begun(Desk desk, ResolveAssessment resolution) {
        return desk.state().events().stream()
                .filter(event -> event.event() instanceof InterpretationProposed proposed
                        && (proposed.key().equals(resolution.outcome())
                                || (resolution.outcomes() != null
                                        && resolution.outcomes().containsKey(proposed.key()))))
                .map(event -> event.stamp().effectiveAt());
    }

    private static Line line(Submission submission) {
        return new Line(submission, field -> field.startsWith("outcomes") ? "outcome" : field);
    }

    /** The resolution in force as the form would hold it; empty without one. */
    private static Map<String, String> values(Desk desk) {
        ResolutionView resolution = desk.view().resolution();
        Map<String, String> values = new LinkedHashMap<>();
        if (resolution != null) {
            Map<String, Boolean> outcomes = resolution.outcomes();
            boolean annulled = resolution.outcome() == null && outcomes == null;
            values.put("outcome", annulled ? ANNULLED : Change.shown(resolution.outcome()));
            if (outcomes != null) {
                outcomes.forEach((key, held) -> values.put("outcome." + key, Boolean.toString(held)));
            }
            values.put("resolvedOn", resolution.resolvedOn().toString());
            values.put("basis", resolution.basis());
        }
        return values;
    }

    private static ResolveAssessment resolution(Desk desk, Reading typed) {
        var resolvedOn = typed.requiredDate("resolvedOn");
        String basis = typed.text("basis");
        if (typed.form().value("outcome").equals(ANNULLED)) {
            return new ResolveAssessment(null, null, resolvedOn, basis);
        }
        if (desk.view().relation() == Relation.OVERLAPPING) {
            return new ResolveAssessment(null, outcomes(desk, typed), resolvedOn, basis);
        }
        if (typed.text("outcome").isEmpty()) {
            typed.form().wrong("outcome", "work.wrong.outcome");
        }
        return new ResolveAssessment(typed.optional("outcome"), null, resolvedOn, basis);
    }

    /** For each interpretation whether it came true. */
    private static Map<String, Boolean> outcomes(Desk desk, Reading typed) {
        Map<String, Boolean> outcomes = new LinkedHashMap<>();
        for (InterpretationView interpretation : desk.interpretations()) {
            String field = "outcome." + interpretation.key();
            String said = typed.text(field);
            if (said.isEmpty()) {
                typed.form().wrong(field, "work.wrong.outcome-of");
            }
            outcomes.put(interpretation.key(), said.equals("true"));
        }
        return outcomes;
    }

    private ModelAndView page(Desk desk, Form form) {
        List<Option> outcomes = new ArrayList<>();
        desk.interpretations()
                .forEach(each -> outcomes.add(new Option(each.key(), each.key() + " · " + each.statement())));
        outcomes.add(new Option(ANNULLED, texts.text("work.resolve.annulled")));
        return new ModelAndView("workbench/resolve")
                .addObject("desk", desk)
                .addObject("form", form)
                .addObject("overlapping", desk.view().relation() == Relation.OVERLAPPING)
                .addObject("replaces", replaces(desk, form))
                .addObject("outcomes", outcomes)
                .addObject(
                        "truths",
                        List.of(
                                new Option("true", texts.text("work.resolve.true")),
                                new Option("false", texts.text("work.resolve.false"))));
    }

    /** Whether the form holds a resolution that comes after somebody else's. */
    private static boolean replaces(Desk desk, Form form) {
        boolean cameBack = !form.movedOn().isEmpty() || form.value("do").equals(REPLACE);
        return desk.view().resolution() != null && cameBack && !form.value("do").equals(REOPEN);
    }
}
