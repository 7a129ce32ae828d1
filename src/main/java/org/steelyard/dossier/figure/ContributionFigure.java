package org.steelyard.dossier.figure;

import java.util.List;
import org.steelyard.dossier.figure.Mark.Label;
import org.steelyard.site.Identity;

/** What gives a lead and what takes from it: a bar for each item from zero, to the right for the leader. */
public final class ContributionFigure {
    private static final double HEAD = 40;
    private static final double FOOT = 28;
    private static final double GAP = 7;
    private static final double TICK = 11;

    /** How much wider bold letters are. */
    private static final double BOLD = 1.1;

    /** Room left of the bars for the number at the end of the longest one against the leader. */
    private static final double NUMBER = 56;

    /** What a linchpin has before its name, so that its colour is not all that tells it. */
    private static final String MARK = "◆ ";

    private final Panels panels = new Panels();
    private final List<ContributionRow> rows;
    private final Identity leader;
    private final Layout layout;
    private final Scale scale;

    /** Where things stand: names and claims, then the bars; or on narrow screens both above their bar. */
    private record Layout(double width, double row, double names, double left, double right) {
        boolean isNarrow() {
            return names == 0;
        }

        /** As wide as the names are, if they are not very wide. */
        Layout fitting(List<ContributionRow> rows) {
            double widest = rows.stream()
                    .mapToDouble(row -> Letters.width(MARK + row.name(), Panels.TEXT))
                    .max()
                    .orElse(0);
            return isNarrow() ? this : new Layout(width, row, Math.min(widest + 2 * GAP, names), left, right);
        }

        /** Where a bar stands in its row. */
        double middle() {
            return isNarrow() ? 30 : row / 2;
        }
    }

    private static final Layout WIDE = new Layout(1180, 25, 190, 640, 1110);
    private static final Layout NARROW = new Layout(344, 44, 0, 60, 284);

    private ContributionFigure(List<ContributionRow> rows, Identity leader, Layout layout) {
        this.rows = rows;
        this.leader = leader;
        this.layout = layout.fitting(rows);
        double least = 0;
        double most = 0;
        for (var row : rows) {
            least = row.folded() ? least : Math.min(least, row.value());
            most = row.folded() ? most : Math.max(most, row.value());
        }
        this.scale = Scale.covering(least, most, 5, layout.left(), layout.right());
    }

    /** Names, claims and bars beside each other. */
    public static Figure wide(List<ContributionRow> rows, Identity leader, Heads.Head head) {
        return new ContributionFigure(rows, leader, WIDE).draw(head);
    }

    /** Names and claims above their bars. */
    public static Figure narrow(List<ContributionRow> rows, Identity leader, Heads.Head head) {
        return new ContributionFigure(rows, leader, NARROW).draw(head);
    }

    /** Where there is no lead: what is said instead. */
    public static Figure empty(String sentence) {
        var panels = new Panels();
        double y = 14;
        for (String line : Letters.wrap(sentence, WIDE.width(), Panels.TEXT, 4)) {
            panels.text(0, y, line, "start", Panels.TEXT, "head");
            y += 18;
        }
        return new Figure(WIDE.width(), y, panels.marks());
    }

    private Figure draw(Heads.Head head) {
        double bottom = HEAD + rows.size() * layout.row();
        panels.head(head, layout.isNarrow() ? 0 : layout.left(), 14);
        panels.axis(scale, layout.isNarrow() ? bottom - TICK : HEAD, bottom, true);
        double top = HEAD;
        for (var row : rows) {
            if (layout.isNarrow()) {
                ticks(top + layout.middle());
            }
            row(row, top);
            top += layout.row();
        }
        return new Figure(layout.width(), bottom + FOOT, panels.marks());
    }

    /** Grid and zero beside one bar alone, so that they do not strike out the text above it. */
    private void ticks(double middle) {
        for (double tick : scale.ticks()) {
            double x = scale.at(tick);
            panels.line(x, middle - TICK, x, middle + TICK, tick == 0 ? "zero" : "grid");
        }
    }

    private void row(ContributionRow row, double top) {
        double middle = top + layout.middle();
        double baseline = layout.isNarrow() ? top + 17 : middle + 4.5;
        name(row, baseline);
        boolean fits = row.value() >= scale.from() && row.value() <= scale.to();
        if (fits) {
            panels.bar(scale, row.value(), middle, leader, row.linchpin(), row.title());
        }
        boolean against = row.value() < 0;
        panels.text(
                scale.at(fits ? row.value() : 0) + (against ? -GAP : GAP),
                middle + 4.5,
                row.text(),
                against ? "end" : "start",
                Panels.TEXT,
                row.linchpin() ? "value leads-text" : "value");
    }

    private void name(ContributionRow row, double baseline) {
        String mark = row.linchpin() ? MARK : "";
        double room = layout.isNarrow() ? layout.width() * 0.45 : layout.names() - GAP;
        String name = Letters.cut(mark + Letters.harmless(row.name()), room, Panels.TEXT);
        panels.add(new Label(0, baseline, name, "start", Panels.TEXT, "item", row.href()));
        double start = layout.isNarrow() ? Letters.width(name, Panels.TEXT) * BOLD + GAP : layout.names();
        double end = layout.isNarrow() ? layout.width() : layout.left() - NUMBER;
        String about = Letters.cut(oneLine(row.about()), end - start, Panels.SMALL);
        panels.text(start, baseline, about, "start", Panels.SMALL, "tick");
    }

    private static String oneLine(String text) {
        return Letters.harmless(text).replaceAll("\\s+", " ");
    }
}
