package org.steelyard.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The probabilities of one judgment as the pool takes them (docs/scoring.md section 5). What was given stays as it is. */
public final class Coherent {
    private Coherent() {}

    /**
     * The nearest coherent ones: for EXCLUSIVE those that add up to 1, for OVERLAPPING none nearer to 0 or 1 than the floor.
     *
     * @param given probability 0..1 by interpretation, in any order
     * @return the same keys in the same order
     */
    public static Map<String, Double> of(Map<String, Double> given, Relation relation, double floor) {
        List<String> keys = new ArrayList<>(given.keySet());
        double[] coherent = of(keys.stream().mapToDouble(given::get).toArray(), relation, floor);
        Map<String, Double> byKey = new LinkedHashMap<>();
        for (int i = 0; i < coherent.length; i++) {
            byKey.put(keys.get(i), coherent[i]);
        }
        return byKey;
    }

    static double[] of(double[] given, Relation relation, double floor) {
        return switch (relation) {
            case EXCLUSIVE -> Simplex.project(given);
            case OVERLAPPING ->
                Arrays.stream(given).map(p -> Math.clamp(p, floor, 1 - floor)).toArray();
        };
    }
}
