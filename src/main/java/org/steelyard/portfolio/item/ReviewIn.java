package org.steelyard.portfolio.item;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
        @Nullable Long answer,
        @Nullable Long outdatedBy) {

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
                review.answer(),
                review.outdatedBy());
    }

    /** Whether the reviewer owes it still. */
    @JsonIgnore
    public boolean isOpen() {
        return verdict == null;
    }

    /** Whether the balance moved since the revision that it is of. */
    @JsonIgnore
    public boolean isOutdated() {
        return outdatedBy != null;
    }

    /** Where it stands in lists: those that are owed first, then those that are outdated, each the oldest first. */
    public String position() {
        return (isOpen() ? "0 " : isOutdated() ? "1 " : "2 ") + askedAt + " " + assessment + " " + request + " "
                + reviewer;
    }
}
