package org.steelyard.portfolio.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentView.Status;
import org.steelyard.assessment.Marking;
import org.steelyard.balance.Balance.Agreement;
import org.steelyard.balance.Balance.Leaders;
import org.steelyard.balance.Confidence;
import org.steelyard.http.Page;
import org.steelyard.http.Tabular;
import org.steelyard.portfolio.board.Board.Entry;

/**
 * A part of the portfolio.
 *
 * @param upTo everything recorded at this instant or before is in it; null where nothing is recorded yet
 */
public record PortfolioView(
        List<Item> items, @Nullable String next, @Nullable Instant upTo) implements Tabular {

    /**
     * How one assessment stands.
     *
     * @param lead by how much its leaders lead: points, decibans; null where withheld, or without a rival
     * @param judged pooled probability by interpretation; empty where nothing is pooled
     * @param blinded true where blind mode keeps something from the reader: all readings, or ratings that then are in none; else left
     *     out
     * @param stale how many analysts have a judgment that was overtaken
     */
    public record Item(
            String key,
            String title,
            Marking marking,
            Status status,
            List<String> tags,
            Leaders leaders,
            Lead lead,
            SortedMap<String, Double> judged,
            @Nullable Confidence confidence,
            @Nullable Double spread,
            @Nullable Double coverage,
            Agreement agreement,
            int stale,
            LastChange lastChange,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean blinded) {

        public static Item of(Entry entry) {
            BoardRow row = entry.row();
            return new Item(
                    row.assessment(),
                    row.title(),
                    entry.marking(),
                    row.status(),
                    row.tags(),
                    row.leaders(),
                    new Lead(row.leads().inconsistency(), row.leads().weightOfEvidence()),
                    judged(row),
                    row.confidence(),
                    row.spread(),
                    row.coverage(),
                    row.agreement(),
                    row.stale(),
                    new LastChange(row.revision(), row.recordedAt(), row.actor(), row.kind()),
                    entry.blinded() ? true : null);
        }

        private static SortedMap<String, Double> judged(BoardRow row) {
            var judged = new TreeMap<String, Double>();
            row.readings().forEach((key, reading) -> {
                if (reading.judged() != null) {
                    judged.put(key, reading.judged());
                }
            });
            return Collections.unmodifiableSortedMap(judged);
        }
    }

    public record Lead(
            @Nullable Double inconsistency, @Nullable Double weightOfEvidence) {}

    /** The newest event that counts; {@code actor} and {@code kind} null where blind mode keeps it from the reader. */
    public record LastChange(
            long revision,
            Instant recordedAt,
            @Nullable String actor,
            @Nullable String kind) {}

    @Override
    public Page<?> table() {
        return new Page<>(items, next, Item.class);
    }
}
