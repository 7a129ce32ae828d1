package org.steelyard.balance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How firm the lead of each reading of the evidence is, with weights and discounts held as they are (docs/scoring.md
 * section 7).
 *
 * @param leaveOneOut both leaders without each item, origin, source and analyst, in this order, each sorted by key
 */
public record Sensitivity(List<Without> leaveOneOut, Firmness inconsistency, Firmness weightOfEvidence) {

    /** What is left out. */
    public enum Kind {
        ITEM,
        ORIGIN,
        SOURCE,
        ANALYST
    }

    /**
     * Who leads without something. Where the reading names no leader to begin with, it names none here, for the same
     * reason; coverage is not asked again.
     *
     * @param key of the item, source or analyst; of an origin as in {@link Situation.Item#origin()}
     * @param items the items that fall with it, sorted; empty for an analyst
     */
    public record Without(
            Kind kind, String key, List<String> items, Balance.Leader inconsistency, Balance.Leader weightOfEvidence) {}

    /**
     * What one reading's lead rests on.
     *
     * @param linchpins one for every interpretation but the leader, sorted by key; none where there is no leader
     * @param robustness size of the smallest set of linchpins; null where there is none
     */
    public record Firmness(
            List<Linchpins> linchpins, @Nullable Integer robustness) {}

    /**
     * The smallest set of items without which the leader no longer leads this interpretation, heaviest first.
     *
     * @param lead how far the leader is ahead, in the unit of the reading
     */
    public record Linchpins(String against, double lead, List<Part> items) {}

    /** What an item contributes to a lead, in the unit of the reading. */
    public record Part(String item, double contribution) {}

    /** How firm the leads of this situation are. */
    public static Sensitivity of(Situation situation) {
        return new Probing(situation).sensitivity();
    }
}
