package org.steelyard.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.steelyard.balance.Situation.Cell;
import org.steelyard.balance.Situation.Change;
import org.steelyard.balance.Situation.Effect;
import org.steelyard.balance.Situation.Item;
import org.steelyard.balance.Situation.Judgment;

/** A situation being written down, sentence by sentence. */
final class Draft {
    private record Place(String item, String interpretation) {}

    Relation relation = Relation.EXCLUSIVE;
    Policy policy = Policy.DEFAULT;
    final Set<String> interpretations = new TreeSet<>();
    final Map<String, Item> items = new TreeMap<>();
    final List<Judgment> judgments = new ArrayList<>();
    final List<Change> changes = new ArrayList<>();
    final Set<String> analysts = new TreeSet<>();
    private final Map<Place, Map<String, Rating>> ratings = new LinkedHashMap<>();

    static Draft of(String... interpretations) {
        var draft = new Draft();
        draft.interpretations.addAll(Arrays.asList(interpretations));
        return draft;
    }

    Draft relation(Relation other) {
        relation = other;
        return this;
    }

    Draft policy(Policy other) {
        policy = other;
        return this;
    }

    Draft rho(double rho) {
        return policy(new Policy(rho, policy.extremize(), policy.floor(), policy.minCoverage(), policy.staleAbove()));
    }

    /** An item of weight 1, from a source and an origin of its own. */
    Draft item(String key) {
        return item(key, "origin of " + key, Reliability.C, 3, Relevance.M);
    }

    Draft item(String key, String origin, Reliability reliability, int credibility, Relevance relevance) {
        return item(new Item(key, "source of " + key, origin, reliability, credibility, relevance));
    }

    Draft item(Item item) {
        items.put(item.key(), item);
        return this;
    }

    Draft rate(String analyst, String item, String interpretation, Rating rating) {
        analysts.add(analyst);
        ratings.computeIfAbsent(new Place(item, interpretation), place -> new HashMap<>())
                .put(analyst, rating);
        return this;
    }

    /** The same draft without what this analyst rated. */
    Draft without(String analyst) {
        var others = new Draft().relation(relation).policy(policy);
        others.interpretations.addAll(interpretations);
        others.items.putAll(items);
        ratings.forEach((place, byAnalyst) -> byAnalyst.forEach((name, rating) -> {
            if (!name.equals(analyst)) {
                others.rate(name, place.item(), place.interpretation(), rating);
            }
        }));
        return others;
    }

    /** One analyst's ratings of a whole row, in the order of the interpretations. */
    Draft row(String analyst, String item, Rating... row) {
        int column = 0;
        for (String interpretation : interpretations) {
            rate(analyst, item, interpretation, row[column++]);
        }
        return this;
    }

    /** A judgment of revision 10 by what is in force now, in the order of the interpretations. */
    Draft judge(String analyst, Confidence confidence, double... probabilities) {
        Map<String, Double> named = new HashMap<>();
        int column = 0;
        for (String interpretation : interpretations) {
            named.put(interpretation, probabilities[column++]);
        }
        return judge(analyst, confidence, named, Set.of());
    }

    Draft judge(String analyst, Confidence confidence, Map<String, Double> probabilities, Set<String> restsOn) {
        analysts.add(analyst);
        Map<String, String> itemsThen = new HashMap<>();
        items.values().forEach(item -> itemsThen.put(item.key(), item.source()));
        judgments.add(
                new Judgment(analyst, 10, probabilities, confidence, restsOn, itemsThen, Set.copyOf(interpretations)));
        return this;
    }

    Draft change(long revision, String kind, String subject, Effect effect) {
        changes.add(new Change(revision, kind, subject, effect));
        return this;
    }

    Situation situation() {
        return new Situation(
                relation,
                policy,
                List.copyOf(interpretations),
                List.copyOf(items.values()),
                cells(),
                List.copyOf(judgments),
                new TreeSet<>(analysts),
                List.copyOf(changes));
    }

    Balance balance() {
        return Balance.of(situation());
    }

    private List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        ratings.forEach((place, byAnalyst) ->
                cells.add(new Cell(place.item(), place.interpretation(), new HashMap<>(byAnalyst))));
        return cells;
    }

    /** The same situation, every list, map and set of it in another order. */
    Situation shuffled(Random random) {
        var plain = situation();
        var cells = new ArrayList<Cell>();
        plain.cells()
                .forEach(cell ->
                        cells.add(new Cell(cell.item(), cell.interpretation(), shuffled(cell.ratings(), random))));
        var judged = new ArrayList<Judgment>();
        plain.judgments()
                .forEach(j -> judged.add(new Judgment(
                        j.analyst(),
                        j.revision(),
                        shuffled(j.probabilities(), random),
                        j.confidence(),
                        new HashSet<>(j.restsOn()),
                        shuffled(j.itemsThen(), random),
                        j.interpretationsThen())));
        Map<String, Boolean> names = new HashMap<>();
        analysts.forEach(analyst -> names.put(analyst, true));
        return new Situation(
                relation,
                policy,
                shuffled(plain.interpretations(), random),
                shuffled(plain.items(), random),
                shuffled(cells, random),
                shuffled(judged, random),
                shuffled(names, random).keySet(),
                shuffled(plain.changes(), random));
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static <V> Map<String, V> shuffled(Map<String, V> map, Random random) {
        Map<String, V> copy = new LinkedHashMap<>();
        shuffled(List.copyOf(map.entrySet()), random).forEach(entry -> copy.put(entry.getKey(), entry.getValue()));
        return copy;
    }
}
