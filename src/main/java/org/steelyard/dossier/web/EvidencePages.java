package org.steelyard.dossier.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.steelyard.assessment.AssessmentView.EvidenceView;
import org.steelyard.assessment.AssessmentView.RatingView;
import org.steelyard.assessment.AssessmentView.SourceView;
import org.steelyard.assessment.Recorded;
import org.steelyard.balance.Balance.Disagreement;
import org.steelyard.balance.Balance.ItemLine;
import org.steelyard.balance.Situation;
import org.steelyard.http.PointInTime;
import org.steelyard.http.Problem;
import org.steelyard.site.Texts;

/** An item of evidence and its whole life: what was claimed, how it is graded, who rated it how and why, what happened to it. */
@Controller
class EvidencePages {
    private static final int LIFE = 200;

    private final Opening opening;
    private final Framing framing;
    private final Story story;
    private final Threads threads;
    private final Blames blames;
    private final Texts texts;

    EvidencePages(Opening opening, Framing framing, Story story, Threads threads, Blames blames, Texts texts) {
        this.opening = opening;
        this.framing = framing;
        this.story = story;
        this.threads = threads;
        this.blames = blames;
        this.texts = texts;
    }

    /** The ratings of one cell; {@code echo} is what is left of their weight beside stronger voices of the same origin, 0..1. */
    record Rated(
            String interpretation,
            String css,
            String statement,
            List<RatingView> ratings,
            @Nullable Double echo,
            @Nullable Disagreement apart) {}

    @GetMapping("/a/{key}/evidence/{evidence}")
    String evidence(@PathVariable String key, @PathVariable String evidence, PointInTime point, Model model) {
        Shown shown = opening.open(key, point);
        var view = shown.view();
        EvidenceView item = Stream.concat(view.evidence().stream(), view.withdrawn().evidence().stream())
                .filter(one -> one.key().equals(evidence))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(texts.text("evidence.unknown")));
        boolean inForce = view.evidence().contains(item);
        ItemLine line = shown.balance().evidenceByKey().get(evidence);
        SourceView source = view.sources().stream()
                .filter(one -> one.key().equals(item.source()))
                .findFirst()
                .orElseThrow();
        framing.frame(model, shown, "/evidence/" + item.key());
        model.addAttribute("item", item);
        model.addAttribute("comments", threads.about(shown, item.key()));
        model.addAttribute("inForce", inForce);
        model.addAttribute("ratingsKept", shown.dossier().sight().hidesRow(evidence));
        model.addAttribute("source", source);
        model.addAttribute("line", line);
        model.addAttribute("echoes", echoes(shown, evidence));
        model.addAttribute("rated", rated(shown, item, line));
        model.addAttribute("by", blames.of(shown, item.key()));
        model.addAttribute("bySource", blames.of(shown, source.key()));
        model.addAttribute("ratedBy", ratedBy(shown, item));
        model.addAttribute("life", story.tell(shown, event -> isAbout(event, item), 0, LIFE));
        return "dossier/evidence";
    }

    /** The other items in force of the same origin. */
    private static List<EvidenceView> echoes(Shown shown, String evidence) {
        Situation.Item item = shown.situation().item(evidence);
        if (item == null) {
            return List.of();
        }
        return shown.view().evidence().stream()
                .filter(other -> !other.key().equals(evidence))
                .filter(other -> Objects.requireNonNull(shown.situation().item(other.key()))
                        .origin()
                        .equals(item.origin()))
                .toList();
    }

    private static List<Rated> rated(Shown shown, EvidenceView item, @Nullable ItemLine line) {
        return shown.interpretations().stream()
                .map(i -> new Rated(
                        i.key(),
                        shown.identity(i.key()).css(),
                        i.statement(),
                        shown.view().ratings().stream()
                                .filter(rating -> rating.evidence().equals(item.key())
                                        && rating.interpretation().equals(i.key()))
                                .toList(),
                        line == null ? null : line.echo().get(i.key()),
                        line == null ? null : line.disagreement().get(i.key())))
                .toList();
    }

    /** The events of the ratings of this item, and those that overtook them. */
    private Map<Long, SetBy> ratedBy(Shown shown, EvidenceView item) {
        var events = new TreeMap<Long, SetBy>();
        for (RatingView rating : shown.view().ratings()) {
            if (rating.evidence().equals(item.key())) {
                events.put(rating.revision(), blames.event(shown, rating.revision()));
                Long overtakenBy = rating.overtakenBy();
                if (overtakenBy != null) {
                    events.put(overtakenBy, blames.event(shown, overtakenBy));
                }
            }
        }
        return events;
    }

    private static boolean isAbout(Recorded event, EvidenceView item) {
        String about = event.event().item();
        return about != null
                && (about.equals(item.key()) || about.startsWith(item.key() + "/") || about.equals(item.source()));
    }
}
