package org.steelyard.assessment;

import static org.steelyard.assessment.Given.given;
import static org.steelyard.assessment.Happened.comment;
import static org.steelyard.assessment.Happened.evidence;
import static org.steelyard.assessment.Happened.opened;
import static org.steelyard.assessment.Happened.proposed;
import static org.steelyard.assessment.Happened.rated;
import static org.steelyard.assessment.Happened.resolved;
import static org.steelyard.assessment.Happened.retracted;
import static org.steelyard.assessment.Happened.source;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentCommand.MakeComment;
import org.steelyard.assessment.AssessmentCommand.RequestReview;
import org.steelyard.assessment.AssessmentEvent.About;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.assessment.AssessmentEvent.KnownBy;
import org.steelyard.assessment.AssessmentEvent.ReviewGiven;
import org.steelyard.assessment.AssessmentEvent.ReviewRequested;
import org.steelyard.assessment.AssessmentEvent.Verdict;

class ConversationDeciderTest {
    private static Given oneCell() {
        return given(opened(), source("s1"), evidence("e1", "s1"), proposed("i1"));
    }

    @Test
    void a_comment_is_about_one_thing_or_none() {
        for (About about : new About[] {
            null,
            new About("e1", null, null, null),
            new About(null, "i1", null, null),
            new About(null, null, "e1/i1", null),
            new About(null, null, null, 4L)
        }) {
            oneCell().when(about(about)).then(new CommentMade("Why?", about, null));
        }
        oneCell()
                .when(about(new About("e1", "i1", null, null)))
                .thenRefused(Rule.A_COMMENT_IS_ABOUT_ONE_THING)
                .at("/about")
                .saying("names 2 things");
        oneCell().when(about(new About(null, null, null, null))).thenRefused(Rule.A_COMMENT_IS_ABOUT_ONE_THING);
        for (String cell : List.of("e1", "/i1", "e1/i1/", "")) {
            oneCell()
                    .when(about(new About(null, null, cell, null)))
                    .thenRefused(Rule.A_COMMENT_IS_ABOUT_ONE_THING)
                    .at("/about/cell")
                    .saying("as e/i");
        }
    }

    @Test
    void what_a_comment_is_about_exists_and_is_in_force() {
        oneCell()
                .when(about(new About("e2", null, null, null)))
                .thenRefused(Rule.KEYS_IN_A_BODY_EXIST)
                .at("/about/evidence");
        oneCell()
                .when(about(new About(null, "i2", null, null)))
                .thenRefused(Rule.KEYS_IN_A_BODY_EXIST)
                .at("/about/interpretation");
        oneCell()
                .when(about(new About(null, null, "e1/i2", null)))
                .thenRefused(Rule.KEYS_IN_A_BODY_EXIST)
                .at("/about/cell");
        oneCell()
                .and(retracted("e1"))
                .when(about(new About(null, null, "e1/i1", null)))
                .thenRefused(Rule.NOTHING_REFERS_TO_WHAT_IS_NOT_IN_FORCE);
    }

    @Test
    void revisions_referred_to_exist_and_start_at_1() {
        oneCell().when(about(new About(null, null, null, 4L))).thenAllowed();
        oneCell()
                .when(about(new About(null, null, null, 5L)))
                .thenRefused(Rule.REVISIONS_REFERRED_TO_EXIST)
                .at("/about/revision")
                .saying("name one up to 4");
        oneCell().when(request(0, "rex")).thenRefused(Rule.REVISIONS_START_AT_1).at("/revision");
        oneCell().when(request(1, "rex")).thenAllowed();
        oneCell().when(request(5, "rex")).thenRefused(Rule.REVISIONS_REFERRED_TO_EXIST);
        oneCell().when(Asked.review(0)).thenRefused(Rule.REVISIONS_START_AT_1);
        oneCell().when(Asked.review(4)).thenAllowed();
        oneCell().when(Asked.review(5)).thenRefused(Rule.REVISIONS_REFERRED_TO_EXIST);
    }

