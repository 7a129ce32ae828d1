package org.steelyard.workbench;

import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.steelyard.access.Right;
import org.steelyard.assessment.AssessmentCommand.RecordEvidence;
import org.steelyard.assessment.AssessmentCommand.RecordSource;
import org.steelyard.assessment.AssessmentEvent.EvidenceKind;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.AssessmentView.EvidenceView;
import org.steelyard.assessment.AssessmentView.SourceView;
import org.steelyard.assessment.Marking;
import org.steelyard.balance.Relevance;
import org.steelyard.balance.Reliability;

/** New evidence, with its source where that is new too. */
@Controller
class EvidencePages {
    private static final String TEXTS = "work.evidence";

    /** What the choice of a source says for one that is made in place. */
    static final String NEW_SOURCE = "+";

    /** The field that says what an item is that reads like another, and what it may say. */
    private static final String ALIKE = "alike";

    private static final String ANOTHER = "another";
    private static final String ECHO = "echo:";

    private final Desks desks;
    private final Recording recording;
    private final Clock clock;

    EvidencePages(Desks desks, Recording recording, Clock clock) {
        this.desks = desks;
        this.recording = recording;
        this.clock = clock;
    }

    @GetMapping("/a/{key}/new-evidence")
    ModelAndView blank(@PathVariable String key, @RequestParam(defaultValue = "REPORT") EvidenceKind kind) {
        Desk desk = desks.open(Right.RECORD, key);
        Form form = Form.blank(TEXTS, desk.revision())
                .with("kind", kind)
                .with("relevance", Relevance.M)
                .with("source", desk.view().sources().isEmpty() ? NEW_SOURCE : null);
        return page(desk, form);
    }

    @PostMapping("/a/{key}/new-evidence")
    ModelAndView record(@PathVariable String key, @RequestParam MultiValueMap<String, String> sent) {
        Desk desk = desks.open(Right.RECORD, key);
        Form form = Form.sent(TEXTS, sent);
        askWhereAlike(desk, form);
        var entry = Entry.adding(desk, state -> lines(desk, new Reading(form), state));
        return recording.record(form, entry, () -> page(desks.open(Right.RECORD, key), form));
    }

    /** What the item that is being written may repeat, as it is written: a part of the page. */
    @GetMapping("/a/{key}/new-evidence/kin")
    ModelAndView kin(@PathVariable String key, @RequestParam MultiValueMap<String, String> typed) {
        Desk desk = desks.open(Right.RECORD, key);
        Form form = Form.sent(TEXTS, typed);
        return new ModelAndView("workbench/evidence-kin :: kin")
                .addObject("desk", desk)
                .addObject("form", form)
                .addObject("kin", Kin.of(desk, form));
    }

    private static ModelAndView page(Desk desk, Form form) {
        return new ModelAndView("workbench/evidence-new")
                .addObject("desk", desk)
                .addObject("form", form)
                .addObject("kin", Kin.of(desk, form))
                .addObject("origins", origins(desk));
    }

    /** What reads like an item that stood there when the page was made is recorded once its author has said what it is. */
    private void askWhereAlike(Desk desk, Form form) {
        String said = form.value(ALIKE);
        if (said.startsWith(ECHO)) {
            form.with("origin", said.substring(ECHO.length())).with(ALIKE, ANOTHER);
        } else if (said.isEmpty()
                && !Kin.of(desks.asShown(desk, form), form).alike().isEmpty()) {
            form.wrong(ALIKE, "work.wrong.alike");
        }
    }

    /** Who is already said to have said something first. */
    static List<String> origins(Desk desk) {
        var origins = new TreeSet<String>();
        desk.view().sources().stream()
                .map(SourceView::origin)
                .flatMap(Stream::ofNullable)
                .forEach(origins::add);
        desk.view().evidence().stream()
                .map(EvidenceView::origin)
                .flatMap(Stream::ofNullable)
                .forEach(origins::add);
        return List.copyOf(origins);
    }

    private List<Line> lines(Desk desk, Reading typed, AssessmentState state) {
        String source = typed.text("source");
        if (source.equals(NEW_SOURCE)) {
            String fresh = Keys.free(state, "s");
            return List.of(source(desk, typed, fresh), evidence(desk, typed, fresh));
        }
        if (source.isEmpty()) {
            typed.form().wrong("source", "work.wrong.source");
        }
        return List.of(evidence(desk, typed, source));
    }

    private Line source(Desk desk, Reading typed, String key) {
        var command = new RecordSource(
                key,
                typed.text("sourceName"),
                typed.text("sourceKind"),
                typed.choice("reliability", Reliability.class),
                typed.optional("sourceOrigin"));
        return new Line(typed.submission(desk, command, clock.instant()), field -> switch (field) {
            case "name" -> "sourceName";
            case "kind" -> "sourceKind";
            case "origin" -> "sourceOrigin";
            default -> field;
        });
    }

    private Line evidence(Desk desk, Reading typed, String source) {
        return Line.of(typed.submission(
                desk,
                new RecordEvidence(
                        null,
                        typed.text("claim"),
                        source,
                        typed.credibility("credibility"),
                        typed.choice("relevance", Relevance.class),
                        typed.choice("kind", EvidenceKind.class),
                        typed.optional("origin"),
                        typed.optional("occurredOn"),
                        typed.optional("publishedOn"),
                        typed.link("link"),
                        typed.optionalChoice("marking", Marking.class)),
                clock.instant()));
    }
}
