package org.steelyard.assessment;

import java.util.Arrays;
import java.util.List;

/** Lists of texts in one column, such that an entry can be looked for whole, and LIKE patterns with {@code ESCAPE '!'}. */
public final class ListColumn {
    /** Between the entries of a list, and around it. */
    private static final String BAR = "\u001f";

    private ListColumn() {}

    /** The entries as the column holds them. */
    public static String joined(List<String> entries) {
        return BAR + String.join(BAR, entries) + BAR;
    }

    /** The entries of what {@link #joined} made. */
    public static List<String> split(String joined) {
        return Arrays.stream(joined.split(BAR))
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /** The pattern of a column that has this entry. */
    public static String holding(String entry) {
        return containing(BAR + entry + BAR);
    }

    /** The pattern of any text that has this in it. */
    public static String containing(String part) {
        return "%" + part.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
