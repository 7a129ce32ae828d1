package org.steelyard.dossier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.Course.Step;
import org.steelyard.assessment.Recorded;
import org.steelyard.balance.Balance.Reading;
import org.steelyard.balance.Delta;

/**
 * Why the balance changed between two points (docs/scoring.md section 8): what each event of the range moved, and what came of
 * all together.
 *
 * @param changes every event of the range that counts, in the order in which they apply
 * @param totals for every interpretation that was in force at any time in the range, sorted by key
 */
public record Explanation(List<Change> changes, SortedMap<String, Delta> totals) {

    /** One event, and by how much it moved which interpretation; those that it did not move are left out. */
    public record Change(Recorded event, SortedMap<String, Delta> deltas) {}

    /** Applies the events of a range one at a time. */
    public static Explanation of(Stretch stretch) {
        var changes = new ArrayList<Change>();
        var inForce = new TreeSet<String>();
        var ends = stretch.course().follow(step -> {
            changes.add(new Change(step.event(), moved(step)));
            step.after().interpretations().forEach(reading -> inForce.add(reading.key()));
        });
        var totals = new TreeMap<>(Delta.between(ends.before(), ends.after()));
        inForce.forEach(key -> totals.putIfAbsent(key, Delta.ABSENT));
        return new Explanation(Collections.unmodifiableList(changes), Collections.unmodifiableSortedMap(totals));
    }

    /** The events alone. */
    public Explanation withoutReadings() {
        var events = changes.stream()
                .map(change -> new Change(change.event(), Collections.emptySortedMap()))
                .toList();
        return new Explanation(events, Collections.emptySortedMap());
    }

    private static SortedMap<String, Delta> moved(Step step) {
        if (!step.moved()) {
            return Collections.emptySortedMap();
        }
        var deltas = new TreeMap<>(step.deltas());
        deltas.keySet()
                .removeIf(key -> !isMoved(step.before().of(key), step.after().of(key)));
        return Collections.unmodifiableSortedMap(deltas);
    }

    private static boolean isMoved(@Nullable Reading before, @Nullable Reading after) {
        return before == null
                || after == null
                || before.inconsistency() != after.inconsistency()
                || before.weightedInconsistency() != after.weightedInconsistency()
                || before.weightOfEvidence() != after.weightOfEvidence()
                || !Objects.equals(before.judged(), after.judged());
    }

    /** The parts of each group added up. A reading that is absent from some of the parts has the sum of the others. */
    public SortedMap<String, SortedMap<String, Delta>> by(Grouping grouping) {
        var groups = new TreeMap<String, SortedMap<String, Delta>>();
        for (Change change : changes) {
            var group = groups.computeIfAbsent(grouping.key(change.event()), key -> new TreeMap<>());
            change.deltas().forEach((interpretation, delta) -> group.merge(interpretation, delta, Delta::and));
        }
        return groups;
    }
}
