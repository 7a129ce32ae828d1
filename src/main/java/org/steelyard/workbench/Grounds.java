package org.steelyard.workbench;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Balance.ItemLine;

/** The rows of the matrix to pick from what a judgment rests on and argues against: most diagnostic first, with one's own ratings. */
record Grounds(List<Row> rows) {

    /** {@code diagnosticity}: in decibans, by all ratings that its reader may see; null where fewer than two tell. */
    record Row(RatingSheet.Row rated, @Nullable Double diagnosticity) {}

    static Grounds of(Desk desk) {
        Map<String, ItemLine> lines =
                Balance.of(desk.state().situationAt(desk.state().latest())).evidenceByKey();
        return new Grounds(RatingSheet.of(desk, RatingSheet.Order.KEY).rows().stream()
                .map(row -> new Row(row, diagnosticity(lines.get(row.evidence().key()))))
                .sorted(Comparator.comparingDouble((Row row) -> row.diagnosticity() == null ? -1 : row.diagnosticity())
                        .reversed()
                        .thenComparing(row -> row.rated().evidence().key()))
                .toList());
    }

    private static @Nullable Double diagnosticity(@Nullable ItemLine line) {
        return line == null ? null : line.diagnosticity();
    }
}
