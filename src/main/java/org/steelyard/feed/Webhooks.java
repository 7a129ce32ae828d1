package org.steelyard.feed;

import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.steelyard.access.Access;
import org.steelyard.access.Right;
import org.steelyard.assessment.EventTypes;
import org.steelyard.feed.Webhook.Health;
import org.steelyard.http.Problem;
import org.steelyard.http.Problem.FieldError;

/** The webhooks of who is signed in, for an administrator those of everybody: made, listed, resumed, removed. */
@Service
class Webhooks {
    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);

    private static final int MOST = 20;

    private final WebhookTable table;
    private final AllowedHosts hosts;
    private final Feed feed;
    private final EventTypes types;
    private final Access access;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Webhooks(
            WebhookTable table,
            AllowedHosts hosts,
            Feed feed,
            EventTypes types,
            Access access,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.hosts = hosts;
        this.feed = feed;
        this.types = types;
        this.access = access;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What is asked for; null for a secret that is made here, and for what comes from now on. */
    record Wish(
            URI url,
            @Nullable String secret,
            List<String> assessments,
            List<String> kinds,
            @Nullable String after) {}

    /**
     * Makes a webhook.
     *
     * @throws Problem 400 for fields that no webhook can have; 409 for a host that is not allowed, an assessment that is not
     *     there to read, or one webhook too many
     */
    Webhook make(Wish wish) {
        var user = access.user();
        hosts.require(wish.url());
        var secret = secret(wish.secret());
        requireKinds(wish.kinds());
        requireReadable(wish.assessments());
        long start = start(wish.after());
        if (table.of(user).size() >= MOST) {
            throw Problem.conflict("too-many-webhooks", "You have " + MOST + " webhooks: remove one first.");
        }
        var webhook = new Webhook(
                UUID.randomUUID().toString(),
                user,
                wish.url(),
                secret,
                wish.assessments().stream().distinct().toList(),
                wish.kinds().stream().distinct().toList(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                start,
                Health.NEW);
        transactions.executeWithoutResult(status -> table.add(webhook));
        LOG.info("{} made the webhook {} to {}", user, webhook.id(), AllowedHosts.hostAndPort(webhook.url()));
        return webhook;
    }

    /** Those that may be seen, oldest first. */
    List<Webhook> list() {
        return table.of(access.isAdministrator() ? null : access.user());
    }

    /**
     * One of those.
     *
     * @throws Problem 404 where it is none
     */
    Webhook one(String id) {
        var user = access.user();
        return table.find(id)
                .filter(webhook -> webhook.user().equals(user) || access.isAdministrator())
                .orElseThrow(() ->
                        Problem.notFound("You have no such webhook: GET /api/v1/webhooks lists those there are."));
    }

    /** Removes one; a request that is under way is the last. */
    void remove(String id) {
        var webhook = one(id);
        transactions.executeWithoutResult(status -> table.remove(webhook.id()));
        LOG.info("{} removed the webhook {}", access.user(), webhook.id());
    }

    /** Lets one that is paused, or waits for its next try, go on at once where it stopped. */
    Webhook resume(String id) {
        var webhook = one(id);
        hosts.require(webhook.url());
        transactions.executeWithoutResult(status -> table.resume(webhook.id()));
        LOG.info("{} resumed the webhook {}", access.user(), webhook.id());
        return one(id);
    }

    private static SigningSecret secret(@Nullable String given) {
        if (given == null) {
            return SigningSecret.made();
        }
        return SigningSecret.read(given)
                .orElseThrow(() -> Problem.badField(
                        "/secret", "must be whsec_ and 24 to 64 random bytes in Base64; or leave it out to get one"));
    }

    private void requireKinds(List<String> kinds) {
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < kinds.size(); i++) {
            if (!types.kinds().contains(kinds.get(i))) {
                errors.add(new FieldError("/kinds/" + i, "is no kind of event; write it as evidence-rated"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.badFields(errors);
        }
    }

    private void requireReadable(List<String> assessments) {
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < assessments.size(); i++) {
            if (!access.may(Right.READ, assessments.get(i))) {
                errors.add(new FieldError("/assessments/" + i, "there is none of this key, or it is not yours to see"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.conflict("unknown-key", "Name assessments that you may read, or none for all of them.")
                    .with(errors);
        }
    }

    private long start(@Nullable String after) {
        if (after == null) {
            return feed.newest();
        }
        return feed.index(after)
                .orElseThrow(() -> Problem.badField("/after", "is no sequence of the feed; leave it out to start now"));
    }
}
