package org.steelyard.balance;

/**
 * How one item of evidence bears on one interpretation, in the terms of Analysis of Competing Hypotheses: very
 * consistent, consistent, neutral, inconsistent, very inconsistent, not applicable. An unrated cell has no rating at all.
 */
public enum Rating {
    CC(0, 6, 2),
    C(0, 3, 1),
    N(0, 0, 0),
    I(1, -6, -1),
    II(2, -12, -2),
    NA(0, 0, 0);

    private final int points;
    private final int decibans;
    private final int scale;

    Rating(int points, int decibans, int scale) {
        this.points = points;
        this.decibans = decibans;
        this.scale = scale;
    }

    /** Whether the rating counts in a mean; NA fills a cell but counts in none. */
    boolean applies() {
        return this != NA;
    }

    /** Points of inconsistency (docs/scoring.md section 3). */
    int points() {
        return points;
    }

    /** Weight of evidence in dB (docs/scoring.md section 4). */
    int decibans() {
        return decibans;
    }

    /** Place on -2..+2, for disagreement (docs/scoring.md section 6). */
    int scale() {
        return scale;
    }
}
