package org.steelyard.dossier.figure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Events that stand too close on a line to be told apart, taken together: so a figure stays small however many there are.
 *
 * @param first index of the first event of the bin
 * @param last index of its last event
 * @param at where its last event stands
 */
public record Bin(int first, int last, double at) {

    /** Bins of at least this width over times that do not decrease. */
    public static List<Bin> along(TimeScale scale, double width, List<Instant> times) {
        var bins = new ArrayList<Bin>();
        int first = 0;
        for (int i = 0; i < times.size(); i++) {
            boolean ends = i + 1 == times.size()
                    || column(scale, width, times.get(i + 1)) > column(scale, width, times.get(first));
            if (ends) {
                bins.add(new Bin(first, i, scale.at(times.get(i))));
                first = i + 1;
            }
        }
        return bins;
    }

    private static long column(TimeScale scale, double width, Instant time) {
        return (long) Math.floor((scale.at(time) - scale.left()) / width);
    }
}
