package org.steelyard.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** Random points of a history at which the assessment has its full size, so that a short and a long one answer like questions. */
final class Points {
    private final Random random;
    private final long fullFrom;
    private final long newest;
    private final Instant fullSince;
    private final Instant latest;

    Points(SteadyHistory history, long seed) {
        random = new Random(seed);
        fullFrom = history.fullFrom();
        newest = history.events().size();
        fullSince = history.recordedAt(fullFrom);
        latest = history.recordedAt(newest);
    }

    Point next(Clocks turned) {
        return switch (turned) {
            case RECORDED -> new Point(revision(), latest);
            case EFFECTIVE -> new Point(newest, time());
            case BOTH -> new Point(revision(), time());
        };
    }

    private long revision() {
        return random.nextLong(fullFrom, newest + 1);
    }

    private Instant time() {
        return fullSince.plusSeconds(
                random.nextLong(Duration.between(fullSince, latest).toSeconds() + 1));
    }
}
