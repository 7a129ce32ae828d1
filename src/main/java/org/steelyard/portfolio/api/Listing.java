package org.steelyard.portfolio.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.steelyard.http.Page;
import org.steelyard.http.Paging;
import org.steelyard.http.Revisions;
import org.steelyard.http.Tabular;
import org.steelyard.portfolio.item.Known;

/**
 * A part of a list over all assessments, and up to when it tells what is recorded.
 *
 * @param next the cursor that asks for the following part; null at the end
 * @param upTo everything recorded by then is in it; null before anything is recorded
 */
record Listing<T>(
        List<T> items,
        @Nullable String next,
        @Nullable Instant upTo,
        @JsonIgnore Class<T> type) implements Tabular {

    @Override
    public Page<?> table() {
        return new Page<>(items, next, type);
    }

    /** The part that is asked for of a list that is at hand whole, sorted by the position of its items. */
    static <T> ResponseEntity<Listing<T>> answer(
            Known<T> known, Paging paging, Class<T> type, Function<T, String> position) {
        return answer(part(known, paging, type, position), known.upTo());
    }

    /** The same part, to be answered with other items. */
    static <T> Page<T> part(Known<T> known, Paging paging, Class<T> type, Function<T, String> position) {
        String after = paging.after();
        List<T> rest = after == null
                ? known.items()
                : known.items().stream()
                        .filter(item -> position.apply(item).compareTo(after) > 0)
                        .toList();
        return paging.page(type, rest, position);
    }

    static <T> ResponseEntity<Listing<T>> answer(Page<T> part, @Nullable Instant upTo) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, Revisions.CACHE_CONTROL)
                .body(new Listing<>(part.items(), part.next(), upTo, part.type()));
    }
}
