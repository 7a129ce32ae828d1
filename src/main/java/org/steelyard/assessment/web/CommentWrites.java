package org.steelyard.assessment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.access.Right;
import org.steelyard.assessment.AssessmentCommand.MakeComment;
import org.steelyard.assessment.AssessmentEvent.About;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.assessment.AssessmentView.CommentView;
import org.steelyard.http.Body;
import org.steelyard.http.Body.AtMost;
import org.steelyard.http.Body.Between;
import org.steelyard.http.Sent;
import org.steelyard.http.Written;

/** Comments, which hold from when they are recorded. */
@RestController
@RequestMapping(AssessmentWrites.PATH + "/{a}/comments")
class CommentWrites {
    /** Two keys and a slash. */
    private static final int LONGEST_CELL = 129;

    private final Writes writes;

    CommentWrites(Writes writes) {
        this.writes = writes;
    }

    @Body
    record NewComment(
            String text,
            @Nullable Subject about,
            @Nullable @Between(min = 1) Long replyTo,
            @Nullable String reason) implements Said {

        MakeComment command() {
            return new MakeComment(text, about == null ? null : about.about(), replyTo);
        }
    }

    /** What a comment is about: one of these. A cell is written {@code e/i}. */
    record Subject(
            @Nullable @Body.Key String evidence,
            @Nullable @Body.Key String interpretation,
            @Nullable @AtMost(LONGEST_CELL) String cell,
            @Nullable @Between(min = 1) Long revision) {

        About about() {
            return new About(evidence, interpretation, cell, revision);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Comment on the assessment or on one thing in it")
    Written<CommentView> comment(@PathVariable String a, @RequestBody(required = true) Sent<NewComment> sent) {
        return writes.record(
                Right.COMMENT,
                a,
                sent,
                NewComment::command,
                Writes.saidIn(a, "comments", by -> CommentView.of(by, (CommentMade) by.event())));
    }
}
