package org.steelyard.dossier.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.steelyard.dossier.History;
import org.steelyard.dossier.web.HistoryChart.Choice;
import org.steelyard.http.PointInTime;
import org.steelyard.http.Problem;
import org.steelyard.site.Texts;

/** The history of an assessment as files. */
@Controller
@RequestMapping("/a/{key}")
class HistoryDownloads {
    private final Opening opening;
    private final HistoryCharts charts;
    private final Files files;
    private final Texts texts;

    HistoryDownloads(Opening opening, HistoryCharts charts, Files files, Texts texts) {
        this.opening = opening;
        this.charts = charts;
        this.files = files;
        this.texts = texts;
    }

    @GetMapping("/history.svg")
    ResponseEntity<String> svg(
            @PathVariable String key,
            PointInTime point,
            @RequestParam(required = false) @Nullable String reading,
            @RequestParam(required = false) @Nullable String axis) {
        HistoryChart chart = charts.of(opening.openReadings(key, point), Choice.of(reading, axis));
        if (chart == null) {
            throw Problem.notFound(texts.text("history.none"));
        }
        return files.svg(key + "-history", chart.wide(), chart.title(), chart.sentence() + " " + chart.description());
    }

    /** Every event that changed the balance, whatever the page shows of them. */
    @GetMapping("/history.csv")
    ResponseEntity<String> csv(
            @PathVariable String key, PointInTime point, @RequestParam(required = false) @Nullable String axis) {
        Shown shown = opening.openReadings(key, point);
        var stretch = opening.whole(shown, Choice.axis(axis));
        var history = History.of(stretch, Math.max(1, stretch.course().events().size()));
        return files.csv(key + "-history", HistoryTable.of(history));
    }
}
