package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.steelyard.dossier.figure.WaterfallFigure;
import org.steelyard.http.Csv;
import org.steelyard.http.Problem;
import org.steelyard.http.RangeInTime;
import org.steelyard.site.Texts;

/** The waterfall of a comparison as files; numbers with all their digits. */
@Controller
@RequestMapping("/a/{key}")
class CompareDownloads {
    private final Comparing comparing;
    private final CompareSentences sentences;
    private final WaterfallRows rows;
    private final Files files;
    private final Texts texts;

    CompareDownloads(Comparing comparing, CompareSentences sentences, WaterfallRows rows, Files files, Texts texts) {
        this.comparing = comparing;
        this.sentences = sentences;
        this.rows = rows;
        this.files = files;
        this.texts = texts;
    }

    @GetMapping("/compare.svg")
    ResponseEntity<String> svg(
            @PathVariable String key,
            RangeInTime range,
            @RequestParam(required = false) @Nullable String reading,
            @RequestParam(required = false) @Nullable String by) {
        Comparison comparison = open(key, range, reading, by);
        var head = rows.head(measure(comparison));
        var steps = rows.rows(
                comparison, Waterfall.of(comparison, comparison.address().by()));
        var figure = WaterfallFigure.wide(steps, head);
        return files.svg(key + "-compare", figure, sentences.title(comparison), rows.description(steps));
    }

    /** The start, every step with the value that it leads to, the end. */
    @GetMapping("/compare.csv")
    ResponseEntity<String> csv(
            @PathVariable String key,
            RangeInTime range,
            @RequestParam(required = false) @Nullable String reading,
            @RequestParam(required = false) @Nullable String by) {
        Comparison comparison = open(key, range, reading, by);
        var waterfall = Waterfall.of(comparison, comparison.address().by());
        String word = measure(comparison).word();
        var table = new ArrayList<List<String>>();
        table.add(List.of("step", "about", "events", "amount", "reached", "reading"));
        table.add(List.of("start", sentences.start(comparison), "", "", Tables.number(comparison.start()), word));
        for (var line : rows.lines(comparison, waterfall)) {
            table.add(List.of(
                    Csv.text(line.name()),
                    Csv.text(line.about()),
                    Integer.toString(line.events()),
                    Tables.number(line.amount()),
                    Tables.number(line.reached()),
                    word));
        }
        table.add(List.of("end", sentences.end(comparison), "", "", Tables.number(comparison.end()), word));
        return files.csv(key + "-compare", Tables.written(table));
    }

    private Comparison open(String key, RangeInTime range, @Nullable String reading, @Nullable String by) {
        return comparing.open(new CompareAddress(key, range, reading, CompareAddress.grouping(by), false));
    }

    private Measure measure(Comparison comparison) {
        Measure measure = comparison.measure();
        if (measure == null) {
            throw Problem.notFound(texts.text("compare.no-interpretation"));
        }
        return measure;
    }
}
