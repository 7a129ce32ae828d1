package org.steelyard.balance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Situation.Cell;
import org.steelyard.balance.Situation.Change;
import org.steelyard.balance.Situation.Item;
import org.steelyard.balance.Situation.Judgment;

/**
 * What is assumed to be otherwise: things that are not there, other grades, other ratings, another policy. What comes of it is a
 * situation like any other, so its balance has weights and discounts of its own, where {@link Sensitivity} holds them
 * (docs/scoring.md section 7).
 *
 * <p>It is applied in the order of the components. So an analyst who is dropped may be given new ratings, and a rating of an item
 * that is dropped counts for nothing. What names a thing that the situation does not have changes nothing.
 *
 * @param items keys of items that were never recorded
 * @param origins of which no item was recorded, as in {@link Situation.Item#origin()}
 * @param sources keys of sources of which no item was recorded
 * @param analysts who neither rated nor judged
 * @param grades by item
 * @param reliability by source
 * @param ratings of two for one cell by one analyst the later one counts
 * @param policy the whole policy; null for the one in force
 */
public record WhatIf(
        Set<String> items,
        Set<String> origins,
        Set<String> sources,
        Set<String> analysts,
        Map<String, Grades> grades,
        Map<String, Reliability> reliability,
        List<Rated> ratings,
        @Nullable Policy policy) {

    /** Nothing is otherwise. */
    public static final WhatIf NOTHING =
            new WhatIf(Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), Map.of(), List.of(), null);

    /** An item's grades; null keeps the one it has. */
    public record Grades(
            @Nullable Integer credibility, @Nullable Relevance relevance) {}

    /** A rating of a cell by an analyst, who may be nobody yet; null where the analyst has not rated it. */
    public record Rated(
            String analyst,
            String item,
            String interpretation,
            @Nullable Rating rating) {}

    private record Place(String item, String interpretation) {}

    /** The situation as it would be. */
    public Situation in(Situation now) {
        var fallen = fallen(now);
        var left = now.items().stream()
                .filter(item -> !fallen.contains(item.key()))
                .map(this::graded)
                .toList();
        return new Situation(
                now.relation(),
                policy == null ? now.policy() : policy,
                now.interpretations(),
                left,
                cells(now, left),
                judgments(now, fallen),
                analysts(now),
                changes(now, fallen));
    }

    private Set<String> fallen(Situation now) {
        var fallen = new HashSet<String>();
        for (Item item : now.items()) {
            if (items.contains(item.key()) || origins.contains(item.origin()) || sources.contains(item.source())) {
                fallen.add(item.key());
            }
        }
        return fallen;
    }

    private Item graded(Item item) {
        Grades given = grades.getOrDefault(item.key(), new Grades(null, null));
        return new Item(
                item.key(),
                item.source(),
                item.origin(),
                reliability.getOrDefault(item.source(), item.reliability()),
                given.credibility() == null ? item.credibility() : given.credibility(),
                given.relevance() == null ? item.relevance() : given.relevance());
    }

    private List<Cell> cells(Situation now, List<Item> left) {
        var inForce = new HashSet<String>();
        left.forEach(item -> inForce.add(item.key()));
        Map<Place, Map<String, Rating>> cells =
                LinkedHashMap.newLinkedHashMap(now.cells().size());
        for (Cell cell : now.cells()) {
            if (inForce.contains(cell.item())) {
                var others = new HashMap<>(cell.ratings());
                others.keySet().removeAll(analysts);
                cells.put(new Place(cell.item(), cell.interpretation()), others);
            }
        }
        for (Rated rated : ratings) {
            if (inForce.contains(rated.item()) && now.interpretations().contains(rated.interpretation())) {
                var ofCell = cells.computeIfAbsent(
                        new Place(rated.item(), rated.interpretation()), place -> new HashMap<>());
                if (rated.rating() == null) {
                    ofCell.remove(rated.analyst());
                } else {
                    ofCell.put(rated.analyst(), rated.rating());
                }
            }
        }
        var rest = new ArrayList<Cell>(cells.size());
        cells.forEach((place, byAnalyst) -> {
            if (!byAnalyst.isEmpty()) {
                rest.add(new Cell(place.item(), place.interpretation(), byAnalyst));
            }
        });
        return rest;
    }

    /** A judgment stands on no item that was never recorded. */
    private List<Judgment> judgments(Situation now, Set<String> fallen) {
        return now.judgments().stream()
                .filter(judgment -> !analysts.contains(judgment.analyst()))
                .map(judgment -> fallen.isEmpty() ? judgment : without(judgment, fallen))
                .toList();
    }

    private static Judgment without(Judgment judgment, Set<String> fallen) {
        var restsOn = new HashSet<>(judgment.restsOn());
        restsOn.removeAll(fallen);
        var itemsThen = new HashMap<>(judgment.itemsThen());
        itemsThen.keySet().removeAll(fallen);
        return new Judgment(
                judgment.analyst(),
                judgment.revision(),
                judgment.probabilities(),
                judgment.confidence(),
                restsOn,
                itemsThen,
                judgment.interpretationsThen());
    }

    private Set<String> analysts(Situation now) {
        var all = new TreeSet<>(now.analysts());
        all.removeAll(analysts);
        ratings.stream().filter(rated -> rated.rating() != null).forEach(rated -> all.add(rated.analyst()));
        return all;
    }

    private List<Change> changes(Situation now, Set<String> fallen) {
        return now.changes().stream()
                .filter(change -> switch (change.effect()) {
                    case UNSETTLES_ITEM, ADDS_ITEM -> !fallen.contains(change.subject());
                    case REGRADES_SOURCE -> !sources.contains(change.subject());
                    case REWORDS_INTERPRETATION -> true;
                })
                .toList();
    }
}
