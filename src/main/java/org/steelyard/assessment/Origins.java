package org.steelyard.assessment;

/**
 * How {@link org.steelyard.balance.Situation.Item#origin()} tells an origin given as text from a source that stands for itself:
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

    /** What users know it by: the text as they wrote it, or the source's key. */
    public static String name(String origin) {
        return origin.substring((isSource(origin) ? SOURCE : TEXT).length());
    }
}
