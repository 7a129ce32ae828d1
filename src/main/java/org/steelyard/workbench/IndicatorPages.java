package org.steelyard.workbench;

import static org.steelyard.workbench.Change.shown;

import java.time.Clock;
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
import org.steelyard.assessment.AssessmentCommand.ChangeIndicator;
import org.steelyard.assessment.AssessmentCommand.RecordIndicator;
import org.steelyard.assessment.AssessmentEvent.IndicatorStatus;

/** Indicators: added, and marked as observed or lapsed. */
@Controller
class IndicatorPages {
    private static final String TEXTS = "work.indicator";

    private final Desks desks;
    private final Recording recording;
    private final Clock clock;

    IndicatorPages(Desks desks, Recording recording, Clock clock) {
        this.desks = desks;
        this.recording = recording;
        this.clock = clock;
    }

    @GetMapping("/a/{key}/indicators")
    ModelAndView all(@PathVariable String key) {
        Desk desk = desks.open(Right.RECORD, key);
        return page(desk, Sheet.of(TEXTS, desk.revision(), values(desk)));
    }

    @PostMapping("/a/{key}/indicators")
    ModelAndView add(@PathVariable String key, @RequestParam MultiValueMap<String, String> sent) {
        Desk desk = desks.open(Right.RECORD, key);
        Form form = Form.sent(TEXTS, sent);
        Reading typed = new Reading(form);
        if (typed.text("speaksFor").isEmpty()) {
            form.wrong("speaksFor", "work.wrong.speaks-for");
        }
        var entry = Entry.adding(
                desk,
                () -> line(
                        desk,
                        typed,
                        new RecordIndicator(
                                null, typed.text("statement"), typed.text("speaksFor"), typed.date("deadline"))));
        return recording.record(form, entry, () -> again(key, form));
    }

    @PostMapping("/a/{key}/indicators/{indicator}")
    ModelAndView change(
            @PathVariable String key,
            @PathVariable String indicator,
            @RequestParam MultiValueMap<String, String> sent) {
        Desk desk = desks.open(Right.RECORD, key);
        Form form = Form.sent(TEXTS, sent).about(indicator);
        Map<String, String> shown = values(desks.asShown(desk, form)).getOrDefault(indicator, Map.of());
        if (form.take(values(desk).getOrDefault(indicator, Map.of()))) {
            return new ModelAndView("redirect:" + desk.page(""));
        }
        Change change = new Change(new Reading(form), shown);
        var entry = Entry.changing(
                desk, Concerns.thing(indicator), () -> line(desk, change.typed(), command(indicator, change)));
        return recording.record(form, entry, () -> {
            form.rebase(shown, values(desks.open(Right.RECORD, key)).getOrDefault(indicator, Map.of()));
            return again(key, form);
        });
    }

    private static ChangeIndicator command(String indicator, Change change) {
        return new ChangeIndicator(
                indicator,
                change.text("statement"),
                change.optional("speaksFor"),
                change.changes("deadline") ? change.typed().date("deadline") : null,
                change.choice("status", IndicatorStatus.class),
                change.cleared("deadline"));
    }

    private Line line(Desk desk, Reading typed, AssessmentCommand command) {
        return Line.of(typed.submission(desk, command, clock.instant()));
    }

    private static Map<String, Map<String, String>> values(Desk desk) {
        var values = new LinkedHashMap<String, Map<String, String>>();
        desk.view()
                .indicators()
                .forEach(indicator -> values.put(
                        indicator.key(),
                        Map.of(
                                "statement", indicator.statement(),
                                "speaksFor", indicator.speaksFor(),
                                "deadline", shown(indicator.deadline()),
                                "status", indicator.status().name())));
        return values;
    }

    private ModelAndView again(String key, Form form) {
        Desk desk = desks.open(Right.RECORD, key);
        return page(desk, Sheet.of(TEXTS, desk.revision(), values(desk)).with(form));
    }

    private static ModelAndView page(Desk desk, Sheet sheet) {
        List<Option> interpretations = desk.interpretations().stream()
                .map(each -> new Option(each.key(), each.key() + " · " + each.statement()))
                .toList();
        return new ModelAndView("workbench/indicators")
                .addObject("desk", desk)
                .addObject("sheet", sheet)
                .addObject("interpretations", interpretations);
    }
}
