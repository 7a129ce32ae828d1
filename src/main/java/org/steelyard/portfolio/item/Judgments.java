package org.steelyard.portfolio.item;

import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.AssessmentEvent.ArchiveChanged;
import org.steelyard.assessment.AssessmentEvent.AssessmentReopened;
import org.steelyard.assessment.AssessmentEvent.AssessmentResolved;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.AssessmentView.Status;
import org.steelyard.assessment.Point;
import org.steelyard.assessment.Sight;
import org.steelyard.assessment.Waypoint;
import org.steelyard.balance.Balance.AnalystLine;

/** The judgment of each analyst in each assessment, by analyst, and whether it is stale. */
@Component
class Judgments extends ItemProjection<JudgmentStanding> {
    static final String NAME = "judgments";

    Judgments(JdbcTemplate jdbc) {
        super(NAME, JudgmentStanding.class, jdbc);
    }

    @Override
    protected Look<JudgmentStanding> look(AssessmentState state, Map<String, JudgmentStanding> before) {
        return new Judging(state);
    }

    @Override
    protected Map<String, JudgmentStanding> seen(Sight sight, long revision) {
        return new Judging(sight.weighed()).at(Waypoint.at(sight.weighed(), revision));
    }

    /** The judgments of one assessment. A line that the balance did not make anew says what it said. */
    private static final class Judging implements Look<JudgmentStanding> {
        private final AssessmentState state;
        private @Nullable Status status;
        private IdentityHashMap<AnalystLine, JudgmentStanding> known = new IdentityHashMap<>();

        Judging(AssessmentState state) {
            this.state = state;
        }

        @Override
        public Map<String, JudgmentStanding> at(Waypoint waypoint) {
            long revision = waypoint.event().revision();
            Status before = status;
            Status now = before == null || mayClose(waypoint.event().event())
                    ? state.framingAt(revision).status()
                    : before;
            var next = new IdentityHashMap<AnalystLine, JudgmentStanding>();
            var standing = new HashMap<String, JudgmentStanding>();
            for (AnalystLine line : waypoint.judgments()) {
                JudgmentStanding same = now == before ? known.get(line) : null;
                JudgmentStanding judgment = same == null ? standing(line, now, revision) : same;
                next.put(line, judgment);
                standing.put(line.user(), judgment);
            }
            status = now;
            known = next;
            return standing;
        }

        private static boolean mayClose(AssessmentEvent event) {
            return event instanceof AssessmentResolved
                    || event instanceof AssessmentReopened
                    || event instanceof ArchiveChanged;
        }

        private JudgmentStanding standing(AnalystLine line, Status now, long revision) {
            var judgment = Objects.requireNonNull(
                    state.judgmentAt(line.user(), new Point(revision, Instant.MAX)), line.user());
            return new JudgmentStanding(
                    now,
                    judgment.revision(),
                    judgment.recordedAt(),
                    judgment.effectiveAt(),
                    judgment.probabilities(),
                    judgment.confidence(),
                    line.incomplete(),
                    line.stale().isEmpty() ? null : line.stale().getFirst().revision());
        }
    }
}
