package org.steelyard.portfolio.board;

import org.springframework.stereotype.Component;
import org.steelyard.assessment.Waypoint;
import org.steelyard.portfolio.projection.Projection;
import org.steelyard.portfolio.projection.Rows;

/** One row an assessment: how it stands after its newest event. */
@Component
class BoardNow implements Projection {
    static final String NAME = "portfolio";
    private static final String INSERT = BoardColumns.insertInto("portfolio_row");
    private static final String DELETE = "DELETE FROM portfolio_row WHERE generation = ? AND assessment_key = ?";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int shape() {
        return 1;
    }

    @Override
    public String deletion() {
        return DELETE;
    }

    @Override
    public void write(Advance advance, Rows rows) {
        var state = advance.state();
        var row = Boards.row(state, state.framingAt(state.revision()), Waypoint.newest(state));
        if (advance.after() > 0) {
            rows.now(DELETE, advance.generation(), state.key());
        }
        rows.add(INSERT, BoardColumns.values(advance.generation(), row));
    }
}
