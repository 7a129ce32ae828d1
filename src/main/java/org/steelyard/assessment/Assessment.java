package org.steelyard.assessment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentCommand.GiveReview;

/** Axon's view of an assessment: load, ask the decider, apply. It holds no rule of its own. */
@Aggregate(repository = "assessmentRepository", type = "assessment")
class Assessment {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String key;

    private AssessmentState state = AssessmentState.none();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(Decide command, Clock clock, AssessmentLog log) {
        Long expected = command.ifMatch();
        if (expected != null && expected != state.revision()) {
            throw new StaleRevision(state.revision());
        }
        long before = state.revision();
        var appended = new ArrayList<Recorded>();
        for (int i = 0; i < command.submissions().size(); i++) {
            Submission submission = bound(command.submissions().get(i), log);
            try {
                List<Recorded> decided = AssessmentDecider.decide(state, submission, clock.instant(), before);
                decided.forEach(Assessment::append);
                appended.addAll(decided);
            } catch (Refused refused) {
                throw new RefusedAt(before, refused.ofSubmission(i));
            }
        }
        var outcome = new Outcome(state, appended);
        CurrentUnitOfWork.get().onPrepareCommit(work -> command.alongside().accept(outcome));
        return outcome;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(Append command) {
        if (state.isOpened()) {
            throw new AlreadyOpened(command.assessment());
        }
        command.history().forEach(Assessment::append);
        return new Outcome(state, command.history());
    }

    private static void append(Recorded recorded) {
        apply(recorded.event(), MetaData.from(recorded.stamp().toMap()));
    }

    /** A review binds to the bytes of what it is about, which the log knows and the reviewer does not. */
    private Submission bound(Submission submission, AssessmentLog log) {
        if (submission.command() instanceof GiveReview review && state.recorded(review.revision()) != null) {
            String digest = log.digest(state.key(), review.revision())
                    .orElseGet(() -> log.digestOf(state.events().subList(0, (int) review.revision())));
            var bound = new GiveReview(review.revision(), review.verdict(), review.text(), digest, review.knownBy());
            return new Submission(
                    bound, submission.actor(), submission.author(), submission.effectiveAt(), submission.reason());
        }
        return submission;
    }

    @EventSourcingHandler
    void on(AssessmentEvent event, MetaData stamp, @SequenceNumber long sequenceNumber) {
        if (event instanceof AssessmentEvent.AssessmentOpened opened) {
            key = opened.key();
        }
        state = state.evolve(new Recorded(sequenceNumber + 1, Stamp.fromMap(stamp), event));
    }
}
