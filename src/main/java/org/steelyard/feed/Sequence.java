package org.steelyard.feed;

import java.util.OptionalLong;

/** A place in the log of all assessments, written so that such places sort as texts do. */
final class Sequence {
    private Sequence() {}

    static String of(long index) {
        return String.format("%019d", index);
    }

    /** The index that a text names, zeros in front or not; empty where it names none. */
    static OptionalLong index(String text) {
        if (!text.matches("\\d{1,19}")) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }
}
