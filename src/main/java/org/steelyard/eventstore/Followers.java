package org.steelyard.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.steelyard.assessment.LogFollower;

/**
 * Axon's streaming processors, one for each {@link LogFollower}, each in segments so that different assessments go on side by
 * side while the events of one stay in order. Several nodes share the segments.
 */
final class Followers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);
    private static final int SEGMENTS = 2;
    private static final int BATCH = 200;
    private static final int SECONDS_TO_STOP = 10;

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
        this.log = log;
        this.tokens = tokens;
        this.transactions = transactions;
        this.letters = letters;
    }

    @Override
    public void start() {
        ScheduledExecutorService coordinator = pool("follower-coordinator", 1);
        ScheduledExecutorService worker = pool("follower", SEGMENTS);
        for (LogFollower follower : followers) {
            begin(follower);
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
        String name = follower.name();
        TrackingToken head = log.createHeadToken();
        try {
            transactions.executeInTransaction(() -> {
                int[] segments = tokens.fetchSegments(name);
                if (segments.length == 0) {
                    tokens.initializeTokenSegments(name, SEGMENTS, head);
                }
                for (int segment : segments) {
                    goBack(name, segment, head);
                }
            });
        } catch (UnableToInitializeTokenException | UnableToClaimTokenException another) {
            LOG.debug("Another node follows the log as {}", name, another);
        }
    }

    /** Where the log was put back from a copy, a place in it may lie behind its end: nothing new would be read from there. */
    private void goBack(String name, int segment, @Nullable TrackingToken head) {
        TrackingToken token = tokens.fetchToken(name, segment);
        if (position(token) > position(head)) {
            LOG.warn("{} had read further than the log goes: it follows from the end of the log", name);
            tokens.storeToken(head, name, segment);
        }
        tokens.releaseClaim(name, segment);
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
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
        awaitEnd(CompletableFuture.allOf(processors.stream()
                .map(PooledStreamingEventProcessor::shutdownAsync)
                .toArray(CompletableFuture[]::new)));
        processors.clear();
        // Not by an interrupt: one that meets H2 in a write closes its file for the whole process.
        threads.forEach(ScheduledExecutorService::shutdown);
        threads.clear();
    }

    /** Not for ever: where the database is gone, a processor may never say that it has ended. Its threads keep nobody alive. */
    private static void awaitEnd(CompletableFuture<Void> all) {
        try {
            all.get(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException unfinished) {
            LOG.warn("Not every follower of the log ended in {} seconds: {}", SECONDS_TO_STOP, unfinished.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
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
