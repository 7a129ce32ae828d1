package org.steelyard.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.context.SmartLifecycle;
import org.steelyard.assessment.LogFollower;

/**
 * Axon's streaming processors, one for each {@link LogFollower}, each in segments so that different assessments go on side by
 * side while the events of one stay in order. Several nodes share the segments.
 */
final class Followers implements SmartLifecycle {
    private static final int SEGMENTS = 2;
    private static final int BATCH = 200;

    /** Milliseconds until a segment of which no event came notes how far it has read. */
    private static final long NOTES_AFTER = 1_000;

    private final List<LogFollower> followers;
    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final Letters letters;
    private final List<PooledStreamingEventProcessor> processors = new ArrayList<>();
    private final List<ScheduledExecutorService> threads = new ArrayList<>();
    private volatile boolean running;

    Followers(
            List<LogFollower> followers,
            StreamableMessageSource<TrackedEventMessage<?>> log,
            TokenStore tokens,
            TransactionManager transactions,
            Letters letters) {
        this.followers = followers;
        this.log = new FollowedLog(log);
        this.tokens = tokens;
        this.transactions = transactions;
        this.letters = letters;
    }

    @Override
    public void start() {
        ScheduledExecutorService coordinator = pool("follower-coordinator", 1);
        ScheduledExecutorService worker = pool("follower", SEGMENTS);
        for (LogFollower follower : followers) {
            transactions.executeInTransaction(() -> begin(follower));
            var processor = processor(follower, coordinator, worker);
            processors.add(processor);
            processor.start();
        }
        running = true;
    }

    private ScheduledExecutorService pool(String name, int size) {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(
                size, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
        threads.add(pool);
        return pool;
    }

    /** A new follower starts at the end of the log: what is before it, it reads in bulk (see {@code portfolio}). */
    private void begin(LogFollower follower) {
        if (tokens.fetchSegments(follower.name()).length == 0) {
            tokens.initializeTokenSegments(follower.name(), SEGMENTS, log.createHeadToken());
        }
    }

    private PooledStreamingEventProcessor processor(
            LogFollower follower, ScheduledExecutorService coordinator, ScheduledExecutorService worker) {
        return PooledStreamingEventProcessor.builder()
                .name(follower.name())
                .eventHandlerInvoker(letters.invokerOf(follower.name()))
                .messageSource(log)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .coordinatorExecutor(coordinator)
                .workerExecutor(worker)
                .initialSegmentCount(SEGMENTS)
                .claimExtensionThreshold(NOTES_AFTER)
                .batchSize(BATCH)
                .build();
    }

    @Override
    public void stop() {
        running = false;
        processors.forEach(PooledStreamingEventProcessor::shutDown);
        processors.clear();
        threads.forEach(ScheduledExecutorService::shutdownNow);
        threads.clear();
    }

    /** Before whoever reads in bulk what came before the tokens that are made here. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
