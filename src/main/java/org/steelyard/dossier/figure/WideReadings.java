package org.steelyard.dossier.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steelyard.dossier.figure.ReadingsRow.Was;

/** The three readings side by side: one row for each interpretation, three panels with scales of their own. */
public final class WideReadings {
    private static final double WIDTH = 1180;
    private static final double TOP = 48;
    private static final double ROW = 60;
    private static final double FOOT = 24;
    private static final double GAP = 7;

    private static final double NAMES = 214;
    private static final double POINTS_LEFT = 232;
    private static final double POINTS_RIGHT = 404;
    private static final double POINTS_END = 500;
    private static final double DECIBANS_HEAD = 516;
    private static final double DECIBANS_LEFT = 570;
    private static final double DECIBANS_RIGHT = 706;
    private static final double DECIBANS_END = 804;
    private static final double JUDGED_LEFT = 822;
    private static final double JUDGED_RIGHT = 984;
    private static final double JUDGED_TEXT = 998;

    private final Panels panels = new Panels();
    private final List<ReadingsRow> rows;
    private final Scale points;
    private final Scale decibans;
    private final Scale judged = Panels.probability(JUDGED_LEFT, JUDGED_RIGHT);

    private WideReadings(List<ReadingsRow> rows, Bounds bounds) {
        this.rows = rows;
        this.points = Panels.points(bounds, POINTS_LEFT, POINTS_RIGHT);
        this.decibans = Panels.decibans(bounds, DECIBANS_LEFT, DECIBANS_RIGHT);
    }

    /** The figure of these rows, in their order. */
    public static Figure of(List<ReadingsRow> rows, Heads heads) {
        return of(rows, heads, Bounds.of(rows));
    }

    /** The same with scales that hold these bounds. */
    public static Figure of(List<ReadingsRow> rows, Heads heads, Bounds bounds) {
        return new WideReadings(rows, bounds).draw(heads);
    }

    private Figure draw(Heads heads) {
        double bottom = TOP + rows.size() * ROW;
        panels.head(heads.inconsistency(), POINTS_LEFT, 16);
        panels.head(heads.weightOfEvidence(), DECIBANS_HEAD, 16);
        panels.head(heads.judged(), JUDGED_LEFT, 16);
        panels.bands(judged, TOP, bottom, heads.bands());
        for (int row = 0; row <= rows.size(); row++) {
            panels.line(0, TOP + row * ROW, WIDTH, TOP + row * ROW, "grid");
        }
        panels.axis(points, TOP, bottom, false);
        panels.axis(decibans, TOP, bottom, true);
        for (int row = 0; row < rows.size(); row++) {
            row(rows.get(row), TOP + row * ROW);
        }
        return new Figure(WIDTH, bottom + FOOT, panels.marks());
    }

    private void row(ReadingsRow row, double top) {
        double middle = top + ROW / 2;
        panels.name(row, top + 18, NAMES);
        double y = top + 34;
        for (String line : Letters.wrap(row.statement(), NAMES, Panels.SMALL, 2)) {
            panels.text(0, y, line, "start", Panels.SMALL, "tick");
            y += 14;
        }
        points(row, middle);
        decibans(row, middle);
        panels.probabilities(judged, row, middle);
        panels.was(judged, row.earlier().judged(), middle);
        panels.text(
                JUDGED_TEXT,
                middle + 4.5,
                row.judged().text(),
                "start",
                Panels.TEXT,
                text(row.judged().leads()));
    }

    private void points(ReadingsRow row, double middle) {
        var reading = row.points();
        panels.bar(points, reading.value(), middle, row.identity(), reading.leads(), row.key() + ": " + reading.text());
        var was = row.earlier().inconsistency();
        panels.wasOnBar(points, was, middle);
        double x = right(points, points.at(reading.value()), was, reading.text());
        value(x, middle, reading.text(), reading.words(), reading.leads(), POINTS_END, POINTS_LEFT + GAP);
    }

    private void decibans(ReadingsRow row, double middle) {
        var reading = row.decibans();
        panels.bar(
                decibans, reading.value(), middle, row.identity(), reading.leads(), row.key() + ": " + reading.text());
        var was = row.earlier().weightOfEvidence();
        panels.wasOnBar(decibans, was, middle);
        double end = decibans.at(reading.value());
        if (reading.value() < 0) {
            double x = left(decibans, end, was, reading.text());
            panels.text(x, middle + 4.5, reading.text(), "end", Panels.TEXT, text(reading.leads()));
            double after = decibans.at(0) + GAP;
            panels.text(after, middle + 4.5, reading.words(), "start", Panels.TEXT, text(reading.leads()));
        } else {
            double below = decibans.at(0) + GAP;
            value(
                    right(decibans, end, was, reading.text()),
                    middle,
                    reading.text(),
                    reading.words(),
                    reading.leads(),
                    DECIBANS_END,
                    below);
        }
    }

    /** Where the number right of a bar begins: behind the mark of another point, where that would cross it. */
    private static double right(Scale scale, double end, @Nullable Was was, String number) {
        double mark = was == null ? end : scale.at(was.value());
        boolean crosses = mark > end && mark < end + 2 * GAP + Letters.width(number, Panels.TEXT);
        return (crosses ? mark : end) + GAP;
    }

    /** The same to the left: where the number ends. */
    private static double left(Scale scale, double end, @Nullable Was was, String number) {
        double mark = was == null ? end : scale.at(was.value());
        boolean crosses = mark < end && mark > end - 2 * GAP - Letters.width(number, Panels.TEXT);
        return (crosses ? mark : end) - GAP;
    }

    /** The number at the bar's end, and the words after it; where there is no room for them they go below the bar. */
    private void value(double x, double middle, String number, String words, boolean leads, double end, double below) {
        String both = words.isEmpty() ? number : number + " " + words;
        if (x + Letters.width(both, Panels.TEXT) <= end) {
            panels.text(x, middle + 4.5, both, "start", Panels.TEXT, text(leads));
            return;
        }
        panels.text(x, middle + 4.5, number, "start", Panels.TEXT, text(leads));
        panels.text(below, middle + 21, words, "start", Panels.SMALL, text(leads));
    }

    private static String text(boolean leads) {
        return leads ? "value leads-text" : "value";
    }
}
