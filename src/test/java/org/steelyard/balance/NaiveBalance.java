package org.steelyard.balance;

import static java.util.Comparator.comparingLong;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Balance.Leader;
import org.steelyard.balance.Balance.Withheld;
import org.steelyard.balance.Situation.Change;
import org.steelyard.balance.Situation.Item;
import org.steelyard.balance.Situation.Judgment;

/**
 * A second opinion: docs/scoring.md sections 2 to 6 word for word, slow and by other means (maps, powers, bisection,
 * products, pairs) than the code that it checks. It shares no formula with it, tables of grades and ratings included.
 * Its maps hold a value for every key in force, which the null checker cannot know.
 */
@NullUnmarked
final class NaiveBalance {
    private static final Map<Rating, Integer> SCALE =
            Map.of(Rating.II, -2, Rating.I, -1, Rating.N, 0, Rating.C, 1, Rating.CC, 2);

    private final Situation s;
    private final NaiveEvidence evidence;
    private final TreeSet<String> hs;
    private final TreeMap<String, Item> es;

    NaiveBalance(Situation situation) {
        s = situation;
        evidence = new NaiveEvidence(situation);
        hs = evidence.hs;
        es = evidence.es;
    }

    Balance balance() {
        var pool = new NaivePool(s);
        var judged = pool.judged();
        var weightOfEvidence = perInterpretation(evidence::weightOfEvidence);
        double best = weightOfEvidence.values().stream().max(naturalOrder()).orElse(0.0);
        var readings = new ArrayList<Balance.Reading>();
        for (String h : hs) {
            readings.add(new Balance.Reading(
                    h,
                    evidence.inconsistency(h),
                    evidence.weightedInconsistency(h),
                    weightOfEvidence.get(h),
                    best - weightOfEvidence.get(h),
                    judged.get(h),
                    judged.isEmpty() ? null : Likelihood.of(judged.get(h))));
        }
        var leaders = new Balance.Leaders(
                evidenceLeader(perInterpretation(h -> -evidence.weightedInconsistency(h))),
                evidenceLeader(weightOfEvidence),
                judged.isEmpty() ? new Leader(null, Withheld.NONE) : untied(judged));
        return new Balance(
                s.policy(),
                readings,
                leaders,
                agreement(leaders),
                evidence.coverage(),
                es.size(),
                pool.confidence(),
                pool.spread(),
                analysts(),
                es.keySet().stream().map(this::itemLine).toList());
    }

    private Map<String, Double> perInterpretation(Function<String, Double> figure) {
        return hs.stream().collect(toMap(h -> h, figure, (a, b) -> a, TreeMap::new));
    }

    private static List<String> first(Map<String, Double> scores) {
        double best = scores.values().stream().max(naturalOrder()).orElseThrow();
        return scores.keySet().stream()
                .filter(h -> scores.get(h) >= best - 1e-9)
                .toList();
    }

    private Leader evidenceLeader(Map<String, Double> scores) {
        Double coverage = evidence.coverage();
        if (coverage == null || coverage < s.policy().minCoverage()) {
            return new Leader(null, Withheld.COVERAGE);
        }
        boolean missingWork = first(scores).stream()
                .anyMatch(h -> es.keySet().stream()
                        .allMatch(e -> evidence.ratings(e, h).isEmpty()));
        return missingWork ? new Leader(null, Withheld.COVERAGE) : untied(scores);
    }

    private static Leader untied(Map<String, Double> scores) {
        var first = first(scores);
        return first.size() > 1 ? new Leader(null, Withheld.TIE) : new Leader(first.getFirst(), null);
    }

    private static Balance.Agreement agreement(Balance.Leaders leaders) {
        var keys = new ArrayList<@Nullable String>();
        keys.add(leaders.inconsistency().key());
        keys.add(leaders.weightOfEvidence().key());
        keys.add(leaders.judged().key());
        if (keys.contains(null)) {
            return Balance.Agreement.WITHHELD;
        }
        return keys.stream().distinct().count() == 1 ? Balance.Agreement.AGREE : Balance.Agreement.CONFLICT;
    }

    private Balance.ItemLine itemLine(String e) {
        var disagreement = new TreeMap<String, Balance.Disagreement>();
        for (String h : hs) {
            var values = evidence.withoutNa(e, h).stream().map(SCALE::get).toList();
            if (values.size() >= 2) {
                disagreement.put(h, disagreement(values));
            }
        }
        return new Balance.ItemLine(
                e,
                NaiveEvidence.weight(es.get(e)),
                new TreeMap<>(perInterpretation(h -> evidence.echo(e, h))),
                NaiveEvidence.ungraded(es.get(e)),
                evidence.diagnosticity(e),
                disagreement);
    }

    private static Balance.Disagreement disagreement(List<Integer> values) {
        double mean = values.stream().mapToInt(v -> v).average().orElseThrow();
        double deviation = Math.sqrt(values.stream()
                .mapToDouble(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
        var band = deviation <= 0.25 + 1e-12
                ? Balance.Band.CONSENSUS
                : deviation <= 1.0 + 1e-12
                        ? Balance.Band.MILD
                        : deviation <= 1.74 ? Balance.Band.LARGE : Balance.Band.EXTREME;
        return new Balance.Disagreement(deviation, band);
    }

    private List<Balance.AnalystLine> analysts() {
        var lines = new ArrayList<Balance.AnalystLine>();
        for (String analyst : new TreeSet<>(s.analysts())) {
            lines.add(s.judgments().stream()
                    .filter(judgment -> judgment.analyst().equals(analyst))
                    .map(judgment -> new Balance.AnalystLine(
                            analyst,
                            new TreeMap<>(judgment.probabilities()),
                            judgment.confidence(),
                            stale(judgment),
                            !judgment.probabilities().keySet().equals(hs)))
                    .findFirst()
                    .orElse(new Balance.AnalystLine(analyst, null, null, List.of(), false)));
        }
        return lines;
    }

    private List<Balance.Stale> stale(Judgment judgment) {
        return s.changes().stream()
                .filter(change -> change.revision() > judgment.revision())
                .filter(change -> isTold(change, judgment))
                .sorted(comparingLong(Change::revision)
                        .thenComparing(Change::subject)
                        .thenComparing(Change::effect))
                .map(change -> new Balance.Stale(
                        change.revision(),
                        change.kind(),
                        change.subject(),
                        concerned(change, judgment).stream().anyMatch(judgment.restsOn()::contains)))
                .toList();
    }

    private boolean isTold(Change change, Judgment judgment) {
        return switch (change.effect()) {
            case UNSETTLES_ITEM, REGRADES_SOURCE ->
                concerned(change, judgment).stream().anyMatch(judgment.itemsThen()::containsKey);
            case REWORDS_INTERPRETATION -> judgment.interpretationsThen().contains(change.subject());
            case ADDS_ITEM -> {
                Double diagnosticity =
                        es.containsKey(change.subject()) ? evidence.diagnosticity(change.subject()) : null;
                yield diagnosticity != null && diagnosticity > s.policy().staleAbove() + 1e-9;
            }
        };
    }

    /** The items that a change is about. */
    private static Set<String> concerned(Change change, Judgment judgment) {
        return switch (change.effect()) {
            case UNSETTLES_ITEM, ADDS_ITEM -> Set.of(change.subject());
            case REWORDS_INTERPRETATION -> Set.of();
            case REGRADES_SOURCE -> {
                var items = new TreeSet<String>();
                judgment.itemsThen().forEach((item, source) -> {
                    if (source.equals(change.subject())) {
                        items.add(item);
                    }
                });
                yield items;
            }
        };
    }
}
