package org.steelyard.assessment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.access.Right;
import org.steelyard.assessment.AssessmentCommand.ReopenAssessment;
import org.steelyard.assessment.AssessmentCommand.ResolveAssessment;
import org.steelyard.assessment.AssessmentEvent.AssessmentResolved;
import org.steelyard.assessment.AssessmentView.ResolutionView;
import org.steelyard.assessment.EventView;
import org.steelyard.http.Body;
import org.steelyard.http.Body.Aside;
import org.steelyard.http.Body.Clearable;
import org.steelyard.http.Body.Cleared;
import org.steelyard.http.Body.Entries;
import org.steelyard.http.Problem;
import org.steelyard.http.Sent;
import org.steelyard.http.Written;

/** The question: resolved and reopened. */
@RestController
@RequestMapping(AssessmentWrites.PATH + "/{a}/resolution")
class ResolutionWrites {
    private static final int MOST = 10_000;

    private final Writes writes;

    ResolutionWrites(Writes writes) {
        this.writes = writes;
    }

    /** {@code outcome} or {@code outcomes}; an outcome of null annuls the question, and has to be said. */
    @Body
    record NewResolution(
            @Nullable @Clearable @Body.Key String outcome,
            @Nullable @Aside @Entries(MOST) Map<@Body.Key String, Boolean> outcomes,
            LocalDate resolvedOn,
            String basis,
            @Nullable @Aside String reason,
            @Nullable @Aside Instant effectiveAt,
            @Cleared Set<String> cleared)
            implements Said {

        ResolveAssessment command() {
            if (outcome == null && outcomes == null && cleared.isEmpty()) {
                throw Problem.badField(
                        "/outcome",
                        "is missing; name an interpretation, or null where the question is annulled, or give outcomes");
            }
            return new ResolveAssessment(outcome, outcomes, resolvedOn, basis);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Resolve the question; holds from the date of resolution unless effectiveAt says otherwise")
    Written<ResolutionView> resolve(@PathVariable String a, @RequestBody(required = true) Sent<NewResolution> sent) {
        return writes.record(
                Right.GOVERN,
                a,
                sent,
                NewResolution::command,
                outcome -> Reply.createdAt(
                        AssessmentWrites.PATH + "/" + a + "/resolution",
                        ResolutionView.of(outcome.last(), (AssessmentResolved)
                                outcome.last().event())));
    }

    @DeleteMapping
    @Operation(summary = "Reopen the question; a reason is required; answers the event")
    Written<EventView> reopen(@PathVariable String a, @RequestBody Sent<Reason> sent) {
        return writes.record(
                Right.GOVERN,
                a,
                sent,
                why -> new ReopenAssessment(),
                outcome -> Reply.ok(EventView.of(outcome.last())));
    }
}
