package org.steelyard.portfolio.item;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.steelyard.http.Query;

/** Words that a list is searched for. */
public final class Words {
    private Words() {}

    /** Whether all words of {@code search}, whatever their case, stand in one of these texts or another; true without any. */
    public static Predicate<Stream<String>> of(@Nullable String search) {
        List<String> words = Query.words(search);
        return texts -> {
            String all = String.join("\n", texts.toList()).toLowerCase(Locale.ROOT);
            return words.stream().allMatch(all::contains);
        };
    }
}
