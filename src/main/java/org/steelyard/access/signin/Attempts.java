package org.steelyard.access.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many passwords may be tried: per address, per name from one address, and per name from everywhere. The last does not count
 * where the name signed in from that address before, so that an attack from elsewhere does not lock its owner out.
 */
final class Attempts {
    private final Buckets addresses;
    private final Buckets namesAtAddresses;
    private final Buckets names;
    /** Names at the addresses from which they signed in. */
    private final Cache<String, Boolean> usual = Caffeine.newBuilder()
            .maximumSize(Buckets.MOST_KEPT)
            .expireAfterAccess(Duration.ofDays(30))
            .build();

    Attempts(Clock clock) {
        addresses = new Buckets(60, Duration.ofMinutes(10), clock);
        namesAtAddresses = new Buckets(10, Duration.ofMinutes(10), clock);
        names = new Buckets(100, Duration.ofHours(1), clock);
    }

    /** One attempt that was let in. */
    final class Attempt {
        private final String place;
        private final List<Bucket> counted;

        private Attempt(String place, List<Bucket> counted) {
            this.place = place;
            this.counted = counted;
        }

        /** The password was right: the attempt does not count, and the address is one that the name uses. */
        void succeeded() {
            counted.forEach(bucket -> bucket.addTokens(1));
            usual.put(place, true);
        }
    }

    /** What becomes of an attempt: it is let in, or has to wait. */
    record Verdict(@Nullable Attempt attempt, Duration delay) {}

    /** Counts an attempt before its password is looked at, so that many at once do not slip through. */
    Verdict begin(String name, String remoteAddress) {
        var address = Buckets.network(remoteAddress);
        var place = name + " " + address;
        var counted = new ArrayList<Bucket>();
        var wait = take(addresses.of(address), counted);
        if (wait.isEmpty()) {
            wait = take(namesAtAddresses.of(place), counted);
        }
        if (wait.isEmpty() && usual.getIfPresent(place) == null) {
            wait = take(names.of(name), counted);
        }
        if (wait.isPresent()) {
            counted.forEach(bucket -> bucket.addTokens(1));
            return new Verdict(null, wait.get());
        }
        return new Verdict(new Attempt(place, counted), Duration.ZERO);
    }

    private static Optional<Duration> take(Bucket bucket, List<Bucket> counted) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            return Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
        counted.add(bucket);
        return Optional.empty();
    }
}
