package org.steelyard.assessment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.access.Right;
import org.steelyard.assessment.AssessmentCommand.RecordJudgment;
import org.steelyard.assessment.AssessmentCommand.WithdrawJudgment;
import org.steelyard.assessment.AssessmentEvent.JudgmentRecorded;
import org.steelyard.assessment.AssessmentView.JudgmentView;
import org.steelyard.assessment.EventView;
import org.steelyard.balance.Confidence;
import org.steelyard.http.Body;
import org.steelyard.http.Body.Between;
import org.steelyard.http.Body.Entries;
import org.steelyard.http.Sent;
import org.steelyard.http.Written;

/** One's own judgment: recorded and withdrawn. */
@RestController
@RequestMapping(AssessmentWrites.PATH + "/{a}/judgments")
class JudgmentWrites {
    private static final int MOST = 10_000;

    private final Writes writes;

    JudgmentWrites(Writes writes) {
        this.writes = writes;
    }

    @Body
    record NewJudgment(
            @Entries(MOST) Map<@Body.Key String, @Between(min = 0, max = 1) Double> probabilities,
            Confidence confidence,
            String rationale,
            @Nullable @Entries(MOST) List<@Body.Key String> restsOn,
            @Nullable @Entries(MOST) List<@Body.Key String> arguedAgainst,
            @Nullable String reason,
            @Nullable Instant effectiveAt)
            implements Said {

        RecordJudgment command() {
            return new RecordJudgment(
                    probabilities,
                    confidence,
                    rationale,
                    restsOn == null ? List.of() : restsOn,
                    arguedAgainst == null ? List.of() : arguedAgainst);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Judge, in one's own name: a probability for exactly the interpretations in force")
    Written<JudgmentView> record(@PathVariable String a, @RequestBody(required = true) Sent<NewJudgment> sent) {
        return writes.record(
                Right.RECORD,
                a,
                sent,
                NewJudgment::command,
                outcome -> Reply.createdAt(
                        Writes.place(a, "judgments", outcome.last().stamp().author()),
                        JudgmentView.of(outcome.last(), (JudgmentRecorded)
                                outcome.last().event())));
    }

    @DeleteMapping
    @Operation(summary = "Take back one's own judgment; answers the event")
    Written<EventView> withdraw(@PathVariable String a, @RequestBody Sent<Reason> sent) {
        return writes.record(
                Right.RECORD,
                a,
                sent,
                why -> new WithdrawJudgment(),
                outcome -> Reply.ok(EventView.of(outcome.last())));
    }
}
