package org.steelyard.dossier.web;

import java.util.List;
import org.steelyard.dossier.figure.Figure;
import org.steelyard.site.Sentence;

/**
 * When things were so and when that was learned, as figure and table.
 *
 * @param rows those that were learned latest after they took effect, longest first
 * @param all how many events there are
 */
record KnownView(Figure wide, Figure narrow, String title, Sentence sentence, List<Row> rows, int late, int all) {

    /** An event, where its mark leads, and how many days after it took effect it was recorded. */
    record Row(Story.Entry event, String href, long days) {}
}
