package org.steelyard.workbench;

import java.time.Clock;
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
import org.steelyard.assessment.AssessmentCommand.RecordJudgment;
import org.steelyard.assessment.AssessmentCommand.WithdrawJudgment;
import org.steelyard.assessment.AssessmentView.InterpretationView;
import org.steelyard.balance.Confidence;
import org.steelyard.dossier.StaleWords;

/** One's own judgment: recorded and withdrawn. */
@Controller
class JudgePages {
    private static final String TEXTS = "work.judge";

    private final Desks desks;
    private final Recording recording;
    private final StaleWords staleWords;
    private final Clock clock;

    JudgePages(Desks desks, Recording recording, StaleWords staleWords, Clock clock) {
        this.desks = desks;
        this.recording = recording;
        this.staleWords = staleWords;
        this.clock = clock;
    }

    @GetMapping("/a/{key}/judge")
    ModelAndView shown(@PathVariable String key) {
        Desk desk = desks.open(Right.RECORD, key);
        Form form = Form.blank(TEXTS, desk.revision());
        desk.judgment().ifPresent(last -> {
            form.with("restsOn", last.restsOn());
            form.with("arguedAgainst", last.arguedAgainst());
        });
        return page(desk, form, withdrawal(desk));
    }

    private static Form withdrawal(Desk desk) {
        return Form.blank(TEXTS, desk.revision()).about("withdrawal");
    }

    /** The words for what is typed, as it is typed: a part of the page. */
    @GetMapping("/a/{key}/judge/words")
    ModelAndView words(@PathVariable String key, @RequestParam MultiValueMap<String, String> typed) {
        Desk desk = desks.open(Right.RECORD, key);
        return page(desk, Form.sent(TEXTS, typed), withdrawal(desk), "workbench/judge-words :: words");
    }

    @PostMapping("/a/{key}/judge")
    ModelAndView record(@PathVariable String key, @RequestParam MultiValueMap<String, String> sent) {
        Desk desk = desks.open(Right.RECORD, key);
        Form form = Form.sent(TEXTS, sent);
        if (form.value("do").equals("withdraw")) {
            return withdraw(desk, form.about("withdrawal"));
        }
        var entry = Entry.changing(
                desk, Concerns.whatOneJudges(desk.user()), () -> line(desk, form, judgment(desk, new Reading(form))));
        return recording.record(form, entry, () -> {
            Desk now = desks.open(Right.RECORD, key);
            return page(now, form, withdrawal(now));
        });
    }

    private ModelAndView withdraw(Desk desk, Form form) {
        var entry = Entry.changing(
                desk, Concerns.whatOneJudges(desk.user()), () -> line(desk, form, new WithdrawJudgment()));
        return recording.record(form, entry, () -> {
            Desk now = desks.open(Right.RECORD, desk.key());
            return page(now, Form.blank(TEXTS, now.revision()), form);
        });
    }

    private Line line(Desk desk, Form form, AssessmentCommand command) {
        var submission = new Reading(form).submission(desk, command, clock.instant());
        return new Line(submission, field -> field.startsWith("probabilities.") ? "p" + field.substring(13) : field);
    }

    private static RecordJudgment judgment(Desk desk, Reading typed) {
        Map<String, Double> probabilities = new LinkedHashMap<>();
        for (InterpretationView interpretation : desk.interpretations()) {
            String field = "p." + interpretation.key();
            Double share = typed.percent(field);
            if (share == null) {
                typed.form().blame(field, "is missing: give a number from 0 to 100");
            }
            probabilities.put(interpretation.key(), share == null ? 0.5 : share);
        }
        return new RecordJudgment(
                probabilities,
                typed.choice("confidence", Confidence.class),
                typed.text("rationale"),
                typed.form().values("restsOn"),
                typed.form().values("arguedAgainst"));
    }

    private ModelAndView page(Desk desk, Form form, Form withdrawal) {
        return page(desk, form, withdrawal, "workbench/judge");
    }

    private ModelAndView page(Desk desk, Form form, Form withdrawal, String view) {
        List<Option> evidence = new ArrayList<>();
        desk.view().evidence().forEach(item -> evidence.add(new Option(item.key(), item.claim())));
        return new ModelAndView(view)
                .addObject("desk", desk)
                .addObject("form", form)
                .addObject("withdrawal", withdrawal)
                .addObject("last", desk.judgment().orElse(null))
                .addObject(
                        "stale",
                        staleWords.of(desk.state(), desk.stale(), item -> desk.page("/evidence/" + item), desk::event))
                .addObject("shares", Shares.of(desk, form))
                .addObject("evidence", evidence);
    }
}
