package org.steelyard.workbench;

import static org.steelyard.workbench.Change.shown;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.steelyard.access.Right;
import org.steelyard.assessment.AssessmentCommand;
import org.steelyard.assessment.AssessmentCommand.CorrectSource;
import org.steelyard.assessment.AssessmentCommand.RecordSource;
import org.steelyard.assessment.AssessmentView.EvidenceView;
import org.steelyard.balance.Reliability;

/** Sources: recorded, corrected, regraded. */
@Controller
class SourcePages {
    private static final String TEXTS = "work.source";

    private final Desks desks;
    private final Recording recording;
    private final Foresight foresight;
    private final Clock clock;

    SourcePages(Desks desks, Recording recording, Foresight foresight, Clock clock) {
        this.desks = desks;
        this.recording = recording;
        this.foresight = foresight;
        this.clock = clock;
    }

    @GetMapping("/a/{key}/sources")
    ModelAndView all(@PathVariable String key) {
        Desk desk = desks.open(Right.RECORD, key);
        return page(desk, sheet(desk));
    }

    @PostMapping("/a/{key}/sources")
    ModelAndView record(@PathVariable String key, @RequestParam MultiValueMap<String, String> sent) {
        Desk desk = desks.open(Right.RECORD, key);
        Form form = Form.sent(TEXTS, sent);
        Reading typed = new Reading(form);
        var entry = Entry.adding(
                desk,
                () -> line(
                        desk,
                        typed,
                        new RecordSource(
                                null,
                                typed.text("name"),
                                typed.text("kind"),
                                typed.choice("reliability", Reliability.class),
                                typed.optional("origin"))));
        return recording.record(form, entry, () -> again(key, form));
    }

    @PostMapping("/a/{key}/sources/{source}")
    ModelAndView correct(
            @PathVariable String key, @PathVariable String source, @RequestParam MultiValueMap<String, String> sent) {
        Desk desk = desks.open(Right.RECORD, key);
        Form form = Form.sent(TEXTS, sent).about(source);
        Map<String, String> shown = values(desks.asShown(desk, form)).getOrDefault(source, Map.of());
        if (form.take(values(desk).getOrDefault(source, Map.of()))) {
            return new ModelAndView("redirect:" + desk.page(""));
        }
        Change change = new Change(new Reading(form), shown);
        if (Foresight.isAsked(form)) {
            Line line = line(desk, change.typed(), correction(source, change));
            ModelAndView page = page(desk, sheet(desk).with(form)).addObject("changed", source);
            return foresight.show(page, desk, itemsOf(desk, source), form, line, "source");
        }
        var entry = Entry.changing(
                desk, Concerns.thing(source), () -> line(desk, change.typed(), correction(source, change)));
        return recording.record(form, entry, () -> {
            form.rebase(shown, values(desks.open(Right.RECORD, key)).getOrDefault(source, Map.of()));
            return again(key, form);
        });
    }

    private static CorrectSource correction(String source, Change change) {
        return new CorrectSource(
                source,
                change.text("name"),
                change.text("kind"),
                change.choice("reliability", Reliability.class),
                change.optional("origin"),
                change.cleared("origin"));
    }

    private static Set<String> itemsOf(Desk desk, String source) {
        return desk.view().evidence().stream()
                .filter(item -> item.source().equals(source))
                .map(EvidenceView::key)
                .collect(Collectors.toSet());
    }

    private static Sheet sheet(Desk desk) {
        return Sheet.of(TEXTS, desk.revision(), values(desk));
    }

    private Line line(Desk desk, Reading typed, AssessmentCommand command) {
        return Line.of(typed.submission(desk, command, clock.instant()));
    }

    private static Map<String, Map<String, String>> values(Desk desk) {
        var values = new LinkedHashMap<String, Map<String, String>>();
        desk.sources()
                .forEach((key, source) -> values.put(
                        key,
                        Map.of(
                                "name", source.name(),
                                "kind", source.kind(),
                                "reliability", source.reliability().name(),
                                "origin", shown(source.origin()))));
        return values;
    }

    private ModelAndView again(String key, Form form) {
        Desk desk = desks.open(Right.RECORD, key);
        return page(desk, sheet(desk).with(form));
    }

    private static ModelAndView page(Desk desk, Sheet sheet) {
        return new ModelAndView("workbench/sources")
                .addObject("desk", desk)
                .addObject("sheet", sheet)
                .addObject("origins", EvidencePages.origins(desk));
    }
}
