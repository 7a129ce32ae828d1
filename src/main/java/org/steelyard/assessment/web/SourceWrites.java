package org.steelyard.assessment.web;

import static org.steelyard.http.Body.NAME;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.access.Right;
import org.steelyard.assessment.AssessmentCommand.CorrectSource;
import org.steelyard.assessment.AssessmentCommand.RecordSource;
import org.steelyard.assessment.AssessmentView.SourceView;
import org.steelyard.assessment.Outcome;
import org.steelyard.balance.Reliability;
import org.steelyard.http.Body;
import org.steelyard.http.Body.Aside;
import org.steelyard.http.Body.AtMost;
import org.steelyard.http.Body.Clearable;
import org.steelyard.http.Body.Cleared;
import org.steelyard.http.Sent;
import org.steelyard.http.Written;

/** Sources: recorded, corrected, regraded. */
@RestController
@RequestMapping(AssessmentWrites.PATH + "/{a}/sources")
class SourceWrites {
    private final Writes writes;

    SourceWrites(Writes writes) {
        this.writes = writes;
    }

    @Body
    record NewSource(
            @Nullable @Body.Key String key,
            @AtMost(NAME) String name,
            @AtMost(NAME) String kind,
            Reliability reliability,
            @Nullable @AtMost(NAME) String origin,
            @Nullable String reason,
            @Nullable Instant effectiveAt)
            implements Said {

        RecordSource command() {
            return new RecordSource(key, name, kind, reliability, origin);
        }
    }

    @Body
    record SourceChange(
            @Nullable @AtMost(NAME) String name,
            @Nullable @AtMost(NAME) String kind,
            @Nullable Reliability reliability,
            @Nullable @Clearable @AtMost(NAME) String origin,
            @Nullable @Aside String reason,
            @Nullable @Aside Instant effectiveAt,
            @Cleared Set<String> cleared)
            implements Said {

        CorrectSource of(String key) {
            return new CorrectSource(key, name, kind, reliability, origin, cleared);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Record a source")
    Written<SourceView> record(@PathVariable String a, @RequestBody(required = true) Sent<NewSource> sent) {
        return writes.record(
                Right.RECORD, a, sent, NewSource::command, Writes.createdUnder(a, "sources", SourceWrites::shown));
    }

    @PatchMapping("/{s}")
    @Operation(summary = "Correct a source, or regrade it where only its reliability is given")
    Written<SourceView> correct(
            @PathVariable String a, @PathVariable String s, @RequestBody(required = true) Sent<SourceChange> sent) {
        return writes.record(Right.RECORD, a, sent, change -> change.of(s), outcome -> Reply.ok(shown(outcome)));
    }

    private static SourceView shown(Outcome outcome) {
        return Objects.requireNonNull(outcome.state().sourceAt(Writes.item(outcome), Writes.point(outcome)));
    }
}
