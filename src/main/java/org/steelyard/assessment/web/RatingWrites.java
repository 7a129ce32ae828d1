package org.steelyard.assessment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.access.Right;
import org.steelyard.assessment.AssessmentCommand;
import org.steelyard.assessment.AssessmentCommand.RateEvidence;
import org.steelyard.assessment.AssessmentCommand.WithdrawRating;
import org.steelyard.assessment.AssessmentEvent.EvidenceRated;
import org.steelyard.assessment.AssessmentEvent.RatingWithdrawn;
import org.steelyard.assessment.AssessmentView.RatingView;
import org.steelyard.assessment.EventView;
import org.steelyard.assessment.Outcome;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.Refused;
import org.steelyard.balance.Rating;
import org.steelyard.http.Body;
import org.steelyard.http.Body.Entries;
import org.steelyard.http.Body.Given;
import org.steelyard.http.Problem;
import org.steelyard.http.Sent;
import org.steelyard.http.Written;

/** One's own ratings: given and withdrawn, one or many. */
@RestController
@RequestMapping(AssessmentWrites.PATH + "/{a}/ratings")
class RatingWrites {
    private static final int MOST = 10_000;

    private final Writes writes;

    RatingWrites(Writes writes) {
        this.writes = writes;
    }

    @Body
    record NewRating(
            Rating rating,
            @Nullable String rationale,
            @Nullable String reason,
            @Nullable Instant effectiveAt) implements Said {}

    @Body
    record NewRatings(
            @Entries(MOST) List<RatingOfCell> ratings,
            @Nullable String reason,
            @Nullable Instant effectiveAt) implements Said {

        List<AssessmentCommand> commands() {
            if (ratings.isEmpty()) {
                throw Problem.badField("/ratings", "is empty; name at least one cell");
            }
            return ratings.stream().map(RatingOfCell::command).toList();
        }
    }

    /** A rating of one cell; null makes it unrated again. */
    record RatingOfCell(
            @Body.Key String evidence,
            @Body.Key String interpretation,
            @Nullable @Given Rating rating,
            @Nullable String rationale) {

        AssessmentCommand command() {
            return rating == null
                    ? new WithdrawRating(evidence, interpretation)
                    : new RateEvidence(evidence, interpretation, rating, rationale);
        }
    }

    /** What many ratings came to. {@code revision} and {@code recordedAt} are of the last event. */
    record RatingsWritten(long revision, Instant recordedAt, List<RatingView> ratings, List<EventView> withdrawn) {

        static RatingsWritten of(Outcome outcome) {
            return new RatingsWritten(
                    outcome.last().revision(),
                    outcome.last().stamp().recordedAt(),
                    outcome.appended().stream()
                            .filter(recorded -> recorded.event() instanceof EvidenceRated)
                            .map(RatingWrites::shown)
                            .toList(),
                    outcome.appended().stream()
                            .filter(recorded -> recorded.event() instanceof RatingWithdrawn)
                            .map(EventView::of)
                            .toList());
        }
    }

    @PutMapping("/{e}/{i}")
    @Operation(summary = "Rate an item of evidence against an interpretation, in one's own name")
    Written<RatingView> rate(
            @PathVariable String a,
            @PathVariable String e,
            @PathVariable String i,
            @RequestBody(required = true) Sent<NewRating> sent) {
        return writes.record(
                Right.RECORD,
                a,
                sent,
                fields -> new RateEvidence(e, i, fields.rating(), fields.rationale()),
                outcome -> Reply.ok(shown(outcome.last())));
    }

    @DeleteMapping("/{e}/{i}")
    @Operation(summary = "Take back one's own rating of a cell; answers the event")
    Written<EventView> withdraw(
            @PathVariable String a, @PathVariable String e, @PathVariable String i, @RequestBody Sent<Reason> sent) {
        return writes.record(
                Right.RECORD,
                a,
                sent,
                why -> new WithdrawRating(e, i),
                outcome -> Reply.ok(EventView.of(outcome.last())));
    }

    @PostMapping
    @Operation(summary = "Rate many cells in one's own name, all or none; a rating of null takes one back")
    Written<RatingsWritten> rateMany(@PathVariable String a, @RequestBody(required = true) Sent<NewRatings> sent) {
        try {
            return writes.recordAll(
                    Right.RECORD, a, sent, NewRatings::commands, outcome -> Reply.ok(RatingsWritten.of(outcome)));
        } catch (Refused refused) {
            throw refused.within("/ratings/" + refused.submission());
        }
    }

    private static RatingView shown(Recorded recorded) {
        if (recorded.event() instanceof EvidenceRated rated) {
            return RatingView.of(recorded, rated, null);
        }
        throw new IllegalArgumentException(recorded.kind() + " is no rating");
    }
}
