package org.steelyard.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, as JSON {@code {items, next}} or, where the caller accepts text/csv, as CSV.
 *
 * @param next the cursor that asks for the following part; null at the end
 * @param type of the items; its record components are the columns of the CSV
 */
public record Page<T>(
        List<T> items, @Nullable String next, @JsonIgnore Class<T> type) {

    /** A list that is always sent whole. */
    public static <T> Page<T> whole(Class<T> type, List<T> items) {
        return new Page<>(items, null, type);
    }
}
