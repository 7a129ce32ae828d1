package org.steelyard.balance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Situation.Change;
import org.steelyard.balance.Situation.Effect;
import org.steelyard.balance.Situation.Judgment;

/** The judgments in force, and what overtook them, as both change. */
final class RunningJudgments {
    private final SortedMap<String, Staleness> byAnalyst = new TreeMap<>();

    /** What recorded an item, by its key: for the items recorded after the oldest of the judgments, and perhaps others. */
    private final Map<String, Change> additions = new HashMap<>();

    private List<Change> telling = List.of();

    /** This analyst's is now this one, or none; {@code since} has the changes after it that count. */
    void put(String analyst, @Nullable Judgment judgment, List<Change> since) {
        Staleness known = byAnalyst.get(analyst);
        if (judgment == null) {
            byAnalyst.remove(analyst);
        } else if (known == null || known.judgment().revision() != judgment.revision()) {
            since.forEach(this::remember);
            byAnalyst.put(analyst, new Staleness(judgment, since));
        }
    }

    /** One more change counts. */
    void take(Change change) {
        remember(change);
        byAnalyst.values().forEach(judgment -> judgment.take(change));
    }

    private void remember(Change change) {
        if (change.effect() == Effect.ADDS_ITEM) {
            additions.put(change.subject(), change);
        }
    }

    /** These items are in force, and know whether they are telling. */
    void tell(List<Row> rows) {
        var now = new ArrayList<Change>();
        for (Row row : rows) {
            Change added = row.isTelling() ? additions.get(row.item().key()) : null;
            if (added != null) {
                now.add(added);
            }
        }
        now.sort(Staleness.BY_REVISION);
        telling = now;
    }

    Collection<Judgment> all() {
        return byAnalyst.values().stream().map(Staleness::judgment).toList();
    }

    int stale() {
        int count = 0;
        for (Staleness judgment : byAnalyst.values()) {
            if (judgment.isStale(telling)) {
                count++;
            }
        }
        return count;
    }

    /** Sorted by analyst. */
    List<Balance.AnalystLine> lines(Set<String> interpretations) {
        return byAnalyst.values().stream()
                .map(judgment -> judgment.line(interpretations, telling))
                .toList();
    }
}
