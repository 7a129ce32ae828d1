package org.steelyard.http;

import org.jspecify.annotations.Nullable;

/** What a text may hold: anything but control characters (tab and newline excepted) and halves of surrogate pairs. */
public final class Texts {

    private Texts() {}

    /** What is wrong with this text, or null where nothing is: no NUL, no control characters, no lone surrogates. */
    public static @Nullable String fault(String text) {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (isForbidden(point)) {
                var name = String.format("U+%04X", point);
                return "holds " + (Character.getType(point) == Character.SURROGATE ? "the lone surrogate " : "") + name
                        + " at position " + (i + 1) + "; take it out";
            }
            i += Character.charCount(point);
        }
        return null;
    }

    /** The text with everything that {@link #fault} refuses made visible, fit to be quoted in an answer. */
    static String shown(String text) {
        if (fault(text) == null) {
            return text;
        }
        var shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (isForbidden(point)) {
                shown.append(String.format("\\u%04x", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }

    private static boolean isForbidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\t' && point != '\n';
            case Character.SURROGATE -> true;
            default -> false;
        };
    }
}
