package org.steelyard.dossier.figure;

import java.util.List;

/** The three readings one below the other, for narrow screens: name and number above each bar. */
public final class NarrowReadings {
    private static final double WIDTH = 344;
    private static final double LEFT = 16;
    private static final double RIGHT = 324;
    private static final double HEAD = 44;
    private static final double ROW = 44;
    private static final double FOOT = 44;

    private final Panels panels = new Panels();
    private final List<ReadingsRow> rows;
    private final Bounds bounds;
    private double top;

    private NarrowReadings(List<ReadingsRow> rows, Bounds bounds) {
        this.rows = rows;
        this.bounds = bounds;
    }

    /** The figure of these rows, in their order. */
    public static Figure of(List<ReadingsRow> rows, Heads heads) {
        return of(rows, heads, Bounds.of(rows));
    }

    /** The same with scales that hold these bounds. */
    public static Figure of(List<ReadingsRow> rows, Heads heads, Bounds bounds) {
        return new NarrowReadings(rows, bounds).draw(heads);
    }

    private Figure draw(Heads heads) {
        points(heads.inconsistency());
        decibans(heads.weightOfEvidence());
        judged(heads);
        return new Figure(WIDTH, top - 20, panels.marks());
    }

    private void points(Heads.Head head) {
        var scale = Panels.points(bounds, LEFT, RIGHT);
        begin(head);
        panels.axis(scale, top, bottom(), false);
        for (var row : rows) {
            var reading = row.points();
            name(row, joined(reading.text(), reading.words()), reading.leads());
            panels.bar(
                    scale,
                    reading.value(),
                    top + 31,
                    row.identity(),
                    reading.leads(),
                    row.key() + ": " + reading.text());
            panels.wasOnBar(scale, row.earlier().inconsistency(), top + 31);
            top += ROW;
        }
        top += FOOT;
    }

    private void decibans(Heads.Head head) {
        var scale = Panels.decibans(bounds, LEFT, RIGHT);
        begin(head);
        panels.axis(scale, top, bottom(), true);
        for (var row : rows) {
            var reading = row.decibans();
            name(row, joined(reading.text(), reading.words()), reading.leads());
            panels.bar(
                    scale,
                    reading.value(),
                    top + 31,
                    row.identity(),
                    reading.leads(),
                    row.key() + ": " + reading.text());
            panels.wasOnBar(scale, row.earlier().weightOfEvidence(), top + 31);
            top += ROW;
        }
        top += FOOT;
    }

    private void judged(Heads heads) {
        var scale = Panels.probability(LEFT, RIGHT);
        begin(heads.judged());
        panels.bands(scale, top, bottom(), heads.bands());
        for (var row : rows) {
            name(row, row.judged().text(), row.judged().leads());
            panels.probabilities(scale, row, top + 31);
            panels.was(scale, row.earlier().judged(), top + 31);
            top += ROW;
        }
        top += FOOT;
    }

    private void begin(Heads.Head head) {
        panels.head(head, 0, top + 16);
        top += HEAD;
    }

    private double bottom() {
        return top + rows.size() * ROW;
    }

    private void name(ReadingsRow row, String value, boolean leads) {
        double room = WIDTH - Letters.width(value, Panels.TEXT) - 10;
        panels.name(row, top + 16, room);
        panels.text(WIDTH, top + 16, value, "end", Panels.TEXT, leads ? "value leads-text" : "value");
    }

    private static String joined(String number, String words) {
        return words.isEmpty() ? number : number + " " + words;
    }
}
