package org.steelyard.feed;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are pushed.
 *
 * @param hosts to which they may be pushed, as host or host:port
 * @param firstRetry how long after a first failure the next try comes; it doubles up to {@code longestRetry}
 * @param giveUpAfter how long a webhook may fail before it is paused
 */
@ConfigurationProperties("steelyard.webhooks")
record WebhookSettings(
        @DefaultValue List<String> hosts,
        @DefaultValue("5s") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("5d") Duration giveUpAfter) {}
