package org.steelyard.dossier.figure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steelyard.dossier.figure.Mark.Box;
import org.steelyard.dossier.figure.Mark.Dot;
import org.steelyard.dossier.figure.Mark.Label;
import org.steelyard.dossier.figure.Mark.Stroke;
import org.steelyard.dossier.figure.ReadingsRow.Was;
import org.steelyard.site.Identity;

/** What the panels of the three readings have in common, however they are laid out. */
final class Panels {
    static final double TEXT = 13;
    static final double SMALL = 11.5;

    private static final double BAR = 13;
    private static final double THIN = 2;
    private static final double DOT = 5.5;
    private static final double WAS = 11;
    private static final double GAP = 6;

    /** The bounds of the ICD 203 bands. */
    private static final double[] BANDS = {0, 0.05, 0.20, 0.45, 0.55, 0.80, 0.95, 1};

    private final List<Mark> marks = new ArrayList<>();

    List<Mark> marks() {
        return marks;
    }

    void add(Mark mark) {
        marks.add(mark);
    }

    void text(double x, double y, String text, String anchor, double size, String css) {
        if (!text.isEmpty()) {
            add(new Label(x, y, text, anchor, size, css, null));
        }
    }

    void line(double x1, double y1, double x2, double y2, String css) {
        add(new Stroke(x1, y1, x2, y2, css, null, null));
    }

    void head(Heads.Head head, double x, double y) {
        text(x, y, head.name(), "start", TEXT, "head");
        text(x, y + 15, head.axis(), "start", SMALL, "tick");
    }

    /** Grid, zero and the numbers below a scale that stands between two heights. */
    void axis(Scale scale, double top, double bottom, boolean signed) {
        double lastEnd = Double.NEGATIVE_INFINITY;
        for (double tick : scale.ticks()) {
            double x = scale.at(tick);
            line(x, top, x, bottom, tick == 0 ? "zero" : "grid");
            String text = scale.label(tick, signed);
            double half = Letters.width(text, SMALL) / 2;
            if (x - half > lastEnd + GAP) {
                text(x, bottom + 16, text, "middle", SMALL, "tick");
                lastEnd = x + half;
            }
        }
    }

    /** The bands of likelihood behind the probabilities, every other one shaded, and the scale below. */
    void bands(Scale scale, double top, double bottom, List<String> names) {
        for (int band = 0; band < names.size(); band++) {
            double left = scale.at(BANDS[band]);
            String css = band % 2 == 1 ? "zone" : "zone between";
            add(new Box(left, top, scale.at(BANDS[band + 1]) - left, bottom - top, css, names.get(band)));
        }
        line(scale.at(0), top, scale.at(0), bottom, "zero");
        line(scale.at(1), top, scale.at(1), bottom, "grid");
        percents(scale, bottom + 16);
    }

    /** The bounds that are named; the two about even share a label where they stand too close for one each. */
    private void percents(Scale scale, double y) {
        text(scale.at(0), y, "0 %", "middle", SMALL, "tick");
        text(scale.at(0.20), y, "20", "middle", SMALL, "tick");
        if (scale.at(0.55) - scale.at(0.45) < Letters.width("45", SMALL) + GAP) {
            text(scale.at(0.50), y, "45–55", "middle", SMALL, "tick");
        } else {
            text(scale.at(0.45), y, "45", "middle", SMALL, "tick");
            text(scale.at(0.55), y, "55", "middle", SMALL, "tick");
        }
        text(scale.at(0.80), y, "80", "middle", SMALL, "tick");
        text(scale.at(1), y, "100 %", "middle", SMALL, "tick");
    }

    /** A bar from zero to a value, in the interpretation's colour where it leads; never so short that it cannot be seen; none for no value. */
    void bar(Scale scale, double value, double middle, Identity identity, boolean leads, String title) {
        if (Double.isNaN(value)) {
            return;
        }
        double zero = scale.at(0);
        double end = scale.at(value);
        double width = Math.max(Math.abs(end - zero), THIN);
        double left = end < zero ? zero - width : zero;
        String css = leads ? "bar leads " + identity.css() : "bar";
        add(new Box(left, middle - BAR / 2, width, BAR, css, title));
    }

    /** The pool as a dot, each analyst as a tick, and a line over their range. */
    void probabilities(Scale scale, ReadingsRow row, double middle) {
        var judged = row.judged();
        var values = judged.analysts().stream()
                .mapToDouble(ReadingsRow.Analyst::value)
                .summaryStatistics();
        if (values.getCount() > 1) {
            line(scale.at(values.getMin()), middle, scale.at(values.getMax()), middle, "whisker");
        }
        for (var analyst : judged.analysts()) {
            double x = scale.at(analyst.value());
            add(new Stroke(x, middle - 8, x, middle + 8, "tickmark", null, row.key() + ", " + analyst.text()));
        }
        if (judged.value() != null) {
            String css = judged.leads() ? "dot leads " + row.identity().css() : "dot";
            add(new Dot(scale.at(judged.value()), middle, DOT, css, row.key() + ": " + judged.text()));
        }
    }

    /** The same over a bar, which it cuts, so that it can be seen on any colour. */
    void wasOnBar(Scale scale, @Nullable Was was, double middle) {
        if (was != null) {
            double x = scale.at(was.value());
            add(new Stroke(x, middle - BAR / 2, x, middle + BAR / 2, "cut", null, null));
        }
        was(scale, was, middle);
    }

    /** A dotted mark where a reading stood at another point. */
    void was(Scale scale, @Nullable Was was, double middle) {
        if (was != null) {
            double x = scale.at(was.value());
            add(new Stroke(x, middle - WAS, x, middle + WAS, "earlier", "2 2.5", was.text()));
        }
    }

    /** The interpretation's name, with a piece of its line before it. */
    void name(ReadingsRow row, double y, double width) {
        var identity = row.identity();
        add(new Stroke(0, y - 4, 20, y - 4, "own-line " + identity.css(), identity.dash(), null));
        String text = Letters.cut(Letters.harmless(row.key()), width - 27, TEXT);
        add(new Label(27, y, text, "start", TEXT, "name " + identity.css(), row.href()));
    }

    static Scale points(Bounds bounds, double left, double right) {
        return Scale.covering(0, bounds.points(), 5, left, right);
    }

    static Scale decibans(Bounds bounds, double left, double right) {
        return Scale.covering(bounds.leastDecibans(), bounds.mostDecibans(), 5, left, right);
    }

    static Scale probability(double left, double right) {
        return new Scale(0, 1, 1, left, right);
    }
}
