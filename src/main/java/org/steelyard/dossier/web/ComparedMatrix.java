package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.balance.Balance.Reading;
import org.steelyard.dossier.web.MatrixTable.CellView;
import org.steelyard.dossier.web.MatrixTable.Column;
import org.steelyard.dossier.web.MatrixTable.Row;
import org.steelyard.dossier.web.MatrixTables.Wish;

/** The matrices of both ends of a comparison as one. */
@Component
class ComparedMatrix {
    /** Cells of the largest matrix that a page shows whole. */
    private static final int MOST_CELLS = 10_000;

    private final MatrixTables matrices;

    ComparedMatrix(MatrixTables matrices) {
        this.matrices = matrices;
    }

    /** Whether something is in force at both ends or at one. */
    enum Presence {
        BOTH,
        ADDED,
        GONE
    }

    /** An interpretation, with its readings at either end where it is in force there. */
    record ComparedColumn(
            String key,
            String css,
            String statement,
            Presence presence,
            @Nullable Reading before,
            @Nullable Reading after) {}

    /**
     * A cell.
     *
     * @param before its code at the start, where that is another than at the end; else null
     * @param changed whether any rating of it is another than at the start
     */
    record ComparedCell(String css, @Nullable String before, String code, boolean changed, String title, String href) {}

    /**
     * An item of evidence.
     *
     * @param gradeBefore its grade at the start, where that is another than at the end; else null
     */
    record ComparedRow(
            Row row,
            Presence presence,
            @Nullable String gradeBefore,
            boolean reworded,
            boolean changed,
            List<ComparedCell> cells) {}

    /**
     * Both as one.
     *
     * @param rows those that the page shows
     * @param changed how many rows changed
     * @param all how many there are
     */
    record Compared(List<ComparedColumn> columns, List<ComparedRow> rows, int changed, int all) {}

    Compared of(Comparison comparison) {
        var wish = new Wish(MatrixTable.Order.DIAGNOSTICITY, null);
        var after = matrices.of(comparison.to(), wish);
        var before = comparison.from() == null ? null : matrices.of(comparison.from(), wish);
        var columns = columns(before, after);
        var rows = rows(before, after, columns);
        var changed = rows.stream().filter(ComparedRow::changed).toList();
        int most = Math.max(1, MOST_CELLS / Math.max(1, columns.size()));
        var shown = (comparison.address().all() ? rows : changed)
                .stream().limit(most).toList();
        return new Compared(columns, shown, changed.size(), rows.size());
    }

    private static List<ComparedColumn> columns(@Nullable MatrixTable before, MatrixTable after) {
        Map<String, Column> then = before == null ? Map.of() : byKey(before.columns(), Column::key);
        Map<String, Column> now = byKey(after.columns(), Column::key);
        var keys = new LinkedHashMap<>(now);
        then.forEach(keys::putIfAbsent);
        return keys.values().stream()
                .map(column -> new ComparedColumn(
                        column.key(),
                        column.css(),
                        column.statement(),
                        presence(before, then.get(column.key()), now.get(column.key())),
                        reading(then.get(column.key())),
                        reading(now.get(column.key()))))
                .toList();
    }

    private static @Nullable Reading reading(@Nullable Column column) {
        return column == null ? null : column.reading();
    }

    /** Where nothing was before, all is simply there. */
    private static Presence presence(@Nullable MatrixTable start, @Nullable Object before, @Nullable Object after) {
        return start == null || (before != null && after != null)
                ? Presence.BOTH
                : before == null ? Presence.ADDED : Presence.GONE;
    }

    private static List<ComparedRow> rows(
            @Nullable MatrixTable before, MatrixTable after, List<ComparedColumn> columns) {
        Map<String, Row> then = before == null
                ? Map.of()
                : byKey(before.rows(), row -> row.item().key());
        Map<String, Row> now = byKey(after.rows(), row -> row.item().key());
        var keys = new LinkedHashMap<>(now);
        then.forEach(keys::putIfAbsent);
        var rows = new ArrayList<ComparedRow>();
        keys.forEach((key, row) -> {
            Row old = then.get(key);
            Row current = now.get(key);
            var cellsBefore = old == null || before == null ? Map.<String, CellView>of() : cells(before, old);
            var cellsAfter = current == null ? Map.<String, CellView>of() : cells(after, current);
            var cells = columns.stream()
                    .map(column -> cell(cellsBefore.get(column.key()), cellsAfter.get(column.key())))
                    .toList();
            rows.add(row(row, presence(before, old, current), old, cells));
        });
        return rows;
    }

    private static ComparedRow row(Row row, Presence presence, @Nullable Row old, List<ComparedCell> cells) {
        boolean regraded = old != null && !grade(old).equals(grade(row));
        boolean reworded = old != null && !old.item().claim().equals(row.item().claim());
        boolean changed = presence != Presence.BOTH
                || old == null
                || regraded
                || reworded
                || cells.stream().anyMatch(ComparedCell::changed);
        return new ComparedRow(row, presence, regraded && old != null ? grade(old) : null, reworded, changed, cells);
    }

    /** "B2 H". */
    static String grade(Row row) {
        return row.grade() + " " + row.item().relevance().name();
    }

    private static Map<String, CellView> cells(MatrixTable matrix, Row row) {
        var cells = new LinkedHashMap<String, CellView>();
        for (int i = 0; i < matrix.columns().size(); i++) {
            cells.put(matrix.columns().get(i).key(), row.cells().get(i));
        }
        return cells;
    }

    private static ComparedCell cell(@Nullable CellView before, @Nullable CellView after) {
        if (before != null && after != null) {
            boolean changed = !before.title().equals(after.title());
            String was = before.code().equals(after.code()) ? null : before.code();
            String title = changed ? before.title() + " → " + after.title() : after.title();
            return new ComparedCell(after.css(), was, after.code(), changed, title, after.href());
        }
        CellView shown = after == null ? before : after;
        return shown == null
                ? new ComparedCell("", null, "", false, "", "")
                : new ComparedCell(shown.css(), null, shown.code(), false, shown.title(), shown.href());
    }

    private static <T> Map<String, T> byKey(List<T> all, Function<T, String> key) {
        return all.stream()
                .collect(Collectors.toMap(key, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }
}
