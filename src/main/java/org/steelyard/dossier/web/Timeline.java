package org.steelyard.dossier.web;

import java.util.List;
import java.util.NavigableMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.steelyard.dossier.figure.Bounds;

/**
 * What is the same at every step of a course: which steps change a leader, between which values the readings go, and which
 * interpretations are ever in force.
 *
 * @param turns by step, from 1
 */
record Timeline(NavigableMap<Integer, List<Turn>> turns, Bounds bounds, SequencedSet<String> interpretations) {

    @Nullable
    Integer turnBefore(int step) {
        return turns.lowerKey(step);
    }

    @Nullable
    Integer turnAfter(int step) {
        return turns.higherKey(step);
    }
}
