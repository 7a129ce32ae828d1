package org.steelyard.portfolio.item;

import org.jspecify.annotations.Nullable;

/**
 * A user named in what somebody said.
 *
 * @param kind of the event that said it: a comment, a request for a review, a review
 * @param about key of what it is about, a cell's as {@code e/i}, a revision's as {@code r5}; null where it is the assessment
 * @param replyTo the revision that it answers, or null
 * @param excerpt of its text, around the name
 */
public record MentionStanding(
        String kind,
        String author,
        @Nullable String about,
        @Nullable Long replyTo,
        String excerpt) {}
