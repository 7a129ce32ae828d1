package org.steelyard.assessment;

import static org.steelyard.assessment.Given.given;
import static org.steelyard.assessment.Happened.evidence;
import static org.steelyard.assessment.Happened.opened;
import static org.steelyard.assessment.Happened.openedBlind;
import static org.steelyard.assessment.Happened.proposed;
import static org.steelyard.assessment.Happened.rated;
import static org.steelyard.assessment.Happened.reopened;
import static org.steelyard.assessment.Happened.resolved;
import static org.steelyard.assessment.Happened.retracted;
import static org.steelyard.assessment.Happened.source;
import static org.steelyard.assessment.Happened.withdrawn;

import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentCommand.WithdrawRating;
import org.steelyard.assessment.AssessmentEvent.BlindChanged;
import org.steelyard.assessment.AssessmentEvent.EvidenceRated;
import org.steelyard.assessment.AssessmentEvent.RatingWithdrawn;
import org.steelyard.assessment.AssessmentEvent.Seen;
import org.steelyard.balance.Rating;

class RatingDeciderTest {
    private static final WithdrawRating WITHDRAW = new WithdrawRating("e1", "i1");

    private static Given oneCell() {
        return matrix(opened());
    }

    private static Given matrix(AssessmentEvent opened) {
        return given(opened, source("s1"), evidence("e1", "s1"), proposed("i1"));
    }

    @Test
    void evidence_is_rated_against_an_interpretation() {
        oneCell().when(Asked.rate("e1", "i1")).then(rated("e1", "i1"));
    }

    @Test
    void both_sides_of_a_cell_exist() {
        oneCell()
                .when(Asked.rate("e2", "i1"))
                .thenRefused(Rule.KEYS_IN_THE_PATH_EXIST)
                .saying("Evidence \"e2\" does not exist");
        oneCell()
                .when(Asked.rate("e1", "i2"))
                .thenRefused(Rule.KEYS_IN_THE_PATH_EXIST)
                .saying("Interpretation \"i2\" does not exist");
        oneCell().when(Asked.rate("e1", "s1")).thenRefused(Rule.KEYS_IN_THE_PATH_EXIST);
    }

    @Test
    void both_sides_of_a_cell_are_in_force() {
        oneCell()
                .and(retracted("e1"))
                .when(Asked.rate("e1", "i1"))
                .thenRefused(Rule.NOTHING_REFERS_TO_WHAT_IS_NOT_IN_FORCE);
        oneCell()
                .and(withdrawn("i1"))
                .when(Asked.rate("e1", "i1"))
                .thenRefused(Rule.NOTHING_REFERS_TO_WHAT_IS_NOT_IN_FORCE)
                .saying("Interpretation i1 is not in force");
    }

    @Test
    void a_rating_dated_before_a_retraction_may_be_recorded_after_it() {
        oneCell()
                .and(retracted("e1"))
                .when(Asked.rate("e1", "i1"))
                .dated("2025-01-04")
                .then(rated("e1", "i1"));
    }

    @Test
    void a_rating_is_dated_no_earlier_than_both_sides_of_its_cell() {
        oneCell().when(Asked.rate("e1", "i1")).dated("2025-01-04").thenAllowed();
        oneCell()
                .when(Asked.rate("e1", "i1"))
                .dated("2025-01-03")
                .thenRefused(Rule.NOTHING_IS_DATED_BEFORE_WHAT_IT_REFERS_TO)
                .saying("Interpretation i1 is not yet in force")
                .saying("the earliest date allowed is 2025-01-04T00:00:00Z");
    }

    @Test
    void evidence_cannot_be_rated_after_resolution() {
        var given = oneCell().since("2025-01-05", resolved("i1", "2025-01-05"));
        given.when(Asked.rate("e1", "i1"))
                .dated("2025-01-05")
                .thenRefused(Rule.A_RESOLVED_ASSESSMENT_STAYS_AS_IT_IS)
                .saying("resolved from 2025-01-05T00:00:00Z on");
        given.when(Asked.rate("e1", "i1")).dated("2025-01-04").thenAllowed();
    }

