package org.steelyard.assessment;

import java.util.function.Supplier;

/**
 * What one reader may see of an assessment today, whatever point in time they look at. All that is shown is made of one of two
 * states, so that nothing shows what is not in them.
 *
 * @param state for all that is read out: events, ratings, judgments. Events that blind mode keeps from the reader are not in it;
 *     only their revisions are counted
 * @param weighed for readings and totals: the same, or where {@code readingsHidden} all but ratings and judgments, so that nothing
 *     can be read from it. No reading holds a rating that is not shown, since two readings would give it away
 * @param blinded whether anything is kept from the reader
 * @param readingsHidden whether readings, totals and others' judgments are kept from the reader, who has yet to judge
 */
public record Sight(AssessmentState state, AssessmentState weighed, boolean blinded, boolean readingsHidden) {

    /** Nothing is kept from the reader. */
    public static Sight full(AssessmentState state) {
        return new Sight(state, state, false, false);
    }

    /**
     * @param shown what the blinders leave of the whole
     * @param unrated the whole without ratings and judgments
     */
    static Sight through(
            Blinders blinders, AssessmentState whole, AssessmentState shown, Supplier<AssessmentState> unrated) {
        if (!blinders.judged()) {
            return new Sight(shown, unrated.get(), true, true);
        }
        return shown.chronicle().leftOut.isAnyUpTo(shown.revision())
                ? new Sight(shown, shown, true, false)
                : full(whole);
    }

    /** Whether the event of this revision is kept from the reader. */
    public boolean hides(long revision) {
        return blinded && state.recorded(revision) == null;
    }

    /** Whether others' ratings of this item of evidence are kept from the reader. */
    public boolean hidesRow(String evidence) {
        return blinded && state.chronicle().leftOut.isOfRow(evidence, state.revision());
    }
}
