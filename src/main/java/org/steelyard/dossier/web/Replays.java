package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.Recorded;
import org.steelyard.balance.Balance;
import org.steelyard.dossier.Stretch;
import org.steelyard.dossier.figure.Letters;
import org.steelyard.dossier.figure.NarrowReadings;
import org.steelyard.dossier.figure.ReadingScale;
import org.steelyard.dossier.figure.ReadingsRow;
import org.steelyard.dossier.figure.WideReadings;
import org.steelyard.dossier.web.MatrixTable.Order;
import org.steelyard.dossier.web.MatrixTables.Wish;
import org.steelyard.dossier.web.ReplayView.Listed;
import org.steelyard.dossier.web.ReplayView.Moves;
import org.steelyard.dossier.web.ReplayView.Pictured;
import org.steelyard.dossier.web.ReplayView.Reading;
import org.steelyard.dossier.web.ReplayView.Went;
import org.steelyard.dossier.web.Shown.May;
import org.steelyard.site.Texts;

/** Makes the steps of a replay. */
@Component
class Replays {
    /** Events listed on either side of the present one. */
    private static final int AROUND = 5;

    private static final double SAME = 1e-9;

    private final Timelines timelines;
    private final Readings readings;
    private final MatrixTables matrices;
    private final Captions captions;
    private final Story story;
    private final HistoryWords words;
    private final Texts texts;

    Replays(
            Timelines timelines,
            Readings readings,
            MatrixTables matrices,
            Captions captions,
            Story story,
            HistoryWords words,
            Texts texts) {
        this.timelines = timelines;
        this.readings = readings;
        this.matrices = matrices;
        this.captions = captions;
        this.story = story;
        this.words = words;
        this.texts = texts;
    }

    /** The assessment once the event of this step, from 1, is applied. Nothing can be recorded in a replay. */
    Shown shown(Stretch stretch, ReplayAddress address, int step) {
        Recorded event = stretch.course().events().get(step - 1);
        var dossier = stretch.after(event);
        return Shown.of(dossier, address.point(event, dossier.latest()), May.NOTHING);
    }

    ReplayView view(Stretch stretch, ReplayAddress address, int step, Shown now) {
        return new Making(stretch, address, step, now).view();
    }

    /** The picture of a step alone. */
    Pictured picture(Stretch stretch, ReplayAddress address, int step, Shown now) {
        return new Making(stretch, address, step, now).picture();
    }

    private final class Making {
        private final ReplayAddress address;
        private final int step;
        private final Shown now;
        private final Timeline timeline;
        private final List<Recorded> events;
        private final @Nullable Shown was;

        Making(Stretch stretch, ReplayAddress address, int step, Shown now) {
            this.address = address;
            this.step = step;
            this.now = now;
            this.timeline = timelines.timeline(stretch);
            this.events = stretch.course().events();
            this.was = step == 1 ? null : shown(stretch, address, step - 1);
        }

        ReplayView view() {
            int from = Math.max(0, step - 1 - AROUND);
            int to = Math.min(events.size(), step + AROUND);
            var wanted = new HashSet<Long>();
            events.subList(from, to).forEach(event -> wanted.add(event.revision()));
            var told = story.tell(now, events, wanted).stream()
                    .collect(Collectors.toMap(Story.Entry::revision, Function.identity()));
            var list = new ArrayList<Listed>();
            for (int i = from; i < to; i++) {
                Story.Entry entry = told.get(events.get(i).revision());
                if (entry != null) {
                    list.add(new Listed(
                            i + 1,
                            address.of(events.get(i)),
                            entry,
                            i + 1 == step,
                            timeline.turns().containsKey(i + 1)));
                }
            }
            return new ReplayView(
                    address,
                    address.of(event()),
                    step,
                    events.size(),
                    Objects.requireNonNull(told.get(event().revision())),
                    moved(),
                    words.turns(timeline.turns().getOrDefault(step, List.of())),
                    isWithinMoment(),
                    moves(),
                    list,
                    went(),
                    changed(),
                    picture());
        }

        private Recorded event() {
            return events.get(step - 1);
        }

        private boolean isWithinMoment() {
            return address.axisWord() == null
                    && step < events.size()
                    && events.get(step)
                            .stamp()
                            .effectiveAt()
                            .equals(event().stamp().effectiveAt());
        }

        private Moves moves() {
            boolean first = step == 1;
            boolean last = step == events.size();
            return new Moves(
                    first ? null : to(1),
                    to(timeline.turnBefore(step)),
                    first ? null : to(step - 1),
                    last ? null : to(step + 1),
                    to(timeline.turnAfter(step)),
                    last ? null : to(events.size()));
        }

        private @Nullable String to(@Nullable Integer other) {
            return other == null ? null : address.of(events.get(other - 1));
        }

        Pictured picture() {
            var earlier = was == null
                    ? Map.<String, ReadingsRow.Earlier>of()
                    : readings.earlier(now, was.balance(), texts.text("replay.before"));
            var rows = new ArrayList<>(readings.rows(now, earlier));
            timeline.interpretations().stream()
                    .filter(key -> now.balance().reading(key) == null)
                    .forEach(key ->
                            rows.add(ReadingsRow.absent(now.identity(key), key, texts.text("replay.not-in-force"))));
            rows.sort(Comparator.comparingInt(row -> row.identity().order()));
            return new Pictured(
                    WideReadings.of(rows, readings.heads(), timeline.bounds()),
                    NarrowReadings.of(rows, readings.heads(), timeline.bounds()),
                    Letters.harmless(captions.title(now)),
                    captions.description(now));
        }

        private ChangedRows changed() {
            Wish wish = new Wish(Order.KEY, null);
            MatrixTable after = matrices.of(now, wish);
            MatrixTable before = was == null
                    ? new MatrixTable(List.of(), List.of(), List.of(), null, Order.KEY)
                    : matrices.of(was, wish);
            return ChangedRows.between(before, after);
        }

        /** "Weight of evidence: deepening +3.20 dB; Judged probability: ..." */
        private String moved() {
            String all = Arrays.stream(ReadingScale.values())
                    .map(this::moved)
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(texts.text("replay.moved.and")));
            return all.isEmpty() ? texts.text("replay.moved.nothing") : texts.text("replay.moved", all);
        }

        private String moved(ReadingScale measure) {
            var parts = new ArrayList<String>();
            for (Went one : went()) {
                Reading reading = one.readings().get(measure);
                if (reading != null && !reading.delta().isEmpty()) {
                    parts.add(texts.text("replay.moved.part", one.key(), reading.delta()));
                }
            }
            return parts.isEmpty() ? "" : texts.text("replay.moved." + measure.word(), String.join(", ", parts));
        }

        private List<Went> went() {
            Balance before = was == null ? null : was.balance();
            return now.interpretations().stream()
                    .map(each -> {
                        var to = now.balance().reading(each.key());
                        var from = before == null ? null : before.reading(each.key());
                        var all = new EnumMap<ReadingScale, Reading>(ReadingScale.class);
                        for (ReadingScale measure : ReadingScale.values()) {
                            all.put(
                                    measure,
                                    reading(
                                            measure,
                                            HistoryWords.value(measure, from),
                                            HistoryWords.value(measure, to)));
                        }
                        return new Went(each.key(), now.identity(each.key()).css(), all);
                    })
                    .toList();
        }

        private Reading reading(ReadingScale measure, @Nullable Double from, @Nullable Double to) {
            double by = from == null || to == null ? 0 : to - from;
            return new Reading(words.written(measure, to), Math.abs(by) > SAME ? words.difference(measure, by) : "");
        }
    }
}
