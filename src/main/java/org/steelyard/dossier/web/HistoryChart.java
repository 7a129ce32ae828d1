package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steelyard.dossier.History;
import org.steelyard.dossier.figure.Figure;
import org.steelyard.dossier.figure.ReadingScale;
import org.steelyard.http.RangeInTime.Axis;

/**
 * One reading over time, as figure and table.
 *
 * @param all how many events changed the balance
 * @param rows some of them, each change of a leader first of all
 */
record HistoryChart(
        Choice choice,
        Figure wide,
        Figure narrow,
        String title,
        String sentence,
        String description,
        List<Column> columns,
        List<Row> rows,
        int all,
        History history) {

    /** What the address asks of the chart; whatever it does not name, or names wrongly, is as usual. */
    record Choice(ReadingScale reading, Axis axis) {
        static final Choice USUAL = new Choice(ReadingScale.DECIBANS, Axis.EFFECTIVE);

        static Choice of(@Nullable String reading, @Nullable String axis) {
            ReadingScale measure = USUAL.reading;
            for (ReadingScale one : ReadingScale.values()) {
                measure = one.word().equals(reading) ? one : measure;
            }
            return new Choice(measure, axis(axis));
        }

        static Axis axis(@Nullable String axis) {
            return Axis.RECORDED.word().equals(axis) ? Axis.RECORDED : Axis.EFFECTIVE;
        }

        /** What the control for time keeps of it in the address. */
        List<Kept> kept() {
            var kept = new ArrayList<Kept>();
            if (readingWord() != null) {
                kept.add(new Kept("reading", reading.word()));
            }
            if (axisWord() != null) {
                kept.add(new Kept("axis", axis.word()));
            }
            return kept;
        }

        /** As an address writes it; null where that is as usual. */
        @Nullable
        public String readingWord() {
            return reading == USUAL.reading ? null : reading.word();
        }

        /** The same for the clock. */
        @Nullable
        public String axisWord() {
            return axis == USUAL.axis ? null : axis.word();
        }
    }

    /** An interpretation that had a reading at some time. */
    record Column(String key, String css) {}

    /**
     * An event that changed the balance.
     *
     * @param turns what it made of the leaders, in words; empty where it left them
     * @param values one for each column, as it is written
     */
    record Row(Story.Entry event, String href, String turns, List<String> values) {}
}
