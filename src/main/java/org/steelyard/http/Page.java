package org.steelyard.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, as JSON {@code {items, next}} or, where the caller accepts text/csv, as CSV.
 *
 * @param next the cursor that asks for the following part; null at the end
 * @param blinded true where blind mode keeps some of the list from the reader; else left out
 * @param type of the items; its record components are the columns of the CSV
 */
public record Page<T>(
        List<T> items,
        @Nullable String next,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean blinded,
        @JsonIgnore Class<T> type) {

    public Page(List<T> items, @Nullable String next, Class<T> type) {
        this(items, next, null, type);
    }

    /** The same list, of which something is kept from the reader, or is not. */
    public Page<T> blinded(boolean isBlinded) {
        return new Page<>(items, next, isBlinded ? true : null, type);
    }

    /** A list that is always sent whole. */
    public static <T> Page<T> whole(Class<T> type, List<T> items) {
        return new Page<>(items, null, type);
    }
}
