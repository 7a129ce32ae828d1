package org.steelyard.workbench;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.steelyard.assessment.AssessmentCommand.RecordJudgment;
import org.steelyard.assessment.AssessmentCommand.WithdrawJudgment;
import org.steelyard.assessment.AssessmentView.InterpretationView;
import org.steelyard.assessment.AssessmentView.JudgmentView;
import org.steelyard.balance.Balance.Stale;
import org.steelyard.balance.Confidence;
import org.steelyard.dossier.StaleWords;
import org.steelyard.site.Texts;

/** One's own judgment: recorded and withdrawn. */
@Controller
class JudgePages {
    private static final String TEXTS = "work.judge";

    /** Fields that ask for more than one would write by oneself. */
    private static final List<String> PROMPTS = List.of("assumptions", "premortem");

    /** Fields that are boxes to tick beside items of evidence. */
    private static final String[] CITED = {"restsOn", "arguedAgainst"};

    private final Desks desks;
    private final Recording recording;
    private final StaleWords staleWords;
    private final Words words;
    private final Texts texts;
    private final Clock clock;

    JudgePages(Desks desks, Recording recording, StaleWords staleWords, Words words, Texts texts, Clock clock) {
        this.desks = desks;
        this.recording = recording;
        this.staleWords = staleWords;
        this.words = words;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * The fields of the probabilities begin empty: a number that stands there already is confirmed without a thought. What one
     * gave before stands beside its field, where it can be seen to pull.
     */
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
        return new ModelAndView("workbench/judge-words :: words")
                .addObject("shares", Shares.of(desk, Form.sent(TEXTS, typed)));
    }

    @PostMapping("/a/{key}/judge")
    ModelAndView record(@PathVariable String key, @RequestParam MultiValueMap<String, String> sent) {
        Desk desk = desks.open(Right.RECORD, key);
        Form form = Form.sent(TEXTS, sent);
        if (form.value("do").equals("withdraw")) {
            return withdraw(desk, form.about("withdrawal"));
        }
        Desk shown = desks.asShown(desk, form);
        boolean taken = form.take(values(desk));
        form.spread(CITED);
        if (taken) {
            return new ModelAndView("redirect:" + desk.page(""));
        }
        var entry = Entry.changing(
                desk, Concerns.whatOneJudges(desk.user()), () -> line(desk, form, judgment(shown, new Reading(form))));
        return recording.record(form, entry, () -> {
            Desk now = desks.open(Right.RECORD, key);
            form.rebaseChanged(values(shown), values(now));
            form.spread(CITED);
            return page(now, form, withdrawal(now));
        });
    }

    /** One's judgment in force as the form would hold it: one may have recorded it in another window. Empty without one. */
    private static Map<String, String> values(Desk desk) {
        Map<String, String> values = new LinkedHashMap<>();
        desk.judgment().ifPresent(judgment -> {
            judgment.probabilities().forEach((key, share) -> values.put("p." + key, percent(share)));
            values.put("confidence", judgment.confidence().name());
            values.put("rationale", judgment.rationale());
            values.put("restsOn", Form.listed(judgment.restsOn()));
            values.put("arguedAgainst", Form.listed(judgment.arguedAgainst()));
        });
        return values;
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
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

    /** A reason is asked for where the page showed a judgment: of one that was recorded meanwhile one hears first. */
    private RecordJudgment judgment(Desk shown, Reading typed) {
        Map<String, Double> probabilities = new LinkedHashMap<>();
        for (InterpretationView interpretation : shown.interpretations()) {
            String field = "p." + interpretation.key();
            Double share = typed.percent(field);
            if (share == null) {
                typed.form().wrong(field, "work.wrong.probability");
            }
            probabilities.put(interpretation.key(), share == null ? 0.5 : share);
        }
        if (shown.judgment().isPresent() && typed.text("reason").isEmpty()) {
            typed.form().wrong("reason", "work.wrong.changed");
        }
        return new RecordJudgment(
                probabilities,
                typed.choice("confidence", Confidence.class),
                rationale(typed),
                typed.form().values("restsOn"),
                typed.form().values("arguedAgainst"));
    }

    /** The rationale with what was answered to the prompts, each under its heading. */
    private String rationale(Reading typed) {
        var written = new StringBuilder(typed.text("rationale"));
        for (String prompt : PROMPTS) {
            String answer = typed.text(prompt);
            if (!written.isEmpty() && !answer.isEmpty()) {
                written.append("\n\n")
                        .append(texts.text(TEXTS + "." + prompt))
                        .append(":\n")
                        .append(answer);
            }
        }
        return written.toString();
    }

    private ModelAndView page(Desk desk, Form form, Form withdrawal) {
        JudgmentView last = desk.judgment().orElse(null);
        List<Stale> overtaking = desk.stale();
        Set<Long> overtakingRevisions = overtaking.stream().map(Stale::revision).collect(Collectors.toSet());
        return new ModelAndView("workbench/judge")
                .addObject("desk", desk)
                .addObject("form", form)
                .addObject("withdrawal", withdrawal)
                .addObject("last", last)
                .addObject("since", last == null ? null : SinceJudged.of(desk, last, overtakingRevisions, words))
                .addObject(
                        "stale",
                        staleWords.of(desk.state(), overtaking, item -> desk.page("/evidence/" + item), desk::event))
                .addObject("shares", Shares.of(desk, form))
                .addObject("grounds", Grounds.of(desk));
    }
}
