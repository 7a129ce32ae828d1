package org.steelyard.dossier.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.Recorded;
import org.steelyard.dossier.figure.Figure;
import org.steelyard.dossier.figure.KnownData;
import org.steelyard.dossier.figure.KnownData.Event;
import org.steelyard.dossier.figure.KnownData.Told;
import org.steelyard.dossier.figure.KnownData.View;
import org.steelyard.dossier.figure.KnownFigure;
import org.steelyard.dossier.figure.KnownFigure.Layout;
import org.steelyard.dossier.figure.Letters;
import org.steelyard.dossier.web.KnownView.Row;
import org.steelyard.http.RangeInTime.Axis;
import org.steelyard.site.Sentence;
import org.steelyard.site.Sentence.Name;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** Sets the two clocks against each other: every event of an assessment, the point that is looked at as a box. */
@Component
class Known {
    /** Rows of the table on a page; the file has all. */
    private static final int ROWS = 60;

    private final Story story;
    private final Texts texts;
    private final Wording say;

    Known(Story story, Texts texts, Wording say) {
        this.story = story;
        this.texts = texts;
        this.say = say;
    }

    KnownView of(Shown shown) {
        return new Making(shown).view();
    }

    /** How many days, UTC, after it took effect an event was recorded. */
    static long days(Recorded event) {
        return ChronoUnit.DAYS.between(
                day(event.stamp().effectiveAt()), day(event.stamp().recordedAt()));
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private final class Making {
        private final Shown shown;
        private final List<Recorded> events;
        private final ReplayAddress replay;
        private final Set<Long> wanted = new HashSet<>();
        private Map<Long, Story.Entry> entries = Map.of();

        Making(Shown shown) {
            this.shown = shown;
            this.events = shown.dossier().state().events();
            this.replay = new ReplayAddress(shown.address().now(), Axis.RECORDED);
        }

        KnownView view() {
            var late = events.stream()
                    .filter(event -> days(event) > 0)
                    .sorted(Comparator.comparingLong(Known::days).reversed().thenComparingLong(Recorded::revision))
                    .toList();
            var rows = late.subList(0, Math.min(ROWS, late.size()));
            rows.forEach(event -> wanted.add(event.revision()));
            var data = data();
            draw(Layout.WIDE, data);
            draw(Layout.NARROW, data);
            entries = story.tell(shown.leadingToNow(), events, wanted).stream()
                    .collect(Collectors.toMap(Story.Entry::revision, Function.identity()));
            return new KnownView(
                    draw(Layout.WIDE, data),
                    draw(Layout.NARROW, data),
                    title(),
                    sentence(late),
                    rows.stream().map(this::row).toList(),
                    late.size(),
                    events.size());
        }

        private Figure draw(Layout layout, KnownData data) {
            return KnownFigure.of(layout, data, this::told);
        }

        private KnownData data() {
            return new KnownData(
                    events.stream()
                            .map(event -> new Event(
                                    event.stamp().effectiveAt(), event.stamp().recordedAt(), days(event) > 0))
                            .toList(),
                    texts.text("known.across"),
                    texts.text("known.up"),
                    texts.text("known.above"),
                    box());
        }

        private @Nullable View box() {
            var dossier = shown.dossier();
            return shown.past()
                    ? new View(
                            dossier.point().effectiveAt(),
                            dossier.state().recordedAt(dossier.point().revision()))
                    : null;
        }

        /** What the mark of these events says. Before anything is told, it notes which sentence it wants. */
        private Told told(List<Integer> group) {
            Recorded event = events.get(group.getFirst());
            wanted.add(event.revision());
            Story.Entry entry = entries.get(event.revision());
            if (entry == null) {
                return new Told("", "");
            }
            String sentence = texts.text(
                    "history.tick", times(event), entry.author(), entry.what().text());
            String title = group.size() == 1
                    ? sentence
                    : texts.text("history.ticks", Integer.toString(group.size()), sentence);
            return new Told(replay.of(event), Letters.harmless(title));
        }

        private String times(Recorded event) {
            String effective = say.day(event.stamp().effectiveAt());
            return days(event) == 0
                    ? effective
                    : texts.text("known.later", effective, say.day(event.stamp().recordedAt()), delay(days(event)));
        }

        private String delay(long days) {
            return days == 1 ? texts.text("known.days.one") : texts.text("known.days.more", Long.toString(days));
        }

        private Row row(Recorded event) {
            var entry = Objects.requireNonNull(entries.get(event.revision()));
            return new Row(entry, replay.of(event), days(event));
        }

        private String title() {
            String title = shown.view().title();
            return texts.text("known.figure", title == null ? shown.key() : Letters.harmless(title));
        }

        private Sentence sentence(List<Recorded> late) {
            String all = Integer.toString(events.size());
            Sentence said = late.isEmpty()
                    ? texts.sentence("known.none", all)
                    : texts.sentence(
                            "known.sentence",
                            Integer.toString(late.size()),
                            all,
                            delay(days(late.getFirst())),
                            new Name("r" + late.getFirst().revision(), "item", replay.of(late.getFirst())));
            if (!shown.past()) {
                return said;
            }
            long counted = events.stream().filter(shown.dossier()::counts).count();
            return said.then(texts.sentence("known.box", Long.toString(counted), all));
        }
    }
}
