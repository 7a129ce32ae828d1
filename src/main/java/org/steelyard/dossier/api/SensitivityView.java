package org.steelyard.dossier.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentView.PolicyView;
import org.steelyard.assessment.Origins;
import org.steelyard.balance.Balance.Withheld;
import org.steelyard.balance.Policy;
import org.steelyard.balance.Sensitivity;
import org.steelyard.balance.Sensitivity.Firmness;
import org.steelyard.balance.Sensitivity.Lead;
import org.steelyard.balance.Sensitivity.Linchpins;
import org.steelyard.balance.Sensitivity.Without;
import org.steelyard.dossier.Dossier;

/**
 * How firm both leads of the evidence are at one point in time, as the API shows it, with weights and discounts held as they are.
 *
 * @param revision of {@code asOf}, whatever {@code effectiveAt}
 * @param counterfactual true where it was computed with the policy of the latest point instead of the one in force; else left
 *     out
 * @param blinded true where blind mode keeps something from the reader, who finds empty lists until they have judged; else left
 *     out
 * @param leaveOneOut without each item, then each origin, each source, each analyst
 */
record SensitivityView(
        String assessment,
        long revision,
        Instant asOf,
        Instant effectiveAt,
        PolicyView policy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean counterfactual,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean blinded,
        List<WithoutView> leaveOneOut,
        LinchpinsOfBoth linchpins,
        Robustness robustness) {

    /** Who leads without something; {@code items} fall with it, none with an analyst. */
    record WithoutView(LeftOut without, List<String> items, LeadersWithout leaders) {}

    /** What is left out: one of the four. An origin is its text, or the key of a source that stands for itself. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LeftOut(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String item,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String origin,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String source,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String analyst) {

        static LeftOut of(Without without) {
            String key = without.key();
            return switch (without.kind()) {
                case ITEM -> new LeftOut(key, null, null, null);
                case ORIGIN -> new LeftOut(null, Origins.name(key), null, null);
                case SOURCE -> new LeftOut(null, null, key, null);
                case ANALYST -> new LeftOut(null, null, null, key);
            };
        }
    }

    /** The leaders of both readings of the evidence; judgments are not tested. */
    record LeadersWithout(LeaderWithout inconsistency, LeaderWithout weightOfEvidence) {}

    /**
     * A leader, or the reason why none is named.
     *
     * @param lead how far it is ahead of the next, in points or decibans; 0 in a tie; null where there was no leader to begin with
     */
    record LeaderWithout(
            @Nullable String key,
            @Nullable Withheld withheld,
            @Nullable Double lead) {

        static LeaderWithout of(Lead lead) {
            return new LeaderWithout(lead.leader().key(), lead.leader().withheld(), lead.ahead());
        }
    }

    record LinchpinsOfBoth(List<LinchpinsView> inconsistency, List<LinchpinsView> weightOfEvidence) {
        private static final LinchpinsOfBoth UNTOLD = new LinchpinsOfBoth(List.of(), List.of());

        private static LinchpinsOfBoth of(Sensitivity sensitivity) {
            return new LinchpinsOfBoth(
                    LinchpinsView.all(sensitivity.inconsistency()), LinchpinsView.all(sensitivity.weightOfEvidence()));
        }
    }

    /**
     * The smallest set of items without which the leader no longer leads {@code against}.
     *
     * @param lead how far it leads it now, in points or decibans
     * @param items heaviest first
     * @param contributions what each of them gives to that lead
     * @param then who leads without them
     */
    record LinchpinsView(
            String against, double lead, List<String> items, Map<String, Double> contributions, LeaderWithout then) {

        static LinchpinsView of(Linchpins linchpins) {
            var contributions = new LinkedHashMap<String, Double>();
            linchpins.items().forEach(part -> contributions.put(part.item(), part.contribution()));
            return new LinchpinsView(
                    linchpins.against(),
                    linchpins.lead(),
                    List.copyOf(contributions.keySet()),
                    contributions,
                    LeaderWithout.of(linchpins.then()));
        }

        static List<LinchpinsView> all(Firmness firmness) {
            return firmness.linchpins().stream().map(LinchpinsView::of).toList();
        }
    }

    /** Size of the smallest set of linchpins; null without a leader. */
    record Robustness(
            @Nullable Integer inconsistency, @Nullable Integer weightOfEvidence) {
        private static final Robustness UNTOLD = new Robustness(null, null);

        private static Robustness of(Sensitivity sensitivity) {
            return new Robustness(
                    sensitivity.inconsistency().robustness(),
                    sensitivity.weightOfEvidence().robustness());
        }
    }

    static SensitivityView of(Dossier dossier, WhichPolicy which) {
        Policy policy = which.at(dossier);
        Sensitivity sensitivity = dossier.readingsHidden()
                ? null
                : Sensitivity.of(dossier.situation().under(policy));
        return new SensitivityView(
                dossier.key(),
                dossier.point().revision(),
                dossier.asOf(),
                dossier.point().effectiveAt(),
                PolicyView.of(policy),
                which.counterfactual(),
                Blinded.said(dossier),
                sensitivity == null
                        ? List.of()
                        : sensitivity.leaveOneOut().stream()
                                .map(SensitivityView::view)
                                .toList(),
                sensitivity == null ? LinchpinsOfBoth.UNTOLD : LinchpinsOfBoth.of(sensitivity),
                sensitivity == null ? Robustness.UNTOLD : Robustness.of(sensitivity));
    }

    private static WithoutView view(Without without) {
        var leaders = new LeadersWithout(
                LeaderWithout.of(without.inconsistency()), LeaderWithout.of(without.weightOfEvidence()));
        return new WithoutView(LeftOut.of(without), without.items(), leaders);
    }
}
