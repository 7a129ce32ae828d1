package org.steelyard.balance;

import org.jspecify.annotations.Nullable;

/**
 * What an item's grades make of it (docs/scoring.md section 2).
 *
 * @param weight 2^((credibility + relevance)/2), 0.5 to 2
 * @param ungraded whether neither source nor item could be judged
 */
record Grade(double weight, boolean ungraded) {
    /** Powers looked up, not multiplied: in floating point Low times Low is not 0.5, and ties break wrongly. */
    private static final double[] WEIGHTS = {0.5, 0.7071067811865476, 1, 1.4142135623730951, 2};

    static Grade of(Situation.Item item) {
        Category source = Category.of(item.reliability());
        Category information = Category.of(item.credibility());
        int steps = credibility(source, information).step()
                + Category.of(item.relevance()).step();
        return new Grade(WEIGHTS[steps + 2], source == null && information == null);
    }

    private static Category credibility(@Nullable Category source, @Nullable Category information) {
        if (source == null) {
            return information == null ? Category.MEDIUM : information;
        }
        return information == null ? source : Category.lower(source, information);
    }
}
