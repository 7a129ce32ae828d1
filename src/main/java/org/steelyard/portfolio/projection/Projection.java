package org.steelyard.portfolio.projection;

import org.steelyard.assessment.AssessmentState;

/**
 * Makes rows of assessments, of each by itself: what is written is a function of its events alone, so that rows made while the
 * log grows and rows made of the whole log at once are the same.
 */
public interface Projection {

    /** Its name in the API and in the table {@code projection}. */
    String name();

    /** Counts up when its rows become others for the same events: then all are made again. */
    default int shape() {
        return 1;
    }

    /** The SQL that deletes the rows of a generation (first parameter) and assessment (second). */
    String deletion();

    /** Writes the rows that the events after those of {@code advance} bring, and nothing else. */
    void write(Advance advance, Rows rows);

    /**
     * The state of an assessment, and up to where its rows are there already.
     *
     * @param generation under which the rows are kept
     * @param after the revision up to which the rows are there; 0 where none are
     */
    record Advance(int generation, AssessmentState state, long after) {}
}
