package org.steelyard.balance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds in one assessment at one point in time: all that the formulas of docs/scoring.md read.
 *
 * @param interpretations keys in force, sorted by code point
 * @param items evidence in force, sorted by key
 * @param cells the ratings in force of cells whose item and interpretation are in force, in any order
 * @param judgments the latest judgment of each analyst who has one in force, in any order
 * @param analysts every analyst who rated or judged up to the point, whether or not it still counts
 * @param changes what may have overtaken a judgment, among the events that count at the point, by revision
 */
public record Situation(
        Relation relation,
        Policy policy,
        List<String> interpretations,
        List<Item> items,
        List<Cell> cells,
        List<Judgment> judgments,
        Set<String> analysts,
        List<Change> changes) {

    /**
     * An item of evidence in force, graded.
     *
     * @param origin the lineage group that its echoes share (docs/scoring.md section 1), already looked up; equal
     *     strings mean one origin
     * @param credibility 1 to 6 on the Admiralty scale; 6 cannot be judged
     */
    public record Item(
            String key, String source, String origin, Reliability reliability, int credibility, Relevance relevance) {}

    /** The ratings of one cell, by analyst; never empty. */
    public record Cell(String item, String interpretation, Map<String, Rating> ratings) {}

    /**
     * An analyst's judgment as it was given.
     *
     * @param revision the revision that recorded it
     * @param probabilities raw, by interpretation, each in 0..1
     * @param itemsThen source by item, of the items in force at the judgment's own revision and effective time
     * @param interpretationsThen the interpretations in force there
     */
    public record Judgment(
            String analyst,
            long revision,
            Map<String, Double> probabilities,
            Confidence confidence,
            Set<String> restsOn,
            Map<String, String> itemsThen,
            Set<String> interpretationsThen) {}

    /**
     * An event that may make an older judgment stale.
     *
     * @param kind the kind of the event, as in the log ("evidence-retracted")
     * @param subject key of the item, source or interpretation that it is about
     */
    public record Change(long revision, String kind, String subject, Effect effect) {}

    /** What a {@link Change} does to its subject. */
    public enum Effect {
        /** An item is retracted, corrected or regraded. */
        UNSETTLES_ITEM,
        /** A source's reliability is changed, and with it the grade of its items. */
        REGRADES_SOURCE,
        /** An interpretation's statement is changed. */
        REWORDS_INTERPRETATION,
        /** An item is recorded that was not there. */
        ADDS_ITEM
    }

    /** The same situation computed under another policy. */
    public Situation under(Policy other) {
        return new Situation(relation, other, interpretations, items, cells, judgments, analysts, changes);
    }

    /** A situation in which nothing is in force. */
    public static Situation empty(Relation relation, Policy policy) {
        return new Situation(relation, policy, List.of(), List.of(), List.of(), List.of(), Set.of(), List.of());
    }

    /** The item with this key, or null. */
    public @Nullable Item item(String key) {
        for (Item item : items) {
            if (item.key().equals(key)) {
                return item;
            }
        }
        return null;
    }
}
