package org.steelyard.assessment.web;

import static org.steelyard.http.Body.NAME;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.access.Access;
import org.steelyard.access.Right;
import org.steelyard.assessment.AssessmentCommand.GiveReview;
import org.steelyard.assessment.AssessmentCommand.RequestReview;
import org.steelyard.assessment.AssessmentEvent.KnownBy;
import org.steelyard.assessment.AssessmentEvent.ReviewGiven;
import org.steelyard.assessment.AssessmentEvent.ReviewRequested;
import org.steelyard.assessment.AssessmentEvent.Verdict;
import org.steelyard.assessment.AssessmentView.ReviewRequestView;
import org.steelyard.assessment.AssessmentView.ReviewView;
import org.steelyard.http.Body;
import org.steelyard.http.Body.AtMost;
import org.steelyard.http.Body.Between;
import org.steelyard.http.Body.Entries;
import org.steelyard.http.Body.UserName;
import org.steelyard.http.Problem;
import org.steelyard.http.Sent;
import org.steelyard.http.WriteRequest;
import org.steelyard.http.Written;

/** Reviews: asked for and given. */
@RestController
@RequestMapping(AssessmentWrites.PATH + "/{a}")
class ReviewWrites {
    private static final int MOST_REVIEWERS = 100;

    private final Writes writes;
    private final Access access;

    ReviewWrites(Writes writes, Access access) {
        this.writes = writes;
        this.access = access;
    }

    @Body
    record NewReviewRequest(
            @Between(min = 1) long revision,
            @Entries(MOST_REVIEWERS) List<@UserName String> reviewers,
            @Nullable String text,
            @Nullable String reason,
            @Nullable Instant effectiveAt)
            implements Said {

        RequestReview command() {
            return new RequestReview(revision, reviewers, text);
        }
    }

    /** {@code password}: the reviewer's own once more, asked of whoever does not come by token. */
    @Body
    record NewReview(
            @Between(min = 1) long revision,
            Verdict verdict,
            String text,
            @Nullable @AtMost(NAME) String password,
            @Nullable String reason)
            implements Said {

        /** The aggregate looks up the digest. */
        GiveReview knownBy(KnownBy knownBy) {
            return new GiveReview(revision, verdict, text, "", knownBy);
        }
    }

    @PostMapping("/review-requests")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask users for a review of one revision")
    Written<ReviewRequestView> request(
            @PathVariable String a, @RequestBody(required = true) Sent<NewReviewRequest> sent) {
        return writes.record(
                Right.RECORD,
                a,
                sent,
                NewReviewRequest::command,
                Writes.saidIn(a, "review-requests", by -> ReviewRequestView.of(by, (ReviewRequested) by.event())));
    }

    @PostMapping("/reviews")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Give a review of one revision; not by someone who rated or judged up to it")
    Written<ReviewView> review(@PathVariable String a, @RequestBody(required = true) Sent<NewReview> sent) {
        return writes.record(
                Right.REVIEW,
                a,
                sent,
                fields -> fields.knownBy(knownBy(fields.password(), sent.request())),
                Writes.saidIn(a, "reviews", by -> ReviewView.of(by, (ReviewGiven) by.event())));
    }

    private KnownBy knownBy(@Nullable String password, WriteRequest request) {
        if (password == null && !access.isByToken()) {
            throw Problem.forbidden("A review is signed: send your password once more, or use an API token.");
        }
        if (password == null) {
            return KnownBy.TOKEN;
        }
        if (!request.idempotencyKeys().isEmpty()) {
            throw Problem.badRequest(
                    "What is kept of a repeatable write must hold no password: leave one of them out.");
        }
        access.requirePassword(password);
        return KnownBy.PASSWORD_AGAIN;
    }
}
