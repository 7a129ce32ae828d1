package org.steelyard.balance;

/**
 * How one item of evidence bears on one interpretation, in the terms of Analysis of Competing Hypotheses: very
 * consistent, consistent, neutral, inconsistent, very inconsistent, not applicable. An unrated cell has no rating at all.
 */
public enum Rating {
    CC,
    C,
    N,
    I,
    II,
    NA
}
