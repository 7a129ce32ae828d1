package org.steelyard.portfolio.item;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.AssessmentEvent.SourceCorrected;
import org.steelyard.assessment.AssessmentEvent.SourceRecorded;
import org.steelyard.assessment.AssessmentEvent.SourceRegraded;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.AssessmentView.SourceView;
import org.steelyard.assessment.Point;
import org.steelyard.assessment.Sight;
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
        return new Following(state);
    }

    @Override
    protected Map<String, SourceStanding> seen(Sight sight, long revision) {
        Waypoint waypoint = Waypoint.at(sight.weighed(), revision);
        return new Following(sight.weighed()).standing(waypoint.sources(), new Point(revision, Instant.MAX));
    }

    /** Looks a source up again only after an event about it. */
    private static final class Following implements Look<SourceStanding> {
        private final AssessmentState state;
        private final Map<String, SourceView> known = new HashMap<>();
        private @Nullable List<SourceLine> lines;

        Following(AssessmentState state) {
            this.state = state;
        }

        @Override
        @SuppressWarnings(
                "ReferenceEquality") // The waypoint gives the same list as long as nothing on it may have changed.
        public @Nullable Map<String, SourceStanding> at(Waypoint waypoint) {
            String about = source(waypoint.event().event());
            List<SourceLine> now = waypoint.sources();
            if (about == null && now == lines) {
                return null;
            }
            if (about != null) {
                known.remove(about);
            }
            lines = now;
            return standing(now, new Point(waypoint.event().revision(), Instant.MAX));
        }

        private Map<String, SourceStanding> standing(List<SourceLine> now, Point point) {
            var all = new HashMap<String, SourceStanding>();
            for (SourceLine line : now) {
                SourceView source = known.get(line.source());
                if (source == null) {
                    source = state.sourceAt(line.source(), point);
                }
                if (source != null) {
                    known.put(line.source(), source);
                    all.put(line.source(), Sources.standing(source, line));
                }
            }
            return all;
        }
    }

    /** The source whose own facts an event may change; null where it changes none. */
    private static @Nullable String source(AssessmentEvent event) {
        return switch (event) {
            case SourceRecorded e -> e.key();
            case SourceCorrected e -> e.key();
            case SourceRegraded e -> e.key();
            default -> null;
        };
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
