package org.steelyard.balance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The balance of evidence at a point in time: three readings that are never merged, what qualifies them, and the lines
 * behind them (docs/scoring.md sections 2 to 6). Lists and maps are sorted by key, by code point.
 *
 * @param coverage share of cells rated, 0..1; null where there is no cell
 * @param confidence of the pool: the median of the pooled judgments, the lower of the middle two; null with none
 * @param spread mean distance between the pooled judgments, 0..1; null with fewer than two
 */
public record Balance(
        Policy policy,
        List<Reading> interpretations,
        Leaders leaders,
        Agreement agreement,
        @Nullable Double coverage,
        int evidenceInForce,
        @Nullable Confidence confidence,
        @Nullable Double spread,
        List<AnalystLine> analysts,
        List<ItemLine> evidence) {

    /**
     * The three readings of one interpretation.
     *
     * @param inconsistency points, 0 or more; least is least contradicted
     * @param weightedInconsistency points, 0 or more, each item by its weight
     * @param weightOfEvidence decibans, positive where the evidence speaks for it
     * @param behindLeader decibans behind the greatest weight of evidence, 0 or more
     * @param judged pooled probability, 0..1; null where no judgment is pooled
     * @param likelihood ICD 203 word of {@code judged}; null with it
     */
    public record Reading(
            String key,
            double inconsistency,
            double weightedInconsistency,
            double weightOfEvidence,
            double behindLeader,
            @Nullable Double judged,
            @Nullable Likelihood likelihood) {}

    /** Who leads by each reading; {@code inconsistency} is by weighted inconsistency, least first. */
    public record Leaders(Leader inconsistency, Leader weightOfEvidence, Leader judged) {

        /** For whom readings are kept from: no leader, and not why. */
        public static final Leaders UNTOLD =
                new Leaders(new Leader(null, null), new Leader(null, null), new Leader(null, null));
    }

    /** A leader's key, or the reason why none is named; exactly one of the two is null, but for {@link Leaders#UNTOLD}. */
    public record Leader(@Nullable String key, @Nullable Withheld withheld) {}

    /** Why a reading names no leader. */
    public enum Withheld {
        COVERAGE,
        TIE,
        NONE
    }

    /** Whether the three leaders are one; WITHHELD where one is missing. */
    public enum Agreement {
        AGREE,
        CONFLICT,
        WITHHELD
    }

    /**
     * One who rated or judged.
     *
     * @param judged probabilities as given; null without a judgment in force
     * @param incomplete whether the judgment names other interpretations than those in force, and so is not pooled
     */
    public record AnalystLine(
            String user,
            @Nullable SortedMap<String, Double> judged,
            @Nullable Confidence confidence,
            List<Stale> stale,
            boolean incomplete) {}

    /** An event that overtook a judgment. {@code cited}: it concerns an item that the judgment says it rests on. */
    public record Stale(long revision, String kind, String item, boolean cited) {}

    /**
     * One item of evidence in force.
     *
     * @param weight 0.5 to 2
     * @param echo factor 0..1 by every interpretation in force
     * @param ungraded neither source nor item could be judged
     * @param diagnosticity decibans, 0 or more; null with fewer than two interpretations rated other than NA
     * @param disagreement of the cells that two or more rated with anything but NA
     */
    public record ItemLine(
            String key,
            double weight,
            SortedMap<String, Double> echo,
            boolean ungraded,
            @Nullable Double diagnosticity,
            SortedMap<String, Disagreement> disagreement) {}

    /** Population standard deviation of the ratings on -2..+2, and its band. */
    public record Disagreement(double deviation, Band band) {}

    /** Bands of disagreement after Burton (docs/scoring.md section 6). */
    public enum Band {
        CONSENSUS("consensus", 0.25),
        MILD("mild", 1.0),
        LARGE("large", 1.74),
        EXTREME("extreme", Double.POSITIVE_INFINITY);

        private final String word;
        private final double upTo;

        Band(String word, double upTo) {
            this.word = word;
            this.upTo = upTo;
        }

        /** The word as it is written in a sentence, and in JSON. */
        public String word() {
            return word;
        }

        static Band of(double deviation) {
            for (Band band : values()) {
                if (deviation <= band.upTo) {
                    return band;
                }
            }
            throw new IllegalArgumentException("a deviation is a number, not " + deviation);
        }
    }

    /** The balance of what holds, by the policy in force there. The same situation always gives the same balance. */
    public static Balance of(Situation situation) {
        return new Weighing(situation).balance();
    }

    /** The three readings and who leads by each. */
    public Readings readings() {
        return new Readings(interpretations, leaders, agreement, coverage);
    }

    /** The reading of one interpretation, or null where it is not in force. */
    public @Nullable Reading reading(String interpretation) {
        for (Reading reading : interpretations) {
            if (reading.key().equals(interpretation)) {
                return reading;
            }
        }
        return null;
    }

    /** The item lines by key. */
    public Map<String, ItemLine> evidenceByKey() {
        Map<String, ItemLine> byKey = HashMap.newHashMap(evidence.size());
        for (ItemLine line : evidence) {
            byKey.put(line.key(), line);
        }
        return byKey;
    }
}
