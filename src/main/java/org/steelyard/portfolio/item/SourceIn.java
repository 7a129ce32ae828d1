package org.steelyard.portfolio.item;

import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Reliability;

/** A source in one assessment: see {@link SourceStanding}. */
public record SourceIn(
        String assessment,
        String name,
        String kind,
        Reliability reliability,
        @Nullable String origin,
        int items,
        double weight,
        boolean carriesWeightOfEvidence,
        boolean carriesInconsistency) {

    /** Whether a leader of the evidence, by either reading, falls without it. */
    public boolean carriesLeader() {
        return carriesWeightOfEvidence || carriesInconsistency;
    }

    static SourceIn of(String assessment, SourceStanding source) {
        return new SourceIn(
                assessment,
                source.name(),
                source.kind(),
                source.reliability(),
                source.origin(),
                source.items(),
                source.weight(),
                source.carriesWeightOfEvidence(),
                source.carriesInconsistency());
    }
}
