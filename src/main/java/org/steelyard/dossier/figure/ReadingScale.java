package org.steelyard.dossier.figure;

/** One of the three readings as a scale shows it: its range and how its numbers are written. */
public enum ReadingScale {
    DECIBANS("weight"),
    POINTS("inconsistency"),
    PROBABILITY("judged");

    private final String word;

    ReadingScale(String word) {
        this.word = word;
    }

    /** As addresses and texts name it. */
    public String word() {
        return word;
    }

    Scale scale(double least, double most, int steps, double left, double right) {
        return switch (this) {
            case DECIBANS, POINTS -> Scale.covering(least, most, steps, left, right);
            case PROBABILITY -> new Scale(0, 1, 0.25, left, right);
        };
    }

    String label(Scale scale, double tick) {
        return this == PROBABILITY ? Math.round(tick * 100) + " %" : scale.label(tick, this == DECIBANS);
    }
}
