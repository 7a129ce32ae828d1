package org.steelyard.workbench;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.steelyard.access.Right;
import org.steelyard.assessment.AssessmentCommand;
import org.steelyard.assessment.AssessmentCommand.ReopenAssessment;
import org.steelyard.assessment.AssessmentCommand.ResolveAssessment;
import org.steelyard.assessment.AssessmentView.InterpretationView;
import org.steelyard.balance.Relation;
import org.steelyard.site.Texts;

/** What became of the question: resolved, annulled, reopened. */
@Controller
class ResolvePages {
    private static final String TEXTS = "work.resolve";

    /** The outcome of a question that has none any more. */
    private static final String ANNULLED = "-";

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
        Reading typed = new Reading(form);
        boolean reopens = form.value("do").equals("reopen");
        var entry = Entry.changing(
                desk,
                Concerns.resolution(),
                () -> line(desk, typed, reopens ? new ReopenAssessment() : resolution(desk, typed)));
        return recording.record(form, entry, () -> page(desks.open(Right.GOVERN, key), form));
    }

    private Line line(Desk desk, Reading typed, AssessmentCommand command) {
        return new Line(
                typed.submission(desk, command, clock.instant()),
                field -> field.startsWith("outcomes") ? "outcome" : field);
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
                .addObject("outcomes", outcomes);
    }
}
