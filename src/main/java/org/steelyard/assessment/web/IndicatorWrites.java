package org.steelyard.assessment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.Instant;
import java.time.LocalDate;
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
import org.steelyard.assessment.AssessmentCommand.ChangeIndicator;
import org.steelyard.assessment.AssessmentCommand.RecordIndicator;
import org.steelyard.assessment.AssessmentEvent.IndicatorStatus;
import org.steelyard.assessment.AssessmentView.IndicatorView;
import org.steelyard.assessment.Outcome;
import org.steelyard.http.Body;
import org.steelyard.http.Body.Aside;
import org.steelyard.http.Body.Clearable;
import org.steelyard.http.Body.Cleared;
import org.steelyard.http.Sent;
import org.steelyard.http.Written;

/** Indicators: recorded and changed. */
@RestController
@RequestMapping(AssessmentWrites.PATH + "/{a}/indicators")
class IndicatorWrites {
    private final Writes writes;

    IndicatorWrites(Writes writes) {
        this.writes = writes;
    }

    @Body
    record NewIndicator(
            @Nullable @Body.Key String key,
            String statement,
            @Body.Key String speaksFor,
            @Nullable LocalDate deadline,
            @Nullable String reason,
            @Nullable Instant effectiveAt)
            implements Said {

        RecordIndicator command() {
            return new RecordIndicator(key, statement, speaksFor, deadline);
        }
    }

    @Body
    record IndicatorUpdate(
            @Nullable String statement,
            @Nullable @Body.Key String speaksFor,
            @Nullable @Clearable LocalDate deadline,
            @Nullable IndicatorStatus status,
            @Nullable @Aside String reason,
            @Nullable @Aside Instant effectiveAt,
            @Cleared Set<String> cleared)
            implements Said {

        ChangeIndicator of(String key) {
            return new ChangeIndicator(key, statement, speaksFor, deadline, status, cleared);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Record an indicator: what to watch for, and for which interpretation it would speak")
    Written<IndicatorView> record(@PathVariable String a, @RequestBody(required = true) Sent<NewIndicator> sent) {
        return writes.record(
                Right.RECORD,
                a,
                sent,
                NewIndicator::command,
                Writes.createdUnder(a, "indicators", IndicatorWrites::shown));
    }

    @PatchMapping("/{k}")
    @Operation(summary = "Change an indicator; a new status needs a reason")
    Written<IndicatorView> change(
            @PathVariable String a, @PathVariable String k, @RequestBody(required = true) Sent<IndicatorUpdate> sent) {
        return writes.record(Right.RECORD, a, sent, change -> change.of(k), outcome -> Reply.ok(shown(outcome)));
    }

    private static IndicatorView shown(Outcome outcome) {
        return Objects.requireNonNull(outcome.state().indicatorAt(Writes.item(outcome), Writes.point(outcome)));
    }
}
