package org.steelyard.balance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Balance.Stale;

/** Which later events overtook a judgment (docs/scoring.md section 6). */
final class Staleness {
    private static final double JUST_ABOVE = 1e-9;

    private static final Comparator<Situation.Change> BY_REVISION = Comparator.comparingLong(Situation.Change::revision)
            .thenComparing(Situation.Change::subject)
            .thenComparing(Situation.Change::effect);

    private final List<Situation.Change> changes;
    private final Map<String, @Nullable Double> diagnosticity;
    private final double staleAbove;

    /** {@code diagnosticity} of every item in force at the point, by key. */
    Staleness(Situation situation, Map<String, @Nullable Double> diagnosticity) {
        this.changes = situation.changes().stream().sorted(BY_REVISION).toList();
        this.diagnosticity = diagnosticity;
        this.staleAbove = situation.policy().staleAbove();
    }

    List<Stale> of(Situation.Judgment judgment) {
        var stale = new ArrayList<Stale>();
        for (Situation.Change change : changes) {
            if (change.revision() > judgment.revision() && overtakes(change, judgment)) {
                stale.add(new Stale(change.revision(), change.kind(), change.subject(), isCited(change, judgment)));
            }
        }
        return List.copyOf(stale);
    }

    private boolean overtakes(Situation.Change change, Situation.Judgment judgment) {
        return switch (change.effect()) {
            case UNSETTLES_ITEM -> judgment.itemsThen().containsKey(change.subject());
            case REGRADES_SOURCE -> judgment.itemsThen().containsValue(change.subject());
            case REWORDS_INTERPRETATION -> judgment.interpretationsThen().contains(change.subject());
            case ADDS_ITEM -> isTelling(change.subject());
        };
    }

    private boolean isTelling(String item) {
        Double decibans = diagnosticity.get(item);
        return decibans != null && decibans > staleAbove + JUST_ABOVE;
    }

    private static boolean isCited(Situation.Change change, Situation.Judgment judgment) {
        return switch (change.effect()) {
            case UNSETTLES_ITEM, ADDS_ITEM -> judgment.restsOn().contains(change.subject());
            case REGRADES_SOURCE ->
                judgment.restsOn().stream()
                        .anyMatch(item ->
                                change.subject().equals(judgment.itemsThen().get(item)));
            case REWORDS_INTERPRETATION -> false;
        };
    }
}
