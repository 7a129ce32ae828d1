package org.steelyard.feed;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks each second which webhooks have something to send, and lets each send on a thread of its own, so that a slow receiver
 * keeps nobody waiting. Not where the jar runs as a command.
 */
@Component
@ConditionalOnWebApplication
class Deliveries implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private static final int SECONDS_TO_STOP = 5;

    private final WebhookTable table;
    private final Feed feed;
    private final Delivery delivery;
    private final Clock clock;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("webhook-", 0).factory());

    Deliveries(WebhookTable table, Feed feed, Delivery delivery, Clock clock) {
        this.table = table;
        this.feed = feed;
        this.delivery = delivery;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${steelyard.webhooks.look-every}",
            fixedDelayString = "${steelyard.webhooks.look-every}")
    void look() {
        try {
            for (String id : table.due(clock.instant(), feed.newest())) {
                if (underWay.add(id)) {
                    start(id);
                }
            }
        } catch (DataAccessException unavailable) {
            LOG.warn("Which webhooks are due could not be read: {}", unavailable.toString());
        }
    }

    private void start(String id) {
        try {
            threads.execute(() -> run(id));
        } catch (RejectedExecutionException stopping) {
            underWay.remove(id);
        }
    }

    private void run(String id) {
        try {
            delivery.run(id);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.error("The webhook {} stopped in the middle and begins again", id, failure);
        } finally {
            underWay.remove(id);
        }
    }

    /** What is under way breaks off, and is sent again after the next start. */
    @Override
    public void destroy() throws InterruptedException {
        delivery.stop();
        threads.shutdown();
        if (!threads.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            LOG.warn("Webhooks are still under way; they begin again after the next start");
        }
    }
}
