package org.steelyard.assessment;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.steelyard.balance.At;

/**
 * What was in force when a judgment was recorded, at its own revision and effective time. No later event changes that, so it is
 * kept for judgments that were looked at, and all of it is dropped before it grows beyond a few entries for each event.
 */
final class Hindsight {
    private static final int ENTRIES_FOR_EACH_EVENT = 16;
    private static final int ENTRIES_AT_LEAST = 4_096;

    /**
     * What was in force then.
     *
     * @param items the source of each item of evidence, by key
     */
    record Then(Map<String, String> items, Set<String> interpretations) {}

    private final Map<Long, Then> kept = new ConcurrentHashMap<>();
    private final AtomicLong entries = new AtomicLong();

    Then of(Recorded judgment, Chronicle chronicle, long events) {
        Then known = kept.get(judgment.revision());
        if (known == null) {
            known = look(judgment, chronicle);
            long most = Math.max(ENTRIES_AT_LEAST, ENTRIES_FOR_EACH_EVENT * events);
            if (entries.addAndGet(known.items.size() + 1L) > most) {
                kept.clear();
                entries.set(known.items.size() + 1L);
            }
            kept.put(judgment.revision(), known);
        }
        return known;
    }

    private static Then look(Recorded judgment, Chronicle chronicle) {
        At then = At.of(judgment.revision(), judgment.stamp().effectiveAt());
        Map<String, String> items = new HashMap<>();
        for (Evidence item : chronicle.evidenceInForce(then)) {
            items.put(item.key(), item.get(Field.SOURCE, then));
        }
        return new Then(Map.copyOf(items), Set.copyOf(chronicle.interpretationsInForce(then)));
    }
}
