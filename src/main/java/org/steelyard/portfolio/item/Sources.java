package org.steelyard.portfolio.item;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.AssessmentView.SourceView;
import org.steelyard.assessment.Point;
import org.steelyard.assessment.Waypoint;
import org.steelyard.balance.SourceLine;

/** The sources of each assessment, and what hangs on them. */
@Component
class Sources extends ItemProjection<SourceStanding> {
    static final String NAME = "sources";

    Sources(JdbcTemplate jdbc) {
        super(NAME, SourceStanding.class, jdbc);
    }

    @Override
    protected Look<SourceStanding> look(AssessmentState state, Map<String, SourceStanding> before) {
        return waypoint -> standing(state, waypoint);
    }

    private static Map<String, SourceStanding> standing(AssessmentState state, Waypoint waypoint) {
        var standing = new HashMap<String, SourceStanding>();
        for (SourceLine line : waypoint.sources()) {
            SourceView source =
                    state.sourceAt(line.source(), new Point(waypoint.event().revision(), Instant.MAX));
            if (source != null) {
                standing.put(line.source(), standing(source, line));
            }
        }
        return standing;
    }

    private static SourceStanding standing(SourceView source, SourceLine line) {
        return new SourceStanding(
                source.name(),
                source.kind(),
                source.reliability(),
                source.origin(),
                line.items(),
                line.weight(),
                line.carriesWeightOfEvidence(),
                line.carriesInconsistency());
    }
}
