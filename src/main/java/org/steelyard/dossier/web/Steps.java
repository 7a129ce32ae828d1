package org.steelyard.dossier.web;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.Recorded;

/**
 * The events before and after the point that is shown, on each clock with the other one held. A step to the newest point leads
 * back to now.
 */
record Steps(
        @Nullable String effectiveBefore,
        @Nullable String effectiveAfter,
        @Nullable String recordedBefore,
        @Nullable String recordedAfter) {

    static Steps of(Shown shown, List<Recorded> events) {
        long upTo = shown.dossier().point().revision();
        return new Steps(
                effective(shown, events, true),
                effective(shown, events, false),
                upTo > 1 ? recorded(shown, upTo - 1) : null,
                upTo < shown.dossier().state().revision() ? recorded(shown, upTo + 1) : null);
    }

    private static String recorded(Shown shown, long revision) {
        Address address = shown.address();
        boolean newest = revision == shown.dossier().state().revision();
        return address.asOf(newest ? null : "r" + revision).whole();
    }

    private static @Nullable String effective(Shown shown, List<Recorded> events, boolean before) {
        var point = shown.dossier().point();
        var times = new TreeSet<Instant>();
        for (Recorded event : events) {
            if (event.revision() <= point.revision()) {
                times.add(event.stamp().effectiveAt());
            }
        }
        Instant now = times.floor(point.effectiveAt());
        Instant step = before ? (now == null ? null : times.lower(now)) : times.higher(point.effectiveAt());
        if (step == null) {
            return null;
        }
        boolean newest = step.equals(times.last());
        return shown.address().effectiveAt(newest ? null : step).whole();
    }
}
