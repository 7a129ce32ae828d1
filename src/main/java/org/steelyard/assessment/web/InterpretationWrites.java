package org.steelyard.assessment.web;

import static org.steelyard.http.Body.NAME;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.access.Right;
import org.steelyard.assessment.AssessmentCommand.ProposeInterpretation;
import org.steelyard.assessment.AssessmentCommand.ReinstateInterpretation;
import org.steelyard.assessment.AssessmentCommand.ReviseInterpretation;
import org.steelyard.assessment.AssessmentCommand.WithdrawInterpretation;
import org.steelyard.assessment.AssessmentView.InterpretationView;
import org.steelyard.assessment.Outcome;
import org.steelyard.http.Body;
import org.steelyard.http.Body.Aside;
import org.steelyard.http.Body.AtMost;
import org.steelyard.http.Body.Clearable;
import org.steelyard.http.Body.Cleared;
import org.steelyard.http.Sent;
import org.steelyard.http.Written;

/** Interpretations: proposed, revised, withdrawn, reinstated. */
@RestController
@RequestMapping(AssessmentWrites.PATH + "/{a}/interpretations")
class InterpretationWrites {
    private final Writes writes;

    InterpretationWrites(Writes writes) {
        this.writes = writes;
    }

    @Body
    record NewInterpretation(
            @Nullable @Body.Key String key,
            String statement,
            @Nullable @AtMost(NAME) String holder,
            @Nullable String discriminator,
            @Nullable String reason,
            @Nullable Instant effectiveAt)
            implements Said {

        ProposeInterpretation command() {
            return new ProposeInterpretation(key, statement, holder, discriminator);
        }
    }

    @Body
    record InterpretationChange(
            @Nullable String statement,
            @Nullable @Clearable @AtMost(NAME) String holder,
            @Nullable @Clearable String discriminator,
            @Nullable @Aside String reason,
            @Nullable @Aside Instant effectiveAt,
            @Cleared Set<String> cleared)
            implements Said {

        ReviseInterpretation of(String key) {
            return new ReviseInterpretation(key, statement, holder, discriminator, cleared);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Propose an interpretation")
    Written<InterpretationView> propose(
            @PathVariable String a, @RequestBody(required = true) Sent<NewInterpretation> sent) {
        return writes.record(
                Right.RECORD,
                a,
                sent,
                NewInterpretation::command,
                Writes.createdUnder(a, "interpretations", InterpretationWrites::shown));
    }

    @PatchMapping("/{i}")
    @Operation(summary = "Revise an interpretation's texts")
    Written<InterpretationView> revise(
            @PathVariable String a,
            @PathVariable String i,
            @RequestBody(required = true) Sent<InterpretationChange> sent) {
        return writes.record(Right.RECORD, a, sent, change -> change.of(i), outcome -> Reply.ok(shown(outcome)));
    }

    @DeleteMapping("/{i}")
    @Operation(summary = "Withdraw an interpretation; a reason is required")
    Written<InterpretationView> withdraw(
            @PathVariable String a, @PathVariable String i, @RequestBody Sent<Reason> sent) {
        return writes.record(
                Right.RECORD, a, sent, why -> new WithdrawInterpretation(i), outcome -> Reply.ok(shown(outcome)));
    }

    @PostMapping("/{i}/reinstatement")
    @Operation(summary = "Put a withdrawn interpretation in force again; a reason is required")
    Written<InterpretationView> reinstate(
            @PathVariable String a, @PathVariable String i, @RequestBody(required = true) Sent<Reason> sent) {
        return writes.record(
                Right.RECORD, a, sent, why -> new ReinstateInterpretation(i), outcome -> Reply.ok(shown(outcome)));
    }

    private static InterpretationView shown(Outcome outcome) {
        return Objects.requireNonNull(outcome.state().interpretationAt(Writes.item(outcome), Writes.point(outcome)));
    }
}
