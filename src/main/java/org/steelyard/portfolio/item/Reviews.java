package org.steelyard.portfolio.item;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.AssessmentEvent.ReviewGiven;
import org.steelyard.assessment.AssessmentEvent.ReviewRequested;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.AssessmentView.ReviewRequestView;
import org.steelyard.assessment.AssessmentView.ReviewView;
import org.steelyard.assessment.Point;
import org.steelyard.assessment.Waypoint;

/** The reviews that were asked for in each assessment, one for each reviewer who was asked. */
@Component
class Reviews extends ItemProjection<ReviewStanding> {
    static final String NAME = "reviews";

    Reviews(JdbcTemplate jdbc) {
        super(NAME, ReviewStanding.class, jdbc);
    }

    @Override
    protected boolean mayChange(AssessmentEvent event) {
        return event instanceof ReviewRequested || event instanceof ReviewGiven;
    }

    @Override
    protected Map<String, ReviewStanding> standing(AssessmentState state, Waypoint waypoint) {
        var standing = new HashMap<String, ReviewStanding>();
        var view = state.at(new Point(waypoint.event().revision(), Instant.MAX));
        for (ReviewRequestView request : view.reviewRequests()) {
            for (String reviewer : request.reviewers()) {
                standing.put(request.revision() + "/" + reviewer, standing(request, reviewer, view.reviews()));
            }
        }
        return standing;
    }

    private static ReviewStanding standing(ReviewRequestView request, String reviewer, List<ReviewView> reviews) {
        var answer = reviews.stream()
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
                answer.map(ReviewView::revision).orElse(null));
    }
}
