package org.steelyard.assessment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A point in time as numbers: a revision, and microseconds since 1970-01-01T00:00Z. */
record At(long revision, long micros) {
    static final long LATEST = Long.MAX_VALUE;

    private static final Instant FIRST = Instant.EPOCH.plus(Long.MIN_VALUE / 2, ChronoUnit.MICROS);
    private static final Instant LAST = Instant.EPOCH.plus(Long.MAX_VALUE / 2, ChronoUnit.MICROS);

    static At of(Point point) {
        return new At(point.revision(), micros(point.effectiveAt()));
    }

    /** Times beyond some 140,000 years are read as that far. */
    static long micros(Instant instant) {
        Instant within = instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
        return Math.addExact(Math.multiplyExact(within.getEpochSecond(), 1_000_000L), within.getNano() / 1_000);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
