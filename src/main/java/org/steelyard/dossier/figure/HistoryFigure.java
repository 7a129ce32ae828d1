package org.steelyard.dossier.figure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.steelyard.dossier.figure.HistoryData.Line;
import org.steelyard.dossier.figure.HistoryData.Tick;
import org.steelyard.dossier.figure.Mark.Box;
import org.steelyard.dossier.figure.Mark.Label;
import org.steelyard.dossier.figure.Mark.Link;
import org.steelyard.dossier.figure.Mark.Path;
import org.steelyard.dossier.figure.Mark.Stroke;

/** A reading over time: a line of steps for each interpretation, and the events as ticks below, each of which leads there. */
public final class HistoryFigure {

    /** The two sizes in which it is drawn. */
    public enum Layout {
        WIDE(1180, 46, 944, 190, 4, 12),
        NARROW(344, 40, 232, 180, 7, 4);

        private final double width;
        private final double left;
        private final double right;
        private final double height;
        private final double tickWidth;
        private final int times;

        Layout(double width, double left, double right, double height, double tickWidth, int times) {
            this.width = width;
            this.left = left;
            this.right = right;
            this.height = height;
            this.tickWidth = tickWidth;
            this.times = times;
        }

        /** Which events share a tick; their times do not decrease. */
        public List<Bin> bins(Instant from, Instant to, List<Instant> events) {
            return Bin.along(across(from, to), tickWidth, events);
        }

        private TimeScale across(Instant from, Instant to) {
            return TimeScale.over(from, to, left, right);
        }
    }

    private static final double TOP = 26;
    private static final double TICK_GAP = 10;
    private static final double TICK = 14;

    private final Layout layout;
    private final HistoryData data;
    private final TimeScale across;
    private final Scale up;
    private final double bottom;
    private final Panels panels = new Panels();

    private HistoryFigure(Layout layout, HistoryData data) {
        this.layout = layout;
        this.data = data;
        this.across = layout.across(data.from(), data.to());
        this.bottom = TOP + layout.height;
        var values = data.lines().stream()
                .flatMap(line -> line.stands().stream())
                .map(HistoryData.Stand::value)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        boolean none = values.getCount() == 0;
        this.up = data.measure().scale(none ? 0 : values.getMin(), none ? 0 : values.getMax(), 5, bottom, TOP);
    }

    public static Figure of(Layout layout, HistoryData data, List<Tick> ticks) {
        return new HistoryFigure(layout, data).draw(ticks);
    }

    private Figure draw(List<Tick> ticks) {
        values();
        times();
        for (Line line : data.lines()) {
            String way = StepLine.of(line.stands(), across, up);
            var identity = line.identity();
            panels.add(new Path(way, "course " + identity.css(), identity.dash(), line.key()));
        }
        names();
        present();
        for (int i = 0; i < ticks.size(); i++) {
            double end = i + 1 < ticks.size() ? ticks.get(i + 1).bin().at() : layout.right + 4;
            tick(ticks.get(i), end);
        }
        return new Figure(layout.width, bottom + TICK_GAP + TICK + 24, panels.marks());
    }

    private void values() {
        for (double value : up.ticks()) {
            double y = up.at(value);
            panels.line(layout.left, y, layout.right, y, value == 0 ? "zero" : "grid");
            panels.text(layout.left - 6, y + 4, data.measure().label(up, value), "end", Panels.SMALL, "tick");
        }
    }

    private void times() {
        double lastEnd = Double.NEGATIVE_INFINITY;
        for (TimeScale.Tick time : across.ticks(layout.times)) {
            double half = Letters.width(time.label(), Panels.SMALL) / 2;
            double x = Math.clamp(time.at(), half, layout.width - half);
            if (x - half > lastEnd + 8) {
                panels.line(time.at(), bottom, time.at(), bottom + 4, "grid");
                panels.text(x, bottom + TICK_GAP + TICK + 16, time.label(), "middle", Panels.SMALL, "tick");
                lastEnd = x + half;
            }
        }
    }

    /** Names and values at the right end, moved apart where they would touch. */
    private void names() {
        double gap = layout == Layout.WIDE ? 17 : 32;
        var named = new ArrayList<Line>();
        var heights = new ArrayList<Double>();
        data.lines().stream()
                .filter(line -> end(line) != null)
                .sorted(Comparator.comparingDouble(line -> -Objects.requireNonNull(end(line))))
                .forEach(line -> {
                    double wanted = up.at(Objects.requireNonNull(end(line)));
                    named.add(line);
                    heights.add(heights.isEmpty() ? wanted : Math.max(wanted, heights.getLast() + gap));
                });
        double room = bottom + TICK;
        for (int i = heights.size() - 1; i >= 0; i--) {
            heights.set(i, Math.min(heights.get(i), room));
            room = heights.get(i) - gap;
        }
        for (int i = 0; i < named.size(); i++) {
            name(named.get(i), heights.get(i));
        }
    }

    private static @Nullable Double end(Line line) {
        return line.stands().isEmpty() ? null : line.stands().getLast().value();
    }

    private void name(Line line, double y) {
        double x = layout.right + 8;
        String css = "name " + line.identity().css();
        double room = layout.width - x;
        if (layout == Layout.WIDE) {
            double value = Letters.width(" " + line.value(), Panels.TEXT);
            String name = Letters.cut(Letters.harmless(line.key()), room - value, Panels.TEXT);
            panels.text(x, y + 4.5, name + " " + line.value(), "start", Panels.TEXT, css);
            return;
        }
        String name = Letters.cut(Letters.harmless(line.key()), room, Panels.SMALL);
        panels.text(x, y, name, "start", Panels.SMALL, css);
        panels.text(x, y + 14, line.value(), "start", Panels.SMALL, css);
    }

    private void present() {
        var present = data.present();
        if (present == null) {
            return;
        }
        double x = across.at(present.at());
        panels.add(new Stroke(x, 14, x, bottom + TICK_GAP + TICK, "present", null, present.text()));
        boolean right = x < (layout.left + layout.right) / 2;
        double room = right ? layout.width - x - 6 : x - 6;
        String text = Letters.cut(Letters.harmless(present.text()), room, Panels.SMALL);
        panels.add(new Label(right ? x + 6 : x - 6, 18, text, right ? "start" : "end", Panels.SMALL, "", null));
    }

    /** The tick, the height of the chart above it up to the next one, and on a change of leader a wedge. */
    private void tick(Tick tick, double end) {
        double x = tick.bin().at();
        double top = bottom + TICK_GAP;
        var marks = new ArrayList<Mark>();
        marks.add(new Box(x, TOP, Math.max(2, end - x), top + TICK - TOP, "hit", null));
        marks.add(new Stroke(x, top, x, top + TICK, tick.turn() ? "event turn" : "event", null, null));
        if (tick.turn()) {
            String way = "M" + Scale.plain(x - 5) + " " + Scale.plain(top + 1) + " h10 l-5 8 z";
            marks.add(new Path(way, "turn", null, null));
        }
        panels.add(new Link(tick.href(), tick.title(), tick.turn(), marks));
    }
}
