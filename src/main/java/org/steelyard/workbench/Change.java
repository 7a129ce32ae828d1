package org.steelyard.workbench;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a form changes of what its page showed; the rest is left as it is, whoever changed it meanwhile.
 *
 * @param shown the value of each field when the page was made
 */
record Change(Reading typed, Map<String, String> shown) {

    boolean changes(String name) {
        return !typed.text(name).equals(shown.getOrDefault(name, "").strip());
    }

    /** The new text; null where it is as it was. */
    @Nullable
    String text(String name) {
        return changes(name) ? typed.text(name) : null;
    }

    /** The new text of a field that may be empty; null where it is as it was, and where it was emptied. */
    @Nullable
    String optional(String name) {
        return changes(name) ? typed.optional(name) : null;
    }

    <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        return changes(name) ? typed.choice(name, type) : null;
    }

    <E extends Enum<E>> @Nullable E optionalChoice(String name, Class<E> type) {
        return changes(name) ? typed.optionalChoice(name, type) : null;
    }

    /** Those of these fields that were emptied. */
    Set<String> cleared(String... optional) {
        return Stream.of(optional)
                .filter(name -> changes(name) && typed.text(name).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The text of a value as a field shows it. */
    static String shown(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
