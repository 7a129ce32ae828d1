package org.steelyard.exchange.casefile;

/** How messages quote what stands in a file: short, on one line, without what a terminal or page would act on. */
final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    static String of(String text) {
        return '"' + plain(text) + '"';
    }

    static String plain(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> shown.appendCodePoint(isHarmless(point) ? point : '?'));
        if (text.codePointCount(0, text.length()) > LONGEST) {
            shown.append('…');
        }
        return shown.toString();
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
