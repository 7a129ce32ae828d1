package org.steelyard.assessment;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;

/**
 * Sends commands to the aggregate; where another node was quicker and no rule is broken it sends them once more, in turn, so that
 * nobody starves.
 */
final class AxonAssessments implements Assessments {
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
        var all = List.copyOf(submissions);
        var recordToo = with(alongside);
        return settled(
                List.of(assessment),
                inTurn -> commands.sendAndWait(new Decide(assessment, all, ifMatch, inTurn, recordToo)));
    }

    @Override
    public List<Outcome> importAll(List<List<Recorded>> histories, Consumer<List<Outcome>> alongside) {
        List<Append> appends = histories.stream().map(AxonAssessments::append).toList();
        List<String> keys = appends.stream().map(Append::assessment).toList();
        // Not in turn: who is beaten finds an assessment opened that was not, and that is for good.
        return settled(keys, again -> inOneTransaction(appends, alongside));
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
            List<Outcome> outcomes = inOrder(appends);
            Consumer<List<Outcome>> recordToo = undoable(all -> {
                all.forEach(index::write);
                alongside.accept(all);
            });
            work.onPrepareCommit(ignored -> recordToo.accept(outcomes));
            work.commit();
            return outcomes;
        } catch (RuntimeException | Error e) {
            if (work.isActive()) {
                work.rollback(e);
            }
            throw e;
        }
    }

    /** Sent in the order of their keys, or two imports of the same keys might wait for each other; answered in theirs. */
    private List<Outcome> inOrder(List<Append> appends) {
        var outcomes = new IdentityHashMap<Append, Outcome>();
        for (Append append :
                appends.stream().sorted(comparing(Append::assessment)).toList()) {
            outcomes.put(append, commands.sendAndWait(append));
        }
        return appends.stream()
                .map(append -> requireNonNull(outcomes.get(append)))
                .toList();
    }

    private Consumer<Outcome> with(Consumer<Outcome> alongside) {
        return undoable(outcome -> {
            index.write(outcome);
            alongside.accept(outcome);
        });
    }

    /** Axon rolls back for exceptions alone: after an error at this stage its transaction would stay open for good. */
    private static <T> Consumer<T> undoable(Consumer<T> step) {
        return outcome -> {
            try {
                step.accept(outcome);
            } catch (Error e) {
                throw new IllegalStateException("What goes with the events failed", e);
            }
        };
    }

    private <T> T settled(List<String> assessments, Function<Boolean, T> attempt) {
        return settled(assessments, attempt, false);
    }

    private <T> T settled(List<String> assessments, Function<Boolean, T> attempt, boolean again) {
        try {
            return attempt.apply(again);
        } catch (ConcurrencyException | DuplicateKeyException e) {
            if (again) {
                throw new CannotAcquireLockException("Others were quicker twice", e);
            }
        } catch (RefusedAt e) {
            if (again || isNewest(e.revision(), assessments)) {
                throw e.refused();
            }
        } catch (StaleRevision e) {
            if (again || isNewest(e.current(), assessments)) {
                throw e;
            }
        } catch (LockAcquisitionFailedException e) {
            throw new CannotAcquireLockException("Too many write to " + assessments, e);
        }
        assessments.forEach(cache::remove);
        return settled(assessments, attempt, true);
    }

    /** Whether the cached state on which a refusal rests is that of the log: another node may have gone on with it. */
    private boolean isNewest(long revision, List<String> assessments) {
        return assessments.size() != 1 || log.revision(assessments.getFirst()) == revision;
    }
}
