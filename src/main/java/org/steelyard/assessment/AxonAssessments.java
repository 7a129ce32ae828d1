package org.steelyard.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** Sends commands to the aggregate, again where another node was quicker and no rule is broken. */
final class AxonAssessments implements Assessments {
    private static final int ATTEMPTS = 20;

    private final CommandGateway commands;
    private final TransactionManager transactions;
    private final AssessmentLog log;
    private final AssessmentIndex index;
    private final Cache cache;

    AxonAssessments(
            CommandGateway commands,
            TransactionManager transactions,
            AssessmentLog log,
            AssessmentIndex index,
            Cache cache) {
        this.commands = commands;
        this.transactions = transactions;
        this.log = log;
        this.index = index;
        this.cache = cache;
    }

    @Override
    public Outcome record(
            String assessment, List<Submission> submissions, @Nullable Long ifMatch, Consumer<Outcome> alongside) {
        var command = new Decide(assessment, List.copyOf(submissions), ifMatch, with(alongside));
        return untilSettled(List.of(assessment), () -> commands.sendAndWait(command));
    }

    @Override
    public List<Outcome> importAll(List<List<Recorded>> histories, Consumer<List<Outcome>> alongside) {
        List<Append> appends = histories.stream().map(AxonAssessments::append).toList();
        List<String> keys = appends.stream().map(Append::assessment).toList();
        return untilSettled(keys, () -> inOneTransaction(appends, alongside));
    }

    private static Append append(List<Recorded> history) {
        if (history.getFirst().event() instanceof AssessmentEvent.AssessmentOpened opened) {
            return new Append(opened.key(), List.copyOf(history));
        }
        throw new IllegalArgumentException("A history begins with the opening of its assessment");
    }

    /** Axon joins the units of work of the single commands to this one, and appends all their events when it commits. */
    private List<Outcome> inOneTransaction(List<Append> appends, Consumer<List<Outcome>> alongside) {
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        work.attachTransaction(transactions);
        try {
            var outcomes = new ArrayList<Outcome>();
            for (Append append : appends) {
                outcomes.add(commands.sendAndWait(append));
            }
            work.onPrepareCommit(ignored -> {
                outcomes.forEach(index::write);
                alongside.accept(outcomes);
            });
            work.commit();
            return outcomes;
        } catch (RuntimeException e) {
            if (work.isActive()) {
                work.rollback(e);
            }
            throw e;
        }
    }

    private Consumer<Outcome> with(Consumer<Outcome> alongside) {
        return outcome -> {
            index.write(outcome);
            alongside.accept(outcome);
        };
    }

    private <T> T untilSettled(List<String> assessments, Supplier<T> attempt) {
        for (int attempts = 1; ; attempts++) {
            try {
                return attempt.get();
            } catch (ConcurrencyException | DuplicateKeyException e) {
                assessments.forEach(cache::remove);
                if (attempts == ATTEMPTS) {
                    throw e;
                }
            } catch (RefusedAt e) {
                if (attempts == ATTEMPTS || !isOldNews(e.revision(), assessments)) {
                    throw e.refused();
                }
                assessments.forEach(cache::remove);
            } catch (StaleRevision e) {
                if (attempts == ATTEMPTS || !isOldNews(e.current(), assessments)) {
                    throw e;
                }
                assessments.forEach(cache::remove);
            }
        }
    }

    /** Whether another node went on with the stream since this revision was cached, on which a refusal rests. */
    private boolean isOldNews(long revision, List<String> assessments) {
        return assessments.size() == 1 && log.revision(assessments.getFirst()) > revision;
    }
}
