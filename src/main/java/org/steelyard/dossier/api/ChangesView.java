package org.steelyard.dossier.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentView.PolicyView;
import org.steelyard.balance.Delta;
import org.steelyard.dossier.Explanation;
import org.steelyard.dossier.Explanation.Change;
import org.steelyard.dossier.Grouping;
import org.steelyard.dossier.Identities;
import org.steelyard.dossier.Stretch;
import org.steelyard.dossier.story.Before;
import org.steelyard.dossier.story.EventSentences;
import org.steelyard.dossier.story.Links;
import org.steelyard.http.Page;
import org.steelyard.http.Tabular;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/**
 * Why the balance changed between two points, as the API shows it. Maps are sorted by key, by code point.
 *
 * @param axis recorded or effective
 * @param from null for before the first event
 * @param counterfactual true where every point was computed with the policy of the latest point, which {@code policy} then
 *     names; else both are left out
 * @param blinded true where blind mode keeps something from the reader: all deltas and totals, and the events that are not
 *     listed; else left out
 * @param totals from the start to the end, for every interpretation that was in force at any time in the range
 */
record ChangesView(
        String assessment,
        String axis,
        @Nullable EndOfRange from,
        EndOfRange to,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PolicyView policy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean counterfactual,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean blinded,
        List<ChangeView> changes,
        SortedMap<String, Delta> totals,
        Groups groups)
        implements Tabular {

    /**
     * One event and its part.
     *
     * @param summary what happened, as a sentence that begins with its author
     * @param deltas for each interpretation that it moved
     */
    record ChangeView(
            long revision,
            Instant recordedAt,
            Instant effectiveAt,
            String actor,
            String author,
            String kind,
            @Nullable String item,
            @Nullable String reason,
            String summary,
            SortedMap<String, Delta> deltas) {}

    /** The parts added up: by kind of event, by author, by what the event is about. */
    record Groups(
            SortedMap<String, SortedMap<String, Delta>> kind,
            SortedMap<String, SortedMap<String, Delta>> analyst,
            SortedMap<String, SortedMap<String, Delta>> item) {}

    /** A change and one interpretation that it moved; a change that moved none has one row without. */
    record Row(
            long revision,
            Instant recordedAt,
            Instant effectiveAt,
            String actor,
            String author,
            String kind,
            @Nullable String item,
            @Nullable String reason,
            String summary,
            @Nullable String interpretation,
            @Nullable Double inconsistency,
            @Nullable Double weightedInconsistency,
            @Nullable Double weightOfEvidence,
            @Nullable Double judged) {
        static Row of(ChangeView change, @Nullable String interpretation, Delta delta) {
            return new Row(
                    change.revision(),
                    change.recordedAt(),
                    change.effectiveAt(),
                    change.actor(),
                    change.author(),
                    change.kind(),
                    change.item(),
                    change.reason(),
                    change.summary(),
                    interpretation,
                    delta.inconsistency(),
                    delta.weightedInconsistency(),
                    delta.weightOfEvidence(),
                    delta.judged());
        }
    }

    @Override
    public Page<Row> table() {
        var rows = new ArrayList<Row>();
        for (ChangeView change : changes) {
            if (change.deltas().isEmpty()) {
                rows.add(Row.of(change, null, Delta.ABSENT));
            }
            change.deltas().forEach((interpretation, delta) -> rows.add(Row.of(change, interpretation, delta)));
        }
        return Page.whole(Row.class, rows);
    }

    static ChangesView of(Stretch stretch, WhichPolicy which, Texts texts, Wording say) {
        var explained = explained(which.over(stretch));
        var from = stretch.from();
        var to = stretch.to();
        return new ChangesView(
                to.key(),
                stretch.axis().word(),
                from == null ? null : EndOfRange.of(from),
                EndOfRange.of(to),
                which == WhichPolicy.CURRENT ? PolicyView.of(to.currentPolicy()) : null,
                which.counterfactual(),
                Blinded.said(to),
                changes(explained, stretch, texts, say),
                explained.totals(),
                new Groups(explained.by(Grouping.KIND), explained.by(Grouping.ANALYST), explained.by(Grouping.ITEM)));
    }

    private static Explanation explained(Stretch stretch) {
        var explained = Explanation.of(stretch);
        return stretch.readingsHidden() ? explained.withoutReadings() : explained;
    }

    private static List<ChangeView> changes(Explanation explained, Stretch stretch, Texts texts, Wording say) {
        var sentences =
                new EventSentences(texts, say, new Identities(stretch.to().state()), Links.NONE);
        var before = new Before();
        stretch.earlier().forEach(before::take);
        var changes = new ArrayList<ChangeView>();
        for (Change change : explained.changes()) {
            var event = change.event();
            changes.add(view(change, sentences.summary(event, before)));
            before.take(event);
        }
        return changes;
    }

    private static ChangeView view(Change change, String summary) {
        var event = change.event();
        var stamp = event.stamp();
        return new ChangeView(
                event.revision(),
                stamp.recordedAt(),
                stamp.effectiveAt(),
                stamp.actor(),
                stamp.author(),
                event.kind(),
                event.event().item(),
                stamp.reason(),
                summary,
                change.deltas());
    }
}
