package org.steelyard.portfolio.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.Verdict;

/** A review that somebody was asked for, over all assessments: see {@link ReviewStanding}. */
public record ReviewIn(
        String assessment,
        String reviewer,
        String askedBy,
        long reviewed,
        long request,
        Instant askedAt,
        @Nullable String text,
        @Nullable Verdict verdict,
        @Nullable Long answer) {

    static ReviewIn of(String assessment, ReviewStanding review) {
        return new ReviewIn(
                assessment,
                review.reviewer(),
                review.askedBy(),
                review.reviewed(),
                review.request(),
                review.askedAt(),
                review.text(),
                review.verdict(),
                review.answer());
    }

    /** Whether the reviewer owes it still. */
    public boolean isOpen() {
        return verdict == null;
    }

    /** Where it stands in lists: those that are owed first, the oldest first. */
    public String position() {
        return (isOpen() ? "0 " : "1 ") + askedAt + " " + assessment + " " + request + " " + reviewer;
    }
}
