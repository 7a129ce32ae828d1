package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.Recorded;
import org.steelyard.dossier.Grouping;
import org.steelyard.dossier.figure.Heads.Head;
import org.steelyard.dossier.figure.WaterfallRow;
import org.steelyard.dossier.figure.WaterfallRow.Kind;
import org.steelyard.dossier.story.Before;
import org.steelyard.dossier.story.EventSentences;
import org.steelyard.dossier.web.Waterfall.Step;
import org.steelyard.site.Texts;

/** The waterfall of a comparison in words: for its figure, its table and its files. */
@Component
class WaterfallRows {
    private final Texts texts;
    private final MeasureWords words;
    private final CompareSentences sentences;

    WaterfallRows(Texts texts, MeasureWords words, CompareSentences sentences) {
        this.texts = texts;
        this.words = words;
        this.sentences = sentences;
    }

    /** A row of the table behind the figure; {@code reached} is the value after it. */
    record Line(
            String name,
            String about,
            @Nullable String href,
            @Nullable Double amount,
            double reached,
            int events) {}

    /** The figure's rows: start, steps, what is folded, end; in the unit of {@link #head}. */
    List<WaterfallRow> rows(Comparison comparison, Waterfall waterfall) {
        Measure measure = Objects.requireNonNull(comparison.measure());
        var naming = new Naming(comparison);
        var rows = new ArrayList<WaterfallRow>();
        rows.add(end("start", comparison, comparison.start()));
        double at = comparison.start() == null ? 0 : comparison.start();
        for (Step step : waterfall.shown()) {
            var line = naming.line(step, at);
            rows.add(step(measure, line, at));
            at = line.reached();
        }
        if (!waterfall.folded().isEmpty()) {
            rows.add(step(measure, folded(measure, waterfall, at), at));
        }
        rows.add(end("end", comparison, comparison.end()));
        return rows;
    }

    private Line folded(Measure measure, Waterfall waterfall, double at) {
        String name =
                texts.text("compare.more", Integer.toString(waterfall.folded().size()));
        String each = texts.text("compare.more.each", words.size(measure, waterfall.foldedAtMost()));
        double amount = waterfall.foldedAmount();
        int events = waterfall.folded().stream()
                .mapToInt(step -> step.events().size())
                .sum();
        return new Line(name, each, "#steps", amount, at + amount, events);
    }

    private WaterfallRow end(String which, Comparison comparison, @Nullable Double value) {
        Measure measure = Objects.requireNonNull(comparison.measure());
        boolean start = which.equals("start");
        var shown = start ? comparison.from() : comparison.to();
        String when = start ? sentences.start(comparison) : sentences.end(comparison);
        String text = value == null ? texts.text("compare.absent") : words.value(measure, value);
        double at = value == null ? 0 : value;
        String name = texts.text("compare." + which);
        String href = shown == null ? null : shown.address().whole();
        return new WaterfallRow(Kind.END, name, when, href, 0, words.inUnit(measure, at), text, name + ": " + text);
    }

    private WaterfallRow step(Measure measure, Line line, double at) {
        String text = words.step(measure, line.amount() == null ? 0 : line.amount());
        String title = line.name() + ": " + text + " (" + line.about() + ")";
        double from = words.inUnit(measure, at);
        double to = words.inUnit(measure, line.reached());
        return new WaterfallRow(Kind.STEP, line.name(), line.about(), line.href(), from, to, text, title);
    }

    /** The table: every step by itself, with the value that it leads to. */
    List<Line> lines(Comparison comparison, Waterfall waterfall) {
        var naming = new Naming(comparison);
        var lines = new ArrayList<Line>();
        double at = comparison.start() == null ? 0 : comparison.start();
        for (Step step : waterfall.all()) {
            var line = naming.line(step, at);
            lines.add(line);
            at = line.reached();
        }
        return lines;
    }

    Head head(Measure measure) {
        return new Head(words.name(measure), words.unit(measure));
    }

    /** The numbers, for those who do not see the picture. */
    String description(List<WaterfallRow> rows) {
        return rows.stream().map(row -> row.name() + " " + row.text()).collect(Collectors.joining("; "));
    }

    /** Knows what each step is called. */
    private final class Naming {
        private final Comparison comparison;
        private final Before texts = new Before();
        private final Map<Long, Story.Entry> entries;

        Naming(Comparison comparison) {
            this.comparison = comparison;
            comparison.stretch().earlier().forEach(texts::take);
            comparison.events().forEach(texts::take);
            this.entries =
                    comparison.entries().stream().collect(Collectors.toMap(Story.Entry::revision, Function.identity()));
        }

        Line line(Step step, double at) {
            String key = step.key();
            return key == null ? ofOne(step, at) : ofGroup(step, key, at);
        }

        private Line ofOne(Step step, double at) {
            Recorded event = step.event();
            var entry = Objects.requireNonNull(entries.get(event.revision()));
            String about = entry.author() + " " + EventSentences.plain(entry.what());
            String name = name(step, event);
            String href = comparison.to().address().event(event.revision());
            return new Line(name, about, href, step.amount(), at + step.amount(), 1);
        }

        private String name(Step step, Recorded event) {
            String item = Grouping.ITEM.key(event);
            if (step.isBreak()) {
                boolean comesIn = comparison.shifts().stream()
                        .anyMatch(shift -> shift.event().equals(event) && shift.before() == null);
                return WaterfallRows.this.texts.text(comesIn ? "compare.comes-in" : "compare.goes-out");
            }
            return item.isEmpty() ? kind(event.kind()) : item;
        }

        private Line ofGroup(Step step, String key, double at) {
            int events = step.events().size();
            String count = events == 1
                    ? WaterfallRows.this.texts.text("visit.events.one")
                    : WaterfallRows.this.texts.text("visit.events.more", Integer.toString(events));
            double reached = at + step.amount();
            var by = comparison.address().by();
            if (by != Grouping.ITEM) {
                String name = by == Grouping.KIND ? kind(key) : key;
                return new Line(name, count, "#changed", step.amount(), reached, events);
            }
            if (key.isEmpty()) {
                String name = WaterfallRows.this.texts.text("compare.whole");
                return new Line(name, count, "#changed", step.amount(), reached, events);
            }
            boolean evidence = comparison
                            .to()
                            .dossier()
                            .state()
                            .evidenceAt(key, comparison.to().dossier().point())
                    != null;
            String href = evidence ? comparison.to().address().evidence(key) : "#changed";
            return new Line(key, texts.text(key), href, step.amount(), reached, events);
        }

        private static String kind(String kind) {
            return kind.replace('-', ' ');
        }
    }
}
