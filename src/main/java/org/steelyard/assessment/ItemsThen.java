package org.steelyard.assessment;

import java.util.AbstractMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.At;

/**
 * The items that were in force when a judgment was recorded, each with its source: a view on the chronicle, which looks up what it
 * is asked for. Only going over all of them looks for all.
 */
final class ItemsThen extends AbstractMap<String, String> {
    private final Chronicle chronicle;
    private final At then;

    /** Where to look for a source first: most items in force now were so then. */
    private final List<Evidence> now;

    /** All sources, once somebody asked for one that no item in force now had. */
    private @Nullable Set<String> sources;

    ItemsThen(Chronicle chronicle, At then, List<Evidence> now) {
        this.chronicle = chronicle;
        this.then = then;
        this.now = now;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public @Nullable String get(@Nullable Object key) {
        Evidence item = key instanceof String text ? chronicle.evidence.get(text) : null;
        return item == null ? null : source(item);
    }

    @Override
    public boolean containsValue(@Nullable Object source) {
        for (Evidence item : now) {
            if (source != null && source.equals(source(item))) {
                return true;
            }
        }
        return source instanceof String && sources().contains(source);
    }

    private Set<String> sources() {
        Set<String> known = sources;
        if (known == null) {
            known = Set.copyOf(values());
            sources = known;
        }
        return known;
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        var entries = new LinkedHashSet<Map.Entry<String, String>>();
        for (Evidence item : chronicle.evidenceInForce(then)) {
            entries.add(Map.entry(item.key(), item.get(Field.SOURCE, then)));
        }
        return entries;
    }

    /** The source that the item had, or null where it was not in force. */
    private @Nullable String source(Evidence item) {
        return item.inForce(then) ? item.find(Field.SOURCE, then) : null;
    }
}
