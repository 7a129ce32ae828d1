package org.steelyard.dossier.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.steelyard.dossier.figure.Mark.Box;
import org.steelyard.dossier.figure.Mark.Label;
import org.steelyard.dossier.figure.Mark.Stroke;
import org.steelyard.site.Identity;

/** What gives a lead and what takes from it, as a picture. */
class ContributionFigureTest {
    private static final Heads.Head HEAD = new Heads.Head("The lead of a over b", "decibans");

    private static ContributionRow row(String name, double value, boolean linchpin) {
        return new ContributionRow(
                name, "What was said of " + name, value, "" + value, linchpin, false, "/e/" + name, name);
    }

    private static ContributionRow folded(double value) {
        return new ContributionRow("12 more", "", value, "" + value, false, true, "#all", "12 more");
    }

    private static List<Box> bars(Figure figure) {
        return figure.marks().stream()
                .filter(Box.class::isInstance)
                .map(Box.class::cast)
                .toList();
    }

    private static List<Label> labels(Figure figure) {
        return figure.marks().stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .toList();
    }

    @Test
    void what_is_for_the_leader_goes_right_of_zero_and_what_is_against_left() {
        var figure = ContributionFigure.wide(
                List.of(row("e1", 9, true), row("e2", 3, false), row("e3", -3, false)), new Identity(0), HEAD);

        double zero = figure.marks().stream()
                .filter(mark -> mark instanceof Stroke stroke && stroke.css().equals("zero"))
                .mapToDouble(mark -> ((Stroke) mark).x1())
                .findFirst()
                .orElseThrow();
        var bars = bars(figure);
        assertThat(bars.get(0).x()).isCloseTo(zero, within(1e-6));
        assertThat(bars.get(0).width()).isCloseTo(3 * bars.get(1).width(), within(1e-6));
        assertThat(bars.get(2).x() + bars.get(2).width()).isCloseTo(zero, within(1e-6));
    }

    @Test
    void a_linchpin_is_marked_by_more_than_its_colour() {
        var figure = ContributionFigure.wide(List.of(row("e1", 9, true), row("e2", 3, false)), new Identity(2), HEAD);

        assertThat(bars(figure)).extracting(Box::css).containsExactly("bar leads i3", "bar");
        assertThat(labels(figure))
                .extracting(Label::text)
                .contains("◆ e1", "e2")
                .doesNotContain("◆ e2");
    }

    @Test
    void many_items_in_one_row_do_not_dwarf_the_others() {
        var alone = ContributionFigure.wide(List.of(row("e1", 9, true)), new Identity(0), HEAD);
        var beside = ContributionFigure.wide(List.of(row("e1", 9, true), folded(900)), new Identity(0), HEAD);
        var fits = ContributionFigure.wide(List.of(row("e1", 9, true), folded(5)), new Identity(0), HEAD);

        assertThat(bars(beside))
                .hasSize(1)
                .first()
                .extracting(Box::width)
                .isEqualTo(bars(alone).getFirst().width());
        assertThat(labels(beside)).extracting(Label::text).contains("12 more", "900.0");
        assertThat(bars(fits)).hasSize(2);
    }

    @Test
    void nothing_reaches_beyond_the_picture_whatever_is_written_in_it() {
        var rows = List.of(
                new ContributionRow("k".repeat(64), "w ".repeat(2_000), 123_456, "+123456", true, false, "/e", "title"),
                new ContributionRow("e2", "\u202Eclaim\uFFFF", -98_765, "−98765", false, false, null, "title"));
        for (var figure : List.of(
                ContributionFigure.wide(rows, new Identity(0), HEAD),
                ContributionFigure.narrow(rows, new Identity(0), HEAD))) {
            assertThat(labels(figure)).allSatisfy(label -> {
                double start = switch (label.anchor()) {
                    case "end" -> label.x() - label.width();
                    case "middle" -> label.x() - label.width() / 2;
                    default -> label.x();
                };
                assertThat(start).isGreaterThanOrEqualTo(-1);
                assertThat(start + label.width()).isLessThanOrEqualTo(figure.width() + 1);
                assertThat(label.text()).doesNotContain("\uFFFF");
            });
        }
    }

    @Test
    void where_there_is_no_lead_the_picture_says_so() {
        var figure = ContributionFigure.empty("On the rated evidence a and b are level. ".repeat(8));

        assertThat(labels(figure)).hasSizeGreaterThan(1);
        assertThat(figure.height()).isGreaterThan(30);
    }
}