    @Test
    void a_comment_about_no_revision_says_so() {
        oneCell()
                .when(about(new About(null, null, null, 0L)))
                .thenRefused(Rule.REVISIONS_START_AT_1)
                .at("/about/revision");
    }

    @Test
    void a_reply_is_to_a_comment() {
        var given = given(opened(), comment());
        given.when(reply(2)).then(new CommentMade("Because.", null, 2L));
        given.when(reply(1)).thenRefused(Rule.A_REPLY_IS_TO_A_COMMENT).at("/replyTo");
        given.when(reply(3)).thenRefused(Rule.REVISIONS_REFERRED_TO_EXIST).at("/replyTo");
        given.when(reply(0)).thenRefused(Rule.REVISIONS_START_AT_1).at("/replyTo");
    }

    @Test
    void a_review_is_asked_of_somebody_whose_name_is_one() {
        given(opened()).when(request(1, "rex", "rae")).then(new ReviewRequested(1, List.of("rex", "rae"), null));
        given(opened())
                .when(request(1))
                .thenRefused(Rule.A_REVIEW_IS_ASKED_OF_SOMEBODY)
                .at("/reviewers");
        given(opened())
                .when(request(1, "rex", "Rae"))
                .thenRefused(Rule.USER_NAMES_ARE_SMALL_LETTERS_DIGITS_AND_PUNCTUATION)
                .at("/reviewers/1");
        given(opened())
                .when(request(1, "rex", "rex"))
                .thenRefused(Rule.NOTHING_IS_LISTED_TWICE)
                .at("/reviewers/1");
    }

    @Test
    void a_review_binds_to_a_revision_and_says_how_the_reviewer_was_known() {
        given(opened())
                .when(Asked.review(1))
                .by("rex")
                .then(new ReviewGiven(1, Verdict.APPROVED, "Sound", "00", KnownBy.TOKEN));
    }

    @Test
    void nobody_reviews_what_they_rated_or_judged() {
        oneCell()
                .and("ben", rated("e1", "i1"))
                .when(Asked.review(5))
                .by("ben")
                .thenRefused(Rule.A_REVIEWER_NEITHER_RATED_NOR_JUDGED)
                .saying("ben rated or judged up to revision 5 (in revision 5): ask somebody else");
        oneCell()
                .and("ben", Happened.judged("i1"))
                .when(Asked.review(5))
                .by("ben")
                .thenRefused(Rule.A_REVIEWER_NEITHER_RATED_NOR_JUDGED);
        oneCell().and("ben", rated("e1", "i1")).when(Asked.review(4)).by("ben").thenAllowed();
        oneCell().and("ben", rated("e1", "i1")).when(Asked.review(5)).by("rex").thenAllowed();
        oneCell().and("ben", comment()).when(Asked.review(5)).by("ben").thenAllowed();
    }

    @Test
    void nobody_reviews_what_they_recorded_for_another() {
        var given = oneCell().sentBy("rex", "ben", rated("e1", "i1"));
        given.when(Asked.review(5)).by("rex").thenRefused(Rule.A_REVIEWER_NEITHER_RATED_NOR_JUDGED);
        given.when(Asked.review(4)).by("rex").thenAllowed();
    }

    @Test
    void comments_and_reviews_follow_the_order_of_recording_and_go_on_after_a_resolution() {
        var given = oneCell().and(resolved("i1", "2025-01-05"));
        given.when(about(new About("e1", null, null, null))).dated("2025-01-10").thenHoldsSince("2025-02-01");
        given.when(Asked.review(5)).by("rex").dated("2025-01-10").thenHoldsSince("2025-02-01");
        given.when(request(5, "rex")).thenRefused(Rule.A_RESOLVED_ASSESSMENT_STAYS_AS_IT_IS);
    }

    private static MakeComment about(@Nullable About about) {
        return new MakeComment("Why?", about, null);
    }

    private static MakeComment reply(long to) {
        return new MakeComment("Because.", null, to);
    }

    private static RequestReview request(long revision, String... reviewers) {
        return new RequestReview(revision, List.of(reviewers), null);
    }
}
