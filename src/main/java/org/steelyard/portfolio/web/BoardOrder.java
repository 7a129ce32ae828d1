package org.steelyard.portfolio.web;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** In which order the board is; what cannot be compared comes last. Rows that are alike are in the order of their keys. */
enum BoardOrder {
    KEY,
    MOVED,
    LEAD,
    JUDGED,
    CONFIDENCE,
    COVERAGE,
    STALE,
    CHANGED;

    Comparator<BoardLine> order() {
        Comparator<BoardLine> byKey = comparing(line -> line.entry().key());
        return byItself(byKey).thenComparing(byKey);
    }

    private Comparator<BoardLine> byItself(Comparator<BoardLine> byKey) {
        return switch (this) {
            case KEY -> byKey;
            case MOVED -> comparing(BoardOrder::distance, nullsLast(reverseOrder()));
            case LEAD -> comparing(line -> line.row().leads().weightOfEvidence(), nullsLast(reverseOrder()));
            case JUDGED -> comparing(line -> line.row().leads().judged(), nullsLast(reverseOrder()));
            case CONFIDENCE -> comparing(line -> line.row().confidence(), nullsFirst(naturalOrder()));
            case COVERAGE -> comparing(line -> line.row().coverage(), nullsFirst(naturalOrder()));
            case STALE -> comparing(line -> line.row().stale(), reverseOrder());
            case CHANGED -> comparing(line -> line.row().recordedAt(), reverseOrder());
        };
    }

    /** The order that an address names; whatever is no such word is as usual. */
    static BoardOrder of(@Nullable String word) {
        for (BoardOrder one : values()) {
            if (one.name().equalsIgnoreCase(word)) {
                return one;
            }
        }
        return KEY;
    }

    private static @Nullable Double distance(BoardLine line) {
        Double moved = line.moved();
        return moved == null ? null : Double.valueOf(Math.abs(moved));
    }
}
