package org.steelyard.portfolio.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Words that are looked for: all of them, wherever they stand in an assessment.
 *
 * @param begun whether of the last one its beginning is enough
 */
record Wanted(List<String> words, boolean begun) {

    static Wanted of(String text, boolean begun) {
        List<String> words =
                Words.of(Words.composed(text)).stream().map(Words.Word::folded).toList();
        var once = new LinkedHashSet<String>();
        words.reversed().forEach(once::add);
        return new Wanted(List.copyOf(once).reversed(), begun);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Which of the words looked for a word of a text is, by number from 0; -1 for none. */
    int matched(String folded) {
        List<String> ends = Words.ends(folded);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (ends.stream().anyMatch(isOpen(i) ? end -> end.startsWith(word) : end -> end.equals(word))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether each of the words stands in one of the texts. */
    boolean isAllIn(List<Written> texts) {
        return IntStream.range(0, words.size()).allMatch(number -> {
            var word = new Wanted(List.of(words.get(number)), isOpen(number));
            return texts.stream().anyMatch(written -> Excerpt.of(written.texts(), word) != null);
        });
    }

    /** Whether of this word its beginning is enough. */
    boolean isOpen(int number) {
        return begun && number == words.size() - 1;
    }

    /** The stored form of a word. */
    static byte[] stored(String word) {
        return word.getBytes(StandardCharsets.UTF_8);
    }

    /** The word of a stored form. */
    static String read(byte[] stored) {
        return new String(stored, StandardCharsets.UTF_8);
    }

    /** What sorts behind the stored forms of all words that begin so: no UTF-8 has such a byte. */
    static byte[] behind(String beginning) {
        byte[] stored = stored(beginning);
        byte[] behind = Arrays.copyOf(stored, stored.length + 1);
        behind[stored.length] = (byte) 0xff;
        return behind;
    }
}
