package org.steelyard.dossier.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.steelyard.http.PointInTime;
import org.steelyard.http.PointInTime.AsOf;
import org.steelyard.http.PointInTime.AtInstant;
import org.steelyard.http.PointInTime.AtRevision;
import org.steelyard.http.Problem;
import org.steelyard.http.RangeInTime;
import org.steelyard.http.RangeInTime.Axis;
import org.steelyard.http.Times;
import org.steelyard.site.Days;
import org.steelyard.site.Texts;

/**
 * What the form of a comparison holds: each end a day, whose end in UTC is meant, a revision as {@code r12}, or a moment.
 *
 * @param from as it was written; empty for before the first event
 * @param to as it was written; empty for now
 * @param wrongFrom what is wrong with it; null where nothing is
 */
record PickedRange(
        Axis axis,
        String from,
        String to,
        @Nullable String wrongFrom,
        @Nullable String wrongTo) {

    /** The form as it shows a range. */
    static PickedRange of(RangeInTime range) {
        return new PickedRange(range.axis(), written(range.from()), written(range.to()), null, null);
    }

    private static String written(@Nullable AsOf at) {
        if (at instanceof AtInstant it && Days.isEndOfDay(it.instant())) {
            return it.instant().toString().substring(0, "2025-03-14".length());
        }
        String text = CompareAddress.text(at);
        return text == null ? "" : text;
    }

    /** Whether a field can be one for days alone. */
    public boolean isDay(String text) {
        return axis == Axis.EFFECTIVE && (text.isEmpty() || Times.date(text).isPresent());
    }

    public boolean isWrong() {
        return wrongFrom != null || wrongTo != null;
    }

    /** The same with what is wrong with it. */
    PickedRange checked(Instant now, Texts texts) {
        String first = wrong(from, texts);
        String second = wrong(to, texts);
        if (first == null && second == null && isBackward(start(), end(now))) {
            second = texts.text("compare.wrong.backward");
        }
        return new PickedRange(axis, from, to, first, second);
    }

    private @Nullable String wrong(String text, Texts texts) {
        try {
            boolean revision = at(text) instanceof AtRevision;
            return revision && axis == Axis.EFFECTIVE ? texts.text("compare.wrong.revision") : null;
        } catch (Problem unreadable) {
            return texts.text("compare.wrong.form");
        }
    }

    private static boolean isBackward(@Nullable AsOf start, @Nullable AsOf end) {
        if (start instanceof AtInstant one && end instanceof AtInstant other) {
            return one.instant().isAfter(other.instant());
        }
        return start instanceof AtRevision one && end instanceof AtRevision other && one.revision() > other.revision();
    }

    @Nullable
    AsOf start() {
        return at(from);
    }

    /** The end; a day that has not ended yet is now. */
    @Nullable
    AsOf end(Instant now) {
        AsOf end = at(to);
        return end instanceof AtInstant it && it.instant().isAfter(now) ? null : end;
    }

    private static @Nullable AsOf at(String text) {
        String trimmed = text.strip();
        return Times.date(trimmed)
                .<AsOf>map(day -> new AtInstant(Days.endOf(day)))
                .orElseGet(() -> PointInTime.instantOrRevision("from", trimmed));
    }
}
