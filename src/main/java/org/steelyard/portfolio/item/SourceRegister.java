package org.steelyard.portfolio.item;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.steelyard.portfolio.item.ReadableItems.Entry;

/** The sources of all assessments that who is signed in may read today, now or as of an instant. */
@Service
public class SourceRegister {
    private final Sources sources;
    private final ReadableItems readable;

    SourceRegister(Sources sources, ReadableItems readable) {
        this.sources = sources;
        this.readable = readable;
    }

    /**
     * Every source with items in force, sorted by key.
     *
     * @throws org.steelyard.http.Problem 503 while the projection is built for the first time
     */
    public Known<SourceOverall> all(@Nullable Instant asOf) {
        var found = readable.find(sources, asOf);
        var byKey = found.entries().stream().collect(groupingBy(Entry::item, TreeMap::new, toList()));
        var all = new ArrayList<SourceOverall>();
        byKey.forEach((key, entries) -> all.add(overall(key, entries)));
        return new Known<>(all, found.upTo());
    }

    /** One source in each assessment in which it has items in force, sorted by the assessment's key. */
    public Known<SourceIn> in(String key, @Nullable Instant asOf) {
        var found = readable.find(sources, key, asOf);
        var each = found.entries().stream()
                .sorted(comparing(Entry::assessment))
                .map(entry -> SourceIn.of(entry.assessment(), entry.thing()))
                .toList();
        return new Known<>(each, found.upTo());
    }

    private static SourceOverall overall(String key, List<Entry<SourceStanding>> entries) {
        entries.sort(comparing(Entry::assessment));
        var newest =
                entries.stream().max(comparing(Entry::since)).map(Entry::thing).orElseThrow();
        return new SourceOverall(
                key,
                newest.name(),
                newest.kind(),
                entries.stream()
                        .map(entry -> entry.thing().reliability())
                        .distinct()
                        .sorted()
                        .toList(),
                entries.stream().mapToInt(entry -> entry.thing().items()).sum(),
                entries.stream().mapToDouble(entry -> entry.thing().weight()).sum(),
                entries.size(),
                entries.stream()
                        .filter(entry ->
                                SourceIn.of(entry.assessment(), entry.thing()).carriesLeader())
                        .map(Entry::assessment)
                        .toList());
    }
}
