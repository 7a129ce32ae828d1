package org.steelyard.assessment.web;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.access.Access;
import org.steelyard.access.Right;
import org.steelyard.assessment.AssessmentCommand;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.Assessments;
import org.steelyard.assessment.Outcome;
import org.steelyard.assessment.Point;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.StaleRevision;
import org.steelyard.assessment.Submission;
import org.steelyard.http.Answer;
import org.steelyard.http.IdempotentWrites;
import org.steelyard.http.Sent;
import org.steelyard.http.Written;
import tools.jackson.databind.json.JsonMapper;

/** How every write of an assessment goes: rights, {@code Idempotency-Key}, {@code If-Match}, body, rules of the domain. */
@Component
class Writes {

    private final Access access;
    private final IdempotentWrites repeatable;
    private final Assessments assessments;
    private final AssessmentLog log;
    private final JsonMapper json;

    Writes(Access access, IdempotentWrites repeatable, Assessments assessments, AssessmentLog log, JsonMapper json) {
        this.access = access;
        this.repeatable = repeatable;
        this.assessments = assessments;
        this.log = log;
        this.json = json;
    }

    /** Asks one thing of an assessment. */
    <B extends Record & Said, V> Written<V> record(
            Right right,
            String assessment,
            Sent<B> sent,
            Function<B, AssessmentCommand> command,
            Function<Outcome, Reply<V>> reply) {
        return recordAll(right, assessment, sent, fields -> List.of(command.apply(fields)), reply);
    }

    /** Asks several things of an assessment, all or none. */
    <B extends Record & Said, V> Written<V> recordAll(
            Right right,
            String assessment,
            Sent<B> sent,
            Function<B, List<AssessmentCommand>> commands,
            Function<Outcome, Reply<V>> reply) {
        access.require(right, assessment);
        return repeatable(sent, keep -> {
            Long ifMatch = sent.request().ifMatch();
            refuseStale(assessment, ifMatch);
            B fields = sent.fields();
            List<Submission> submissions = commands.apply(fields).stream()
                    .map(command -> submission(command, fields))
                    .toList();
            return perform(assessment, submissions, ifMatch, reply, keep);
        });
    }

    /** The write, or what it was answered with when it came before. */
    <V> Written<V> repeatable(Sent<?> sent, IdempotentWrites.Write write) {
        return new Written<>(repeatable.once(sent.request(), write));
    }

    /** A command in the name of who is signed in. */
    Submission submission(AssessmentCommand command, Said fields) {
        return Submission.of(command, access.user()).because(fields.reason()).effective(fields.effectiveAt());
    }

    /** Records, and keeps the answer in the same transaction. */
    <V> Answer perform(
            String assessment,
            List<Submission> submissions,
            @Nullable Long ifMatch,
            Function<Outcome, Reply<V>> reply,
            Consumer<Answer> keep) {
        var given = new AtomicReference<@Nullable Answer>();
        Outcome outcome = assessments.record(assessment, submissions, ifMatch, recorded -> {
            Answer answer = answer(recorded, reply);
            keep.accept(answer);
            given.set(answer);
        });
        Answer answer = given.get();
        return answer == null ? answer(outcome, reply) : answer;
    }

    /** The answer to what made a thing with a key, which a GET shows under that key. */
    static <V> Function<Outcome, Reply<V>> createdUnder(String assessment, String things, Function<Outcome, V> shown) {
        return outcome -> Reply.createdAt(place(assessment, things, item(outcome)), shown.apply(outcome));
    }

    /** The answer to what was said, which a GET shows under its revision. */
    static <V> Function<Outcome, Reply<V>> saidIn(String assessment, String things, Function<Recorded, V> shown) {
        return outcome ->
                Reply.createdAt(place(assessment, things, outcome.last().revision()), shown.apply(outcome.last()));
    }

    /** Where a GET shows the thing of this key or revision. */
    static String place(String assessment, String things, Object key) {
        return AssessmentWrites.PATH + "/" + assessment + "/" + things + "/" + key;
    }

    /** Key of the thing that the write was about. */
    static String item(Outcome outcome) {
        return Objects.requireNonNull(outcome.last().event().item());
    }

    /** The point at which what was just recorded is the last word: everything recorded, at its own effective time. */
    static Point point(Outcome outcome) {
        return new Point(outcome.state().revision(), outcome.last().stamp().effectiveAt());
    }

    private <V> Answer answer(Outcome outcome, Function<Outcome, Reply<V>> reply) {
        Reply<V> said = reply.apply(outcome);
        return new Answer(
                said.status().value(),
                said.location(),
                outcome.state().revision(),
                json.writeValueAsString(said.resource()));
    }

    /** Before the body is looked at; the aggregate asks again when it records. */
    private void refuseStale(String assessment, @Nullable Long ifMatch) {
        if (ifMatch != null) {
            long current = log.revision(assessment);
            if (ifMatch != current) {
                throw new StaleRevision(current);
            }
        }
    }
}
