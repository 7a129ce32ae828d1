package org.steelyard.portfolio.web;

import java.util.List;

/**
 * The rows of a list that stand on one page.
 *
 * @param page from 1, {@code pages} how many there are
 * @param all how many rows the list has
 */
record Part<T>(List<T> rows, int page, int pages, int all) {
    private static final int ROWS = 50;

    /** This page of a list, the last where there are fewer. */
    static <T> Part<T> of(List<T> all, int wanted) {
        int pages = Math.max(1, (all.size() + ROWS - 1) / ROWS);
        int page = Math.min(wanted, pages);
        int from = (page - 1) * ROWS;
        return new Part<>(all.subList(from, Math.min(all.size(), from + ROWS)), page, pages, all.size());
    }
}
