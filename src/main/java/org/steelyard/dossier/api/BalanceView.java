package org.steelyard.dossier.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentView.PolicyView;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Balance.Agreement;
import org.steelyard.balance.Balance.AnalystLine;
import org.steelyard.balance.Balance.ItemLine;
import org.steelyard.balance.Balance.Leaders;
import org.steelyard.balance.Balance.Reading;
import org.steelyard.balance.Confidence;
import org.steelyard.dossier.Dossier;

/**
 * The balance of an assessment at one point in time, as the API shows it. Lists and maps are sorted by key, by code point.
 *
 * @param revision of {@code asOf}, whatever {@code effectiveAt}
 * @param counterfactual true where it was computed with the policy of the latest point instead of the one in force; else left
 *     out
 * @param blinded true where blind mode keeps something from the reader: all readings and lists, or others' ratings of rows that they
 *     have yet to rate, which then are in no reading; else left out
 */
record BalanceView(
        String assessment,
        long revision,
        Instant asOf,
        Instant effectiveAt,
        PolicyView policy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean counterfactual,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean blinded,
        List<ReadingView> interpretations,
        Leaders leaders,
        Agreement agreement,
        @Nullable Double coverage,
        int evidenceInForce,
        @Nullable Confidence confidence,
        @Nullable Double spread,
        List<AnalystLine> analysts,
        List<EvidenceLine> evidence) {

    /** The three readings of one interpretation: points, decibans, probability 0..1 with its ICD 203 word; null where hidden. */
    record ReadingView(
            String key,
            String statement,
            @Nullable Double inconsistency,
            @Nullable Double weightedInconsistency,
            @Nullable Double weightOfEvidence,
            @Nullable Double behindLeader,
            @Nullable Double judged,
            @Nullable String likelihood) {}

    /** One item of evidence in force: its weight, its echo factors, how far it tells the interpretations apart in dB. */
    record EvidenceLine(
            String key,
            double weight,
            SortedMap<String, Double> echo,
            boolean ungraded,
            @Nullable Double diagnosticity,
            SortedMap<String, DisagreementView> disagreement) {}

    /** Population standard deviation of a cell's ratings on -2..+2, and its band. */
    record DisagreementView(double deviation, String band) {}

    static BalanceView of(Dossier dossier, WhichPolicy policy) {
        return of(dossier, Balance.of(policy.situation(dossier)), policy);
    }

    /** A balance that was computed at this point under this policy: what it is of, and what it says where the reader may see that. */
    static BalanceView of(Dossier dossier, Balance balance, WhichPolicy policy) {
        boolean told = !dossier.readingsHidden();
        return new BalanceView(
                dossier.key(),
                dossier.point().revision(),
                dossier.asOf(),
                dossier.point().effectiveAt(),
                PolicyView.of(balance.policy()),
                policy.counterfactual(),
                Blinded.said(dossier),
                balance.interpretations().stream()
                        .map(reading -> told ? reading(dossier, reading) : unread(dossier, reading))
                        .toList(),
                told ? balance.leaders() : Leaders.UNTOLD,
                told ? balance.agreement() : Agreement.WITHHELD,
                told ? balance.coverage() : null,
                balance.evidenceInForce(),
                told ? balance.confidence() : null,
                told ? balance.spread() : null,
                told ? balance.analysts() : List.of(),
                told ? balance.evidence().stream().map(BalanceView::line).toList() : List.of());
    }

    private static ReadingView unread(Dossier dossier, Reading reading) {
        return new ReadingView(reading.key(), statement(dossier, reading), null, null, null, null, null, null);
    }

    private static String statement(Dossier dossier, Reading reading) {
        var interpretation = dossier.state().interpretationAt(reading.key(), dossier.point());
        return interpretation == null ? "" : interpretation.statement();
    }

    private static ReadingView reading(Dossier dossier, Reading reading) {
        var likelihood = reading.likelihood();
        return new ReadingView(
                reading.key(),
                statement(dossier, reading),
                reading.inconsistency(),
                reading.weightedInconsistency(),
                reading.weightOfEvidence(),
                reading.behindLeader(),
                reading.judged(),
                likelihood == null ? null : likelihood.word());
    }

    private static EvidenceLine line(ItemLine line) {
        var disagreement = new TreeMap<String, DisagreementView>();
        line.disagreement()
                .forEach((interpretation, found) -> disagreement.put(
                        interpretation,
                        new DisagreementView(found.deviation(), found.band().word())));
        return new EvidenceLine(
                line.key(), line.weight(), line.echo(), line.ungraded(), line.diagnosticity(), disagreement);
    }
}
