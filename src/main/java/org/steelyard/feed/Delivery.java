package org.steelyard.feed;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.steelyard.access.Access;
import org.steelyard.assessment.WholeLog.Logged;
import org.steelyard.feed.Outcome.Delivered;
import org.steelyard.feed.Outcome.Failed;
import org.steelyard.feed.Outcome.Gone;
import org.steelyard.feed.Webhook.Health;

/**
 * Sends one webhook what is due: event by event, each only once the one before has arrived. An event is noted as delivered
 * after the receiver said so; who dies in between sends it again.
 */
@Component
class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private static final int AT_ONCE = 100;

    private final WebhookTable table;
    private final Feed feed;
    private final Sender sender;
    private final AllowedHosts hosts;
    private final Access access;
    private final Picking picking;
    private final WebhookSettings settings;
    private final Clock clock;
    private volatile boolean stopped;

    Delivery(
            WebhookTable table,
            Feed feed,
            Sender sender,
            AllowedHosts hosts,
            Access access,
            Picking picking,
            WebhookSettings settings,
            Clock clock) {
        this.table = table;
        this.feed = feed;
        this.sender = sender;
        this.hosts = hosts;
        this.access = access;
        this.picking = picking;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sends until nothing is left, something fails, or another node is at it. */
    void run(String id) throws InterruptedException {
        var lease = UUID.randomUUID().toString();
        if (!table.lease(id, lease)) {
            return;
        }
        try {
            boolean more = true;
            while (more && !stopped) {
                Optional<Webhook> webhook = table.find(id);
                more = webhook.isPresent() && sendNext(webhook.get(), lease);
            }
        } finally {
            table.release(id, lease);
        }
    }

    /** Breaks off what is under way. Threads are not interrupted: H2 would take its file for broken. */
    void stop() {
        stopped = true;
        sender.stop();
    }

    /** Sends the next events; whether it may go on at once. */
    private boolean sendNext(Webhook webhook, String lease) throws InterruptedException {
        var part = feed.after(webhook.sentUpTo(), AT_ONCE, webhook::isFor);
        for (Logged event : part.events()) {
            if (stopped || !table.renew(webhook.id(), lease)) {
                return false;
            }
            // Asked before, so that who is disabled in between is paused, and passes nothing by.
            boolean readable = picking.mayHave(webhook.user(), event);
            if (isPaused(webhook, lease)) {
                return false;
            }
            if (!readable) {
                continue;
            }
            switch (sender.send(webhook, event)) {
                case Delivered arrived -> table.delivered(webhook.id(), lease, event.index(), clock.instant());
                case Gone gone -> {
                    pause(webhook, lease, "The receiver answered 410: it wants no more.");
                    return false;
                }
                case Failed failed -> {
                    if (!stopped) {
                        note(webhook, lease, failed);
                    }
                    return false;
                }
            }
        }
        table.passed(webhook.id(), lease, part.upTo());
        return !part.isLast();
    }

    /** Pauses a webhook that may not send any more. */
    private boolean isPaused(Webhook webhook, String lease) {
        var why = whyNot(webhook);
        if (why != null) {
            pause(webhook, lease, why);
        }
        return why != null;
    }

    private @Nullable String whyNot(Webhook webhook) {
        if (!access.isActive(webhook.user())) {
            return "Its maker " + webhook.user() + " is disabled.";
        }
        if (!hosts.contain(webhook.url())) {
            return "Nothing may be pushed to " + AllowedHosts.hostAndPort(webhook.url()) + " any more.";
        }
        return null;
    }

    private void pause(Webhook webhook, String lease, String why) {
        table.pause(webhook.id(), lease, why);
        LOG.warn("The webhook {} is paused: {}", webhook.id(), why);
    }

    private void note(Webhook webhook, String lease, Failed failed) {
        // Read again: events that arrived since ended the failures before.
        var before = table.find(webhook.id()).map(Webhook::health).orElse(Health.NEW);
        Instant now = clock.instant();
        Instant since = before.failingSince() == null ? now : before.failingSince();
        boolean over = !since.plus(settings.giveUpAfter()).isAfter(now);
        int failures = before.failures() + 1;
        var paused = over ? "The receiver has taken nothing since " + since + "." : null;
        var next = now.plus(settings.pause(
                failures, failed.pause(), ThreadLocalRandom.current().nextDouble()));
        table.failed(
                webhook.id(),
                lease,
                new Health(failures, since, next, before.lastSuccess(), now, failed.cause(), paused));
        if (over) {
            LOG.warn("The webhook {} is paused: {} {}", webhook.id(), paused, failed.cause());
        } else if (failures == 1) {
            LOG.info("The webhook {} fails: {}", webhook.id(), failed.cause());
        }
    }
}
