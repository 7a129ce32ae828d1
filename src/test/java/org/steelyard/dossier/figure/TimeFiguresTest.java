package org.steelyard.dossier.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.steelyard.dossier.figure.HistoryData.Line;
import org.steelyard.dossier.figure.HistoryData.Stand;
import org.steelyard.dossier.figure.HistoryFigure.Layout;
import org.steelyard.dossier.figure.KnownData.Told;
import org.steelyard.site.Identity;

class TimeFiguresTest {
    private static final Instant START = Instant.parse("2024-06-19T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2024-06-19T09:00:00Z, 2025-07-31T10:00:00Z, Jul 2024, Apr",
        "2024-06-19T09:00:00Z, 2024-06-19T12:30:00Z, '19 Jun 2024, 09:00', 10:00",
        "2024-12-30T00:00:00Z, 2025-01-04T00:00:00Z, 30 Dec 2024, 1 Jan 2025",
        "1900-01-01T00:00:00Z, 2025-01-01T00:00:00Z, 1900, 1950"
    })
    void times_are_round_and_say_the_year_where_it_begins(Instant from, Instant to, String first, String later) {
        var scale = TimeScale.over(from, to, 0, 1_000);
        var labels = scale.ticks(8).stream().map(TimeScale.Tick::label).toList();

        assertThat(labels).startsWith(first).contains(later).hasSizeLessThanOrEqualTo(9);
        assertThat(scale.ticks(8)).allSatisfy(tick -> assertThat(tick.at()).isBetween(0.0, 1_000.0));
    }

    @Test
    void one_moment_has_a_scale_too() {
        var scale = TimeScale.over(START, START, 0, 100);

        assertThat(scale.at(START)).isEqualTo(50);
        assertThat(scale.at(Instant.MIN)).isZero();
        assertThat(scale.at(Instant.MAX)).isEqualTo(100);
    }

    @Test
    void bins_hold_every_event_once() {
        var times = times(5_000, new Random(1));
        var bins = Layout.WIDE.bins(times.getFirst(), times.getLast(), times);

        assertThat(bins).hasSizeLessThan(240);
        assertThat(bins.getFirst().first()).isZero();
        assertThat(bins.getLast().last()).isEqualTo(4_999);
        for (int i = 1; i < bins.size(); i++) {
            assertThat(bins.get(i).first()).isEqualTo(bins.get(i - 1).last() + 1);
        }
    }

    @Test
    void a_line_stands_until_it_is_moved_and_breaks_off_where_there_is_nothing() {
        var scale = new TimeScale(START, START.plusSeconds(100), 0, 100);
        var stands = List.of(
                new Stand(START, 0.0),
                new Stand(START.plusSeconds(40), 10.0),
                new Stand(START.plusSeconds(60), null),
                new Stand(START.plusSeconds(80), 5.0));

        assertThat(StepLine.of(stands, scale, new Scale(0, 10, 5, 50, 0))).isEqualTo("M0 50 H40 V0 H60 M80 25 H100");
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void ten_thousand_events_make_a_picture_of_bounded_size_with_its_extremes(Layout layout) {
        var random = new Random(7);
        var times = times(10_000, random);
        var stands = new ArrayList<Stand>();
        times.forEach(time -> stands.add(new Stand(time, random.nextDouble(-20, 20))));
        stands.set(5_000, new Stand(times.get(5_000), 40.0));
        var line = new Line(new Identity(0), "a", "+1 dB", stands);
        var data = new HistoryData(ReadingScale.DECIBANS, List.of(line), times.getFirst(), times.getLast(), null);
        var ticks = layout.bins(times.getFirst(), times.getLast(), times).stream()
                .map(bin -> new HistoryData.Tick(bin, "/", "an event", true))
                .toList();

        Figure figure = HistoryFigure.of(layout, data, ticks);

        assertThat(figure.marks()).hasSizeLessThan(300);
        assertThat(figure.marks().stream()
                        .filter(mark -> mark instanceof Mark.Path)
                        .map(mark -> ((Mark.Path) mark).way()))
                .singleElement()
                .satisfies(way -> assertThat(way).contains(" V26").hasSizeLessThan(80_000));
    }

    @ParameterizedTest
    @EnumSource(KnownFigure.Layout.class)
    void what_was_known_when_is_bounded_too_and_leaves_out_nothing(KnownFigure.Layout layout) {
        var random = new Random(7);
        var events = times(10_000, random).stream()
                .map(time -> new KnownData.Event(time, time.plus(Duration.ofHours(random.nextInt(5_000))), true))
                .toList();
        var shown = new ArrayList<Integer>();

        Figure figure = KnownFigure.of(layout, new KnownData(events, "across", "up", "above", null), group -> {
            shown.addAll(group);
            return new Told("/", "events");
        });

        assertThat(figure.marks()).hasSizeLessThan(2_000);
        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 10_000).boxed().toList());
    }

    @Test
    void marks_of_changes_too_close_to_be_told_apart_are_one_that_leads_to_the_last() {
        var turns = new TreeMap<Integer, String>();
        IntStream.rangeClosed(1, 5_000).forEach(step -> turns.put(step * 2, "step " + step * 2));

        var strip = TurnStrip.of(10_000, turns, (step, turn) -> new TurnStrip.Turned("/" + step, turn));

        var marks = strip.figure().marks().stream()
                .filter(mark -> mark instanceof Mark.Link)
                .map(mark -> ((Mark.Link) mark).href())
                .toList();
        assertThat(marks).hasSizeBetween(200, 260).startsWith("/10000");
    }

    private static List<Instant> times(int count, Random random) {
        return random.ints(count, 0, 400 * 86_400)
                .sorted()
                .mapToObj(START::plusSeconds)
                .toList();
    }
}
