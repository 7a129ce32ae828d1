package org.steelyard.portfolio.item;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentView.Status;
import org.steelyard.balance.Confidence;

/** A judgment over all assessments: see {@link JudgmentStanding}. */
public record JudgmentIn(
        String assessment,
        Status status,
        String analyst,
        long revision,
        Instant recordedAt,
        Instant effectiveAt,
        SortedMap<String, Double> probabilities,
        Confidence confidence,
        boolean incomplete,
        @Nullable Long staleBy) {

    static JudgmentIn of(String assessment, String analyst, JudgmentStanding judgment) {
        return new JudgmentIn(
                assessment,
                judgment.status(),
                analyst,
                judgment.revision(),
                judgment.recordedAt(),
                judgment.effectiveAt(),
                judgment.probabilities(),
                judgment.confidence(),
                judgment.incomplete(),
                judgment.staleBy());
    }

    /** Whether later events overtook it. */
    @JsonIgnore
    public boolean isStale() {
        return staleBy != null;
    }

    /** Whether its question is. */
    @JsonIgnore
    public boolean isOpen() {
        return status == Status.OPEN;
    }

    /** Where it stands in lists: stale ones first, of open questions before closed ones, by assessment and analyst. */
    public String position() {
        return (isStale() ? "0" : "1") + (isOpen() ? "0" : "1") + " " + assessment + " " + analyst;
    }
}
