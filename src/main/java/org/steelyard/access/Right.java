package org.steelyard.access;

/** What one may do in an assessment. */
public enum Right {
    /** See it, at any point in time. */
    READ,
    /** Comment. */
    COMMENT,
    /** Record what analysts record: interpretations, sources, evidence, ratings, judgments, indicators, review requests. */
    RECORD,
    /** Give a review. */
    REVIEW,
    /** Change members, texts, policy, marking, blind mode and archive; resolve and reopen. */
    GOVERN
}
