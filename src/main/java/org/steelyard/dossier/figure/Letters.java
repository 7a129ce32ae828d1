package org.steelyard.dossier.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * About how wide text is, without asking a font: rather too wide than too narrow, so that labels keep clear of each other in
 * whichever sans serif a reader has.
 */
public final class Letters {
    private static final String ELLIPSIS = "…";

    private Letters() {}

    static double width(String text, double size) {
        return size * text.codePoints().mapToDouble(Letters::ems).sum();
    }

    private static double ems(int letter) {
        int type = Character.getType(letter);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        if (letter >= 0x1100 && (Character.isIdeographic(letter) || letter > 0xFFFF || isWide(letter))) {
            return 1.05;
        }
        if ("il.,;:'’|!jI \u202f".indexOf(letter) >= 0) {
            return 0.34;
        }
        if ("mwMW%@—".indexOf(letter) >= 0) {
            return 0.97;
        }
        return Character.isUpperCase(letter) ? 0.72 : 0.62;
    }

    private static boolean isWide(int letter) {
        return switch (Character.UnicodeScript.of(letter)) {
            case HANGUL, HIRAGANA, KATAKANA, BOPOMOFO, YI -> true;
            default -> false;
        };
    }

    /** The text in at most so many lines of this width; what does not fit ends in an ellipsis. */
    static List<String> wrap(String text, double width, double size, int lines) {
        var wrapped = new ArrayList<String>();
        var words = new ArrayList<>(List.of(harmless(text).strip().split("\\s+")));
        while (!words.isEmpty() && wrapped.size() < lines) {
            wrapped.add(line(words, width, size));
        }
        if (!words.isEmpty()) {
            wrapped.set(lines - 1, cut(wrapped.getLast() + ELLIPSIS, width, size));
        }
        return wrapped;
    }

    private static String line(List<String> words, double width, double size) {
        var line = new StringBuilder(words.removeFirst());
        if (width(line.toString(), size) > width) {
            words.clear();
            return cut(line + ELLIPSIS, width, size);
        }
        while (!words.isEmpty() && width(line + " " + words.getFirst(), size) <= width) {
            line.append(' ').append(words.removeFirst());
        }
        return line.toString();
    }

    /** The text, or as much of it as fits with an ellipsis at its end. */
    static String cut(String text, double width, double size) {
        if (width(text, size) <= width) {
            return text;
        }
        var kept = new StringBuilder();
        double left = width - width(ELLIPSIS, size);
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int letter = text.codePointAt(at);
            left -= ems(letter) * size;
            if (left < 0) {
                break;
            }
            kept.appendCodePoint(letter);
        }
        return kept.toString().stripTrailing() + ELLIPSIS;
    }

    /** Without what XML forbids, so that a file with hostile text in it can still be opened. */
    public static String harmless(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
