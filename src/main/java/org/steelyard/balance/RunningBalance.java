package org.steelyard.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Situation.Cell;
import org.steelyard.balance.Situation.Change;
import org.steelyard.balance.Situation.Item;
import org.steelyard.balance.Situation.Judgment;

/**
 * The readings of a situation that changes bit by bit, and what qualifies them. What a change does not touch is not weighed again,
 * and all is as in {@link Balance#of} and {@link Sensitivity#of} the same situation, to the last bit.
 *
 * <p>For one thread.
 */
public final class RunningBalance {
    private final Relation relation;
    private final List<String> interpretations;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Row> byKey = new HashMap<>();

    /** Sorted by key. */
    private final List<Row> rows = new ArrayList<>();

    private final Map<String, Chorus> choruses = new HashMap<>();
    private final RunningJudgments judgments = new RunningJudgments();
    private final Totals totals;
    private final boolean[] changed;
    private Policy policy;
    private @Nullable JudgmentPool pool;
    private @Nullable Readings readings;
    private @Nullable List<SourceLine> sources;

    /** Whether it is known which items are telling. */
    private boolean looked;

    /** Whether other items are in force, or were added since a judgment, than when that was looked at. */
    private boolean otherAdditions;

    /** Starts from this situation. Which interpretations are in force cannot change: start anew where it does. */
    public RunningBalance(Situation start) {
        relation = start.relation();
        policy = start.policy();
        interpretations = start.interpretations().stream().sorted().toList();
        interpretations.forEach(interpretation -> columns.put(interpretation, columns.size()));
        totals = new Totals(interpretations);
        changed = new boolean[interpretations.size()];
        Map<String, List<Cell>> cells = new HashMap<>();
        start.cells()
                .forEach(cell -> cells.computeIfAbsent(cell.item(), key -> new ArrayList<>())
                        .add(cell));
        start.items().forEach(item -> put(item, cells.getOrDefault(item.key(), List.of())));
        start.judgments().forEach(judgment -> judgments.put(judgment.analyst(), judgment, start.changes()));
    }

    /** The item is in force from now on, as it is and with its cells; those of other interpretations count for nothing. */
    public void put(Item item, List<Cell> cells) {
        remove(item.key());
        var row = new Row(item, interpretations);
        for (Cell cell : cells) {
            Integer column = columns.get(cell.interpretation());
            if (column != null) {
                row.rate(column, cell);
            }
        }
        byKey.put(item.key(), row);
        rows.add(-Collections.binarySearch(rows, row, Row.BY_KEY) - 1, row);
        chorus(item.origin()).add(row);
        additionsChanged();
        changedEverywhere();
    }

    /** The item as it is now, where it is in force; its cells stay. */
    public void regrade(Item item) {
        Row row = byKey.get(item.key());
        if (row != null && !row.item().equals(item)) {
            chorus(row.item().origin()).remove(row);
            row.become(item);
            chorus(item.origin()).add(row);
            changedEverywhere();
        }
    }

    /** The item is not in force any more. */
    public void remove(String item) {
        Row row = byKey.remove(item);
        if (row != null) {
            rows.remove(Collections.binarySearch(rows, row, Row.BY_KEY));
            chorus(row.item().origin()).remove(row);
            additionsChanged();
            changedEverywhere();
        }
    }

    /** Whether the item is in force as far as this knows. */
    public boolean has(String item) {
        return byKey.containsKey(item);
    }

    /** The ratings of a cell as they are now; nothing where its item or interpretation is not in force. */
    public void rate(Cell cell) {
        Row row = byKey.get(cell.item());
        Integer column = columns.get(cell.interpretation());
        if (row != null && column != null) {
            row.rate(column, cell);
            chorus(row.item().origin()).changed(column);
            changed[column] = true;
            evidenceChanged();
        }
    }

    /**
     * The judgment of this analyst as it is now; null where there is none.
     *
     * @param since the changes after it that count by now, and perhaps others
     */
    public void judge(String analyst, @Nullable Judgment judgment, List<Change> since) {
        judgments.put(analyst, judgment, since);
        additionsChanged();
        pool = null;
        readings = null;
    }

    /** This change counts too from now on; the item that it may be about is put, regraded or removed apart from it. */
    public void overtake(Change change) {
        judgments.take(change);
        additionsChanged();
    }

    /** Weighs by this policy from now on. */
    public void weighBy(Policy other) {
        policy = other;
        choruses.values().forEach(Chorus::changedEverywhere);
        pool = null;
        changedEverywhere();
    }

    /** Keys of the items in force that come from this source, sorted. */
    public List<String> itemsFrom(String source) {
        return rows.stream()
                .map(Row::item)
                .filter(item -> item.source().equals(source))
                .map(Item::key)
                .toList();
    }

    /** The three readings as things are now; the same object as long as nothing changes. */
    public Readings readings() {
        Readings known = readings;
        if (known == null) {
            hear();
            sum();
            known = totals.readings(rows.size(), policy, pool());
            readings = known;
        }
        return known;
    }

    /** How many items are in force. */
    public int evidenceInForce() {
        return rows.size();
    }

    /** Of the pool, as in {@link Balance#confidence()}. */
    public @Nullable Confidence confidence() {
        return pool().confidence();
    }

    /** Of the pool, as in {@link Balance#spread()}. */
    public @Nullable Double spread() {
        return pool().spread();
    }

    /** The lines of {@link Balance#analysts()} that have a judgment; each the same object as long as it says the same. */
    public List<Balance.AnalystLine> judgments() {
        look();
        return judgments.lines(columns.keySet());
    }

    /** How many of the judgments in force any event overtook. */
    public int staleJudgments() {
        look();
        return judgments.stale();
    }

    private void look() {
        if (!looked) {
            hear();
            boolean differs = otherAdditions;
            for (Row row : rows) {
                differs |= row.look(policy);
            }
            if (differs) {
                judgments.tell(rows);
            }
            looked = true;
            otherAdditions = false;
        }
    }

    /** What each source with items in force carries, sorted by key. */
    public List<SourceLine> sources() {
        List<SourceLine> known = sources;
        if (known == null) {
            Balance.Leaders leaders = readings().leaders();
            known = new Holding(
                            rows.stream().map(Row::item).toList(),
                            new Held(leaders.inconsistency(), interpretations, parts(Row::pointsSpared)),
                            new Held(leaders.weightOfEvidence(), interpretations, parts(Row::decibans)))
                    .sources();
            sources = known;
        }
        return known;
    }

    private double[][] parts(Function<Row, double[]> of) {
        return rows.stream().map(of).toArray(double[][]::new);
    }

    private void hear() {
        choruses.values().forEach(chorus -> chorus.hear(policy.rho()));
    }

    private void sum() {
        for (int column = 0; column < changed.length; column++) {
            if (changed[column]) {
                totals.clear(column);
                for (Row row : rows) {
                    row.addTo(totals, column);
                }
            }
        }
        Arrays.fill(changed, false);
    }

    private JudgmentPool pool() {
        JudgmentPool known = pool;
        if (known == null) {
            known = JudgmentPool.of(judgments.all(), relation, policy, interpretations);
            pool = known;
        }
        return known;
    }

    private Chorus chorus(String origin) {
        return choruses.computeIfAbsent(origin, key -> new Chorus(interpretations.size()));
    }

    private void changedEverywhere() {
        Arrays.fill(changed, true);
        evidenceChanged();
    }

    private void additionsChanged() {
        looked = false;
        otherAdditions = true;
    }

    private void evidenceChanged() {
        readings = null;
        sources = null;
        looked = false;
    }
}
