package org.steelyard.exchange.casefile;

import java.util.Set;

/** The commands that have no list of their own: what {@code do} may say, whether it needs {@code on}, what it may set. */
enum Change {
    RETRACT_EVIDENCE(true),
    REINSTATE_EVIDENCE(true),
    CORRECT_EVIDENCE(
            true,
            "claim",
            "source",
            "credibility",
            "relevance",
            "kind",
            "origin",
            "occurredOn",
            "publishedOn",
            "link",
            "marking"),
    CORRECT_SOURCE(true, "name", "kind", "reliability", "origin"),
    REVISE_INTERPRETATION(true, "statement", "holder", "discriminator"),
    WITHDRAW_INTERPRETATION(true),
    REINSTATE_INTERPRETATION(true),
    WITHDRAW_RATING(true),
    WITHDRAW_JUDGMENT(false),
    REVISE_ASSESSMENT(false, "title", "question", "horizon", "tags", "marking", "policy", "blind", "archived"),
    SET_INDICATOR(true, "statement", "speaksFor", "deadline", "status"),
    COMMENT(false, "text", "about", "replyTo"),
    REQUEST_REVIEW(false, "revision", "reviewers", "text"),
    REVIEW(false, "revision", "verdict", "text"),
    RESOLVE(false, "outcome", "outcomes", "resolvedOn", "basis"),
    REOPEN(false);

    private final boolean onSomething;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of
    private final Set<String> settable;

    Change(boolean onSomething, String... settable) {
        this.onSomething = onSomething;
        this.settable = Set.of(settable);
    }

    /** Whether {@code on} says which item, or which cell, is meant. */
    boolean isOnSomething() {
        return onSomething;
    }

    Set<String> settable() {
        return settable;
    }

    /** Whether it is dated by its recording alone where the file says nothing else. */
    boolean isOfTheMoment() {
        return this == COMMENT || this == REQUEST_REVIEW || this == REVIEW;
    }
}
