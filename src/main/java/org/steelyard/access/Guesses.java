package org.steelyard.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.steelyard.access.signin.Buckets;
import org.steelyard.http.Problem;

/** How many secrets of addresses that need no sign-in may be tried from one place: those that open nothing count. */
@Service
public class Guesses {
    private static final Logger LOG = LoggerFactory.getLogger(Guesses.class);

    private final Buckets places;

    Guesses(Clock clock) {
        places = new Buckets(60, Duration.ofMinutes(10), clock);
    }

    /**
     * What a secret opens. It is counted before it is looked at, so that many at once do not slip through.
     *
     * @param address from where it is tried
     * @throws Problem 429 after too many that opened nothing
     */
    public <T> Optional<T> from(String address, Supplier<Optional<T>> opening) {
        var bucket = places.of(Buckets.network(address));
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            LOG.warn("Too many unknown addresses were asked for from {}", address);
            var wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            throw Problem.tooManyRequests(wait, "Too many addresses that show nothing: wait, and try again.");
        }
        var opened = opening.get();
        if (opened.isPresent()) {
            bucket.addTokens(1);
        }
        return opened;
    }
}
