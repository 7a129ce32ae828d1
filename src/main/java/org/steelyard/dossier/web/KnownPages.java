package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.steelyard.http.Csv;
import org.steelyard.http.PointInTime;

/** What was known, and when: the two clocks of an assessment against each other. */
@Controller
@RequestMapping("/a/{key}")
class KnownPages {
    private final Opening opening;
    private final Framing framing;
    private final Known known;
    private final Files files;

    KnownPages(Opening opening, Framing framing, Known known, Files files) {
        this.opening = opening;
        this.framing = framing;
        this.known = known;
        this.files = files;
    }

    @GetMapping("/known")
    String known(@PathVariable String key, PointInTime point, Model model) {
        Shown shown = opening.open(key, point);
        framing.frame(model, shown, "/known");
        model.addAttribute("known", known.of(shown));
        return "dossier/known";
    }

    @GetMapping("/known.svg")
    ResponseEntity<String> svg(@PathVariable String key, PointInTime point) {
        var view = known.of(opening.open(key, point));
        return files.svg(
                key + "-known", view.wide(), view.title(), view.sentence().text());
    }

    /** Every event, the ones learned latest after they took effect first. */
    @GetMapping("/known.csv")
    ResponseEntity<String> csv(@PathVariable String key, PointInTime point) {
        Shown shown = opening.open(key, point);
        var rows = new ArrayList<List<String>>();
        shown.dossier().state().events().stream()
                .map(event -> List.of(
                        Long.toString(event.revision()),
                        event.kind(),
                        Objects.requireNonNullElse(event.event().item(), ""),
                        Csv.text(event.stamp().author()),
                        event.stamp().effectiveAt().toString(),
                        event.stamp().recordedAt().toString(),
                        Long.toString(Known.days(event)),
                        Boolean.toString(shown.dossier().counts(event))))
                .forEach(rows::add);
        rows.sort((one, other) -> Long.compare(Long.parseLong(other.get(6)), Long.parseLong(one.get(6))));
        rows.addFirst(
                List.of("revision", "kind", "item", "author", "effectiveAt", "recordedAt", "daysLater", "counts"));
        return files.csv(key + "-known", Tables.written(rows));
    }
}
