package org.steelyard.workbench;

import static org.steelyard.workbench.Change.shown;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.steelyard.access.Right;
import org.steelyard.assessment.AssessmentCommand;
import org.steelyard.assessment.AssessmentCommand.CorrectEvidence;
import org.steelyard.assessment.AssessmentCommand.ReinstateEvidence;
import org.steelyard.assessment.AssessmentCommand.RetractEvidence;
import org.steelyard.assessment.AssessmentEvent.EvidenceKind;
import org.steelyard.assessment.AssessmentView.EvidenceView;
import org.steelyard.assessment.Marking;
import org.steelyard.balance.Relevance;

/** An item of evidence: corrected, regraded, retracted, reinstated. */
@Controller
class EvidenceEditPages {
    private static final String TEXTS = "work.evidence";
    private static final String ADDRESS = "/a/{key}/evidence/{item}/edit";

    private final Desks desks;
    private final Recording recording;
    private final Foresight foresight;
    private final Clock clock;

    EvidenceEditPages(Desks desks, Recording recording, Foresight foresight, Clock clock) {
        this.desks = desks;
        this.recording = recording;
        this.foresight = foresight;
        this.clock = clock;
    }

    @GetMapping(ADDRESS)
    ModelAndView filled(@PathVariable String key, @PathVariable String item) {
        Desk desk = desks.open(Right.RECORD, key);
        Form form = Form.blank(TEXTS, desk.revision()).with(values(desk.evidence(item)));
        return page(desk, item, form, force(desk));
    }

    private static Form force(Desk desk) {
        return Form.blank(TEXTS, desk.revision()).about("force");
    }

    @PostMapping(ADDRESS)
    ModelAndView record(
            @PathVariable String key, @PathVariable String item, @RequestParam MultiValueMap<String, String> sent) {
        Desk desk = desks.open(Right.RECORD, key);
        desk.evidence(item);
        Form form = Form.sent(TEXTS, sent);
        String intent = form.value("do");
        return intent.equals("correct") ? correct(desk, item, form) : force(desk, item, form.about("force"), intent);
    }

    private ModelAndView correct(Desk desk, String item, Form form) {
        Map<String, String> shown = values(desks.asShown(desk, form).evidence(item));
        if (form.take(values(desk.evidence(item)))) {
            return new ModelAndView("redirect:" + desk.page("/evidence/" + item));
        }
        if (Foresight.isAsked(form)) {
            Line line = line(desk, item, form, shown);
            return foresight.show(page(desk, item, form, force(desk)), desk, Set.of(item), form, line, "correct");
        }
        var entry = Entry.changing(desk, Concerns.thing(item), () -> line(desk, item, form, shown));
        return recording.record(form, entry, () -> {
            Desk now = desks.open(Right.RECORD, desk.key());
            form.rebase(shown, values(now.evidence(item)));
            return page(now, item, form, force(now));
        });
    }

    private ModelAndView force(Desk desk, String item, Form form, String intent) {
        AssessmentCommand command =
                intent.equals("reinstate") ? new ReinstateEvidence(item) : new RetractEvidence(item);
        if (Foresight.isAsked(form)) {
            Form beside = Form.blank(TEXTS, desk.revision()).with(values(desk.evidence(item)));
            return foresight.show(
                    page(desk, item, beside, form), desk, Set.of(item), form, line(desk, form, command), intent);
        }
        var entry = Entry.changing(desk, Concerns.thing(item), () -> line(desk, form, command));
        return recording.record(form, entry, () -> {
            Desk now = desks.open(Right.RECORD, desk.key());
            Form beside = Form.blank(TEXTS, now.revision()).with(values(now.evidence(item)));
            return page(now, item, beside, form);
        });
    }

    private Line line(Desk desk, Form form, AssessmentCommand command) {
        return Line.of(new Reading(form).submission(desk, command, clock.instant()));
    }

    private Line line(Desk desk, String item, Form form, Map<String, String> shown) {
        Reading typed = new Reading(form);
        Change change = new Change(typed, shown);
        return line(
                desk,
                form,
                new CorrectEvidence(
                        item,
                        change.text("claim"),
                        change.text("source"),
                        change.changes("credibility") ? typed.credibility("credibility") : null,
                        change.choice("relevance", Relevance.class),
                        change.choice("kind", EvidenceKind.class),
                        change.optional("origin"),
                        change.optional("occurredOn"),
                        change.optional("publishedOn"),
                        change.changes("link") ? typed.link("link") : null,
                        change.optionalChoice("marking", Marking.class),
                        change.cleared("origin", "occurredOn", "publishedOn", "link", "marking")));
    }

    private static Map<String, String> values(EvidenceView item) {
        return Map.ofEntries(
                Map.entry("claim", item.claim()),
                Map.entry("source", item.source()),
                Map.entry("credibility", shown(item.credibility())),
                Map.entry("relevance", item.relevance().name()),
                Map.entry("kind", item.kind().name()),
                Map.entry("origin", shown(item.origin())),
                Map.entry("occurredOn", shown(item.occurredOn())),
                Map.entry("publishedOn", shown(item.publishedOn())),
                Map.entry("link", shown(item.link())),
                Map.entry(
                        "marking", item.marking() == null ? "" : item.marking().name()));
    }

    private static ModelAndView page(Desk desk, String item, Form form, Form force) {
        return new ModelAndView("workbench/evidence-edit")
                .addObject("desk", desk)
                .addObject("item", desk.evidence(item))
                .addObject("retracted", desk.isRetracted(item))
                .addObject("form", form)
                .addObject("force", force)
                .addObject("origins", EvidencePages.origins(desk));
    }
}
