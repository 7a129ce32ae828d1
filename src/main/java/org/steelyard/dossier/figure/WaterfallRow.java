package org.steelyard.dossier.figure;

import org.jspecify.annotations.Nullable;

/**
 * A row of a waterfall: its two ends or a step between them.
 *
 * @param about what stands below the name, small; may be empty
 * @param href where the name leads, or null
 * @param from the value at which its bar begins; 0 for an end
 * @param to the value that is reached
 * @param text the number at the bar
 * @param title of the bar, for pointing
 */
public record WaterfallRow(
        Kind kind,
        String name,
        String about,
        @Nullable String href,
        double from,
        double to,
        String text,
        String title) {

    /** What a row is. */
    public enum Kind {
        END("end"),
        STEP("step");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** The class that colours its bar. */
    String css() {
        String direction = to < from ? "down" : "up";
        return kind == Kind.END ? "fall " + kind.word : "fall " + direction;
    }
}
