package org.steelyard.assessment.web;

import static org.steelyard.http.Body.NAME;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.access.Access;
import org.steelyard.access.Members;
import org.steelyard.access.Right;
import org.steelyard.access.Role;
import org.steelyard.assessment.AssessmentCommand.OpenAssessment;
import org.steelyard.assessment.AssessmentCommand.ReviseAssessment;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.AssessmentWithMembers;
import org.steelyard.assessment.Marking;
import org.steelyard.assessment.NewKeys;
import org.steelyard.assessment.Outcome;
import org.steelyard.assessment.PolicyFields;
import org.steelyard.assessment.Refused;
import org.steelyard.assessment.Rule;
import org.steelyard.assessment.Sight;
import org.steelyard.assessment.Sights;
import org.steelyard.assessment.Stamp;
import org.steelyard.balance.Relation;
import org.steelyard.http.Answer;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.Body;
import org.steelyard.http.Body.Aside;
import org.steelyard.http.Body.AtMost;
import org.steelyard.http.Body.Clearable;
import org.steelyard.http.Body.Cleared;
import org.steelyard.http.Body.Entries;
import org.steelyard.http.Problem;
import org.steelyard.http.Sent;
import org.steelyard.http.Written;

/** Opens an assessment, and changes what frames it. */
@RestController
@RequestMapping(AssessmentWrites.PATH)
class AssessmentWrites {
    static final String PATH = ApiPaths.ROOT + "/assessments";

    private final Writes writes;
    private final Access access;
    private final Members members;
    private final Sights sights;
    private final Clock clock;

    AssessmentWrites(Writes writes, Access access, Members members, Sights sights, Clock clock) {
        this.writes = writes;
        this.access = access;
        this.members = members;
        this.sights = sights;
        this.clock = clock;
    }

    @Body
    record NewAssessment(
            @Nullable @Body.Key String key,
            @AtMost(NAME) String title,
            String question,
            @Nullable Relation relation,
            @Nullable LocalDate horizon,
            @Nullable Marking marking,
            @Nullable @Entries(20) List<@AtMost(50) String> tags,
            @Nullable PolicyFields policy,
            @Nullable Boolean blind,
            @Nullable String reason,
            @Nullable Instant effectiveAt)
            implements Said {

        OpenAssessment under(String chosen) {
            return new OpenAssessment(
                    chosen,
                    title,
                    question,
                    relation == null ? Relation.EXCLUSIVE : relation,
                    horizon,
                    marking == null ? Marking.AMBER : marking,
                    tags == null ? List.of() : tags,
                    PolicyFields.change(policy),
                    Boolean.TRUE.equals(blind));
        }
    }

    @Body
    record AssessmentChange(
            @Nullable @AtMost(NAME) String title,
            @Nullable String question,
            @Nullable @Clearable LocalDate horizon,
            @Nullable @Clearable @Entries(20) List<@AtMost(50) String> tags,
            @Nullable Marking marking,
            @Nullable PolicyFields policy,
            @Nullable Boolean blind,
            @Nullable Boolean archived,
            @Nullable @Aside String reason,
            @Nullable @Aside Instant effectiveAt,
            @Cleared Set<String> cleared)
            implements Said {

        ReviseAssessment command() {
            return new ReviseAssessment(
                    title, question, horizon, tags, marking, PolicyFields.change(policy), blind, archived, cleared);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Open an assessment; whoever opens it becomes its owner")
    Written<AssessmentWithMembers> open(@RequestBody(required = true) Sent<NewAssessment> sent) {
        access.requireToOpen();
        return writes.repeatable(sent, keep -> {
            refuseRevision(sent.request().ifMatch());
            NewAssessment fields = sent.fields();
            return fields.key() == null ? openUnderFreeKey(fields, keep) : open(fields.key(), fields, keep);
        });
    }

    @PatchMapping("/{a}")
    @Operation(
            summary = "Change an assessment's texts, tags, marking, policy, blind mode or archive, each its own event")
    Written<AssessmentWithMembers> revise(
            @PathVariable String a, @RequestBody(required = true) Sent<AssessmentChange> sent) {
        return writes.record(Right.GOVERN, a, sent, AssessmentChange::command, outcome -> Reply.ok(whole(outcome)));
    }

    /** What is not there yet has no revision to match, and what is there is nobody's business. */
    private static void refuseRevision(@Nullable Long ifMatch) {
        if (ifMatch != null && ifMatch != 0) {
            throw Problem.stale(0);
        }
    }

    private Answer openUnderFreeKey(NewAssessment fields, Consumer<Answer> keep) {
        Iterator<String> keys = NewKeys.of(fields.title(), clock.instant()).iterator();
        while (true) {
            try {
                return open(keys.next(), fields, keep);
            } catch (Refused refused) {
                if (refused.rule() != Rule.AN_ASSESSMENT_IS_OPENED_ONCE || !keys.hasNext()) {
                    throw refused;
                }
            }
        }
    }

    private Answer open(String key, NewAssessment fields, Consumer<Answer> keep) {
        Function<Outcome, Reply<AssessmentWithMembers>> reply = outcome -> {
            Stamp stamp = outcome.last().stamp();
            members.add(key, stamp.author(), Role.OWNER, stamp.actor(), stamp.recordedAt());
            return Reply.createdAt(PATH + "/" + key, whole(outcome));
        };
        return writes.perform(key, List.of(writes.submission(fields.under(key), fields)), null, reply, keep);
    }

    private AssessmentWithMembers whole(Outcome outcome) {
        Sight sight = sights.ofUnrecorded(outcome.state());
        AssessmentState state = sight.state();
        return new AssessmentWithMembers(
                state.at(state.latest()), sight.blinded() ? true : null, members.of(state.key()));
    }
}
