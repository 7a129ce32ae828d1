package org.steelyard.portfolio.item;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.AssessmentEvent.IndicatorChanged;
import org.steelyard.assessment.AssessmentEvent.IndicatorRecorded;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.AssessmentView.IndicatorView;
import org.steelyard.assessment.Point;
import org.steelyard.assessment.Sight;

/** The indicators of each assessment, with what has become of them. */
@Component
class Indicators extends ItemProjection<IndicatorStanding> {
    static final String NAME = "indicators";

    Indicators(JdbcTemplate jdbc) {
        super(NAME, IndicatorStanding.class, jdbc);
    }

    @Override
    protected Look<IndicatorStanding> look(AssessmentState state, Map<String, IndicatorStanding> before) {
        return waypoint -> mayChange(waypoint.event().event())
                ? standing(state, waypoint.event().revision())
                : null;
    }

    @Override
    protected Map<String, IndicatorStanding> seen(Sight sight, long revision) {
        return standing(sight.state(), revision);
    }

    private static boolean mayChange(AssessmentEvent event) {
        return event instanceof IndicatorRecorded || event instanceof IndicatorChanged;
    }

    private static Map<String, IndicatorStanding> standing(AssessmentState state, long revision) {
        var standing = new HashMap<String, IndicatorStanding>();
        var point = new Point(revision, Instant.MAX);
        for (IndicatorView indicator : state.at(point).indicators()) {
            standing.put(
                    indicator.key(),
                    new IndicatorStanding(
                            indicator.statement(), indicator.speaksFor(), indicator.deadline(), indicator.status()));
        }
        return standing;
    }
}
