package org.steelyard.workbench;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.steelyard.assessment.AssessmentEvent.AssessmentReopened;
import org.steelyard.assessment.AssessmentEvent.AssessmentResolved;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.assessment.AssessmentEvent.OfCell;
import org.steelyard.assessment.AssessmentEvent.OfKey;
import org.steelyard.assessment.AssessmentEvent.ReviewGiven;
import org.steelyard.assessment.AssessmentEvent.ReviewRequested;
import org.steelyard.assessment.Recorded;

/** What somebody who is about to change something has to hear of first, where it happened since they looked. */
final class Concerns {
    private Concerns() {}

    /** What happened to this thing itself. */
    static Predicate<Recorded> thing(String key) {
        return event -> event.event() instanceof OfKey about && about.key().equals(key);
    }

    /** What happened to these cells ("e1/hedge") in one's own name, and to the items and interpretations that they are of. */
    static Predicate<Recorded> cells(Set<String> cells, String user) {
        Set<String> things =
                cells.stream().flatMap(cell -> Stream.of(cell.split("/"))).collect(Collectors.toSet());
        return event -> (event.event() instanceof OfKey about && things.contains(about.key()))
                || isOwnRatingOf(cells, event, user);
    }

    /** What one rated in these cells oneself, in another window. */
    static Predicate<Recorded> ownRatings(Set<String> cells, String user) {
        return event -> isOwnRatingOf(cells, event, user);
    }

    private static boolean isOwnRatingOf(Set<String> cells, Recorded event, String user) {
        return isOwnRating(event, user) && cells.contains(event.event().item());
    }

    private static boolean isOwnRating(Recorded event, String user) {
        return event.event() instanceof OfCell && event.stamp().author().equals(user);
    }

    /** Everything but talk, and the ratings of others. */
    static Predicate<Recorded> whatOneJudges(String user) {
        return event -> !isTalk(event) && (!(event.event() instanceof OfCell) || isOwnRating(event, user));
    }

    /** Whether and how the assessment is resolved. */
    static Predicate<Recorded> resolution() {
        return event -> event.event() instanceof AssessmentResolved || event.event() instanceof AssessmentReopened;
    }

    /** What frames the assessment: what is about none of its things, and is no talk. */
    static Predicate<Recorded> frame() {
        return event -> event.event().item() == null && !isTalk(event);
    }

    private static boolean isTalk(Recorded event) {
        return event.event() instanceof CommentMade
                || event.event() instanceof ReviewRequested
                || event.event() instanceof ReviewGiven;
    }
}
