package org.steelyard.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who recorded an event, whose view it records, and when, on both clocks.
 *
 * @param actor the user who sent it
 * @param author whose view it records; the actor, but for imports
 * @param recordedAt the server's clock, UTC, whole microseconds, never decreasing within a stream
 * @param effectiveAt since when it holds by the author's word, whole microseconds, never after {@code recordedAt}
 */
public record Stamp(
        String actor,
        String author,
        Instant recordedAt,
        Instant effectiveAt,
        @Nullable String reason) {}
