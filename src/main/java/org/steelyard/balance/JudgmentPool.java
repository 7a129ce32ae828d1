package org.steelyard.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The judged probabilities of all analysts as one (docs/scoring.md section 5). Judgments that name other interpretations
 * than those in force are left out.
 *
 * @param judged probability by interpretation, in the order of their keys; null where nothing is pooled
 */
record JudgmentPool(
        @Nullable List<Double> judged,
        @Nullable Confidence confidence,
        @Nullable Double spread) {
    static JudgmentPool of(Situation situation, List<String> interpretations) {
        return of(situation.judgments(), situation.relation(), situation.policy(), interpretations);
    }

    static JudgmentPool of(
            Collection<Situation.Judgment> judgments, Relation relation, Policy policy, List<String> interpretations) {
        var inForce = Set.copyOf(interpretations);
        var pooled = new ArrayList<Situation.Judgment>();
        for (Situation.Judgment judgment : judgments) {
            if (isComplete(judgment, inForce)) {
                pooled.add(judgment);
            }
        }
        if (pooled.isEmpty() || interpretations.isEmpty()) {
            return new JudgmentPool(null, null, null);
        }
        pooled.sort(Comparator.comparing(Situation.Judgment::analyst));
        double floor = policy.floor();
        double[][] vectors = new double[pooled.size()][];
        for (int i = 0; i < vectors.length; i++) {
            double[] raw = vector(pooled.get(i).probabilities(), interpretations);
            vectors[i] = Coherent.of(raw, relation, floor);
        }
        double[] judged = switch (relation) {
            case EXCLUSIVE -> poolExclusive(vectors, floor, policy.extremize());
            case OVERLAPPING -> poolOverlapping(vectors);
        };
        return new JudgmentPool(
                Arrays.stream(judged).boxed().toList(), medianConfidence(pooled), spread(vectors, relation));
    }

    /** Whether a judgment names exactly the interpretations in force. */
    static boolean isComplete(Situation.Judgment judgment, Set<String> interpretations) {
        return judgment.probabilities().keySet().equals(interpretations);
    }

    private static double[] vector(Map<String, Double> probabilities, List<String> interpretations) {
        return interpretations.stream().mapToDouble(probabilities::get).toArray();
    }

    /** Geometric pool: proportional to the product of the floored vectors to the power d/n. */
    private static double[] poolExclusive(double[][] vectors, double floor, double extremize) {
        var logs = new double[vectors[0].length];
        for (double[] vector : vectors) {
            double[] floored = Simplex.floored(vector, floor);
            for (int h = 0; h < logs.length; h++) {
                logs[h] += Math.log(floored[h]);
            }
        }
        for (int h = 0; h < logs.length; h++) {
            logs[h] *= extremize / vectors.length;
        }
        return Simplex.ofLogs(logs);
    }

    /** Geometric mean of odds, each interpretation alone. */
    private static double[] poolOverlapping(double[][] vectors) {
        var pooled = new double[vectors[0].length];
        for (int h = 0; h < pooled.length; h++) {
            double logOdds = 0;
            for (double[] vector : vectors) {
                logOdds += Math.log(vector[h] / (1 - vector[h]));
            }
            pooled[h] = 1 / (1 + Math.exp(-logOdds / vectors.length));
        }
        return pooled;
    }

    private static Confidence medianConfidence(List<Situation.Judgment> pooled) {
        var ascending =
                pooled.stream().map(Situation.Judgment::confidence).sorted().toList();
        return ascending.get((ascending.size() - 1) / 2);
    }

    /** Mean distance of two analysts: half the L1 distance (EXCLUSIVE), or the mean over interpretations. */
    private static @Nullable Double spread(double[][] vectors, Relation relation) {
        int n = vectors.length;
        if (n < 2) {
            return null;
        }
        int interpretations = vectors[0].length;
        double sum = 0;
        for (int h = 0; h < interpretations; h++) {
            sum += sumOfDifferences(vectors, h);
        }
        double pairs = n * (n - 1) / 2.0;
        return sum / pairs / (relation == Relation.EXCLUSIVE ? 2 : interpretations);
    }

    /** Over all pairs at once: the gap above the i lowest lies between i times (n - i) pairs. */
    private static double sumOfDifferences(double[][] vectors, int h) {
        double[] ascending =
                Arrays.stream(vectors).mapToDouble(vector -> vector[h]).sorted().toArray();
        double sum = 0;
        for (int i = 1; i < ascending.length; i++) {
            sum += (ascending[i] - ascending[i - 1]) * i * (ascending.length - i);
        }
        return sum;
    }
}
