package org.steelyard.dossier.figure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.steelyard.dossier.figure.KnownData.Event;
import org.steelyard.dossier.figure.KnownData.Told;
import org.steelyard.dossier.figure.Mark.Dot;
import org.steelyard.dossier.figure.Mark.Link;
import org.steelyard.dossier.figure.Mark.Path;

/**
 * Effective time across, recorded time up: what was learned at once stands on the line, what was learned late above it, as a
 * lozenge. Marks too close to be told apart are one, and larger.
 */
public final class KnownFigure {

    /** The two sizes in which it is drawn. */
    public enum Layout {
        WIDE(1180, 96, 1164, 400, 8),
        NARROW(344, 62, 336, 270, 4);

        private final double width;
        private final double left;
        private final double right;
        private final double height;
        private final int times;

        Layout(double width, double left, double right, double height, int times) {
            this.width = width;
            this.left = left;
            this.right = right;
            this.height = height;
            this.times = times;
        }
    }

    private static final double TOP = 40;
    private static final double FINE = 5;
    private static final double COARSE = 16;

    /** More events than this are taken together more coarsely. */
    private static final int MANY = 500;

    private static final double MOST_RADIUS = 10;

    private final Layout layout;
    private final KnownData data;
    private final TimeScale across;
    private final TimeScale up;
    private final double bottom;
    private final Panels panels = new Panels();

    private KnownFigure(Layout layout, KnownData data) {
        this.layout = layout;
        this.data = data;
        this.bottom = TOP + layout.height;
        var effective = data.events().stream().map(Event::effectiveAt).sorted().toList();
        var recorded = data.events().stream().map(Event::recordedAt).sorted().toList();
        this.across = TimeScale.over(effective.getFirst(), effective.getLast(), layout.left + 12, layout.right - 12);
        this.up = TimeScale.over(recorded.getFirst(), recorded.getLast(), bottom - 12, TOP + 12);
    }

    /**
     * Draws one event or more.
     *
     * @param telling what a mark says that stands for these events, by their numbers from 0, the one learned latest first
     */
    public static Figure of(Layout layout, KnownData data, Function<List<Integer>, Told> telling) {
        return new KnownFigure(layout, data).draw(telling);
    }

    private Figure draw(Function<List<Integer>, Told> telling) {
        times();
        line();
        view();
        groups().forEach(group -> mark(group, telling.apply(group)));
        panels.text(layout.left, 14, "↑ " + data.up(), "start", Panels.SMALL, "tick");
        panels.text(layout.right, bottom + 36, data.across() + " →", "end", Panels.SMALL, "tick");
        String above = Letters.cut(data.above(), layout.right - layout.left - 16, Panels.SMALL);
        panels.text(layout.left + 8, TOP + 16, above, "start", Panels.SMALL, "");
        return new Figure(layout.width, bottom + 44, panels.marks());
    }

    private void times() {
        double lastEnd = Double.NEGATIVE_INFINITY;
        for (TimeScale.Tick time : across.ticks(layout.times)) {
            panels.line(time.at(), TOP, time.at(), bottom, "grid");
            double half = Letters.width(time.label(), Panels.SMALL) / 2;
            double x = Math.clamp(time.at(), layout.left + half, layout.width - half);
            if (x - half > lastEnd + 8) {
                panels.text(x, bottom + 18, time.label(), "middle", Panels.SMALL, "tick");
                lastEnd = x + half;
            }
        }
        for (TimeScale.Tick time : up.ticks(6)) {
            panels.line(layout.left, time.at(), layout.right, time.at(), "grid");
            String label = Letters.cut(time.label(), layout.left - 8, Panels.SMALL);
            panels.text(layout.left - 6, time.at() + 4, label, "end", Panels.SMALL, "tick");
        }
    }

    /** Where both times are one. */
    private void line() {
        Instant from = across.from().isAfter(up.from()) ? across.from() : up.from();
        Instant to = across.to().isBefore(up.to()) ? across.to() : up.to();
        if (from.isBefore(to)) {
            panels.line(across.at(from), up.at(from), across.at(to), up.at(to), "zero");
        }
    }

    private void view() {
        var view = data.view();
        if (view != null) {
            String way = "M" + Scale.plain(layout.left) + " " + Scale.plain(up.at(view.recordedAt()) - 8) + " H"
                    + Scale.plain(across.at(view.effectiveAt()) + 8) + " V" + Scale.plain(bottom) + " H"
                    + Scale.plain(layout.left) + " Z";
            panels.add(new Path(way, "view", "3 3", null));
        }
    }

    private record Cell(long column, long row, boolean late) {}

    /** Events that share a mark, by their numbers; the one that was recorded last first. */
    private List<List<Integer>> groups() {
        double size = data.events().size() > MANY ? COARSE : FINE;
        Map<Cell, List<Integer>> cells = new LinkedHashMap<>();
        for (int i = 0; i < data.events().size(); i++) {
            Event event = data.events().get(i);
            long column = (long) (across.at(event.effectiveAt()) / size);
            long row = (long) (up.at(event.recordedAt()) / size);
            cells.computeIfAbsent(new Cell(column, row, event.late()), _ -> new ArrayList<>())
                    .addFirst(i);
        }
        return List.copyOf(cells.values());
    }

    private void mark(List<Integer> group, Told told) {
        Event event = data.events().get(group.getFirst());
        double x = across.at(event.effectiveAt());
        double y = up.at(event.recordedAt());
        double radius = Math.min(MOST_RADIUS, 4 + Math.log(group.size()));
        Mark mark = event.late() ? lozenge(x, y, radius + 1.5) : new Dot(x, y, radius, "dot", null);
        panels.add(new Link(told.href(), told.title(), false, List.of(mark)));
    }

    private static Mark lozenge(double x, double y, double radius) {
        String r = Scale.plain(radius);
        String way = "M" + Scale.plain(x) + " " + Scale.plain(y - radius) + " l" + r + " " + r + " -" + r + " " + r
                + " -" + r + " -" + r + " z";
        return new Path(way, "late", null, null);
    }
}
