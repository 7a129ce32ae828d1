package org.steelyard.portfolio.web;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.steelyard.http.Csv;
import org.steelyard.http.Page;
import org.steelyard.http.Problem;
import org.steelyard.portfolio.item.Known;
import org.steelyard.portfolio.item.SourceIn;
import org.steelyard.portfolio.item.SourceOverall;
import org.steelyard.portfolio.item.SourceRegister;
import org.steelyard.portfolio.item.Titles;
import org.steelyard.portfolio.item.Words;
import org.steelyard.site.Addresses;
import org.steelyard.site.Attachments;
import org.steelyard.site.Texts;
import tools.jackson.databind.json.JsonMapper;

/** Whose word one leans on, and which leaders would fall with it: over all assessments that one may read. */
@Controller
class SourcePages {
    private final SourceRegister register;
    private final SourceSentences sentences;
    private final Titles titles;
    private final Asking asking;
    private final Texts texts;
    private final JsonMapper json;

    SourcePages(
            SourceRegister register,
            SourceSentences sentences,
            Titles titles,
            Asking asking,
            Texts texts,
            JsonMapper json) {
        this.register = register;
        this.sentences = sentences;
        this.titles = titles;
        this.asking = asking;
        this.texts = texts;
        this.json = json;
    }

    /** A source on the page, and the first of the assessments whose leaders would fall with it. */
    record Line(SourceOverall source, String href, List<String> shown, int more) {
        private static final int SHOWN = 3;

        static Line of(SourceOverall source, Asked asked) {
            List<String> hanging = source.leadersHanging();
            int shown = Math.min(SHOWN, hanging.size());
            String href = asked.elsewhere("/sources/" + Addresses.segment(source.key()));
            return new Line(source, href, hanging.subList(0, shown), hanging.size() - shown);
        }
    }

    @GetMapping("/sources")
    String sources(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String recordedDay,
            @RequestParam(required = false) @Nullable String asOf,
            Model model) {
        if (recordedDay != null) {
            return "redirect:" + asking.picked("/sources", recordedDay, "q", q).here();
        }
        var asked = asking.asked("/sources", asOf, page, "q", q);
        var found = find(asked);
        var part = Part.of(found.items(), asked.page());
        var lines = part.rows().stream().map(source -> Line.of(source, asked)).toList();
        asking.show(model, asked, found.upTo());
        model.addAttribute("answer", sentences.all(found.items(), asked));
        model.addAttribute("part", part);
        model.addAttribute("lines", lines);
        model.addAttribute("titles", titles(lines.stream().flatMap(line -> line.shown().stream()), asked.then()));
        return "portfolio/sources";
    }

    @GetMapping("/sources.csv")
    ResponseEntity<String> sourcesCsv(
            @RequestParam(required = false) @Nullable String q, @RequestParam(required = false) @Nullable String asOf) {
        var found = find(asking.asked("/sources", asOf, null, "q", q));
        return Attachments.csv("sources", Csv.of(Page.whole(SourceOverall.class, found.items()), json));
    }

    /** Most weight first. */
    private Known<SourceOverall> find(Asked asked) {
        var words = Words.of(asked.narrowed().get("q"));
        var all = register.all(asked.then());
        return new Known<>(
                all.items().stream()
                        .filter(source -> words.test(Stream.of(source.key(), source.name(), source.kind())))
                        .sorted(comparingDouble(SourceOverall::weight)
                                .reversed()
                                .thenComparing(SourceOverall::key))
                        .toList(),
                all.upTo());
    }

    @GetMapping("/sources/{key}")
    String source(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String recordedDay,
            @RequestParam(required = false) @Nullable String asOf,
            Model model) {
        String path = "/sources/" + Addresses.segment(key);
        if (recordedDay != null) {
            return "redirect:" + asking.picked(path, recordedDay).here();
        }
        var asked = asking.asked(path, asOf, page);
        var found = in(key, asked);
        var part = Part.of(found.items(), asked.page());
        asking.show(model, asked, found.upTo());
        model.addAttribute("key", key);
        model.addAttribute(
                "names",
                found.items().stream().map(SourceIn::name).distinct().limit(5).toList());
        model.addAttribute("answer", sentences.one(found.items()));
        model.addAttribute("part", part);
        model.addAttribute("titles", titles(part.rows().stream().map(SourceIn::assessment), asked.then()));
        return "portfolio/source";
    }

    @GetMapping("/sources/{key}/assessments.csv")
    ResponseEntity<String> sourceCsv(@PathVariable String key, @RequestParam(required = false) @Nullable String asOf) {
        var found = in(key, asking.asked("/sources/" + Addresses.segment(key), asOf, null));
        return Attachments.csv("source-" + key, Csv.of(Page.whole(SourceIn.class, found.items()), json));
    }

    /** Those whose leaders fall without it first, then by weight. */
    private Known<SourceIn> in(String key, Asked asked) {
        var found = register.in(key, asked.then());
        if (found.items().isEmpty()) {
            throw Problem.notFound(texts.text(asked.then() == null ? "source.unknown" : "source.unknown.then"));
        }
        var order = comparing((SourceIn in) -> !in.carriesLeader())
                .thenComparing(comparingDouble(SourceIn::weight).reversed());
        return new Known<>(found.items().stream().sorted(order).toList(), found.upTo());
    }

    private Map<String, String> titles(Stream<String> keys, @Nullable Instant then) {
        return titles.of(keys.toList(), then);
    }
}
