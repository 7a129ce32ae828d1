package org.steelyard.dossier.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.Recorded;
import org.steelyard.dossier.History;
import org.steelyard.dossier.History.Moment;
import org.steelyard.dossier.Identities;
import org.steelyard.dossier.Stretch;
import org.steelyard.dossier.figure.Bin;
import org.steelyard.dossier.figure.Figure;
import org.steelyard.dossier.figure.HistoryData;
import org.steelyard.dossier.figure.HistoryData.Line;
import org.steelyard.dossier.figure.HistoryData.Present;
import org.steelyard.dossier.figure.HistoryData.Stand;
import org.steelyard.dossier.figure.HistoryData.Tick;
import org.steelyard.dossier.figure.HistoryFigure;
import org.steelyard.dossier.figure.HistoryFigure.Layout;
import org.steelyard.dossier.figure.Letters;
import org.steelyard.dossier.web.HistoryChart.Choice;
import org.steelyard.dossier.web.HistoryChart.Column;
import org.steelyard.dossier.web.HistoryChart.Row;
import org.steelyard.http.RangeInTime.Axis;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** Makes the chart of a reading over time, on either clock, the other one held as the page holds it. */
@Component
class HistoryCharts {
    /** Rows of the table on a page; the file has all. */
    private static final int ROWS = 60;

    private final Opening opening;
    private final Timelines timelines;
    private final Story story;
    private final HistoryWords words;
    private final Texts texts;
    private final Wording say;

    HistoryCharts(Opening opening, Timelines timelines, Story story, HistoryWords words, Texts texts, Wording say) {
        this.opening = opening;
        this.timelines = timelines;
        this.story = story;
        this.words = words;
        this.texts = texts;
        this.say = say;
    }

    /** The chart on a page; null where nothing has happened yet that counts, and where blind mode hides it. */
    @Nullable
    HistoryChart of(Shown shown, Choice choice) {
        if (shown.dossier().readingsHidden()) {
            return null;
        }
        Stretch stretch = opening.whole(shown, choice.axis());
        History history = timelines.history(stretch);
        return history.moments().isEmpty() ? null : new Making(shown, choice, stretch, history).chart();
    }

    private final class Making {
        private final Shown shown;
        private final Choice choice;
        private final Stretch stretch;
        private final History history;
        private final List<Recorded> events;
        private final Map<Long, List<Turn>> turns = new HashMap<>();

        Making(Shown shown, Choice choice, Stretch stretch, History history) {
            this.shown = shown;
            this.choice = choice;
            this.stretch = stretch;
            this.history = history;
            this.events = stretch.course().events();
            var before = history.before();
            for (Moment moment : history.moments()) {
                var changed = Turn.between(before.leaders(), moment.readings().leaders());
                if (!changed.isEmpty()) {
                    turns.put(moment.event().revision(), changed);
                }
                before = moment.readings();
            }
        }

        HistoryChart chart() {
            var data = data();
            var rows = rowsOf(history.moments());
            var wideBins = bins(Layout.WIDE);
            var narrowBins = bins(Layout.NARROW);
            var wanted = new HashSet<Long>();
            rows.forEach(moment -> wanted.add(moment.event().revision()));
            wideBins.forEach(bin -> wanted.add(spokesman(bin).revision()));
            narrowBins.forEach(bin -> wanted.add(spokesman(bin).revision()));
            var told = story.tell(shown.leadingToNow(), events, wanted).stream()
                    .collect(Collectors.toMap(Story.Entry::revision, Function.identity()));
            return new HistoryChart(
                    choice,
                    draw(Layout.WIDE, data, wideBins, told),
                    draw(Layout.NARROW, data, narrowBins, told),
                    title(),
                    sentence(),
                    ends(),
                    columns(),
                    rows.stream().map(moment -> row(moment, told)).toList(),
                    history.all(),
                    history);
        }

        private Instant time(Recorded event) {
            return choice.axis() == Axis.EFFECTIVE
                    ? event.stamp().effectiveAt()
                    : event.stamp().recordedAt();
        }

        private List<Bin> bins(Layout layout) {
            return layout.bins(
                    time(events.getFirst()),
                    time(events.getLast()),
                    events.stream().map(this::time).toList());
        }

        /** The event of a bin that its tick leads to: the last change of a leader, or the last. */
        private Recorded spokesman(Bin bin) {
            for (int i = bin.last(); i >= bin.first(); i--) {
                if (turns.containsKey(events.get(i).revision())) {
                    return events.get(i);
                }
            }
            return events.get(bin.last());
        }

