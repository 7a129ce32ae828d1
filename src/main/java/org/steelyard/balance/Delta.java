package org.steelyard.balance;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * By how much the readings of one interpretation differ between two points (docs/scoring.md section 8). Each is null where
 * the reading is absent on either side.
 *
 * @param inconsistency points
 * @param weightedInconsistency points, each item by its weight
 * @param weightOfEvidence decibans
 * @param judged difference of pooled probabilities, -1..1
 */
public record Delta(
        @Nullable Double inconsistency,
        @Nullable Double weightedInconsistency,
        @Nullable Double weightOfEvidence,
        @Nullable Double judged) {
    /** A reading that is absent on either side. */
    public static final Delta ABSENT = new Delta(null, null, null, null);

    /** From one set of readings to another, for every interpretation that is in force in either, sorted by key. */
    public static SortedMap<String, Delta> between(Readings before, Readings after) {
        var deltas = new TreeMap<String, Delta>();
        for (Balance.Reading from : before.interpretations()) {
            Balance.Reading to = after.of(from.key());
            deltas.put(from.key(), to == null ? ABSENT : between(from, to));
        }
        for (Balance.Reading to : after.interpretations()) {
            deltas.putIfAbsent(to.key(), ABSENT);
        }
        return Collections.unmodifiableSortedMap(deltas);
    }

    private static Delta between(Balance.Reading from, Balance.Reading to) {
        return new Delta(
                to.inconsistency() - from.inconsistency(),
                to.weightedInconsistency() - from.weightedInconsistency(),
                to.weightOfEvidence() - from.weightOfEvidence(),
                from.judged() == null || to.judged() == null ? null : to.judged() - from.judged());
    }

    /** Both together: a reading that is absent from one of them is as the other has it. */
    public Delta and(Delta other) {
        return new Delta(
                sum(inconsistency, other.inconsistency),
                sum(weightedInconsistency, other.weightedInconsistency),
                sum(weightOfEvidence, other.weightOfEvidence),
                sum(judged, other.judged));
    }

    private static @Nullable Double sum(@Nullable Double one, @Nullable Double other) {
        return one == null ? other : other == null ? one : Double.valueOf(one + other);
    }
}
