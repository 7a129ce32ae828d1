package org.steelyard.balance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A point in time as numbers (docs/scoring.md section 1).
 *
 * @param revision only revisions up to this one count
 * @param micros only what is effective at this time or before, in microseconds since 1970-01-01T00:00Z
 * @param lastThen of what is effective at exactly this time, only revisions up to this one: so that events of one moment
 *     can be applied one by one (section 8)
 */
public record At(long revision, long micros, long lastThen) {
    /** Later than any event is effective. */
    public static final long LATEST = Long.MAX_VALUE;

    private static final Instant FIRST = Instant.EPOCH.plus(Long.MIN_VALUE / 2, ChronoUnit.MICROS);
    private static final Instant LAST = Instant.EPOCH.plus(Long.MAX_VALUE / 2, ChronoUnit.MICROS);

    /** Everything that is effective at this time or before and has a revision up to this one. */
    public At(long revision, long micros) {
        this(revision, micros, Long.MAX_VALUE);
    }

    /** The same, by the instant. */
    public static At of(long revision, Instant effectiveAt) {
        return new At(revision, micros(effectiveAt));
    }

    /** Microseconds since 1970-01-01T00:00Z; times beyond some 140,000 years are read as that far. */
    public static long micros(Instant instant) {
        Instant within = instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
        return Math.addExact(Math.multiplyExact(within.getEpochSecond(), 1_000_000L), within.getNano() / 1_000);
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
