package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Balance.Leader;
import org.steelyard.balance.Balance.Leaders;
import org.steelyard.dossier.figure.ReadingScale;

/**
 * The change of one leader.
 *
 * @param from null where none was named
 * @param to null where none is named
 */
record Turn(
        ReadingScale reading,
        @Nullable String from,
        @Nullable String to) {

    /** What changed between two points; empty where every reading has the leader that it had. */
    static List<Turn> between(Leaders before, Leaders after) {
        var turns = new ArrayList<Turn>();
        add(turns, ReadingScale.POINTS, before.inconsistency(), after.inconsistency());
        add(turns, ReadingScale.DECIBANS, before.weightOfEvidence(), after.weightOfEvidence());
        add(turns, ReadingScale.PROBABILITY, before.judged(), after.judged());
        return turns;
    }

    private static void add(List<Turn> turns, ReadingScale reading, Leader before, Leader after) {
        if (!Objects.equals(before.key(), after.key())) {
            turns.add(new Turn(reading, before.key(), after.key()));
        }
    }
}
