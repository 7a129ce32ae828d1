package org.steelyard.portfolio.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.ParkedEvents;
import org.steelyard.assessment.States;
import org.steelyard.assessment.WholeLog;
import org.steelyard.assessment.WholeLog.Portions;
import org.steelyard.assessment.WholeLog.Stream;

/**
 * One generation in the making: first the log in bulk, whole assessments at a time, several such portions side by side; then
 * what was recorded meanwhile. Each portion is committed whole, so that one who goes on after a crash sees what is left.
 */
final class Build {
    private static final Logger LOG = LoggerFactory.getLogger(Build.class);
    private static final int WORKERS = 2;
    private static final int BEHIND_AT_ONCE = 500;
    private static final int ATTEMPTS = 10;

    private final Projection projection;
    private final int generation;
    private final WholeLog log;
    private final States states;
    private final Generations generations;
    private final Lags lags;
    private final Writer writer;
    private final ParkedEvents parked;
    private final TransactionTemplate transaction;
    private final long portion;
    private final BooleanSupplier wanted;
    /** What a build works with; one for all builds. A portion is of about so many events. */
    record Tools(
            WholeLog log,
            States states,
            Generations generations,
            Lags lags,
            Writer writer,
            ParkedEvents parked,
            TransactionTemplate transaction,
            long portion) {}

    /** @param wanted false as soon as the build is to stop where it is */
    Build(Projection projection, int generation, Tools tools, BooleanSupplier wanted) {
        this.projection = projection;
        this.generation = generation;
        this.log = tools.log();
        this.states = tools.states();
        this.generations = tools.generations();
        this.lags = tools.lags();
        this.writer = tools.writer();
        this.parked = tools.parked();
        this.transaction = tools.transaction();
        this.portion = tools.portion();
        this.wanted = wanted;
    }

    /** Reads the log in bulk up to where it ends now; what is there already is left as it is. */
    void readInBulk() throws InterruptedException {
        Set<String> done = generations.revisions(projection.name(), generation).keySet();
        try (Portions portions = log.portions(log.newest(), portion, key -> !done.contains(key), wanted);
                ExecutorService workers = Executors.newFixedThreadPool(
                        WORKERS, Thread.ofPlatform().name("build-", 0).factory())) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                running.add(workers.submit(() -> work(portions)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The log could not be read in bulk", failed.getCause());
        }
    }

    private @Nullable Void work(Portions portions) throws InterruptedException {
        List<Stream> streams = portions.next();
        while (!streams.isEmpty() && wanted.getAsBoolean()) {
            write(streams);
            streams = portions.next();
        }
        return null;
    }

    private void write(List<Stream> streams) {
        List<AssessmentState> whole = streams.stream()
                .filter(stream -> !stream.events().isEmpty())
                .map(stream -> AssessmentState.fold(stream.events()))
                .toList();
        try {
            transaction.executeWithoutResult(status -> writer.begin(projection, generation, whole));
        } catch (RuntimeException oneOfThem) {
            LOG.warn(
                    "Building {}: not all of {} assessments can be written at once; they go on one by one",
                    projection.name(),
                    whole.size(),
                    oneOfThem);
            whole.forEach(this::writeAlone);
        }
        for (Stream stream : streams) {
            if (stream.broken() != null) {
                park(stream.assessment(), stream.events().size() + 1L, stream.broken());
            }
        }
    }

    /** False where others were in the way at this moment. */
    private boolean writeAlone(AssessmentState state) {
        try {
            transaction.executeWithoutResult(status -> writer.advance(projection, generation, state));
        } catch (TransientDataAccessException another) {
            LOG.debug("Another is at {}", state.key(), another);
            return false;
        } catch (RuntimeException failure) {
            park(state.key(), state.revision(), failure);
        }
        return true;
    }

    private void park(String assessment, long revision, RuntimeException cause) {
        parked.park(projection.name(), assessment, revision, cause);
        LOG.error("{}: revision {} of {} is parked", projection.name(), revision, assessment, cause);
    }

    /**
     * Brings every assessment up that is behind when this begins, as far as its events can be read. What is recorded meanwhile
     * may be left.
     */
    void catchUp() {
        String last = "";
        List<String> keys = behind(last);
        while (!keys.isEmpty()) {
            for (String key : keys) {
                if (!wanted.getAsBoolean()) {
                    return;
                }
                bringUp(key);
            }
            last = keys.getLast();
            keys = behind(last);
        }
    }

    private List<String> behind(String after) {
        return lags.behind(projection.name(), generation, after, BEHIND_AT_ONCE);
    }

    private void bringUp(String assessment) {
        for (int attempts = 0; attempts < ATTEMPTS; attempts++) {
            var newest = states.newest(assessment);
            boolean written = !newest.state().isOpened() || writeAlone(newest.state());
            if (newest.broken() != null) {
                park(assessment, newest.state().revision() + 1, newest.broken());
            }
            if (written) {
                return;
            }
        }
        throw new IllegalStateException("Others are at " + assessment + " without a pause");
    }
}
