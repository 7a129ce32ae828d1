package org.steelyard.dossier.api;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentView.Status;
import org.steelyard.assessment.Marking;
import org.steelyard.http.Problem;

/** Query parameters that narrow a list down; blank is the same as absent. */
final class Filters {

    private Filters() {}

    /** A marking by its label; the + in one may have become a blank on its way. */
    static @Nullable Marking marking(@Nullable String text) {
        var label = text == null ? null : text.replace(' ', '+');
        return one("marking", label, Marking.values(), Marking::label);
    }

    static @Nullable Status status(@Nullable String text) {
        return one("status", text, Status.values(), Status::name);
    }

    private static <T> @Nullable T one(String parameter, @Nullable String text, T[] all, Function<T, String> word) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Arrays.stream(all)
                .filter(value -> word.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("The query parameter " + parameter + " must be one of "
                        + words(List.of(all), word) + ": change it."));
    }

    private static <T> String words(List<T> all, Function<T, String> word) {
        return all.stream().map(word).collect(Collectors.joining(", "));
    }
}
