package org.steelyard.portfolio.board;

import org.steelyard.portfolio.projection.Projection;
import org.steelyard.portfolio.projection.Rows;

/** A projection into a table that has the columns of the board. */
abstract class BoardProjection implements Projection {
    private final String name;
    private final String insertion;
    private final String deletion;

    BoardProjection(String name, String table) {
        this.name = name;
        insertion = BoardColumns.insertInto(table);
        deletion = "DELETE FROM " + table + " WHERE generation = ? AND assessment_key = ?";
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String deletion() {
        return deletion;
    }

    final void insert(Advance advance, BoardRow row, Rows rows) {
        rows.add(insertion, BoardColumns.values(advance.generation(), row));
    }
}
