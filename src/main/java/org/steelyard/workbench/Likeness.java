package org.steelyard.workbench;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.text.similarity.CosineSimilarity;

/** How alike two texts are: the cosine of how often each three letters in a row occur in them, whatever their case and accents. */
final class Likeness {
    /**
     * From here on two claims may be one. Measured: a claim reworded lies at 0.68 to 0.9, and of all that the demo says of one
     * subject no two claims come nearer than 0.46.
     */
    static final double SUSPICIOUS = 0.6;

    private static final int LETTERS = 3;

    private Likeness() {}

    /** 0 (nothing in common) to 1. */
    static double of(String one, String other) {
        return new CosineSimilarity().cosineSimilarity(profile(one), profile(other));
    }

    @SuppressWarnings("UndefinedEquals") // the library asks for any texts; all of these are strings
    private static Map<CharSequence, Integer> profile(String text) {
        String plain = " "
                + Normalizer.normalize(text, Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\p{M}+", "")
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip()
                + " ";
        Map<String, Integer> profile = new HashMap<>();
        for (int at = 0; at + LETTERS <= plain.length(); at++) {
            profile.merge(plain.substring(at, at + LETTERS), 1, Integer::sum);
        }
        return new HashMap<>(profile);
    }
}
