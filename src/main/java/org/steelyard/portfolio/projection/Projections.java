package org.steelyard.portfolio.projection;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.steelyard.assessment.ParkedEvents;
import org.steelyard.assessment.States;
import org.steelyard.assessment.ThisNode;
import org.steelyard.assessment.WholeLog;
import org.steelyard.balance.At;

/**
 * The projections, and the building of their generations: one at a time on each node, by whichever node takes it. A node that
 * dies leaves the work to the next that looks, which goes on where the dead one was.
 */
@Service
public class Projections implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Projections.class);
    private static final long SILENT_FOR = TimeUnit.SECONDS.toMicros(10);
    private static final long LONGEST_PAUSE = TimeUnit.MINUTES.toSeconds(5);

    /** So long a start waits for the first generations, which a short log needs less than. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Projection> projections;
    private final Generations generations;
    private final Lags lags;
    private final Writer writer;
    private final Build.Tools tools;
    private final ThisNode node;
    private final Clock clock;
    private final Duration keepOld;
    private volatile ExecutorService builder = Executors.newSingleThreadExecutor();
    private volatile boolean running;

    /** The projection that this node is building; null where it builds none. */
    private volatile @Nullable String at;

    private volatile boolean deleting;

    Projections(
            List<Projection> projections,
            Generations generations,
            Lags lags,
            Writer writer,
            WholeLog log,
            States states,
            ParkedEvents parked,
            ThisNode node,
            DataSource dataSource,
            Clock clock,
            @Value("${steelyard.projections.portion}") long portion,
            @Value("${steelyard.projections.keep-old}") Duration keepOld) {
        this.projections = projections.stream().collect(Collectors.toMap(Projection::name, Function.identity()));
        this.generations = generations;
        this.lags = lags;
        this.writer = writer;
        // Not forced to the disk: what a power cut takes is built again.
        var transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.tools = new Build.Tools(log, states, generations, lags, writer, parked, transaction, portion);
        this.node = node;
        this.clock = clock;
        this.keepOld = keepOld;
    }

    /** Whether there is a projection of this name. */
    public boolean has(String name) {
        return projections.containsKey(name);
    }

    /** Begins to build a projection anew beside the one that serves; false where that is going on already. */
    public boolean rebuild(String name) {
        boolean begun = generations.begin(name);
        if (begun) {
            look();
        }
        return begun;
    }

    /** The generation of a projection to read from; empty as long as the first is being built. */
    public Optional<Integer> serving(String name) {
        return Optional.of(generations.serving(name)).filter(generation -> generation > 0);
    }

    /** Whether there is a generation of every projection to read from. */
    public boolean allServe() {
        return generations.all().stream()
                .noneMatch(state -> projections.containsKey(state.name()) && state.serving() == 0);
    }

    @Override
    public void start() {
        builder = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("builder").factory());
        running = true;
        for (Projection projection : projections.values()) {
            String name = projection.name();
            generations.enter(name, projection.shape());
            if (lags.isAheadOfTheLog(name, generations.serving(name)) && generations.begin(name)) {
                LOG.warn("{} has rows of events that the log does not have: it is built anew", name);
            }
            builder.execute(() -> bringUp(projection));
        }
        look();
        awaitFirst();
    }

    /** What the followers' places in the log leave out, as after some were lost. */
    private void bringUp(Projection projection) {
        int serving = generations.serving(projection.name());
        if (running && serving > 0) {
            try {
                new Build(projection, serving, tools, () -> running).catchUp();
            } catch (RuntimeException failure) {
                LOG.error("{} could not be brought up to the log", projection.name(), failure);
            }
        }
    }

    private void awaitFirst() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!allServe() && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes on what is to be built and nobody is at. */
    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    synchronized void look() {
        if (!running) {
            return;
        }
        long now = At.micros(clock.instant());
        String name = at;
        if (name != null && !generations.beat(name, node.name(), now)) {
            at = null; // Another has taken it over.
        }
        for (var state : generations.all()) {
            if (at == null && projections.containsKey(state.name())) {
                takeOn(state, now);
            }
        }
    }

    private void takeOn(Generations.State state, long now) {
        String name = state.name();
        Projection projection = Objects.requireNonNull(projections.get(name));
        Integer building = state.building();
        Long switchedAt = state.switchedAt();
        if (building != null) {
            long done = generations.eventsDone(name, building);
            if (generations.take(name, node.name(), now, now - SILENT_FOR, done)) {
                at = name;
                builder.execute(() -> build(projection, building));
            }
        } else if (!deleting && switchedAt != null && switchedAt <= now - keepOld.toNanos() / 1_000) {
            deleting = true;
            builder.execute(() -> deleteOld(projection, switchedAt));
        }
    }

    private void build(Projection projection, int generation) {
        String name = projection.name();
        var build = new Build(projection, generation, tools, () -> running && name.equals(at));
        try {
            build.readInBulk();
            if (isMine(name)) {
                generations.handOver(name, node.name());
                build.catchUp();
            }
            // All that was followed before the hand-over is in it now, and all that was after.
            if (isMine(name) && generations.serve(name, node.name(), At.micros(clock.instant()))) {
                retryParked(name);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failure) {
            fail(name, failure);
        } finally {
            generations.leave(name, node.name());
            done(name);
        }
    }

    private boolean isMine(String name) {
        return running && name.equals(at);
    }

    private void fail(String name, Throwable failure) {
        int failures = generations.find(name).map(Generations.State::failures).orElse(0);
        long pause = Math.min(LONGEST_PAUSE, 2L << Math.min(failures, 30));
        LOG.error(
                "Building {} failed, {} times in a row; it is tried again in {} s", name, failures + 1, pause, failure);
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String why = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        long retryAt = At.micros(clock.instant()) + TimeUnit.SECONDS.toMicros(pause);
        generations.fail(name, node.name(), why.substring(0, Math.min(why.length(), 1_000)), retryAt);
    }

    private synchronized void done(String name) {
        if (name.equals(at)) {
            at = null;
        }
        look();
    }

    private void retryParked(String name) {
        ParkedEvents parked = tools.parked();
        parked.list(null, Integer.MAX_VALUE).stream()
                .filter(event -> event.follower().equals(name))
                .map(ParkedEvents.Parked::assessment)
                .distinct()
                .forEach(assessment -> parked.retry(name, assessment));
    }

    /** Deletes the generations before the one that serves, which those who were reading them have done with. */
    private void deleteOld(Projection projection, long switchedAt) {
        String name = projection.name();
        try {
            for (int generation : generations.abandoned(name)) {
                for (String assessment : generations.revisions(name, generation).keySet()) {
                    if (!running) {
                        return;
                    }
                    tools.transaction().executeWithoutResult(status -> {
                        writer.delete(projection, generation, assessment);
                        generations.forget(name, generation, assessment);
                    });
                }
            }
            generations.deletedBefore(name, switchedAt);
        } catch (RuntimeException failure) {
            LOG.warn("Old rows of {} could not be deleted; it is tried again", name, failure);
        } finally {
            deleting = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        builder.shutdown();
        try {
            // And no interrupt after that: one that meets H2 in a write closes its file for the whole process.
            if (!builder.awaitTermination(20, TimeUnit.SECONDS)) {
                LOG.warn("A build goes on while the server stops; it is taken up again at the next start");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** After the followers of the log, so that what is not followed is read in bulk; before anybody can ask over HTTP. */
    @Override
    public int getPhase() {
        return 1;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
