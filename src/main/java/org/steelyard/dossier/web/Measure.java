package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Balance.Reading;
import org.steelyard.balance.Readings;

/**
 * The one number that a comparison follows: a reading of an interpretation, or by how much one interpretation is ahead of
 * another by weight of evidence.
 *
 * @param against the other interpretation, or null
 */
record Measure(Kind kind, String of, @Nullable String against) {

    /** Which reading. */
    enum Kind {
        WEIGHT("weightOfEvidence"),
        INCONSISTENCY("weightedInconsistency"),
        JUDGED("judged");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** As addresses write it: {@code weightOfEvidence:deepening:hedge}. */
    public String word() {
        String one = kind.word + ":" + of;
        return against == null ? one : one + ":" + against;
    }

    public boolean isLead() {
        return against != null;
    }

    /** Whether both are about the same two interpretations, whichever way. */
    boolean isOfSamePair(Measure other) {
        return of.equals(other.against) && other.of.equals(against);
    }

    /** Its value; null where it is absent. Decibans, points, or a probability 0..1. */
    @Nullable
    Double at(Readings readings) {
        Double value = value(readings.of(of));
        Double other = against == null ? Double.valueOf(0) : value(readings.of(against));
        return value == null || other == null ? null : Double.valueOf(value - other);
    }

    private @Nullable Double value(@Nullable Reading reading) {
        if (reading == null) {
            return null;
        }
        return switch (kind) {
            case WEIGHT -> reading.weightOfEvidence();
            case INCONSISTENCY -> reading.weightedInconsistency();
            case JUDGED -> reading.judged();
        };
    }

    /** Everything that may be followed: each pair's lead, then each reading of each interpretation. */
    static List<Measure> all(List<String> interpretations) {
        var all = new ArrayList<Measure>();
        for (int i = 0; i < interpretations.size(); i++) {
            for (String other : interpretations.subList(i + 1, interpretations.size())) {
                all.add(new Measure(Kind.WEIGHT, interpretations.get(i), other));
            }
        }
        for (Kind kind : Kind.values()) {
            interpretations.forEach(one -> all.add(new Measure(kind, one, null)));
        }
        return all;
    }

    /** What an address asks for, where it asks for something among these. */
    static @Nullable Measure of(@Nullable String word, Predicate<String> isKnown) {
        String[] parts = word == null ? new String[0] : word.split(":", -1);
        if (parts.length < 2 || parts.length > 3 || !isKnown.test(parts[1])) {
            return null;
        }
        String against = parts.length == 3 ? parts[2] : null;
        for (Kind kind : Kind.values()) {
            boolean fits =
                    against == null || (kind == Kind.WEIGHT && isKnown.test(against) && !against.equals(parts[1]));
            if (kind.word.equals(parts[0]) && fits) {
                return new Measure(kind, parts[1], against);
            }
        }
        return null;
    }

    /** What is followed where nothing is asked for: how far the first is ahead of the second by weight of evidence. */
    static @Nullable Measure usual(Readings readings) {
        var first = readings.interpretations().stream()
                .sorted(Comparator.comparingDouble(Reading::behindLeader).thenComparing(Reading::key))
                .map(Reading::key)
                .limit(2)
                .toList();
        return first.isEmpty()
                ? null
                : new Measure(Kind.WEIGHT, first.getFirst(), first.size() < 2 ? null : first.get(1));
    }
}
