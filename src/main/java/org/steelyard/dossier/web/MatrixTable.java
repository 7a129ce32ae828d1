package org.steelyard.dossier.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentView.EvidenceView;
import org.steelyard.balance.Balance.Reading;
import org.steelyard.balance.Rating;

/**
 * The matrix as a page shows it.
 *
 * @param whose the analyst whose ratings are shown, or null for all
 * @param order in which the rows stand
 */
record MatrixTable(
        List<Column> columns,
        List<Row> rows,
        List<String> analysts,
        @Nullable String whose,
        Order order) {

    /** The rows of which no more than so many cells come together, or the first row alone. */
    List<Row> first(int mostCells) {
        int most = Math.max(1, mostCells / Math.max(1, columns.size()));
        return rows.subList(0, Math.min(most, rows.size()));
    }

    /** The class that shades a cell of this rating; null where it is unrated. */
    static String shade(@Nullable Rating rating) {
        return rating == null ? "r-none" : "r-" + rating.name();
    }

    /** What stands in a cell of this rating; null where it is unrated. */
    static String code(@Nullable Rating rating) {
        return rating == null ? "·" : rating.name();
    }

    /** How rows may be ordered. */
    enum Order {
        DIAGNOSTICITY,
        DATE,
        KEY,
        ORIGIN;

        /** As addresses write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An interpretation with its two readings of the evidence, which stand at the foot. */
    record Column(String key, String css, String statement, Reading reading) {}

    /**
     * An item of evidence.
     *
     * @param grade reliability and credibility as a pair: "B2"
     * @param echoes how many items in force share its origin, itself included
     * @param overtaken whether a rating that is shown was overtaken
     */
    record Row(
            EvidenceView item,
            String href,
            String source,
            String grade,
            boolean ungraded,
            @Nullable Double weight,
            @Nullable Double diagnosticity,
            int echoes,
            String origin,
            boolean overtaken,
            List<CellView> cells) {

        /** Where it was published, if that may be a link. */
        @Nullable
        URI link() {
            return item.link();
        }
    }

    /**
     * A cell.
     *
     * @param rating the one that is shown, or null where it is unrated
     * @param raters how many rated it
     * @param mark for how far they are apart: "", "≈", "≠", "≠≠"
     * @param title in words, for pointing and for those who hear the page
     * @param comments how many stand in its threads, and {@code talk} that in words; empty where none does
     */
    record CellView(
            @Nullable Rating rating,
            int raters,
            String mark,
            boolean overtaken,
            String title,
            String href,
            int comments,
            String talk) {

        /** The class that shades it. */
        public String css() {
            return shade(rating);
        }

        /** What stands in it. */
        public String code() {
            return MatrixTable.code(rating);
        }
    }
}
