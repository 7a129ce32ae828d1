package org.steelyard.balance;

import org.jspecify.annotations.Nullable;

/** What a grade amounts to: each step is half a power of two in weight (docs/scoring.md section 2). */
enum Category {
    LOW(-1),
    MEDIUM(0),
    HIGH(1);

    private final int step;

    Category(int step) {
        this.step = step;
    }

    int step() {
        return step;
    }

    /** Null for F, which is no value. */
    static @Nullable Category of(Reliability reliability) {
        return switch (reliability) {
            case A, B -> HIGH;
            case C -> MEDIUM;
            case D, E -> LOW;
            case F -> null;
        };
    }

    /** Of credibility 1 to 6; null for 6, which is no value. */
    static @Nullable Category of(int credibility) {
        return switch (credibility) {
            case 1, 2 -> HIGH;
            case 3 -> MEDIUM;
            case 4, 5 -> LOW;
            case 6 -> null;
            default -> throw new IllegalArgumentException("credibility is 1 to 6, not " + credibility);
        };
    }

    static Category of(Relevance relevance) {
        return switch (relevance) {
            case H -> HIGH;
            case M -> MEDIUM;
            case L -> LOW;
        };
    }

    static Category lower(Category one, Category other) {
        return one.step < other.step ? one : other;
    }
}
