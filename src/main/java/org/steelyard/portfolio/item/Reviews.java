package org.steelyard.portfolio.item;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.AssessmentEvent.ReviewGiven;
import org.steelyard.assessment.AssessmentEvent.ReviewRequested;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.AssessmentView;
import org.steelyard.assessment.AssessmentView.ReviewRequestView;
import org.steelyard.assessment.AssessmentView.ReviewView;
import org.steelyard.assessment.Outdating;
import org.steelyard.assessment.Point;
import org.steelyard.assessment.Sight;
import org.steelyard.assessment.Waypoint;

/** The reviews that were asked for in each assessment, one for each reviewer who was asked. */
@Component
class Reviews extends ItemProjection<ReviewStanding> {
    static final String NAME = "reviews";

    Reviews(JdbcTemplate jdbc) {
        super(NAME, ReviewStanding.class, jdbc);
    }

    @Override
    public int shape() {
        return 2;
    }

    @Override
    protected Look<ReviewStanding> look(AssessmentState state, Map<String, ReviewStanding> before) {
        return new Answered(state, before);
    }

    @Override
    protected Map<String, ReviewStanding> seen(Sight sight, long revision) {
        return new Answered(sight.state(), Map.of()).standing(revision);
    }

    /** The reviews of one assessment, and which event outdates each. */
    private static final class Answered implements Look<ReviewStanding> {
        private final AssessmentState state;

        /** The event that outdates a review, be it recorded after the waypoint, by the revision reviewed. */
        private final Map<Long, Optional<Long>> outdating = new HashMap<>();

        Answered(AssessmentState state, Map<String, ReviewStanding> before) {
            this.state = state;
            before.values().forEach(this::goOn);
        }

        private void goOn(ReviewStanding review) {
            Long answer = review.answer();
            Long outdatedBy = review.outdatedBy();
            if (answer != null && Objects.requireNonNull(state.recorded(answer)).event() instanceof ReviewGiven given) {
                long reviewed = given.revision();
                outdating.put(reviewed, outdatedBy == null ? first(reviewed) : Optional.of(outdatedBy));
            }
        }

        private Optional<Long> first(long reviewed) {
            return Optional.ofNullable(Outdating.of(state, reviewed, state.revision()));
        }

        @Override
        public @Nullable Map<String, ReviewStanding> at(Waypoint waypoint) {
            AssessmentEvent event = waypoint.event().event();
            long revision = waypoint.event().revision();
            boolean isAbout = event instanceof ReviewRequested || event instanceof ReviewGiven;
            return isAbout || outdating.containsValue(Optional.of(revision)) ? standing(revision) : null;
        }

        private Map<String, ReviewStanding> standing(long revision) {
            var standing = new HashMap<String, ReviewStanding>();
            var view = state.at(new Point(revision, Instant.MAX));
            for (ReviewRequestView request : view.reviewRequests()) {
                for (String reviewer : request.reviewers()) {
                    standing.put(request.revision() + "/" + reviewer, standing(request, reviewer, view));
                }
            }
            return standing;
        }

        private ReviewStanding standing(ReviewRequestView request, String reviewer, AssessmentView view) {
            var answer = view.reviews().stream()
                    .filter(review -> review.reviewer().equals(reviewer) && review.revision() > request.revision())
                    .findFirst();
            return new ReviewStanding(
                    reviewer,
                    request.author(),
                    request.revisionToReview(),
                    request.revision(),
                    request.recordedAt(),
                    request.text(),
                    answer.map(ReviewView::verdict).orElse(null),
                    answer.map(ReviewView::revision).orElse(null),
                    answer.flatMap(review -> outdatedBy(review.reviewed(), view.revision()))
                            .orElse(null));
        }

        private Optional<Long> outdatedBy(long reviewed, long revision) {
            return outdating.computeIfAbsent(reviewed, this::first).filter(by -> by <= revision);
        }
    }
}
