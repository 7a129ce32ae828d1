package org.steelyard.dossier.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.steelyard.dossier.Stretch;
import org.steelyard.http.RangeInTime.Axis;

/**
 * Which course from before the first event: its events are the first so many on this clock.
 *
 * @param revision up to which events count
 * @param held where the effective clock is held; null where it is not
 */
record FromTheStart(
        String key, Axis axis, long revision, @Nullable Instant held, int events) {

    static FromTheStart of(Stretch stretch) {
        return new FromTheStart(
                stretch.to().key(),
                stretch.axis(),
                stretch.to().point().revision(),
                stretch.held(),
                stretch.course().events().size());
    }
}
