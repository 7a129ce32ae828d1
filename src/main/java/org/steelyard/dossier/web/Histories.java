package org.steelyard.dossier.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.dossier.History;
import org.steelyard.dossier.Stretch;
import org.steelyard.http.RangeInTime.Axis;

/** Histories of whole assessments for pages: kept while they are looked at, since nothing but a new event changes one. */
@Component
class Histories {
    /** More than a figure can show apart. */
    private static final int MOMENTS = 2_000;

    private static final long KEPT_MOMENTS = 40_000;

    private final Cache<Which, History> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_MOMENTS)
            .weigher((Which which, History history) -> 1 + history.moments().size())
            .build();

    /** A course from the beginning: its events are the first so many on this clock. */
    private record Which(
            String key, Axis axis, long revision, @Nullable Instant held, int events) {}

    /** The history of a stretch that begins before the first event. */
    History of(Stretch stretch) {
        var which = new Which(
                stretch.to().key(),
                stretch.axis(),
                stretch.to().point().revision(),
                stretch.held(),
                stretch.course().events().size());
        return kept.get(which, missing -> History.of(stretch, MOMENTS));
    }
}
