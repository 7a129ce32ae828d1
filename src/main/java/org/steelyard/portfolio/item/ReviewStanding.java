package org.steelyard.portfolio.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.Verdict;

/**
 * A review that somebody was asked for.
 *
 * @param reviewer who was asked, {@code askedBy} who asked
 * @param reviewed the revision to review
 * @param request the revision of the request
 * @param verdict of the first review that the reviewer gave after it; null while they owe one
 * @param answer the revision of that review
 * @param outdatedBy the revision that outdates it; null while none does
 */
public record ReviewStanding(
        String reviewer,
        String askedBy,
        long reviewed,
        long request,
        Instant askedAt,
        @Nullable String text,
        @Nullable Verdict verdict,
        @Nullable Long answer,
        @Nullable Long outdatedBy) {}
