package org.steelyard.balance;

import java.util.Arrays;

/** Probability vectors: what is at least 0 and sums to 1. */
final class Simplex {
    private Simplex() {}

    /**
     * The nearest probability vector, by Euclidean distance: what is left when one amount is taken from every entry and
     * nothing goes below 0 (docs/scoring.md section 5).
     */
    static double[] project(double[] raw) {
        double[] ascending = raw.clone();
        Arrays.sort(ascending);
        double sum = 0;
        double taken = 0;
        for (int kept = 1; kept <= ascending.length; kept++) {
            double next = ascending[ascending.length - kept];
            double candidate = (sum + next - 1) / kept;
            if (next <= candidate) {
                break;
            }
            sum += next;
            taken = candidate;
        }
        var nearest = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            nearest[i] = Math.max(raw[i] - taken, 0);
        }
        return nearest;
    }

    /** Every entry raised to the floor, then the whole scaled to sum to 1. */
    static double[] floored(double[] vector, double floor) {
        var raised = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            raised[i] = Math.max(vector[i], floor);
        }
        return scaled(raised);
    }

    /** The probability vector proportional to the exponentials of these, however small they are. */
    static double[] ofLogs(double[] logs) {
        double greatest = Arrays.stream(logs).max().orElse(0);
        var powers = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            powers[i] = Math.exp(logs[i] - greatest);
        }
        return scaled(powers);
    }

    private static double[] scaled(double[] vector) {
        double sum = 0;
        for (double entry : vector) {
            sum += entry;
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= sum;
        }
        return vector;
    }
}
