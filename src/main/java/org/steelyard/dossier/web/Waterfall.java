package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.Recorded;
import org.steelyard.dossier.Grouping;
import org.steelyard.dossier.web.Comparison.Shift;

/**
 * What led from the start of a comparison to its end. Start and all steps add up to the end.
 *
 * @param shown the steps that stand by themselves
 * @param folded those that are too small to, which stand together as one
 */
record Waterfall(List<Step> shown, List<Step> folded) {
    /** So many steps stand by themselves, those included by which a reading came in or went out. */
    private static final int MOST = 12;

    /** A step smaller than this share of the largest is folded. */
    private static final double SMALL = 0.02;

    /**
     * What some events did together.
     *
     * @param key of their group; null where it is one event
     * @param events those that moved the measure, in the order in which they apply
     * @param isBreak whether by it the measure came in or went out
     */
    record Step(@Nullable String key, List<Recorded> events, double amount, boolean isBreak) {
        Recorded event() {
            return events.getFirst();
        }

        double size() {
            return Math.abs(amount);
        }
    }

    static Waterfall of(Comparison comparison, @Nullable Grouping by) {
        var steps = steps(comparison, by);
        var bySize = steps.stream()
                .filter(step -> !step.isBreak())
                .sorted(Comparator.comparingDouble(Step::size).reversed())
                .toList();
        double largest = steps.stream().mapToDouble(Step::size).max().orElse(0);
        int room = MOST - (steps.size() - bySize.size());
        int alone = 0;
        while (alone < bySize.size() && alone < room && bySize.get(alone).size() >= SMALL * largest) {
            alone++;
        }
        var folded = bySize.size() - alone < 2 ? List.<Step>of() : bySize.subList(alone, bySize.size());
        Set<Step> together = Collections.newSetFromMap(new IdentityHashMap<>());
        together.addAll(folded);
        return new Waterfall(
                steps.stream().filter(step -> !together.contains(step)).toList(), folded);
    }

    /** Every step: those of one event in their order, groups by size, after those by which the measure came in or went out. */
    private static List<Step> steps(Comparison comparison, @Nullable Grouping by) {
        var steps = new ArrayList<Step>();
        Map<String, List<Shift>> groups = new LinkedHashMap<>();
        for (Shift shift : comparison.shifts()) {
            if (by == null || shift.isBreak()) {
                steps.add(new Step(null, List.of(shift.event()), shift.amount(), shift.isBreak()));
            } else {
                groups.computeIfAbsent(by.key(shift.event()), key -> new ArrayList<>())
                        .add(shift);
            }
        }
        groups.entrySet().stream()
                .map(group -> step(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingDouble(Step::size).reversed())
                .forEach(steps::add);
        return steps;
    }

    private static Step step(String key, List<Shift> shifts) {
        double amount = shifts.stream().mapToDouble(Shift::amount).sum();
        return new Step(key, shifts.stream().map(Shift::event).toList(), amount, false);
    }

    /** All steps, the folded ones last. */
    List<Step> all() {
        var all = new ArrayList<>(shown);
        all.addAll(folded);
        return all;
    }

    double foldedAmount() {
        return folded.stream().mapToDouble(Step::amount).sum();
    }

    /** No folded step is larger, whichever way. */
    double foldedAtMost() {
        return folded.stream().mapToDouble(Step::size).max().orElse(0);
    }
}
