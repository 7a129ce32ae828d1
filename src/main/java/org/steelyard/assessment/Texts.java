package org.steelyard.assessment;

import java.util.regex.Pattern;

/** What texts may hold. */
final class Texts {
    static final int LONGEST_NAME = 300;
    static final int LONGEST_TEXT = 20_000;
    static final int LONGEST_TAG = 50;
    static final int LONGEST_LINK = 2_000;
    static final int MOST_TAGS = 20;

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern USER = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private Texts() {}

    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    static boolean isUserName(String text) {
        return USER.matcher(text).matches();
    }

    /** Characters as people count them: code points. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The first control character other than tab and newline, or -1. */
    static int controlCharacter(String text) {
        return text.codePoints()
                .filter(c -> Character.getType(c) == Character.CONTROL && c != '\t' && c != '\n')
                .findFirst()
                .orElse(-1);
    }

    static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(Texts::isSurrogate);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint <= Character.MAX_VALUE && Character.isSurrogate((char) codePoint);
    }

    /** A hostile text made short enough for a message. */
    static String quoted(String text) {
        String start = text.length() <= 64 ? text : text.substring(0, 64) + "…";
        return '"' + start.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?") + '"';
    }

    /** One step of a JSON pointer. */
    static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
