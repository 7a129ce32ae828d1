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
    public record Without(Kind kind, String key, List<String> items, Lead inconsistency, Lead weightOfEvidence) {}

    /**
     * Who leads, and by how much.
     *
     * @param ahead of the next, in the unit of the reading, 0 in a tie; null where the reading named no leader to begin
     *     with, or there is no other interpretation
     */
    public record Lead(Balance.Leader leader, @Nullable Double ahead) {}

    /**
     * What one reading's lead rests on.
     *
     * @param linchpins one for every interpretation but the leader, sorted by key; none where there is no leader
     * @param robustness size of the smallest set of linchpins; null where there is none
     */
    public record Firmness(
            List<Linchpins> linchpins, @Nullable Integer robustness) {

        /** What the lead over this interpretation rests on; null where it is none that is led. */
        public @Nullable Linchpins over(String interpretation) {
            for (Linchpins each : linchpins) {
                if (each.against().equals(interpretation)) {
                    return each;
                }
            }
            return null;
        }
    }

    /**
     * The smallest set of items without which the leader no longer leads this interpretation.
     *
     * <p>It is smallest by proof: what is left of the lead is the lead less the sum of the contributions taken away, and no
     * set of k items has a greater sum than the k greatest contributions. So where the k greatest do not end the lead, no k
     * items do.
     *
     * @param lead how far the leader is ahead, in the unit of the reading
     * @param items the set, heaviest first
     * @param rest all other items, heaviest first; with the set they add up to the lead
     * @param then who leads without the set, which may be a third one
     */
    public record Linchpins(String against, double lead, List<Part> items, List<Part> rest, Lead then) {}

    /** What an item contributes to a lead, in the unit of the reading; below 0 where it speaks against it. */
    public record Part(String item, double contribution) {}

    /** How firm the leads of this situation are. */
    public static Sensitivity of(Situation situation) {
        return new Probing(situation).sensitivity();
    }

    /** How firm the lead by weight of evidence is, with nothing left out one by one. */
    public static Firmness ofWeightOfEvidence(Situation situation) {
        return new Probing(situation).weightOfEvidence();
    }
}
