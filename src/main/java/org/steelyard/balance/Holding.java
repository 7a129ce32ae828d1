package org.steelyard.balance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.steelyard.balance.Sensitivity.Kind;
import org.steelyard.balance.Sensitivity.Without;
import org.steelyard.balance.Situation.Item;

/**
 * Both readings of the evidence, held as they are while items are taken away together (docs/scoring.md section 7).
 *
 * @param items in the order of the rows
 */
record Holding(List<Item> items, Held points, Held decibans) {

    /** Who leads without each group, sorted by its key. */
    List<Without> withoutEach(Kind kind, Function<Item, String> group) {
        var without = new ArrayList<Without>();
        rowsBy(group)
                .forEach((key, fallen) -> without.add(new Without(
                        kind,
                        key,
                        fallen.stream().map(row -> items.get(row).key()).toList(),
                        points.lead(points.without(fallen)),
                        decibans.lead(decibans.without(fallen)))));
        return without;
    }

    /** What each source carries, sorted by its key. */
    List<SourceLine> sources() {
        var lines = new ArrayList<SourceLine>();
        for (Map.Entry<String, List<Integer>> source : rowsBy(Item::source).entrySet()) {
            List<Integer> rows = source.getValue();
            double weight = rows.stream()
                    .mapToDouble(row -> Grade.of(items.get(row)).weight())
                    .reduce(0, Double::sum);
            lines.add(
                    new SourceLine(source.getKey(), rows.size(), weight, decibans.hangsOn(rows), points.hangsOn(rows)));
        }
        return List.copyOf(lines);
    }

    private SortedMap<String, List<Integer>> rowsBy(Function<Item, String> group) {
        var rows = new HashMap<String, List<Integer>>();
        for (int row = 0; row < items.size(); row++) {
            rows.computeIfAbsent(group.apply(items.get(row)), key -> new ArrayList<>())
                    .add(row);
        }
        return new TreeMap<>(rows);
    }
}
