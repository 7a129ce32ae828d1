package org.steelyard.assessment.web;

import static org.steelyard.http.Body.NAME;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.net.URI;
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
import org.steelyard.assessment.AssessmentCommand.CorrectEvidence;
import org.steelyard.assessment.AssessmentCommand.RecordEvidence;
import org.steelyard.assessment.AssessmentCommand.ReinstateEvidence;
import org.steelyard.assessment.AssessmentCommand.RetractEvidence;
import org.steelyard.assessment.AssessmentEvent.EvidenceKind;
import org.steelyard.assessment.AssessmentView.EvidenceView;
import org.steelyard.assessment.Marking;
import org.steelyard.assessment.Outcome;
import org.steelyard.balance.Relevance;
import org.steelyard.http.Body;
import org.steelyard.http.Body.Aside;
import org.steelyard.http.Body.AtMost;
import org.steelyard.http.Body.Between;
import org.steelyard.http.Body.Clearable;
import org.steelyard.http.Body.Cleared;
import org.steelyard.http.Body.RoughDate;
import org.steelyard.http.Sent;
import org.steelyard.http.Written;

/** Evidence: recorded, corrected, regraded, retracted, reinstated. */
@RestController
@RequestMapping(AssessmentWrites.PATH + "/{a}/evidence")
class EvidenceWrites {
    private final Writes writes;

    EvidenceWrites(Writes writes) {
        this.writes = writes;
    }

    @Body
    record NewEvidence(
            @Nullable @Body.Key String key,
            String claim,
            @Body.Key String source,
            @Between(min = 1, max = 6) int credibility,
            Relevance relevance,
            @Nullable EvidenceKind kind,
            @Nullable @AtMost(NAME) String origin,
            @Nullable @RoughDate String occurredOn,
            @Nullable @RoughDate String publishedOn,
            @Nullable URI link,
            @Nullable Marking marking,
            @Nullable String reason,
            @Nullable Instant effectiveAt)
            implements Said {

        RecordEvidence command() {
            return new RecordEvidence(
                    key,
                    claim,
                    source,
                    credibility,
                    relevance,
                    kind == null ? EvidenceKind.REPORT : kind,
                    origin,
                    occurredOn,
                    publishedOn,
                    link,
                    marking);
        }
    }

    @Body
    record EvidenceChange(
            @Nullable String claim,
            @Nullable @Body.Key String source,
            @Nullable @Between(min = 1, max = 6) Integer credibility,
            @Nullable Relevance relevance,
            @Nullable EvidenceKind kind,
            @Nullable @Clearable @AtMost(NAME) String origin,
            @Nullable @Clearable @RoughDate String occurredOn,
            @Nullable @Clearable @RoughDate String publishedOn,
            @Nullable @Clearable URI link,
            @Nullable @Clearable Marking marking,
            @Nullable @Aside String reason,
            @Nullable @Aside Instant effectiveAt,
            @Cleared Set<String> cleared)
            implements Said {

        CorrectEvidence of(String key) {
            return new CorrectEvidence(
                    key,
                    claim,
                    source,
                    credibility,
                    relevance,
                    kind,
                    origin,
                    occurredOn,
                    publishedOn,
                    link,
                    marking,
                    cleared);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Record an item of evidence")
    Written<EvidenceView> record(@PathVariable String a, @RequestBody(required = true) Sent<NewEvidence> sent) {
        return writes.record(
                Right.RECORD, a, sent, NewEvidence::command, Writes.createdUnder(a, "evidence", EvidenceWrites::shown));
    }

    @PatchMapping("/{e}")
    @Operation(summary = "Correct an item of evidence, or regrade it where only grades are given")
    Written<EvidenceView> correct(
            @PathVariable String a, @PathVariable String e, @RequestBody(required = true) Sent<EvidenceChange> sent) {
        return writes.record(Right.RECORD, a, sent, change -> change.of(e), outcome -> Reply.ok(shown(outcome)));
    }

    @DeleteMapping("/{e}")
    @Operation(summary = "Retract an item of evidence; a reason is required")
    Written<EvidenceView> retract(@PathVariable String a, @PathVariable String e, @RequestBody Sent<Reason> sent) {
        return writes.record(Right.RECORD, a, sent, why -> new RetractEvidence(e), outcome -> Reply.ok(shown(outcome)));
    }

    @PostMapping("/{e}/reinstatement")
    @Operation(summary = "Put a retracted item of evidence in force again; a reason is required")
    Written<EvidenceView> reinstate(
            @PathVariable String a, @PathVariable String e, @RequestBody(required = true) Sent<Reason> sent) {
        return writes.record(
                Right.RECORD, a, sent, why -> new ReinstateEvidence(e), outcome -> Reply.ok(shown(outcome)));
    }

    private static EvidenceView shown(Outcome outcome) {
        return Objects.requireNonNull(outcome.state().evidenceAt(Writes.item(outcome), Writes.point(outcome)));
    }
}
