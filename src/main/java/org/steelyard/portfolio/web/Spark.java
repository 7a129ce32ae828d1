package org.steelyard.portfolio.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A small line of steps: what a value was over a year, with zero or the middle drawn.
 *
 * @param way the line as SVG writes a path; empty where there is no value
 * @param base the height of the line that the values are seen against, in the figure's own units
 */
record Spark(String way, double base) {
    static final double WIDTH = 110;
    static final double HEIGHT = 22;
    private static final double MARGIN = 2;

    /** A value from an instant on; null where there is none. */
    record Stand(Instant at, @Nullable Double value) {}

    /** The line from one instant to another, of values that may lie from {@code least} to {@code most}. */
    static Spark of(List<Stand> stands, Instant from, Instant to, double least, double most, double middle) {
        double span = Math.max(1e-9, most - least);
        double seconds = Math.max(1, to.getEpochSecond() - from.getEpochSecond());
        var way = new StringBuilder();
        Double height = null;
        for (Stand stand : stands) {
            double x = Math.clamp(WIDTH * (stand.at().getEpochSecond() - from.getEpochSecond()) / seconds, 0, WIDTH);
            Double y = stand.value() == null ? null : Double.valueOf(y(stand.value(), least, span));
            if (height != null) {
                way.append('H').append(plain(x));
            }
            if (y != null) {
                way.append(height == null ? 'M' + plain(x) + ' ' : "V").append(plain(y));
            }
            height = y;
        }
        if (height != null) {
            way.append('H').append(plain(WIDTH));
        }
        return new Spark(way.toString(), y(middle, least, span));
    }

    /** The greatest distance of any value from zero, at least {@code least}. */
    static double reach(List<Stand> stands, double least) {
        return stands.stream()
                .map(Stand::value)
                .filter(Objects::nonNull)
                .mapToDouble(Math::abs)
                .reduce(least, Math::max);
    }

    private static double y(double value, double least, double span) {
        return HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * Math.clamp((value - least) / span, 0, 1);
    }

    private static String plain(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
