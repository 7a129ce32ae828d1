package org.steelyard.dossier.figure;

import java.util.List;
import org.steelyard.dossier.figure.Mark.Box;
import org.steelyard.dossier.figure.Mark.Label;

/** From a value to a later one, step by step: each bar begins where the one before it ended. */
public final class WaterfallFigure {
    private static final double HEAD = 40;
    private static final double FOOT = 28;
    private static final double GAP = 6;
    private static final double BAR = 14;
    private static final double THIN = 2;
    private static final double STUB = 9;

    private final Panels panels = new Panels();
    private final List<WaterfallRow> rows;
    private final Layout layout;
    private final Scale scale;

    /** Names beside the bars, or above them where {@code names} is 0. */
    private record Layout(double width, double row, double names, double left, double right) {
        boolean isNarrow() {
            return names == 0;
        }

        double middle() {
            return isNarrow() ? 44 : row / 2;
        }
    }

    /** By how much a head that fills a line is longer for being bold. */
    private static final double BOLD = 30;

    private static final Layout WIDE = new Layout(620, 37, 232, 248, 540);
    private static final Layout NARROW = new Layout(344, 60, 0, 18, 270);

    private WaterfallFigure(List<WaterfallRow> rows, Layout layout) {
        this.rows = rows;
        this.layout = layout;
        double least = rows.stream()
                .mapToDouble(row -> Math.min(row.from(), row.to()))
                .min()
                .orElse(0);
        double most = rows.stream()
                .mapToDouble(row -> Math.max(row.from(), row.to()))
                .max()
                .orElse(0);
        this.scale = Scale.covering(least, most, 5, layout.left(), layout.right());
    }

    /** Names beside their bars. */
    public static Figure wide(List<WaterfallRow> rows, Heads.Head head) {
        return new WaterfallFigure(rows, WIDE).draw(head);
    }

    /** Names above their bars. */
    public static Figure narrow(List<WaterfallRow> rows, Heads.Head head) {
        return new WaterfallFigure(rows, NARROW).draw(head);
    }

    private Figure draw(Heads.Head head) {
        double bottom = HEAD + rows.size() * layout.row();
        double left = layout.isNarrow() ? 0 : layout.left();
        String name = Letters.cut(head.name(), layout.width() - left - BOLD, Panels.TEXT);
        panels.head(new Heads.Head(name, head.axis()), left, 14);
        if (layout.isNarrow()) {
            panels.axis(scale, bottom - 2, bottom, true);
        } else {
            panels.axis(scale, HEAD, bottom, true);
        }
        for (int at = 0; at < rows.size(); at++) {
            row(rows.get(at), HEAD + at * layout.row(), at + 1 < rows.size());
        }
        return new Figure(layout.width(), bottom + FOOT, panels.marks());
    }

    private void row(WaterfallRow row, double top, boolean goesOn) {
        double middle = top + layout.middle();
        name(row, top);
        if (layout.isNarrow()) {
            panels.line(scale.at(0), middle - BAR / 2 - 3, scale.at(0), middle + BAR / 2 + 3, "zero");
        }
        double from = scale.at(row.from());
        double to = scale.at(row.to());
        double left = Math.min(from, to);
        double width = Math.max(Math.abs(to - from), THIN);
        panels.add(new Box(left, middle - BAR / 2, width, BAR, row.css(), Letters.harmless(row.title())));
        if (goesOn) {
            link(to, middle + BAR / 2, middle + layout.row() - BAR / 2);
        }
        number(row, left, left + width, middle);
    }

    /** To the next bar; on narrow screens only out of one and into the other, since a name stands between. */
    private void link(double x, double top, double bottom) {
        if (layout.isNarrow()) {
            panels.line(x, top, x, top + STUB, "link");
            panels.line(x, bottom - STUB, x, bottom, "link");
        } else {
            panels.line(x, top, x, bottom, "link");
        }
    }

    private void number(WaterfallRow row, double left, double right, double middle) {
        double room = layout.width() - right - GAP;
        boolean after = Letters.width(row.text(), Panels.TEXT) <= room;
        panels.text(
                after ? right + GAP : left - GAP,
                middle + 4.5,
                row.text(),
                after ? "start" : "end",
                Panels.TEXT,
                row.kind() == WaterfallRow.Kind.END ? "value leads-text" : "value");
    }

    private void name(WaterfallRow row, double top) {
        double room = layout.isNarrow() ? layout.width() : layout.names();
        double baseline = layout.isNarrow() || !row.about().isEmpty() ? top + 15 : top + layout.middle() + 4.5;
        String name = Letters.cut(oneLine(row.name()), room, Panels.TEXT);
        panels.add(new Label(0, baseline, name, "start", Panels.TEXT, "item", row.href()));
        double start = layout.isNarrow() ? Letters.width(name, Panels.TEXT) + 2 * GAP : 0;
        String about = Letters.cut(oneLine(row.about()), room - start, Panels.SMALL);
        panels.text(start, layout.isNarrow() ? baseline : baseline + 14, about, "start", Panels.SMALL, "tick");
    }

    private static String oneLine(String text) {
        return Letters.harmless(text).replaceAll("\\s+", " ");
    }
}
