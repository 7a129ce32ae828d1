package org.steelyard.portfolio.item;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A whole list over the assessments that one may read.
 *
 * @param upTo everything recorded by then is in it; null before anything is recorded
 */
public record Known<T>(List<T> items, @Nullable Instant upTo) {

    /** Those of them that are wanted. */
    public Known<T> only(Predicate<T> wanted) {
        return new Known<>(items.stream().filter(wanted).toList(), upTo);
    }
}
