package org.steelyard.dossier.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.steelyard.dossier.figure.Heads.Head;
import org.steelyard.dossier.figure.Mark.Box;
import org.steelyard.dossier.figure.Mark.Label;
import org.steelyard.dossier.figure.Mark.Stroke;
import org.steelyard.dossier.figure.WaterfallRow.Kind;

class WaterfallFigureTest {
    private static final Head HEAD = new Head("weight of evidence: a − b", "decibans");
    private static final Offset<Double> CLOSE = Offset.offset(2.01);

    private static List<WaterfallRow> rows(double start, double... steps) {
        var rows = new ArrayList<WaterfallRow>();
        rows.add(row(Kind.END, "start", 0, start));
        double at = start;
        for (double step : steps) {
            rows.add(row(Kind.STEP, "an item with quite a long name", at, at + step));
            at += step;
        }
        rows.add(row(Kind.END, "end", 0, at));
        return rows;
    }

    private static WaterfallRow row(Kind kind, String name, double from, double to) {
        String about = "What it says, at such length that it cannot stand beside the bars whole";
        return new WaterfallRow(kind, name, about, "/there", from, to, Double.toString(to - from), name);
    }

    static Stream<List<WaterfallRow>> cases() {
        var random = new Random(11);
        return Stream.concat(
                Stream.of(rows(3.3, 6.1, -2.2, -1.4, 2), rows(0), rows(-4, 3, -9), rows(-2, 2.0001), rows(0, 0)),
                Stream.generate(() -> rows(
                                random.nextDouble(-30, 30),
                                random.doubles(random.nextInt(12), -40, 40).toArray()))
                        .limit(40));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void each_bar_begins_where_the_one_before_it_ended(List<WaterfallRow> rows) {
        for (Figure figure : List.of(WaterfallFigure.wide(rows, HEAD), WaterfallFigure.narrow(rows, HEAD))) {
            var bars = marks(figure, Box.class);
            assertThat(bars).hasSameSizeAs(rows);
            for (int i = 1; i < rows.size(); i++) {
                var links = marks(figure, Stroke.class).stream()
                        .filter(stroke -> stroke.css().equals("link"))
                        .toList();
                double reached = reached(bars.get(i - 1), rows.get(i - 1));
                assertThat(links).anySatisfy(link -> assertThat(link.x1()).isCloseTo(reached, CLOSE));
                Box next = bars.get(i);
                boolean touches =
                        Math.abs(next.x() - reached) < 2.1 || Math.abs(next.x() + next.width() - reached) < 2.1;
                assertThat(touches).as("row %s of %s", i, rows).isTrue();
            }
        }
    }

    private static double reached(Box bar, WaterfallRow row) {
        return row.to() < row.from() ? bar.x() : row.from() == row.to() ? bar.x() : bar.x() + bar.width();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothing_is_drawn_outside_and_zero_is_there(List<WaterfallRow> rows) {
        for (Figure figure : List.of(WaterfallFigure.wide(rows, HEAD), WaterfallFigure.narrow(rows, HEAD))) {
            assertThat(marks(figure, Box.class)).allSatisfy(box -> {
                assertThat(box.x()).isGreaterThanOrEqualTo(-2);
                assertThat(box.x() + box.width()).isLessThanOrEqualTo(figure.width());
            });
            assertThat(marks(figure, Label.class)).allSatisfy(label -> {
                double left = label.anchor().equals("end") ? label.x() - label.width() : label.x();
                boolean whole = label.anchor().equals("middle") || left + label.width() <= figure.width() + 0.01;
                assertThat(whole).as("%s", label).isTrue();
            });
            assertThat(marks(figure, Stroke.class))
                    .anyMatch(stroke -> stroke.css().equals("zero"));
        }
    }

    private static <T extends Mark> List<T> marks(Figure figure, Class<T> type) {
        return figure.marks().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
