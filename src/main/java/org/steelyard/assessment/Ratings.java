package org.steelyard.assessment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.At;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Versions;

/** Every rating that ever was, item by item. One appends at a time; reading needs no lock. */
final class Ratings {
    private static final Voice[] SILENCE = {};
    private static final Comparator<Voice> ORDER =
            Comparator.comparing(Voice::interpretation).thenComparing(Voice::author);

    /** By item, sorted by interpretation and author. */
    private final Map<String, Voice[]> byItem = new ConcurrentHashMap<>();

    /** What one author said of one cell, over time. */
    static final class Voice {
        private final String interpretation;
        private final String author;
        private volatile Versions<Rating> versions = Versions.none();

        private Voice(String interpretation, String author) {
            this.interpretation = interpretation;
            this.author = author;
        }

        String interpretation() {
            return interpretation;
        }

        String author() {
            return author;
        }

        Versions<Rating> versions() {
            return versions;
        }
    }

    /** One more version of a rating; null withdraws it. */
    void add(String evidence, String interpretation, Recorded by, @Nullable Rating rating) {
        var voice = new Voice(interpretation, by.stamp().author());
        Voice[] voices = byItem.getOrDefault(evidence, SILENCE);
        int found = Arrays.binarySearch(voices, voice, ORDER);
        if (found >= 0) {
            voice = voices[found];
        } else {
            int at = -found - 1;
            Voice[] more = Arrays.copyOf(voices, voices.length + 1);
            System.arraycopy(voices, at, more, at + 1, voices.length - at);
            more[at] = voice;
            byItem.put(evidence, more);
        }
        voice.versions = voice.versions.with(At.micros(by.stamp().effectiveAt()), by.revision(), rating);
    }

    /** All voices about an item, sorted by interpretation and author. */
    List<Voice> of(String evidence) {
        return List.of(byItem.getOrDefault(evidence, SILENCE));
    }

    /** What this author said of a cell. */
    Versions<Rating> of(String evidence, String interpretation, String author) {
        Voice[] voices = byItem.getOrDefault(evidence, SILENCE);
        int found = Arrays.binarySearch(voices, new Voice(interpretation, author), ORDER);
        return found < 0 ? Versions.none() : voices[found].versions;
    }

    /** The ratings of one cell that count at the point, by author. */
    Map<String, Rating> at(String evidence, String interpretation, At at) {
        return at(evidence, at).getOrDefault(interpretation, Map.of());
    }

    /** The ratings of each cell of an item that count at the point, by interpretation and author; no cell is empty. */
    Map<String, Map<String, Rating>> at(String evidence, At at) {
        Map<String, Map<String, Rating>> cells = new HashMap<>();
        for (Voice voice : byItem.getOrDefault(evidence, SILENCE)) {
            Rating rating = voice.versions.at(at);
            if (rating != null) {
                cells.computeIfAbsent(voice.interpretation, key -> new HashMap<>())
                        .put(voice.author, rating);
            }
        }
        return cells;
    }
}
