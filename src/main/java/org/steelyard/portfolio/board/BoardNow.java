package org.steelyard.portfolio.board;

import org.springframework.stereotype.Component;
import org.steelyard.assessment.Waypoint;
import org.steelyard.portfolio.projection.Rows;

/** One row an assessment: how it stands after its newest event. */
@Component
class BoardNow extends BoardProjection {
    static final String NAME = "portfolio";

    BoardNow() {
        super(NAME, "portfolio_row");
    }

    @Override
    public void write(Advance advance, Rows rows) {
        var state = advance.state();
        var row = new Boards(state).row(state.framingAt(state.revision()), Waypoint.newest(state));
        if (advance.after() > 0) {
            rows.now(deletion(), advance.generation(), state.key());
        }
        insert(advance, row, rows);
    }
}
