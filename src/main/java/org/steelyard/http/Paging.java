package org.steelyard.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for: the query parameters {@code limit} and {@code cursor}. A controller that has a parameter of
 * this type gets it.
 *
 * @param limit how many items at most, 1 to 1,000
 * @param after the position after which the part begins, as the list itself gave it; null for its start
 */
public record Paging(int limit, @Nullable String after) {

    static final List<String> PARAMETERS = List.of("limit", "cursor");

    static final int DEFAULT_LIMIT = 100;
    static final int LARGEST_LIMIT = 1_000;
    private static final String VERSION = "1:";

    /**
     * Reads both parameters.
     *
     * @throws Problem 400 for a limit out of range or a cursor that no list gave
     */
    public static Paging of(@Nullable String limit, @Nullable String cursor) {
        return new Paging(limit(limit), position(cursor));
    }

    /**
     * A page of {@code found}, which must hold one item more than {@link #limit} where there are more.
     *
     * @param position of an item in its list, by which a later {@link #after} finds what follows it
     */
    public <T> Page<T> page(Class<T> type, List<T> found, Function<T, String> position) {
        if (found.size() <= limit) {
            return new Page<>(found, null, type);
        }
        var items = found.subList(0, limit);
        return new Page<>(items, cursor(position.apply(items.getLast())), type);
    }

    /** A part that may end before it is full: what comes after the position {@code last} has not been looked at yet. */
    public <T> Page<T> unfinished(Class<T> type, List<T> found, String last) {
        return new Page<>(found, cursor(last), type);
    }

    private static String cursor(String position) {
        var bytes = (VERSION + position).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static int limit(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return DEFAULT_LIMIT;
        }
        int limit = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw Problem.badRequest(
                    "The query parameter limit must be a whole number from 1 to " + LARGEST_LIMIT + ": change it.");
        }
        return limit;
    }

    private static @Nullable String position(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(VERSION)
                    && Texts.fault(text) == null
                    && cursor(text.substring(VERSION.length())).equals(cursor)) {
                return text.substring(VERSION.length());
            }
        } catch (IllegalArgumentException notBase64) {
            throw badCursor();
        }
        throw badCursor();
    }

    /** 400 for a cursor that is of another list, or no cursor at all. */
    public static Problem badCursor() {
        return Problem.badRequest(
                "The query parameter cursor is none that this list gave: take it from next, or leave it out to start over.");
    }
}
