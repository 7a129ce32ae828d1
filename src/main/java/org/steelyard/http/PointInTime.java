package org.steelyard.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The point that a read asks for: the query parameters {@code asOf} and {@code effectiveAt}. A controller that has a parameter of
 * this type gets it; whether the revision or instant exists, only the reader of the log can say.
 *
 * @param asOf null for the latest
 * @param effectiveAt UTC, whole microseconds; null where it follows {@code asOf}
 */
public record PointInTime(@Nullable AsOf asOf, @Nullable Instant effectiveAt) {

    static final List<String> PARAMETERS = List.of("asOf", "effectiveAt");

    /** Everything recorded, in force now. */
    public static final PointInTime LATEST = new PointInTime(null, null);

    /** How much of the log counts. */
    public sealed interface AsOf {}

    /** Everything up to this revision; 0 or more, perhaps more than there are. */
    public record AtRevision(long revision) implements AsOf {}

    /** Everything recorded at this instant or before, UTC, whole microseconds. */
    public record AtInstant(Instant instant) implements AsOf {}

    /**
     * Reads both parameters; blank is the same as absent.
     *
     * @throws Problem 400 where one is no time
     */
    public static PointInTime of(@Nullable String asOf, @Nullable String effectiveAt) {
        return new PointInTime(asOf(asOf), instant("effectiveAt", effectiveAt));
    }

    /** The first parameter as it is given; null for the latest. */
    public @Nullable String asOfText() {
        return switch (asOf) {
            case null -> null;
            case AtRevision at -> "r" + at.revision();
            case AtInstant at -> at.instant().toString();
        };
    }

    /** The second parameter as it is given; null where it follows the first. */
    public @Nullable String effectiveAtText() {
        return effectiveAt == null ? null : effectiveAt.toString();
    }

    /**
     * One parameter that is an instant; null where it is absent or blank.
     *
     * @throws Problem 400 where it is none
     */
    public static @Nullable Instant instant(String parameter, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Times.instant(text).orElseThrow(() -> wrong(parameter, "an instant as 2025-07-31T12:00:00Z"));
    }

    /**
     * One parameter that is an instant or {@code rN}; null where it is absent or blank.
     *
     * @throws Problem 400 where it is neither
     */
    public static @Nullable AsOf instantOrRevision(String parameter, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.matches("r\\d{1,18}")) {
            return new AtRevision(Long.parseLong(text.substring(1)));
        }
        return Times.instant(text)
                .map(AtInstant::new)
                .orElseThrow(() -> wrong(parameter, "rN for a revision, an instant as 2025-07-31T12:00:00Z"));
    }

    private static @Nullable AsOf asOf(@Nullable String text) {
        return instantOrRevision("asOf", text);
    }

    private static Problem wrong(String parameter, String forms) {
        return Problem.badRequest("The query parameter " + parameter + " cannot be read: give " + forms
                + ", or a date as 2025-07-31 (a + before an offset is written %2B).");
    }
}
