package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.steelyard.dossier.web.MatrixTable.CellView;
import org.steelyard.dossier.web.MatrixTable.Row;

/**
 * The rows of the matrix that an event changed.
 *
 * @param rows the first of them
 * @param more how many there are beyond these
 */
record ChangedRows(List<MatrixTable.Column> columns, List<Changed> rows, int more) {
    private static final int MOST = 8;

    /** What became of a row. */
    enum How {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * A row: from what to what its grade and cells went.
     *
     * @param gradeWas null where it is the same
     */
    record Changed(Row row, How how, @Nullable String gradeWas, List<ChangedCell> cells) {}

    /**
     * A cell of it.
     *
     * @param now null where the row or the column is gone
     * @param was null where it was not there
     */
    record ChangedCell(@Nullable CellView now, @Nullable CellView was, boolean changed) {

        /** "C → CC", or the code alone where it is the same. */
        public String code() {
            String after = now == null ? "–" : now.code();
            return was == null || was.code().equals(after) ? after : was.code() + " → " + after;
        }

        /** Whether it was rated by more or fewer than before and shows the same. */
        public boolean recounted() {
            return changed && now != null && was != null && now.raters() != was.raters();
        }

        /** Whether as many rated it, one of them otherwise, and it shows the same. */
        public boolean rerated() {
            return changed
                    && now != null
                    && was != null
                    && now.raters() == was.raters()
                    && now.code().equals(was.code());
        }

        public String css() {
            return (now == null ? "r-none" : now.css()) + (changed ? " changed" : "");
        }

        public String title() {
            return now == null ? "" : now.title();
        }
    }

    static ChangedRows between(MatrixTable before, MatrixTable after) {
        var columns = new LinkedHashMap<String, MatrixTable.Column>();
        after.columns().forEach(column -> columns.put(column.key(), column));
        before.columns().forEach(column -> columns.putIfAbsent(column.key(), column));
        Map<String, Row> was = byKey(before);
        var keys = new TreeMap<>(byKey(after));
        was.forEach(keys::putIfAbsent);
        var changed = new ArrayList<Changed>();
        Map<String, Row> now = byKey(after);
        keys.keySet().forEach(key -> {
            Changed one = between(columns, before, was.get(key), after, now.get(key));
            if (one != null) {
                changed.add(one);
            }
        });
        int shown = Math.min(MOST, changed.size());
        return new ChangedRows(List.copyOf(columns.values()), changed.subList(0, shown), changed.size() - shown);
    }

    private static @Nullable Changed between(
            Map<String, MatrixTable.Column> columns,
            MatrixTable before,
            @Nullable Row was,
            MatrixTable after,
            @Nullable Row now) {
        var cells = new ArrayList<ChangedCell>();
        for (String column : columns.keySet()) {
            CellView from = was == null ? null : cell(before, was, column);
            CellView to = now == null ? null : cell(after, now, column);
            cells.add(new ChangedCell(to, from, !told(from).equals(told(to))));
        }
        if (now == null || was == null) {
            Row row = now == null ? was : now;
            return row == null ? null : new Changed(row, now == null ? How.REMOVED : How.ADDED, null, cells);
        }
        boolean graded = !was.grade().equals(now.grade())
                || !now.item().relevance().equals(was.item().relevance());
        boolean rated = cells.stream().anyMatch(ChangedCell::changed);
        return graded || rated ? new Changed(now, How.CHANGED, graded ? grade(was) : null, cells) : null;
    }

    /** "B2 high". */
    static String grade(Row row) {
        return row.grade() + " " + row.item().relevance();
    }

    private static Map<String, Row> byKey(MatrixTable table) {
        var rows = new HashMap<String, Row>();
        table.rows().forEach(row -> rows.put(row.item().key(), row));
        return rows;
    }

    private static @Nullable CellView cell(MatrixTable table, Row row, String column) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).key().equals(column)) {
                return row.cells().get(i);
            }
        }
        return null;
    }

    /** Who rated it how; an unrated cell is like one that is not there. */
    private static String told(@Nullable CellView cell) {
        return cell == null || cell.rating() == null ? "" : cell.title();
    }
}
