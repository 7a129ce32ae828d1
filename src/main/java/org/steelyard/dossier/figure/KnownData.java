package org.steelyard.dossier.figure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When things were so, and when that was learned.
 *
 * @param across what the axis of effective time is called
 * @param up the same for recorded time
 * @param above what is said of the marks above the line
 * @param view the point that is looked at; null where that is the newest
 */
public record KnownData(
        List<Event> events,
        String across,
        String up,
        String above,
        @Nullable View view) {

    /**
     * An event.
     *
     * @param late whether it was recorded on a later day than it took effect
     */
    public record Event(Instant effectiveAt, Instant recordedAt, boolean late) {}

    /** What counts is effective and recorded until then. */
    public record View(Instant effectiveAt, Instant recordedAt) {}

    /** What a mark says, and where it leads. */
    public record Told(String href, String title) {}
}
