package org.steelyard.dossier.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentView.PolicyView;
import org.steelyard.balance.Balance.Agreement;
import org.steelyard.balance.Balance.Leaders;
import org.steelyard.balance.Readings;
import org.steelyard.dossier.History;
import org.steelyard.dossier.History.Moment;
import org.steelyard.dossier.Stretch;

/**
 * The balance after each event of a range that changed it, as the API shows it.
 *
 * @param axis recorded or effective
 * @param counterfactual true where every point was computed with the policy of the latest point, which {@code policy} then
 *     names; else both are left out, and each point has the policy then in force
 * @param blinded true where blind mode keeps something from the reader: all of it, or ratings in rows that they have yet to rate,
 *     which then are in no reading; else left out
 * @param all how many points there were before they were thinned
 * @param before the balance at the start of the range; null where all is kept from the reader
 */
record HistoryView(
        String assessment,
        String axis,
        @Nullable EndOfRange from,
        EndOfRange to,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PolicyView policy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean counterfactual,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean blinded,
        int all,
        @Nullable ReadingsView before,
        List<PointView> points) {

    /** The balance without the lines behind it. */
    record ReadingsView(
            SortedMap<String, FourReadings> interpretations,
            Leaders leaders,
            @Nullable Double coverage,
            Agreement agreement) {
        static ReadingsView of(Readings readings) {
            return new ReadingsView(
                    FourReadings.of(readings), readings.leaders(), readings.coverage(), readings.agreement());
        }
    }

    /** The balance once the event of this revision is applied. */
    record PointView(
            long revision,
            Instant recordedAt,
            Instant effectiveAt,
            SortedMap<String, FourReadings> interpretations,
            Leaders leaders,
            @Nullable Double coverage,
            Agreement agreement) {
        static PointView of(Moment moment) {
            var stamp = moment.event().stamp();
            var readings = moment.readings();
            return new PointView(
                    moment.event().revision(),
                    stamp.recordedAt(),
                    stamp.effectiveAt(),
                    FourReadings.of(readings),
                    readings.leaders(),
                    readings.coverage(),
                    readings.agreement());
        }
    }

    /** The readings of one interpretation: points, decibans, probability 0..1. */
    record FourReadings(
            double inconsistency,
            double weightedInconsistency,
            double weightOfEvidence,
            @Nullable Double judged) {
        static SortedMap<String, FourReadings> of(Readings readings) {
            var all = new TreeMap<String, FourReadings>();
            for (var reading : readings.interpretations()) {
                all.put(
                        reading.key(),
                        new FourReadings(
                                reading.inconsistency(),
                                reading.weightedInconsistency(),
                                reading.weightOfEvidence(),
                                reading.judged()));
            }
            return all;
        }
    }

    static HistoryView of(Stretch stretch, int most, WhichPolicy which) {
        var wanted = which.over(stretch);
        var history = wanted.readingsHidden() ? null : History.of(wanted, most);
        var from = wanted.from();
        var to = wanted.to();
        return new HistoryView(
                to.key(),
                wanted.axis().word(),
                from == null ? null : EndOfRange.of(from),
                EndOfRange.of(to),
                which == WhichPolicy.CURRENT ? PolicyView.of(to.currentPolicy()) : null,
                which.counterfactual(),
                Blinded.said(to),
                history == null ? 0 : history.all(),
                history == null ? null : ReadingsView.of(history.before()),
                history == null
                        ? List.of()
                        : history.moments().stream().map(PointView::of).toList());
    }
}
