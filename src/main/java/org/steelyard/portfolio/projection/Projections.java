package org.steelyard.portfolio.projection;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.steelyard.assessment.ParkedEvents;
import org.steelyard.assessment.States;
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

    private final Map<String, Projection> projections;
    private final Generations generations;
    private final Writer writer;
    private final Build.Tools tools;
    private final Clock clock;
    private final String node = UUID.randomUUID().toString();
    private final Set<String> mine = ConcurrentHashMap.newKeySet();
    private volatile ExecutorService builder = Executors.newSingleThreadExecutor();
    private volatile boolean running;

    Projections(
            List<Projection> projections,
            Generations generations,
            Writer writer,
            WholeLog log,
            States states,
            ParkedEvents parked,
            DataSource dataSource,
            Clock clock) {
        this.projections = projections.stream().collect(Collectors.toMap(Projection::name, Function.identity()));
        this.generations = generations;
        this.writer = writer;
        // Not forced to the disk: what a power cut takes is built again.
        var transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.tools = new Build.Tools(log, states, generations, writer, parked, transaction);
        this.clock = clock;
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

    @Override
    public void start() {
        builder = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("builder").factory());
        running = true;
        projections.values().forEach(projection -> generations.enter(projection.name(), projection.shape()));
        look();
    }

    /** Takes on what is to be built and nobody is at. */
    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void look() {
        if (!running) {
            return;
        }
        long now = At.micros(clock.instant());
        mine.forEach(name -> {
            if (!generations.beat(name, node, now)) {
                mine.remove(name);
            }
        });
        for (var state : generations.all()) {
            Projection projection = projections.get(state.name());
            if (projection != null && state.building() != null && !mine.contains(state.name())) {
                long done = generations.eventsDone(state.name(), state.building());
                if (generations.take(state.name(), node, now, now - SILENT_FOR, done)) {
                    mine.add(state.name());
                    int generation = state.building();
                    builder.execute(() -> build(projection, generation));
                }
            }
        }
    }

    private void build(Projection projection, int generation) {
        String name = projection.name();
        var build = new Build(projection, generation, tools, () -> running && mine.contains(name));
        try {
            build.readInBulk();
            build.catchUp();
            if (running && mine.contains(name) && generations.serve(name, node)) {
                // What a follower was writing to the old generation at this moment is still missing in the new one.
                build.catchUp();
                retryParked(name);
                deleteAbandoned(projection);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.error("Building {} failed; it is tried again", name, failure);
        } finally {
            mine.remove(name);
            generations.leave(name, node);
        }
    }

    private void retryParked(String name) {
        ParkedEvents parked = tools.parked();
        parked.list(null, Integer.MAX_VALUE).stream()
                .filter(event -> event.follower().equals(name))
                .map(ParkedEvents.Parked::assessment)
                .distinct()
                .forEach(assessment -> parked.retry(name, assessment));
    }

    private void deleteAbandoned(Projection projection) {
        for (int generation : generations.abandoned(projection.name())) {
            for (String assessment :
                    generations.revisions(projection.name(), generation).keySet()) {
                tools.transaction().executeWithoutResult(status -> {
                    writer.delete(projection, generation, assessment);
                    generations.forget(projection.name(), generation, assessment);
                });
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        builder.shutdown();
        try {
            if (!builder.awaitTermination(20, TimeUnit.SECONDS)) {
                builder.shutdownNow();
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
