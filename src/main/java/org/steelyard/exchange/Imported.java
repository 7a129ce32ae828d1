package org.steelyard.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.steelyard.assessment.Recorded;
import org.steelyard.exchange.casefile.CasePlan;

/**
 * What an import did, or would do.
 *
 * @param dryRun whether nothing was recorded
 */
record Imported(boolean dryRun, List<OfOne> assessments) {

    /**
     * An assessment that was imported.
     *
     * @param revision the number of its events
     * @param entries how many entries of the file were read, by list
     * @param events how many events there are, by kind
     */
    record OfOne(
            String key, long revision, Instant recordedAt, Map<String, Integer> entries, Map<String, Integer> events) {}

    static Imported of(boolean dryRun, List<CasePlan> plans) {
        return new Imported(dryRun, plans.stream().map(Imported::one).toList());
    }

    private static OfOne one(CasePlan plan) {
        var events = new TreeMap<String, Integer>();
        plan.history().forEach(event -> events.merge(event.kind(), 1, Integer::sum));
        Recorded last = plan.history().getLast();
        return new OfOne(plan.key(), last.revision(), last.stamp().recordedAt(), plan.entries(), events);
    }
}
