package org.steelyard.http;

/** What every CSV that is sent has in common. */
public final class Csv {
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private Csv() {}

    /** A text as a cell: one that a spreadsheet would take for a formula gets an apostrophe in front. */
    public static String text(String text) {
        return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
