package org.steelyard.assessment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
        @Nullable String reason) {

    /** The stamp as the log keeps it beside an event: texts by name, no entry for no reason. */
    public Map<String, String> toMap() {
        var map = new LinkedHashMap<String, String>();
        map.put("actor", actor);
        map.put("author", author);
        map.put("recordedAt", recordedAt.toString());
        map.put("effectiveAt", effectiveAt.toString());
        if (reason != null) {
            map.put("reason", reason);
        }
        return map;
    }

    /** The stamp that {@link #toMap} made this map of. */
    public static Stamp fromMap(Map<String, ?> map) {
        Object reason = map.get("reason");
        String recorded = text(map, "recordedAt");
        String effective = text(map, "effectiveAt");
        Instant recordedAt = Instant.parse(recorded);
        return new Stamp(
                text(map, "actor"),
                text(map, "author"),
                recordedAt,
                // Most hold from when they are recorded, and to parse a time takes long.
                effective.equals(recorded) ? recordedAt : Instant.parse(effective),
                reason == null ? null : reason.toString());
    }

    private static String text(Map<String, ?> map, String name) {
        return Objects.requireNonNull(map.get(name), name).toString();
    }
}
