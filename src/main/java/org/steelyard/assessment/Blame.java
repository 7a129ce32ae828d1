package org.steelyard.assessment;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.steelyard.balance.At;

/** Which revision set each fact about one thing, by the name that the API gives the fact. */
final class Blame {
    private static final Pattern NEXT_WORD = Pattern.compile("_(.)");

    private Blame() {}

    /** Those that count at a point; where the order of recording alone decides, as everywhere, those of {@code newest}. */
    static SortedMap<String, Long> of(Facts facts, At at, At newest) {
        var setBy = new TreeMap<String, Long>();
        for (Field field : Field.values()) {
            At then = isAsRecorded(field) ? newest : at;
            long revision = facts.versions(field).revisionAt(then);
            if (revision > 0) {
                setBy.put(name(field), revision);
            }
        }
        return setBy;
    }

    private static boolean isAsRecorded(Field field) {
        return switch (field) {
            case MARKING, BLIND, ARCHIVED -> true;
            default -> false;
        };
    }

    private static String name(Field field) {
        return NEXT_WORD
                .matcher(field.name().toLowerCase(Locale.ROOT))
                .replaceAll(next -> next.group(1).toUpperCase(Locale.ROOT));
    }
}