    @Test
    void one_takes_back_a_rating_of_ones_own() {
        var given = oneCell().and(rated("e1", "i1"));
        given.when(WITHDRAW).then(new RatingWithdrawn("e1", "i1"));
        given.when(WITHDRAW)
                .by("ben")
                .thenRefused(Rule.ONLY_WHAT_IS_IN_FORCE_IS_TAKEN_OUT_OF_FORCE)
                .saying("A rating of e1/i1 by ben is not in force");
        given.and(new RatingWithdrawn("e1", "i1"))
                .when(WITHDRAW)
                .thenRefused(Rule.ONLY_WHAT_IS_IN_FORCE_IS_TAKEN_OUT_OF_FORCE);
    }

    @Test
    void a_rating_is_taken_back_no_earlier_than_it_was_given() {
        var given = oneCell().and(rated("e1", "i1"));
        given.when(WITHDRAW).dated("2025-01-05").thenAllowed();
        given.when(WITHDRAW)
                .dated("2025-01-04")
                .thenRefused(Rule.NOTHING_IS_DATED_BEFORE_WHAT_IT_REFERS_TO)
                .saying("the earliest date allowed is 2025-01-05T00:00:00Z");
    }

    @Test
    void a_rating_is_taken_back_in_a_cell_that_exists() {
        oneCell().when(new WithdrawRating("e2", "i1")).thenRefused(Rule.KEYS_IN_THE_PATH_EXIST);
        oneCell().when(new WithdrawRating("e1", "i2")).thenRefused(Rule.KEYS_IN_THE_PATH_EXIST);
    }

    @Test
    void a_rating_holds_what_its_author_had_seen() {
        oneCell().when(Asked.rate("e1", "i1")).then(seen(false, true));
        oneCell().and("ada", rated("e1", "i1")).when(Asked.rate("e1", "i1")).then(seen(false, true));
        oneCell().and("ben", rated("e1", "i1")).when(Asked.rate("e1", "i1")).then(seen(true, true));
    }

    @Test
    void in_blind_mode_others_are_seen_once_one_has_rated_the_row_and_readings_once_one_has_judged() {
        var given = matrix(openedBlind()).and(proposed("i2")).and("ben", rated("e1", "i1"));
        given.when(Asked.rate("e1", "i1")).then(seen(false, false));
        given.and("ada", rated("e1", "i2")).when(Asked.rate("e1", "i1")).then(seen(true, false));
        given.and("ada", Happened.judged("i1")).when(Asked.rate("e1", "i1")).then(seen(true, true));
    }

    @Test
    void what_was_recorded_before_blind_mode_was_on_everybody_had_seen_and_nothing_of_what_came_after() {
        var before = matrix(opened()).and("ben", rated("e1", "i1")).and(new BlindChanged(true));
        before.when(Asked.rate("e1", "i1")).then(seen(true, true));
        var after = matrix(opened()).and(new BlindChanged(true)).and("ben", rated("e1", "i1"));
        after.when(Asked.rate("e1", "i1")).then(seen(false, false));
        after.and(new BlindChanged(false))
                .and(new BlindChanged(true))
                .when(Asked.rate("e1", "i1"))
                .then(seen(true, true));
    }

    @Test
    void a_resolution_showed_everything_and_what_was_rated_since_the_question_is_open_again_is_kept() {
        var reopened = matrix(openedBlind())
                .and(proposed("i2"))
                .and("ben", rated("e1", "i1"))
                .and(resolved("i1", "2025-01-05"))
                .and(reopened());
        reopened.when(Asked.rate("e1", "i1")).then(seen(true, true));
        reopened.and("ben", rated("e1", "i2"))
                .when(Asked.rate("e1", "i2"))
                .then(new EvidenceRated("e1", "i2", Rating.C, null, new Seen(false, true)));
    }

    private static AssessmentEvent seen(boolean othersRatings, boolean readings) {
        return new EvidenceRated("e1", "i1", Rating.C, null, new Seen(othersRatings, readings));
    }
}
