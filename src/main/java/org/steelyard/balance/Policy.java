package org.steelyard.balance;

/**
 * The parameters of the formulas (docs/scoring.md). Each is a fact of its own on both clocks.
 *
 * @param rho how much echoes of one origin are discounted, 0 (not at all) to 1 (only the strongest voice counts)
 * @param extremize exponent of the pool of judged probabilities, 1 to 4; 1 is none
 * @param floor least probability that the pool works with, 1e-6 to 0.05
 * @param minCoverage share of rated cells below which the evidence has no leader, 0 to 1
 * @param staleAbove diagnosticity in dB above which a new item makes an older judgment stale, 0 or more
 */
public record Policy(double rho, double extremize, double floor, double minCoverage, double staleAbove) {
    /** Name of the formulas' version; a change of a formula changes it. */
    public static final String ID = "woe-1";

    public static final Policy DEFAULT = new Policy(0.5, 1, 0.001, 0.6, 6);

    /** What is left, 0..1, of the weakest of so many voices of one origin that say the same, at least 1. */
    public double shareOfEcho(int voices) {
        return EchoDiscount.shares(voices, rho)[voices - 1];
    }
}
