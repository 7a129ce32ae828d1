package org.steelyard.portfolio.board;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentView.Status;
import org.steelyard.balance.Balance.Agreement;
import org.steelyard.balance.Balance.Leaders;
import org.steelyard.balance.Confidence;

/**
 * How an assessment stands after one of its events, with both clocks at the time of that event.
 *
 * @param actor who sent the event, {@code kind} what it is, {@code recordedAt} when it was recorded; the first two null where blind
 *     mode keeps the event from the reader
 * @param leads by how much each leader leads; null for one that is withheld or has no rival
 * @param confidence of the pool; null with no judgment pooled, as {@code spread} with fewer than two
 * @param coverage share of cells rated, 0..1; null where there is no cell
 * @param stale how many analysts have a judgment that was overtaken
 * @param readings of each interpretation in force, by key
 */
public record BoardRow(
        String assessment,
        long revision,
        Instant recordedAt,
        @Nullable String actor,
        @Nullable String kind,
        String title,
        Status status,
        List<String> tags,
        Leaders leaders,
        Leads leads,
        Agreement agreement,
        @Nullable Confidence confidence,
        @Nullable Double spread,
        @Nullable Double coverage,
        int stale,
        SortedMap<String, Reading> readings) {

    /**
     * The same for a reader from whom blind mode keeps something.
     *
     * @param told whether they may hear of the event
     * @param read a row of what they may see, of which the readings are; null where they may see none
     */
    BoardRow seen(boolean told, @Nullable BoardRow read) {
        return new BoardRow(
                assessment,
                revision,
                recordedAt,
                told ? actor : null,
                told ? kind : null,
                title,
                status,
                tags,
                read == null ? Leaders.UNTOLD : read.leaders,
                read == null ? new Leads(null, null, null) : read.leads,
                read == null ? Agreement.WITHHELD : read.agreement,
                read == null ? null : read.confidence,
                read == null ? null : read.spread,
                read == null ? null : read.coverage,
                read == null ? 0 : read.stale,
                read == null ? Collections.emptySortedMap() : read.readings);
    }

    /**
     * By how much the leaders lead.
     *
     * @param inconsistency weighted points fewer than the next
     * @param weightOfEvidence decibans ahead of the next
     * @param judged its probability, 0..1, not a difference
     */
    public record Leads(
            @Nullable Double inconsistency,
            @Nullable Double weightOfEvidence,
            @Nullable Double judged) {}

    /**
     * The three readings of an interpretation, the first unweighted too: points, points, decibans, probability.
     *
     * @param order how many were proposed before it: what gives it its colour on every page
     */
    public record Reading(
            double inconsistency,
            double weightedInconsistency,
            double weightOfEvidence,
            @Nullable Double judged,
            int order) {}
}
