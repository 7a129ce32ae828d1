package org.steelyard.balance;

/** The words for probabilities of ICD 203 (2015), the first of each pair. */
public enum Likelihood {
    ALMOST_NO_CHANCE("almost no chance"),
    VERY_UNLIKELY("very unlikely"),
    UNLIKELY("unlikely"),
    ROUGHLY_EVEN("roughly even"),
    LIKELY("likely"),
    VERY_LIKELY("very likely"),
    ALMOST_CERTAIN("almost certain");

    private final String word;

    Likelihood(String word) {
        this.word = word;
    }

    /** The word as it is written in a sentence. */
    public String word() {
        return word;
    }
}
