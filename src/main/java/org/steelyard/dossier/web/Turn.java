package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Balance.Leader;
import org.steelyard.balance.Balance.Leaders;
import org.steelyard.dossier.figure.Measure;

/**
 * The change of one leader.
 *
 * @param from null where none was named
 * @param to null where none is named
 */
record Turn(
        Measure reading, @Nullable String from, @Nullable String to) {

    /** What changed between two points; empty where every reading has the leader that it had. */
    static List<Turn> between(Leaders before, Leaders after) {
        var turns = new ArrayList<Turn>();
        add(turns, Measure.POINTS, before.inconsistency(), after.inconsistency());
        add(turns, Measure.DECIBANS, before.weightOfEvidence(), after.weightOfEvidence());
        add(turns, Measure.PROBABILITY, before.judged(), after.judged());
        return turns;
    }

    private static void add(List<Turn> turns, Measure reading, Leader before, Leader after) {
        if (!Objects.equals(before.key(), after.key())) {
            turns.add(new Turn(reading, before.key(), after.key()));
        }
    }
}
