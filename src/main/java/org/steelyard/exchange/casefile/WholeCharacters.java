package org.steelyard.exchange.casefile;

import java.io.Reader;

/** Reads a text without ever cutting a surrogate pair in two: the YAML parser overruns its buffer where one is cut. */
final class WholeCharacters extends Reader {

    private final String text;
    private int next;

    WholeCharacters(String text) {
        this.text = text;
    }

    @Override
    public int read(char[] into, int offset, int length) {
        if (next == text.length()) {
            return -1;
        }
        int end = Math.min(text.length(), next + length);
        if (end < text.length() && end - next > 1 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        text.getChars(next, end, into, offset);
        int read = end - next;
        next = end;
        return read;
    }

    @Override
    public void close() {
        // There is nothing to let go of.
    }
}