        private Figure draw(Layout layout, HistoryData data, List<Bin> bins, Map<Long, Story.Entry> told) {
            var ticks = new ArrayList<Tick>();
            for (Bin bin : bins) {
                Recorded event = spokesman(bin);
                Story.Entry entry = told.get(event.revision());
                if (entry != null) {
                    ticks.add(new Tick(bin, href(event), title(bin, entry), turns.containsKey(event.revision())));
                }
            }
            return HistoryFigure.of(layout, data, ticks);
        }

        private String title(Bin bin, Story.Entry entry) {
            String sentence = texts.text(
                    "history.tick",
                    say.day(time(events.get(bin.last()))),
                    entry.author(),
                    entry.what().text());
            int count = bin.last() - bin.first() + 1;
            String all = count == 1 ? sentence : texts.text("history.ticks", Integer.toString(count), sentence);
            var changed = turns.get(entry.revision());
            return Letters.harmless(changed == null ? all : texts.text("history.turned", words.turns(changed), all));
        }

        /** The page of the assessment once this event counts, at the chart. */
        private String href(Recorded event) {
            boolean newest = event.equals(events.getLast()) && stretch.to().latest();
            Address there = choice.axis() == Axis.EFFECTIVE
                    ? shown.address().effectiveAt(newest ? null : event.stamp().effectiveAt())
                    : shown.address().asOf(newest ? null : "r" + event.revision());
            return there.to("", "reading", choice.readingWord(), "axis", choice.axisWord()) + "#h-history";
        }

        private HistoryData data() {
            return new HistoryData(
                    choice.reading(),
                    columns().stream().map(this::line).toList(),
                    time(events.getFirst()),
                    time(events.getLast()),
                    present());
        }

        private List<Column> columns() {
            Set<String> keys = new LinkedHashSet<>();
            history.moments()
                    .forEach(moment -> moment.readings().interpretations().forEach(each -> keys.add(each.key())));
            Identities identities = shown.identities();
            return keys.stream()
                    .sorted(Comparator.comparingInt(key -> identities.of(key).order()))
                    .map(key -> new Column(key, identities.css(key)))
                    .toList();
        }

        private Line line(Column column) {
            var stands = new ArrayList<Stand>();
            for (Moment moment : history.moments()) {
                stands.add(new Stand(
                        time(moment.event()),
                        HistoryWords.value(choice.reading(), moment.readings().of(column.key()))));
            }
            String last = words.written(choice.reading(), stands.getLast().value());
            return new Line(shown.identity(column.key()), column.key(), last, stands);
        }

        private @Nullable Present present() {
            if (!shown.past()) {
                return null;
            }
            var point = shown.dossier().point();
            Instant at = choice.axis() == Axis.EFFECTIVE
                    ? point.effectiveAt()
                    : stretch.to().state().recordedAt(point.revision());
            return new Present(at, texts.text("history.present", say.day(at)));
        }

        private Row row(Moment moment, Map<Long, Story.Entry> told) {
            Story.Entry entry = Objects.requireNonNull(told.get(moment.event().revision()));
            var values = columns().stream()
                    .map(column ->
                            words.written(choice.reading(), moment.readings().of(column.key())))
                    .toList();
            return new Row(
                    entry, href(moment.event()), words.turns(turns.getOrDefault(entry.revision(), List.of())), values);
        }

        /** The newest rows that a table can hold, newest first. */
        private List<Moment> rowsOf(List<Moment> moments) {
            return moments.subList(Math.max(0, moments.size() - ROWS), moments.size())
                    .reversed();
        }

        private String title() {
            String title = shown.view().title();
            return texts.text(
                    "history.figure",
                    texts.text("reading." + choice.reading().word()),
                    title == null ? shown.key() : Letters.harmless(title),
                    texts.text("history.axis." + choice.axis().word()));
        }

        private String sentence() {
            var moments = history.moments();
            return texts.text(
                    "history.sentence",
                    words.counted("history.moved", history.all()),
                    say.day(time(moments.getFirst().event())),
                    say.day(time(moments.getLast().event())),
                    words.counted("history.turns", turns.size()));
        }

        /** From what to what each went, for those who do not see the picture. */
        private String ends() {
            var first = history.moments().getFirst();
            var last = history.moments().getLast();
            return columns().stream()
                    .map(column -> texts.text(
                            "history.from-to",
                            column.key(),
                            words.written(choice.reading(), first.readings().of(column.key())),
                            words.written(choice.reading(), last.readings().of(column.key()))))
                    .collect(Collectors.joining(" "));
        }
    }
}
