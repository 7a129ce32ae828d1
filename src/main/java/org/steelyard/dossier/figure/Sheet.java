package org.steelyard.dossier.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure with all that has to be read with it, for where no page stands around it: words above and below, in its own width.
 *
 * @param picture null where there is nothing to draw
 */
public record Sheet(Figure above, @Nullable Figure picture, Figure below) {
    private static final double MARGIN = 20;
    private static final double GAP = 14;
    private static final double TITLE = 18;
    private static final double LINE = 1.4;
    private static final int TITLE_LINES = 3;
    private static final int MOST_LINES = 16;

    /** What is written above, from marking to answer, and below. */
    public record Words(String marking, String title, String answer, List<String> foot) {}

    /**
     * The sheet.
     *
     * @param width of the words, where there is no picture to have one
     */
    public static Sheet of(@Nullable Figure picture, double width, Words words) {
        double wide = picture == null ? width : picture.width();
        var above = new Column(wide);
        above.write(words.marking(), Panels.TEXT, "head", 1);
        above.write(words.title(), TITLE, "head", TITLE_LINES);
        above.write(words.answer(), Panels.TEXT + 1, "said", MOST_LINES);
        var below = new Column(wide);
        words.foot().forEach(line -> below.write(line, Panels.SMALL, "tick", TITLE_LINES));
        return new Sheet(above.figure(), picture, below.figure());
    }

    public double width() {
        return above.width() + 2 * MARGIN;
    }

    public double height() {
        return belowTop() + below.height() + 2 * MARGIN;
    }

    /** The view box as SVG writes it. */
    public String viewBox() {
        return new Figure(above.width(), height() - 2 * MARGIN, List.of()).viewBoxWithin(MARGIN);
    }

    /** How far down the picture begins, as SVG writes it. */
    public String pictureAt() {
        return moved(above.height() + GAP);
    }

    /** The same of the words below it. */
    public String belowAt() {
        return moved(belowTop());
    }

    private double belowTop() {
        return above.height() + GAP + (picture == null ? 0 : picture.height() + GAP);
    }

    private static String moved(double down) {
        return "translate(0 " + Scale.plain(down) + ")";
    }

    /** Lines of text below each other. */
    private static final class Column {
        private final Panels panels = new Panels();
        private final double width;
        private double bottom;

        Column(double width) {
            this.width = width;
        }

        void write(String text, double size, String css, int most) {
            for (String line : Letters.wrap(text, width, size, most)) {
                panels.text(0, bottom + size, line, "start", size, css);
                bottom += size * LINE;
            }
        }

        Figure figure() {
            return new Figure(width, bottom, panels.marks());
        }
    }
}
