package org.steelyard.portfolio.search;

/** What sort of thing a text belongs to; the order is that of hits. */
enum Sort {
    ASSESSMENT,
    INTERPRETATION,
    EVIDENCE,
    SOURCE,
    JUDGMENT,
    INDICATOR,
    COMMENT,
    REVIEW,
    REVIEW_REQUEST,
    RESOLUTION
}
