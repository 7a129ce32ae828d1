package org.steelyard.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.At;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Situation.Cell;
import org.steelyard.balance.Versions;

/** The facts about an item of evidence, and every rating of it that ever was. */
final class Evidence extends Facts {
    private volatile Voices voices = new Voices(new String[0], new String[0], none(0));

    Evidence(String key) {
        super(key, Kind.EVIDENCE);
    }

    /** What one author said of one cell, over time. */
    record Voice(String interpretation, String author, Versions<Rating> ratings) {}

    /** All voices, sorted by interpretation and author; columns of one table, since that is quickest to go through. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Voices(String[] interpretations, String[] authors, Versions<Rating>[] ratings) {
        /** The place of a voice, or where it belongs as in {@link Arrays#binarySearch}. */
        int find(String interpretation, String author) {
            int low = 0;
            int high = authors.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                int order = interpretations[middle].compareTo(interpretation);
                order = order == 0 ? authors[middle].compareTo(author) : order;
                if (order == 0) {
                    return middle;
                }
                low = order < 0 ? middle + 1 : low;
                high = order < 0 ? high : middle;
            }
            return -low - 1;
        }

        Voices with(int place, String interpretation, String author) {
            return new Voices(
                    inserted(interpretations, place, interpretation),
                    inserted(authors, place, author),
                    inserted(ratings, place, Versions.none()));
        }

        /** Where the voices about an interpretation begin, or would. */
        int first(String interpretation) {
            int place = find(interpretation, "");
            return place < 0 ? -place - 1 : place;
        }

        /** Where the voices about an interpretation end that begin there. */
        int endOf(String interpretation, int first) {
            int end = first;
            while (end < authors.length && interpretations[end].equals(interpretation)) {
                end++;
            }
            return end;
        }

        /** What these voices say at the point, by author. */
        Map<String, Rating> at(int first, int end, At at) {
            Map<String, Rating> said = Map.of();
            for (int i = first; i < end; i++) {
                said = with(said, authors[i], ratings[i].at(at));
            }
            return said;
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

        private static <T> T[] inserted(T[] column, int place, T value) {
            T[] more = Arrays.copyOf(column, column.length + 1);
            System.arraycopy(column, place, more, place + 1, column.length - place);
            more[place] = value;
            return more;
        }
    }

    @SuppressWarnings("unchecked")
    private static Versions<Rating>[] none(int size) {
        return (Versions<Rating>[]) new Versions<?>[size];
    }

    /** Adds a version of a rating; null withdraws it. */
    void rate(String interpretation, String author, Recorded by, @Nullable Rating rating) {
        Voices all = voices;
        int place = all.find(interpretation, author);
        if (place < 0) {
            place = -place - 1;
            all = all.with(place, interpretation, author);
        }
        all.ratings[place] = all.ratings[place].with(At.micros(by.stamp().effectiveAt()), by.revision(), rating);
        voices = all;
    }

    /** All voices, sorted by interpretation and author. */
    List<Voice> voices() {
        Voices all = voices;
        return IntStream.range(0, all.authors.length)
                .mapToObj(i -> new Voice(all.interpretations[i], all.authors[i], all.ratings[i]))
                .toList();
    }

    /** What this author said of a cell. */
    Versions<Rating> ratings(String interpretation, String author) {
        Voices all = voices;
        int place = all.find(interpretation, author);
        return place < 0 ? Versions.none() : all.ratings[place];
    }

    /** The ratings of one cell that count at the point; it may be empty. */
    Cell cell(String interpretation, At at) {
        Voices all = voices;
        int first = all.first(interpretation);
        return new Cell(key(), interpretation, all.at(first, all.endOf(interpretation, first), at));
    }

    /** The cells with a rating that counts at the point, sorted by interpretation, in force or not. */
    List<Cell> cells(At at) {
        Voices all = voices;
        var cells = new ArrayList<Cell>();
        int next = 0;
        while (next < all.authors.length) {
            String interpretation = all.interpretations[next];
            int end = all.endOf(interpretation, next);
            Map<String, Rating> ratings = all.at(next, end, at);
            if (!ratings.isEmpty()) {
                cells.add(new Cell(key(), interpretation, ratings));
            }
            next = end;
        }
        return cells;
    }
}
