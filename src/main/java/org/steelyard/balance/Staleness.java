package org.steelyard.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Balance.AnalystLine;
import org.steelyard.balance.Balance.Stale;
import org.steelyard.balance.Situation.Change;
import org.steelyard.balance.Situation.Judgment;

/**
 * Which later events overtook one judgment (docs/scoring.md section 6). Most of them do so for good; one that adds an item does
 * for as long as the item tells enough.
 */
final class Staleness {
    static final Comparator<Change> BY_REVISION = Comparator.comparingLong(Change::revision)
            .thenComparing(Change::subject)
            .thenComparing(Change::effect);

    private static final double JUST_ABOVE = 1e-9;

    private final Judgment judgment;
    private final SortedMap<String, Double> judged;

    /** What overtook it for good, by revision; the same as events, in an array of which what is filled never changes. */
    private final List<Change> forGood = new ArrayList<>();

    private Stale[] events = new Stale[4];

    /** What was said last, and the additions that were telling then and later than the judgment. */
    private @Nullable AnalystLine line;

    private List<Change> saidOf = List.of();

    Staleness(Judgment judgment, List<Change> changes) {
        this.judgment = judgment;
        this.judged = Collections.unmodifiableSortedMap(new TreeMap<>(judgment.probabilities()));
        changes.forEach(this::take);
    }

    Judgment judgment() {
        return judgment;
    }

    /** This change counts too. */
    void take(Change change) {
        if (isLater(change) && overtakesForGood(change)) {
            int place = placeOf(change);
            events = inserted(events, forGood.size(), place, event(change));
            forGood.add(place, change);
            line = null;
        }
    }

    private int placeOf(Change change) {
        int place = Collections.binarySearch(forGood, change, BY_REVISION);
        return place < 0 ? -place - 1 : place;
    }

    private static Stale[] inserted(Stale[] events, int count, int place, Stale event) {
        boolean makesRoom = place < count || count == events.length;
        Stale[] more = makesRoom ? Arrays.copyOf(events, Math.max(events.length, 2 * count)) : events;
        System.arraycopy(events, place, more, place + 1, count - place);
        more[place] = event;
        return more;
    }

    /** Whether an item of this diagnosticity overtakes judgments that are older than it. */
    static boolean isTelling(@Nullable Double diagnosticity, Policy policy) {
        return diagnosticity != null && diagnosticity > policy.staleAbove() + JUST_ABOVE;
    }

    /** Whether anything overtook it. {@code telling}: what added the items that are telling now, by revision. */
    boolean isStale(List<Change> telling) {
        return !forGood.isEmpty() || (!telling.isEmpty() && isLater(telling.getLast()));
    }

    /** Its line in the balance; the same object as long as it says the same. */
    AnalystLine line(Set<String> interpretations, List<Change> telling) {
        AnalystLine known = line;
        List<Change> later = later(telling);
        if (known == null || !saidOf.equals(later)) {
            known = new AnalystLine(
                    judgment.analyst(),
                    judged,
                    judgment.confidence(),
                    stale(later),
                    !JudgmentPool.isComplete(judgment, interpretations));
            line = known;
            saidOf = List.copyOf(later);
        }
        return known;
    }

    private List<Change> later(List<Change> telling) {
        int first = telling.size();
        while (first > 0 && isLater(telling.get(first - 1))) {
            first--;
        }
        return telling.subList(first, telling.size());
    }

    private List<Stale> stale(List<Change> additions) {
        Stale[] now = additions.stream().map(this::event).toArray(Stale[]::new);
        int[] before = additions.stream().mapToInt(this::placeOf).toArray();
        return Collections.unmodifiableList(new StaleEvents(events, forGood.size(), now, before));
    }

    private Stale event(Change change) {
        return new Stale(change.revision(), change.kind(), change.subject(), isCited(change));
    }

    private boolean isLater(Change change) {
        return change.revision() > judgment.revision();
    }

    private boolean overtakesForGood(Change change) {
        return switch (change.effect()) {
            case UNSETTLES_ITEM -> judgment.itemsThen().containsKey(change.subject());
            case REGRADES_SOURCE -> judgment.itemsThen().containsValue(change.subject());
            case REWORDS_INTERPRETATION -> judgment.interpretationsThen().contains(change.subject());
            case ADDS_ITEM -> false;
        };
    }

    private boolean isCited(Change change) {
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
