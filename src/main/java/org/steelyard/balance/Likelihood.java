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

    /** Name of the scale that the words belong to; to be stored with number and word. */
    public static final String SCALE = "icd-203";

    private static final double ON_A_BOUND = 1e-9;

    private final String word;

    Likelihood(String word) {
        this.word = word;
    }

    /** The word as it is written in a sentence. */
    public String word() {
        return word;
    }

    /**
     * The word for a probability in 0..1. The published bands touch: a bound belongs to the band farther from one half, but
     * 0.45 and 0.55 are roughly even (docs/scoring.md section 5).
     */
    public static Likelihood of(double probability) {
        if (probability <= 0.05 + ON_A_BOUND) {
            return ALMOST_NO_CHANCE;
        } else if (probability <= 0.20 + ON_A_BOUND) {
            return VERY_UNLIKELY;
        } else if (probability < 0.45 - ON_A_BOUND) {
            return UNLIKELY;
        } else if (probability <= 0.55 + ON_A_BOUND) {
            return ROUGHLY_EVEN;
        } else if (probability < 0.80 - ON_A_BOUND) {
            return LIKELY;
        } else if (probability < 0.95 - ON_A_BOUND) {
            return VERY_LIKELY;
        }
        return ALMOST_CERTAIN;
    }
}
