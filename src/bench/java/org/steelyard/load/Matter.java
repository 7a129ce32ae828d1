package org.steelyard.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What an assessment is about, as it stands: the interpretations and items in force, and whether the question is open. */
final class Matter {
    /** In the order of their numbers; {@link #inForce} says which of them count. */
    final List<String> interpretations = new ArrayList<>();

    final TreeSet<String> inForce = new TreeSet<>();
    final List<Item> items = new ArrayList<>();

    /** Resolved, or archived: nobody rates or judges any more. */
    boolean closed;

    /**
     * An item of evidence in force.
     *
     * @param since from when it holds
     * @param pointsTo the place of the interpretation that it speaks for; -1 where it speaks for none
     */
    record Item(String key, Instant since, int pointsTo) {}
}
