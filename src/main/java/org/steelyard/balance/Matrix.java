package org.steelyard.balance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rated cells as sums over analysts, items by interpretations. Rows and columns are numbered in the order of their
 * keys, and what is summed are whole numbers, so no order of reading shows in a result.
 */
final class Matrix {
    private final List<Situation.Item> items;
    private final List<String> interpretations;

    /** By cell: how many rated it at all, and how many with anything but NA. */
    private final int[] raters;

    private final int[] voices;

    /** By cell, summed over its voices. */
    private final int[] points;

    private final int[] decibans;
    private final int[] scale;
    private final int[] squares;

    Matrix(List<Situation.Item> items, List<String> interpretations) {
        this.items = items;
        this.interpretations = interpretations;
        int cells = items.size() * interpretations.size();
        raters = new int[cells];
        voices = new int[cells];
        points = new int[cells];
        decibans = new int[cells];
        scale = new int[cells];
        squares = new int[cells];
    }

    static Matrix of(Situation situation) {
        var items = sorted(situation.items(), Comparator.comparing(Situation.Item::key));
        var interpretations = sorted(situation.interpretations(), Comparator.naturalOrder());
        var matrix = new Matrix(items, interpretations);
        matrix.count(situation.cells());
        return matrix;
    }

    private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
        var copy = new ArrayList<>(list);
        copy.sort(order);
        return copy;
    }

    private void count(List<Situation.Cell> cells) {
        Map<String, Integer> rows = HashMap.newHashMap(items.size());
        for (int row = 0; row < items.size(); row++) {
            rows.put(items.get(row).key(), row);
        }
        Map<String, Integer> columns = HashMap.newHashMap(interpretations.size());
        for (int column = 0; column < interpretations.size(); column++) {
            columns.put(interpretations.get(column), column);
        }
        for (Situation.Cell cell : cells) {
            Integer row = rows.get(cell.item());
            Integer column = columns.get(cell.interpretation());
            if (row != null && column != null) {
                rate(cell(row, column), cell.ratings().values());
            }
        }
    }

    /** Puts these ratings into a cell, in the place of those that it had. */
    void rate(int cell, Collection<Rating> ratings) {
        raters[cell] = 0;
        voices[cell] = 0;
        points[cell] = 0;
        decibans[cell] = 0;
        scale[cell] = 0;
        squares[cell] = 0;
        for (Rating rating : ratings) {
            count(cell, rating);
        }
    }

    private void count(int cell, Rating rating) {
        raters[cell]++;
        if (rating.applies()) {
            voices[cell]++;
            points[cell] += rating.points();
            decibans[cell] += rating.decibans();
            scale[cell] += rating.scale();
            squares[cell] += rating.scale() * rating.scale();
        }
    }

    List<Situation.Item> items() {
        return items;
    }

    List<String> interpretations() {
        return interpretations;
    }

    int rows() {
        return items.size();
    }

    int columns() {
        return interpretations.size();
    }

    /** How many cells there are, rated or not; cells are numbered row by row. */
    int cells() {
        return raters.length;
    }

    int cell(int row, int column) {
        return row * interpretations.size() + column;
    }

    /** Whether anyone rated the cell, be it NA. */
    boolean isRated(int cell) {
        return raters[cell] > 0;
    }

    /** How many rated the cell with anything but NA. */
    int voices(int cell) {
        return voices[cell];
    }

    /** Mean points of inconsistency; 0 where nobody rated with anything but NA. */
    double points(int cell) {
        return voices[cell] == 0 ? 0 : (double) points[cell] / voices[cell];
    }

    /** Mean decibans; 0 where nobody rated with anything but NA. */
    double decibans(int cell) {
        return voices[cell] == 0 ? 0 : (double) decibans[cell] / voices[cell];
    }

    /** Mean points without one of the cell's ratings; 0 where it was the only voice. */
    double pointsWithout(int cell, Rating rating) {
        return without(points[cell], rating.points(), cell, rating);
    }

    /** Mean decibans without one of the cell's ratings; 0 where it was the only voice. */
    double decibansWithout(int cell, Rating rating) {
        return without(decibans[cell], rating.decibans(), cell, rating);
    }

    private double without(int sum, int part, int cell, Rating rating) {
        int left = rating.applies() ? voices[cell] - 1 : voices[cell];
        int rest = rating.applies() ? sum - part : sum;
        return left == 0 ? 0 : (double) rest / left;
    }

    /** Population standard deviation on -2..+2 of at least one voice; exact where it is a whole number. */
    double deviation(int cell) {
        long n = voices[cell];
        long spread = n * squares[cell] - (long) scale[cell] * scale[cell];
        return Math.sqrt((double) spread / (n * n));
    }
}
