package org.steelyard.balance;

/** The words for probabilities of ICD 203 (2015), the first of each pair. */
public enum Likelihood {
    ALMOST_NO_CHANCE("almost no chance", 1, 5),
    VERY_UNLIKELY("very unlikely", 5, 20),
    UNLIKELY("unlikely", 20, 45),
    ROUGHLY_EVEN("roughly even", 45, 55),
    LIKELY("likely", 55, 80),
    VERY_LIKELY("very likely", 80, 95),
    ALMOST_CERTAIN("almost certain", 95, 99);

    /** Name of the scale that the words belong to; to be stored with number and word. */
    public static final String SCALE = "icd-203";

    private static final double ON_A_BOUND = 1e-9;

    private final String word;
    private final int from;
    private final int to;

    Likelihood(String word, int from, int to) {
        this.word = word;
        this.from = from;
        this.to = to;
    }

    /** The word as it is written in a sentence. */
    public String word() {
        return word;
    }

    /** Where the published band begins, in per cent. */
    public int from() {
        return from;
    }

    /** Where the published band ends, in per cent. */
    public int to() {
        return to;
    }

    /** The middle of the band, in per cent: what stands for the word where somebody gives no number. */
    public double middle() {
        return (from + to) / 2.0;
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
