package org.steelyard.balance;

import static java.util.Comparator.naturalOrder;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Situation.Item;

/** The part of the second opinion that reads the evidence: docs/scoring.md sections 2 to 4, and coverage. */
@NullUnmarked
final class NaiveEvidence {
    private static final Map<Rating, Integer> POINTS =
            Map.of(Rating.II, 2, Rating.I, 1, Rating.N, 0, Rating.C, 0, Rating.CC, 0);
    private static final Map<Rating, Integer> DECIBANS =
            Map.of(Rating.II, -12, Rating.I, -6, Rating.N, 0, Rating.C, 3, Rating.CC, 6);
    private final Situation s;
    final TreeSet<String> hs;
    final TreeMap<String, Item> es = new TreeMap<>();

    NaiveEvidence(Situation situation) {
        s = situation;
        hs = new TreeSet<>(s.interpretations());
        s.items().forEach(item -> es.put(item.key(), item));
    }

    private static @Nullable Integer category(char grade) {
        return switch (grade) {
            case 'A', 'B', '1', '2' -> 1;
            case 'C', '3' -> 0;
            case 'D', 'E', '4', '5' -> -1;
            default -> null;
        };
    }

    private static List<Integer> credibilities(Item item) {
        return Stream.of(category(item.reliability().name().charAt(0)), category((char) ('0' + item.credibility())))
                .filter(Objects::nonNull)
                .toList();
    }

    static boolean ungraded(Item item) {
        return credibilities(item).isEmpty();
    }

    static double weight(Item item) {
        int credibility = credibilities(item).stream().min(naturalOrder()).orElse(0);
        int relevance = Map.of(Relevance.L, -1, Relevance.M, 0, Relevance.H, 1).get(item.relevance());
        return Math.pow(2, (credibility + relevance) / 2.0);
    }

    private double strength(String e, String h) {
        double product = weight(es.get(e)) * Math.abs(mean(e, h, DECIBANS));
        return new BigDecimal(product).setScale(9, RoundingMode.HALF_UP).doubleValue();
    }

    double echo(String e, String h) {
        double sign = Math.signum(mean(e, h, DECIBANS));
        if (sign == 0) {
            return 1;
        }
        var ranked = es.keySet().stream()
                .filter(other -> es.get(other).origin().equals(es.get(e).origin()))
                .filter(other -> Math.signum(mean(other, h, DECIBANS)) == sign)
                .sorted(Comparator.<String>comparingDouble(other -> -strength(other, h))
                        .thenComparing(naturalOrder()))
                .toList();
        int k = ranked.indexOf(e) + 1;
        double exponent = 1 - s.policy().rho();
        return k == 1 ? 1 : Math.pow(k, exponent) - Math.pow(k - 1, exponent);
    }

    List<Rating> ratings(String e, String h) {
        return s.cells().stream()
                .filter(cell -> cell.item().equals(e) && cell.interpretation().equals(h))
                .flatMap(cell -> cell.ratings().values().stream())
                .toList();
    }

    List<Rating> withoutNa(String e, String h) {
        return ratings(e, h).stream().filter(rating -> rating != Rating.NA).toList();
    }

    private double mean(String e, String h, Map<Rating, Integer> table) {
        return withoutNa(e, h).stream().mapToInt(table::get).average().orElse(0);
    }

    double inconsistency(String h) {
        return es.keySet().stream().mapToDouble(e -> mean(e, h, POINTS)).sum();
    }

    double weightedInconsistency(String h) {
        return es.keySet().stream()
                .mapToDouble(e -> weight(es.get(e)) * mean(e, h, POINTS))
                .sum();
    }

    double weightOfEvidence(String h) {
        return es.keySet().stream()
                .mapToDouble(e -> weight(es.get(e)) * echo(e, h) * mean(e, h, DECIBANS))
                .sum();
    }

    /** What the item adds to the interpretation's weight of evidence. */
    double decibansOf(String e, String h) {
        return weight(es.get(e)) * echo(e, h) * mean(e, h, DECIBANS);
    }

    /** What a cell says, in decibans, before weight and echo. */
    double heard(String e, String h) {
        return mean(e, h, DECIBANS);
    }

    /** What the item takes from the interpretation by weighted inconsistency. */
    double pointsOf(String e, String h) {
        return -weight(es.get(e)) * mean(e, h, POINTS);
    }

    @Nullable
    Double diagnosticity(String e) {
        var said = hs.stream()
                .filter(h -> !withoutNa(e, h).isEmpty())
                .map(h -> echo(e, h) * mean(e, h, DECIBANS))
                .sorted()
                .toList();
        return said.size() < 2 ? null : weight(es.get(e)) * (said.getLast() - said.getFirst());
    }

    @Nullable
    Double coverage() {
        long rated = es.keySet().stream()
                .mapToLong(
                        e -> hs.stream().filter(h -> !ratings(e, h).isEmpty()).count())
                .sum();
        return es.isEmpty() || hs.isEmpty() ? null : (double) rated / (es.size() * hs.size());
    }
}
