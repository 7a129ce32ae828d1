package org.steelyard.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.At;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Situation.Cell;
import org.steelyard.balance.Versions;

/** The facts about an item of evidence, and every rating of it that ever was. */
final class Evidence extends Facts {
    private static final Comparator<Voice> ORDER =
            Comparator.comparing(Voice::interpretation).thenComparing(Voice::author);

    /** Sorted by interpretation and author. */
    private volatile Voice[] voices = {};

    Evidence(String key) {
        super(key, Kind.EVIDENCE);
    }

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

    /** Adds a version of a rating; null withdraws it. */
    void rate(String interpretation, String author, Recorded by, @Nullable Rating rating) {
        Voice[] known = voices;
        int found = find(known, interpretation, author);
        Voice voice = found >= 0 ? known[found] : new Voice(interpretation, author);
        voice.versions = voice.versions.with(At.micros(by.stamp().effectiveAt()), by.revision(), rating);
        if (found < 0) {
            int at = -found - 1;
            Voice[] more = Arrays.copyOf(known, known.length + 1);
            System.arraycopy(known, at, more, at + 1, known.length - at);
            more[at] = voice;
            voices = more;
        }
    }

    private static int find(Voice[] voices, String interpretation, String author) {
        return Arrays.binarySearch(voices, new Voice(interpretation, author), ORDER);
    }

    /** All voices, sorted by interpretation and author. */
    List<Voice> voices() {
        return List.of(voices);
    }

    /** What this author said of a cell. */
    Versions<Rating> ratings(String interpretation, String author) {
        Voice[] known = voices;
        int found = find(known, interpretation, author);
        return found < 0 ? Versions.none() : known[found].versions;
    }

    /** The ratings of one cell that count at the point; it may be empty. */
    Cell cell(String interpretation, At at) {
        for (Cell cell : cells(at)) {
            if (cell.interpretation().equals(interpretation)) {
                return cell;
            }
        }
        return new Cell(key(), interpretation, Map.of());
    }

    /** The cells with a rating that counts at the point, sorted by interpretation, in force or not. */
    List<Cell> cells(At at) {
        Voice[] known = voices;
        var cells = new ArrayList<Cell>();
        int next = 0;
        while (next < known.length) {
            String interpretation = known[next].interpretation;
            Map<String, Rating> ratings = Map.of();
            while (next < known.length && known[next].interpretation.equals(interpretation)) {
                Voice voice = known[next++];
                ratings = with(ratings, voice.author, voice.versions.at(at));
            }
            if (!ratings.isEmpty()) {
                cells.add(new Cell(key(), interpretation, ratings));
            }
        }
        return cells;
    }

    private static Map<String, Rating> with(Map<String, Rating> ratings, String author, @Nullable Rating rating) {
        if (rating == null) {
            return ratings;
        }
        if (ratings.isEmpty()) {
            return Map.of(author, rating);
        }
        Map<String, Rating> more = ratings.size() == 1 ? new HashMap<>(ratings) : ratings;
        more.put(author, rating);
        return more;
    }
}
