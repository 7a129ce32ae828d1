package org.steelyard.dossier.web;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Rating;

/** The rating that a cell shows where several rated it. */
final class MiddleRating {
    private MiddleRating() {}

    /**
     * The middle one, from CC to II; of an even number the one that speaks less for the interpretation. NA counts only where
     * there is nothing else. Null of none.
     */
    static @Nullable Rating of(List<Rating> ratings) {
        List<Rating> voices = ratings.stream()
                .filter(rating -> rating != Rating.NA)
                .sorted(Comparator.naturalOrder())
                .toList();
        if (voices.isEmpty()) {
            return ratings.isEmpty() ? null : Rating.NA;
        }
        return voices.get(voices.size() / 2);
    }
}
