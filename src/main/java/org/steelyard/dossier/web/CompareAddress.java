package org.steelyard.dossier.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.steelyard.dossier.Grouping;
import org.steelyard.http.PointInTime.AsOf;
import org.steelyard.http.PointInTime.AtInstant;
import org.steelyard.http.PointInTime.AtRevision;
import org.steelyard.http.RangeInTime;
import org.steelyard.http.RangeInTime.Axis;

/**
 * Where a comparison is: its range and what is picked on it.
 *
 * @param reading what is followed, as the address has it; null for the usual
 * @param by how the steps are put together; null for each event by itself
 * @param all whether rows of the matrix that did not change are shown too
 */
record CompareAddress(
        String key,
        RangeInTime range,
        @Nullable String reading,
        @Nullable Grouping by,
        boolean all) {
    private static final String EACH = "event";

    /** How the steps are put together by the word in an address; whatever is no such word is as usual. */
    static @Nullable Grouping grouping(@Nullable String word) {
        for (Grouping one : Grouping.values()) {
            if (one.word().equals(word)) {
                return one;
            }
        }
        return EACH.equals(word) ? null : Grouping.ITEM;
    }

    public String byWord() {
        return by == null ? EACH : by.word();
    }

    public String page() {
        return to("/compare");
    }

    public String file(String below) {
        return to(below);
    }

    public String withAll() {
        return new CompareAddress(key, range, reading, by, true).page() + "#h-matrices";
    }

    public String withChanged() {
        return new CompareAddress(key, range, reading, by, false).page() + "#h-matrices";
    }

    /** The same over another range; what is held of the other clock stays where the axis does. */
    CompareAddress over(Axis axis, @Nullable AsOf from, @Nullable AsOf to) {
        boolean same = axis == range.axis();
        var other = new RangeInTime(axis, from, to, same ? range.asOf() : null, same ? range.effectiveAt() : null);
        return new CompareAddress(key, other, reading, by, all);
    }

    /** What the recorded clock is held at; null where it is not. */
    public @Nullable String heldAsOf() {
        return text(range.asOf());
    }

    /** What the effective clock is held at; null where it is not. */
    public @Nullable String heldEffectiveAt() {
        return text(range.effectiveAt());
    }

    /** Up to the latest. */
    public String upToNow() {
        return over(range.axis(), range.from(), null).page();
    }

    /** The assessment at the start of the range; null where that is before the first event. */
    @Nullable
    Address start() {
        return range.from() == null ? null : at(range.from());
    }

    Address end() {
        return at(range.to());
    }

    private Address at(@Nullable AsOf end) {
        return range.axis() == Axis.RECORDED
                ? new Address(key, text(end), text(range.effectiveAt()))
                : new Address(key, text(range.asOf()), text(end));
    }

    /** As addresses write it; null stays null. */
    static @Nullable String text(@Nullable AsOf at) {
        return switch (at) {
            case null -> null;
            case AtRevision it -> "r" + it.revision();
            case AtInstant it -> it.instant().toString();
        };
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private String to(String below) {
        return new Address(key, null, null)
                .to(
                        below,
                        "axis",
                        range.axis().word(),
                        "from",
                        text(range.from()),
                        "to",
                        text(range.to()),
                        "asOf",
                        text(range.asOf()),
                        "effectiveAt",
                        text(range.effectiveAt()),
                        "reading",
                        reading,
                        "by",
                        by == Grouping.ITEM ? null : byWord(),
                        "all",
                        all ? "yes" : null);
    }
}
