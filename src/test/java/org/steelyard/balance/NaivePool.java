package org.steelyard.balance;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Situation.Judgment;

/** The part of the second opinion that pools the judgments: docs/scoring.md section 5. */
@NullUnmarked
final class NaivePool {
    private final Situation s;
    private final TreeSet<String> hs;

    NaivePool(Situation situation) {
        s = situation;
        hs = new TreeSet<>(s.interpretations());
    }

    private Map<String, Double> perInterpretation(Function<String, Double> figure) {
        return hs.stream().collect(toMap(h -> h, figure, (a, b) -> a, TreeMap::new));
    }

    private List<Judgment> pooled() {
        return s.judgments().stream()
                .filter(judgment ->
                        !hs.isEmpty() && judgment.probabilities().keySet().equals(hs))
                .toList();
    }

    private double clipped(double p) {
        return Math.min(Math.max(p, s.policy().floor()), 1 - s.policy().floor());
    }

    /** Finds by bisection what must be taken from every entry so that what stays above 0 sums to 1. */
    private Map<String, Double> coherent(Judgment judgment) {
        double low = -1;
        double high = 1;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            double left = judgment.probabilities().values().stream()
                    .mapToDouble(p -> Math.max(p - middle, 0))
                    .sum();
            if (left > 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double taken = low;
        return perInterpretation(h -> Math.max(judgment.probabilities().get(h) - taken, 0));
    }

    private Map<String, Double> floored(Judgment judgment) {
        var coherent = coherent(judgment);
        return normalised(h -> Math.max(coherent.get(h), s.policy().floor()));
    }

    private Map<String, Double> normalised(ToDoubleFunction<String> figure) {
        double sum = hs.stream().mapToDouble(figure).sum();
        return perInterpretation(h -> figure.applyAsDouble(h) / sum);
    }

    Map<String, Double> judged() {
        var pooled = pooled();
        if (pooled.isEmpty()) {
            return Map.of();
        }
        double n = pooled.size();
        if (s.relation() == Relation.OVERLAPPING) {
            return perInterpretation(h -> {
                double odds = pooled.stream()
                        .map(judgment -> clipped(judgment.probabilities().get(h)))
                        .map(p -> Math.pow(p / (1 - p), 1 / n))
                        .reduce(1.0, (a, b) -> a * b);
                return odds / (1 + odds);
            });
        }
        var vectors = pooled.stream().map(this::floored).toList();
        return normalised(h -> vectors.stream()
                .map(vector -> Math.pow(vector.get(h), s.policy().extremize() / n))
                .reduce(1.0, (a, b) -> a * b));
    }

    @Nullable
    Confidence confidence() {
        var sorted = pooled().stream().map(Judgment::confidence).sorted().toList();
        int n = sorted.size();
        return n == 0 ? null : sorted.get(n % 2 == 1 ? n / 2 : n / 2 - 1);
    }

    @Nullable
    Double spread() {
        var pooled = pooled();
        var distances = new ArrayList<Double>();
        for (int i = 0; i < pooled.size(); i++) {
            for (int j = 0; j < i; j++) {
                distances.add(distance(pooled.get(i), pooled.get(j)));
            }
        }
        return distances.isEmpty()
                ? null
                : distances.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private double distance(Judgment one, Judgment other) {
        if (s.relation() == Relation.OVERLAPPING) {
            return hs.stream()
                    .mapToDouble(h -> Math.abs(clipped(one.probabilities().get(h))
                            - clipped(other.probabilities().get(h))))
                    .average()
                    .orElseThrow();
        }
        var a = coherent(one);
        var b = coherent(other);
        return hs.stream().mapToDouble(h -> Math.abs(a.get(h) - b.get(h))).sum() / 2;
    }
}
