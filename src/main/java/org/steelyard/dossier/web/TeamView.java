package org.steelyard.dossier.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.steelyard.access.Role;
import org.steelyard.assessment.AssessmentView.EvidenceView;
import org.steelyard.assessment.AssessmentView.JudgmentView;
import org.steelyard.balance.Balance.Band;
import org.steelyard.balance.Rating;

/**
 * Who works on an assessment, and where they differ.
 *
 * @param columns interpretations in force, in the order of every page
 * @param raters those whose ratings stand side by side, sorted
 * @param rows items of evidence in force, those that the team disagrees on most first
 * @param cells how many cells there are to rate
 */
record TeamView(List<Person> people, List<Column> columns, List<String> raters, List<Row> rows, long cells) {

    /** An interpretation. */
    record Column(String key, String css, String statement) {}

    /**
     * A member of the team, or somebody who rated or judged and is a member no more.
     *
     * @param role today's role; null for who is no member
     * @param rated how many cells in force this user rated
     * @param overtaken how many of these ratings a rewording overtook
     * @param judgment the one in force, or null
     * @param stale how many events overtook that judgment
     * @param ratingsKept whether the reader, who works blind, does not see all of this user's ratings
     * @param judgmentKept whether the reader, who works blind, does not see whether this user judged
     */
    record Person(
            String user,
            @Nullable Role role,
            long rated,
            long overtaken,
            @Nullable JudgmentView judgment,
            int stale,
            boolean incomplete,
            boolean ratingsKept,
            boolean judgmentKept) {

        /** Whether nothing of this user's own is to be expected: they may read or review, and did neither rate nor judge. */
        public boolean onlyLooks() {
            return (role == Role.READER || role == Role.REVIEWER) && rated == 0 && judgment == null;
        }
    }

    /**
     * An item of evidence.
     *
     * @param most the largest deviation of its cells; -1 where none has two voices
     * @param kept whether others' ratings of it are kept from the reader, who works blind
     * @param cells how far the team is apart, one for each column
     * @param ratings for each rater one for each column
     */
    record Row(
            EvidenceView item, String href, double most, boolean kept, List<Apart> cells, List<List<Given>> ratings) {}

    /**
     * How far the ratings of a cell are apart.
     *
     * @param deviation population standard deviation on -2..+2; null with fewer than two voices
     * @param title who gave what, in words
     */
    record Apart(
            String interpretation,
            @Nullable Double deviation,
            @Nullable Band band,
            int raters,
            String title,
            String href) {

        /** The class that shades it. */
        public String css() {
            return band == null ? "apart-none" : "apart-" + band.word();
        }
    }

    /** What one analyst says of a cell; null where they have not rated it, or it is kept from the reader. */
    record Given(
            String analyst,
            String interpretation,
            @Nullable Rating rating,
            boolean overtaken,
            String title,
            String href) {

        /** The class that shades it. */
        public String css() {
            return MatrixTable.shade(rating);
        }

        /** What stands in it. */
        public String code() {
            return MatrixTable.code(rating);
        }
    }

    /** Rows of which two rated a cell: those that can be apart. */
    List<Row> compared() {
        return rows.stream().filter(row -> row.most() >= 0).toList();
    }
}
