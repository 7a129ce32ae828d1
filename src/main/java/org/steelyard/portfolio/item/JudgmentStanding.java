package org.steelyard.portfolio.item;

import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentView.Status;
import org.steelyard.balance.Confidence;

/**
 * A judgment in force in one assessment.
 *
 * @param status of the assessment
 * @param revision the judgment's own, with the times of that event
 * @param probabilities by interpretation, 0..1, as given
 * @param incomplete whether it names other interpretations than those in force
 * @param staleBy the first of the revisions that overtook it; null while it is not stale
 */
public record JudgmentStanding(
        Status status,
        long revision,
        Instant recordedAt,
        Instant effectiveAt,
        SortedMap<String, Double> probabilities,
        Confidence confidence,
        boolean incomplete,
        @Nullable Long staleBy) {}
