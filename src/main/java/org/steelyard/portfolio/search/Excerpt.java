package org.steelyard.portfolio.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.steelyard.portfolio.search.Words.Word;

/** A stretch of what is written around the words that were looked for, in parts: those words, and what is between them. */
record Excerpt(List<Part> parts) {
    private static final int BEFORE = 60;
    private static final int LENGTH = 240;
    private static final String MORE = "…";

    /** A part; {@code marked} where it is a word that was looked for. */
    record Part(String text, boolean marked) {}

    /** An excerpt, and how many of the words that were looked for stand in the texts. */
    record Found(Excerpt excerpt, int words) {}

    /** From the first of the texts that has one of the words; null where none has. */
    static @Nullable Found of(List<String> texts, Wanted wanted) {
        List<Cut> cuts = texts.stream()
                .map(Words::composed)
                .map(text -> new Cut(text, hits(text, wanted)))
                .filter(cut -> !cut.hits().isEmpty())
                .toList();
        if (cuts.isEmpty()) {
            return null;
        }
        long words = cuts.stream()
                .flatMap(cut -> cut.hits().stream())
                .map(word -> wanted.matched(word.folded()))
                .distinct()
                .count();
        return new Found(new Excerpt(cuts.getFirst().parts()), (int) words);
    }

    private static List<Word> hits(String text, Wanted wanted) {
        return Words.of(text).stream()
                .filter(word -> wanted.matched(word.folded()) >= 0)
                .toList();
    }

    /** The text alone. */
    String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    /** A text and the words in it that were looked for. */
    private record Cut(String text, List<Word> hits) {

        List<Part> parts() {
            int from = from();
            int to = to(from);
            var parts = new ArrayList<Part>();
            int at = from;
            if (from > 0) {
                parts.add(new Part(MORE, false));
            }
            for (Word hit : hits) {
                if (hit.start() >= at && hit.end() <= to) {
                    parts.add(new Part(text.substring(at, hit.start()), false));
                    parts.add(new Part(text.substring(hit.start(), hit.end()), true));
                    at = hit.end();
                }
            }
            parts.add(new Part(text.substring(at, to), false));
            if (to < text.length()) {
                parts.add(new Part(MORE, false));
            }
            return parts.stream().filter(part -> !part.text().isEmpty()).toList();
        }

        /** The start of a word some way before the first hit. */
        private int from() {
            int first = hits.getFirst().start();
            return first <= BEFORE ? 0 : boundary(first - BEFORE, first);
        }

        /** The end of a word about so far on. */
        private int to(int from) {
            int least = Objects.requireNonNull(hits.getFirst()).end();
            if (text.length() - from <= LENGTH) {
                return text.length();
            }
            for (int at = from + LENGTH; at > least; at--) {
                if (Character.isWhitespace(text.charAt(at))) {
                    return at;
                }
            }
            return whole(Math.max(least, from + LENGTH));
        }

        private int boundary(int earliest, int latest) {
            for (int at = earliest; at < latest; at++) {
                if (Character.isWhitespace(text.charAt(at - 1))) {
                    return at;
                }
            }
            return whole(earliest);
        }

        /** This place, or the one before where it would tear a character. */
        private int whole(int at) {
            return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
        }
    }
}
