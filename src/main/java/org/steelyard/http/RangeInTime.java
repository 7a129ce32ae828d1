package org.steelyard.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.steelyard.http.PointInTime.AsOf;
import org.steelyard.http.PointInTime.AtRevision;

/**
 * The range that a read asks for: the query parameters {@code axis}, {@code from} and {@code to}, and the other clock, which is
 * held. A controller that has a parameter of this type gets it; whether its revisions exist, only the reader of the log can
 * say.
 *
 * @param from null for before the first event
 * @param to null for the latest
 * @param asOf holds the recorded clock where the axis is the effective one; null for everything recorded
 * @param effectiveAt holds the effective clock where the axis is the recorded one; null where it is not held
 */
public record RangeInTime(
        Axis axis,
        @Nullable AsOf from,
        @Nullable AsOf to,
        @Nullable AsOf asOf,
        @Nullable Instant effectiveAt) {

    static final List<String> PARAMETERS = List.of("axis", "from", "to", "asOf", "effectiveAt");

    /** Everything that ever happened, as it was recorded. */
    public static final RangeInTime ALL = new RangeInTime(Axis.RECORDED, null, null, null, null);

    /** The clock along which a range goes. */
    public enum Axis {
        RECORDED,
        EFFECTIVE;

        /** As addresses write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads all parameters; blank is the same as absent.
     *
     * @throws Problem 400 where one cannot be read, or has no place on this axis
     */
    public static RangeInTime of(
            @Nullable String axis,
            @Nullable String from,
            @Nullable String to,
            @Nullable String asOf,
            @Nullable String effectiveAt) {
        var range = new RangeInTime(
                axis(axis),
                PointInTime.instantOrRevision("from", from),
                PointInTime.instantOrRevision("to", to),
                PointInTime.instantOrRevision("asOf", asOf),
                PointInTime.instant("effectiveAt", effectiveAt));
        range.refuseTheOtherAxis();
        return range;
    }

    private static Axis axis(@Nullable String text) {
        for (Axis axis : Axis.values()) {
            if (axis.word().equals(text)) {
                return axis;
            }
        }
        if (text != null && !text.isBlank()) {
            throw Problem.badRequest("The query parameter axis is recorded or effective: change it, or leave it out.");
        }
        return Axis.RECORDED;
    }

    private void refuseTheOtherAxis() {
        if (axis == Axis.RECORDED && asOf != null) {
            throw Problem.badRequest("A range on the recorded axis has no asOf: say where it ends with to.");
        }
        if (axis == Axis.EFFECTIVE && effectiveAt != null) {
            throw Problem.badRequest("A range on the effective axis has no effectiveAt: say where it ends with to.");
        }
        if (axis == Axis.EFFECTIVE && (from instanceof AtRevision || to instanceof AtRevision)) {
            throw Problem.badRequest("A range on the effective axis goes from an instant to an instant: give times, "
                    + "or ask for axis=recorded.");
        }
    }
}
