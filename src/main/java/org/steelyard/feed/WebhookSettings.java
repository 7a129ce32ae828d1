package org.steelyard.feed;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        @DefaultValue("5d") Duration giveUpAfter) {

    private static final int MOST_DOUBLINGS = 30;

    /**
     * How long to wait after so many failures in a row. Up to half of it is left to chance, so that not all come back at once.
     *
     * @param asked by the receiver; null where it does not
     * @param chance from 0 to 1: how much of that half is left out
     */
    Duration pause(int failures, @Nullable Duration asked, double chance) {
        double longest = longestRetry.toMillis();
        double doubled = firstRetry.toMillis() * Math.pow(2, Math.min(failures - 1, MOST_DOUBLINGS));
        double spread = Math.min(doubled, longest) * (1 - chance / 2);
        double wanted = asked == null ? 0 : Math.min((double) asked.toMillis(), longest);
        return Duration.ofMillis((long) Math.max(spread, wanted));
    }
}
