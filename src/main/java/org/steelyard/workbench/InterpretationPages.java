package org.steelyard.workbench;

import static org.steelyard.workbench.Change.shown;

import java.time.Clock;
import java.util.LinkedHashMap;
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
import org.steelyard.assessment.AssessmentCommand.ProposeInterpretation;
import org.steelyard.assessment.AssessmentCommand.ReinstateInterpretation;
import org.steelyard.assessment.AssessmentCommand.ReviseInterpretation;
import org.steelyard.assessment.AssessmentCommand.WithdrawInterpretation;
import org.steelyard.assessment.AssessmentView.InterpretationView;

/** Interpretations: proposed, revised, withdrawn, reinstated. */
@Controller
class InterpretationPages {
    private static final String TEXTS = "work.interpretation";

    private final Desks desks;
    private final Recording recording;
    private final Clock clock;

    InterpretationPages(Desks desks, Recording recording, Clock clock) {
        this.desks = desks;
        this.recording = recording;
        this.clock = clock;
    }

    @GetMapping("/a/{key}/interpretations")
    ModelAndView all(@PathVariable String key) {
        Desk desk = desks.open(Right.RECORD, key);
        return page(desk, sheet(desk));
    }

    @PostMapping("/a/{key}/interpretations")
    ModelAndView propose(@PathVariable String key, @RequestParam MultiValueMap<String, String> sent) {
        Desk desk = desks.open(Right.RECORD, key);
        Form form = Form.sent(TEXTS, sent);
        Reading typed = new Reading(form);
        var command = new ProposeInterpretation(
                Keys.typed(typed.text("key")),
                typed.text("statement"),
                typed.optional("holder"),
                typed.optional("discriminator"));
        return recording.record(form, Entry.adding(desk, () -> line(desk, typed, command)), () -> again(key, form));
    }

    @PostMapping("/a/{key}/interpretations/{interpretation}")
    ModelAndView change(
            @PathVariable String key,
            @PathVariable String interpretation,
            @RequestParam MultiValueMap<String, String> sent) {
        Desk desk = desks.open(Right.RECORD, key);
        Form form = Form.sent(TEXTS, sent).about(interpretation);
        Map<String, String> shown = values(desks.asShown(desk, form)).getOrDefault(interpretation, Map.of());
        if (form.take(values(desk).getOrDefault(interpretation, Map.of()))) {
            return new ModelAndView("redirect:" + desk.page(""));
        }
        var command = command(interpretation, form, shown);
        var entry = Entry.changing(desk, Concerns.thing(interpretation), () -> line(desk, new Reading(form), command));
        return recording.record(form, entry, () -> {
            form.rebase(shown, values(desks.open(Right.RECORD, key)).getOrDefault(interpretation, Map.of()));
            return again(key, form);
        });
    }

    private static AssessmentCommand command(String key, Form form, Map<String, String> shown) {
        Change change = new Change(new Reading(form), shown);
        return switch (form.value("do")) {
            case "withdraw" -> new WithdrawInterpretation(key);
            case "reinstate" -> new ReinstateInterpretation(key);
            default ->
                new ReviseInterpretation(
                        key,
                        change.text("statement"),
                        change.optional("holder"),
                        change.optional("discriminator"),
                        change.cleared("holder", "discriminator"));
        };
    }

    private Line line(Desk desk, Reading typed, AssessmentCommand command) {
        return Line.of(typed.submission(desk, command, clock.instant()));
    }

    private static Map<String, Map<String, String>> values(Desk desk) {
        var values = new LinkedHashMap<String, Map<String, String>>();
        desk.interpretations().forEach(each -> values.put(each.key(), values(each)));
        desk.identities()
                .inOrder(desk.view().withdrawn().interpretations())
                .forEach(each -> values.put(each.key(), values(each)));
        return values;
    }

    private static Map<String, String> values(InterpretationView interpretation) {
        return Map.of(
                "statement", interpretation.statement(),
                "holder", shown(interpretation.holder()),
                "discriminator", shown(interpretation.discriminator()));
    }

    private static Sheet sheet(Desk desk) {
        return Sheet.of(TEXTS, desk.revision(), values(desk));
    }

    private ModelAndView again(String key, Form form) {
        Desk desk = desks.open(Right.RECORD, key);
        return page(desk, sheet(desk).with(form));
    }

    private static ModelAndView page(Desk desk, Sheet sheet) {
        return new ModelAndView("workbench/interpretations")
                .addObject("desk", desk)
                .addObject("sheet", sheet);
    }
}
