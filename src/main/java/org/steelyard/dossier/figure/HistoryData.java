package org.steelyard.dossier.figure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steelyard.site.Identity;

/**
 * One reading of every interpretation over time.
 *
 * @param from the time at the left end
 * @param to the time at the right end, to which the last values stand
 * @param present the point that is looked at; null where that is the newest
 */
public record HistoryData(
        ReadingScale measure,
        List<Line> lines,
        Instant from,
        Instant to,
        @Nullable Present present) {

    /**
     * An interpretation.
     *
     * @param value what it comes to at the right end, in words; empty where it is not in force there
     */
    public record Line(Identity identity, String key, String value, List<Stand> stands) {}

    /** From this time on it stands at this value; null where it is not in force, or nothing is judged. */
    public record Stand(Instant at, @Nullable Double value) {}

    /** A point in time, and what is to be said of it. */
    public record Present(Instant at, String text) {}

    /**
     * Events close together, as one tick.
     *
     * @param href where it leads
     * @param title the event as a sentence, or how many there are
     * @param turn whether a leader changes there
     */
    public record Tick(Bin bin, String href, String title, boolean turn) {}
}
