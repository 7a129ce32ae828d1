package org.steelyard.portfolio.item;

import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Reliability;

/**
 * A source with items in force in one assessment.
 *
 * @param origin the lineage it shares with others; null for its own
 * @param items how many of its items are in force, {@code weight} the sum of their weights
 * @param carriesWeightOfEvidence whether the leader by weight of evidence falls without them; {@code carriesInconsistency} the
 *     same by inconsistency
 */
public record SourceStanding(
        String name,
        String kind,
        Reliability reliability,
        @Nullable String origin,
        int items,
        double weight,
        boolean carriesWeightOfEvidence,
        boolean carriesInconsistency) {}
