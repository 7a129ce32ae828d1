package org.steelyard.assessment;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Versions;

/** Events that set or withdraw a rating, by item, interpretation and author. Reading needs no lock. */
final class Ratings {
    private final Map<String, Map<String, Map<String, Versions<Recorded>>>> byItem = new ConcurrentHashMap<>();

    /** One more version of a rating; null withdraws it. */
    void add(String evidence, String interpretation, Recorded by, @Nullable Recorded value) {
        byItem.computeIfAbsent(evidence, key -> new ConcurrentHashMap<>())
                .computeIfAbsent(interpretation, key -> new ConcurrentHashMap<>())
                .compute(by.stamp().author(), (author, versions) -> Chronicle.added(versions, by, value));
    }

    /** The ratings of one item, by interpretation and author. */
    Map<String, Map<String, Versions<Recorded>>> of(String evidence) {
        return byItem.getOrDefault(evidence, Map.of());
    }

    /** The ratings of one cell, by author. */
    Map<String, Versions<Recorded>> of(String evidence, String interpretation) {
        return of(evidence).getOrDefault(interpretation, Map.of());
    }
}
