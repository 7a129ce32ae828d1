package org.steelyard.dossier.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.steelyard.dossier.figure.Heads.Head;
import org.steelyard.dossier.figure.Mark.Box;
import org.steelyard.dossier.figure.Mark.Dot;
import org.steelyard.dossier.figure.Mark.Label;
import org.steelyard.dossier.figure.Mark.Stroke;
import org.steelyard.dossier.figure.ReadingsRow.Analyst;
import org.steelyard.dossier.figure.ReadingsRow.Decibans;
import org.steelyard.dossier.figure.ReadingsRow.Judged;
import org.steelyard.dossier.figure.ReadingsRow.Points;
import org.steelyard.site.Identity;

class ReadingsFigureTest {
    private static final Heads HEADS = new Heads(
            new Head("Weighted inconsistency", "points"),
            new Head("Weight of evidence", "decibans"),
            new Head("Judged probability", "percent"),
            List.of("no chance", "very unlikely", "unlikely", "even", "likely", "very likely", "certain"));

    private static ReadingsRow row(int order, double points, double decibans, double judged, boolean leads) {
        return new ReadingsRow(
                new Identity(order),
                "interpretation-" + order,
                "What this interpretation says, at some length, so that it takes more than one line",
                "#i",
                new Points(points, Double.toString(points), leads, leads ? "least contradicted" : ""),
                new Decibans(decibans, Double.toString(decibans), leads, leads ? "leads" : ""),
                new Judged(
                        judged,
                        "48 % roughly even",
                        leads,
                        List.of(new Analyst(judged / 2, "an1: 1 %"), new Analyst(judged, "an2: 2 %"))));
    }

    private static final List<ReadingsRow> THREE =
            List.of(row(0, 7.9, -18.4, 0.33, false), row(1, 4.2, 9.6, 0.48, true), row(2, 5.1, -2.7, 0.19, false));

    @Test
    void bars_begin_at_zero_and_are_as_long_as_their_values() {
        List<Box> bars = bars(WideReadings.of(THREE, HEADS));

        assertThat(bars).hasSize(6);
        assertThat(bars.get(0).x()).isEqualTo(bars.get(2).x());
        assertThat(bars.get(0).width() / bars.get(2).width()).isCloseTo(7.9 / 4.2, within());
        assertThat(bars.get(1).x() + bars.get(1).width()).isCloseTo(bars.get(3).x(), within());
        assertThat(bars.get(1).width() / bars.get(3).width()).isCloseTo(18.4 / 9.6, within());
    }

    @Test
    void the_leader_alone_has_its_colour() {
        assertThat(bars(WideReadings.of(THREE, HEADS)))
                .extracting(Box::css)
                .containsExactly("bar", "bar", "bar leads i2", "bar leads i2", "bar", "bar");
    }

    @Test
    void each_analyst_has_a_tick_and_the_pool_a_dot() {
        Figure figure = WideReadings.of(THREE, HEADS);

        assertThat(marks(figure, Stroke.class).filter(stroke -> stroke.css().equals("tickmark")))
                .hasSize(6)
                .extracting(Stroke::title)
                .contains("interpretation-1, an2: 2 %");
        assertThat(marks(figure, Dot.class)).hasSize(3);
    }

    @Test
    void nothing_judged_has_no_dot() {
        var unjudged = new ReadingsRow(
                new Identity(0),
                "a",
                "b",
                null,
                new Points(0, "0", false, ""),
                new Decibans(0, "0", false, ""),
                new Judged(null, "not judged", false, List.of()));

        assertThat(marks(WideReadings.of(List.of(unjudged), HEADS), Dot.class)).isEmpty();
    }

    static Stream<List<ReadingsRow>> manyRows() {
        var random = new Random(20250717);
        return IntStream.range(0, 200).mapToObj(i -> {
            double size = Math.pow(10, random.nextInt(5) - 1);
            int count = 1 + random.nextInt(10);
            int leader = random.nextInt(count);
            var rows = new ArrayList<ReadingsRow>();
            for (int order = 0; order < count; order++) {
                double points = Math.rint(random.nextDouble() * size * 100) / 100;
                double decibans = Math.rint((random.nextDouble() - 0.5) * size * 100) / 100;
                rows.add(row(order, points, decibans, random.nextDouble(), order == leader));
            }
            return rows;
        });
    }

    @ParameterizedTest
    @MethodSource("manyRows")
    void labels_keep_clear_of_each_other_and_inside_the_picture(List<ReadingsRow> rows) {
        for (Figure figure : List.of(WideReadings.of(rows, HEADS), NarrowReadings.of(rows, HEADS))) {
            List<Label> labels = marks(figure, Label.class).toList();
            for (Label label : labels) {
                assertThat(left(label)).as(label.text()).isGreaterThanOrEqualTo(-8);
                assertThat(left(label) + label.width()).as(label.text()).isLessThanOrEqualTo(figure.width() + 8);
                assertThat(label.y()).as(label.text()).isLessThanOrEqualTo(figure.height());
            }
            for (int i = 0; i < labels.size(); i++) {
                for (int j = i + 1; j < labels.size(); j++) {
                    assertThat(overlap(labels.get(i), labels.get(j)))
                            .as(labels.get(i) + " and " + labels.get(j))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void numbers_below_an_axis_stand_so_far_apart_that_they_read_as_two() {
        for (Figure figure : List.of(WideReadings.of(THREE, HEADS), NarrowReadings.of(THREE, HEADS))) {
            List<Label> numbers = marks(figure, Label.class)
                    .filter(label -> label.anchor().equals("middle"))
                    .sorted(Comparator.comparingDouble(Label::y).thenComparingDouble(Label::x))
                    .toList();
            assertThat(numbers).hasSizeGreaterThan(10);
            for (int i = 1; i < numbers.size(); i++) {
                Label before = numbers.get(i - 1);
                Label after = numbers.get(i);
                if (before.y() == after.y()) {
                    assertThat(left(after) - left(before) - before.width())
                            .as(before.text() + " and " + after.text())
                            .isGreaterThan(5);
                }
            }
        }
    }

    private static boolean overlap(Label one, Label other) {
        boolean apart = Math.abs(one.y() - other.y()) >= Math.min(one.size(), other.size()) - 1;
        return !apart && left(one) < left(other) + other.width() && left(other) < left(one) + one.width();
    }

    private static double left(Label label) {
        return switch (label.anchor()) {
            case "end" -> label.x() - label.width();
            case "middle" -> label.x() - label.width() / 2;
            default -> label.x();
        };
    }

    private static List<Box> bars(Figure figure) {
        return marks(figure, Box.class)
                .filter(box -> box.css().startsWith("bar"))
                .toList();
    }

    private static <M extends Mark> Stream<M> marks(Figure figure, Class<M> type) {
        return figure.marks().stream().filter(type::isInstance).map(type::cast);
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-9);
    }
}
