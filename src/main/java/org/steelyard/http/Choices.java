package org.steelyard.http;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Query parameters that take one of few words; blank is the same as absent. */
public final class Choices {

    private Choices() {}

    /**
     * The value that a parameter names.
     *
     * @throws Problem 400 where it names none, which says those there are
     */
    public static <T> @Nullable T one(String parameter, @Nullable String text, T[] all, Function<T, String> word) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(all)
                // A + in a word, as in TLP:AMBER+STRICT, may have become a blank on its way.
                .filter(value ->
                        word.apply(value).equals(text) || word.apply(value).equals(text.replace(' ', '+')))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("The query parameter " + parameter + " must be one of "
                        + words(List.of(all), word) + ": change it."));
    }

    /** The value that a word names; null for any other word, where what names nothing counts as not asked. */
    public static <T> @Nullable T known(@Nullable String text, T[] all, Function<T, String> word) {
        return Arrays.stream(all)
                .filter(value -> word.apply(value).equals(text))
                .findFirst()
                .orElse(null);
    }

    /** The constant of this name. */
    public static <E extends Enum<E>> @Nullable E one(String parameter, @Nullable String text, E[] all) {
        return one(parameter, text, all, Enum::name);
    }

    /** True or false. */
    public static @Nullable Boolean yesOrNo(String parameter, @Nullable String text) {
        return one(parameter, text, new Boolean[] {true, false}, String::valueOf);
    }

    private static <T> String words(List<T> all, Function<T, String> word) {
        return all.stream().map(word).collect(Collectors.joining(", "));
    }
}
