package org.steelyard.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Situation;

/**
 * How {@link Situation.Item#origin()} tells an origin given as text from a source that stands for itself:
 * the two are never equal (docs/scoring.md section 1).
 */
public final class Origins {
    private static final String TEXT = "text:";
    private static final String SOURCE = "source:";

    private Origins() {}

    /** The origin that users wrote as this text. */
    public static String ofText(String text) {
        return TEXT + text;
    }

    /** The origin that is the source of this key itself. */
    public static String ofSource(String key) {
        return SOURCE + key;
    }

    /** Whether it is a source that stands for itself. */
    public static boolean isSource(String origin) {
        return origin.startsWith(SOURCE);
    }

    /**
     * The origin that users mean by this name: the text, or where no item in force has it, the source of this key that stands for
     * itself; null where no item goes back to either.
     */
    public static @Nullable String find(Situation situation, String name) {
        for (String origin : List.of(ofText(name), ofSource(name))) {
            for (Situation.Item item : situation.items()) {
                if (item.origin().equals(origin)) {
                    return origin;
                }
            }
        }
        return null;
    }

    /** What users know it by: the text as they wrote it, or the source's key. */
    public static String name(String origin) {
        return origin.substring((isSource(origin) ? SOURCE : TEXT).length());
    }
}
