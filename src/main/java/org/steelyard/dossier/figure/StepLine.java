package org.steelyard.dossier.figure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steelyard.dossier.figure.HistoryData.Stand;

/**
 * A value over time as a line of steps: it stands until something moves it. Where more happens than can be seen, the first,
 * the least, the greatest and the last of a column remain, so that the line looks the same and stays short.
 */
final class StepLine {
    private static final double COLUMN = 1;

    private final StringBuilder way = new StringBuilder();
    private @Nullable Double height;

    private StepLine() {}

    static String of(List<Stand> stands, TimeScale across, Scale up) {
        var line = new StepLine();
        for (Stand stand : thinned(stands, across)) {
            line.move(across.at(stand.at()), stand.value() == null ? null : up.at(stand.value()));
        }
        line.move(across.right(), null);
        return line.way.toString();
    }

    private void move(double x, @Nullable Double to) {
        if (height != null) {
            way.append(" H").append(Scale.plain(x));
        }
        if (to != null && height != null) {
            way.append(" V").append(Scale.plain(to));
        } else if (to != null) {
            way.append(way.isEmpty() ? "M" : " M")
                    .append(Scale.plain(x))
                    .append(' ')
                    .append(Scale.plain(to));
        }
        height = to;
    }

    private static List<Stand> thinned(List<Stand> stands, TimeScale across) {
        var thinned = new ArrayList<Stand>();
        for (Bin column :
                Bin.along(across, COLUMN, stands.stream().map(Stand::at).toList())) {
            var all = stands.subList(column.first(), column.last() + 1);
            thinned.addAll(all.size() <= 4 ? all : outline(all));
        }
        return thinned;
    }

    private static List<Stand> outline(List<Stand> all) {
        Stand least = all.getFirst();
        Stand most = all.getFirst();
        for (Stand stand : all) {
            least = value(stand) < value(least) ? stand : least;
            most = value(stand) > value(most) ? stand : most;
        }
        return List.of(all.getFirst(), least, most, all.getLast());
    }

    private static double value(Stand stand) {
        return stand.value() == null ? Double.NaN : stand.value();
    }
}
