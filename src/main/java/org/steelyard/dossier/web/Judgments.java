package org.steelyard.dossier.web;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentView.JudgmentView;
import org.steelyard.balance.Balance.AnalystLine;
import org.steelyard.balance.Likelihood;
import org.steelyard.dossier.StaleWords;
import org.steelyard.site.Sentence;
import org.steelyard.site.Sentence.Name;

/** The judgments by analyst: what each gave, and what overtook it. */
@Component
class Judgments {
    /** More events than these are counted, not listed. */
    private static final int LISTED = 4;

    private final StaleWords staleWords;
    private final Blames blames;

    Judgments(StaleWords staleWords, Blames blames) {
        this.staleWords = staleWords;
        this.blames = blames;
    }

    /**
     * One analyst.
     *
     * @param judgment null where the analyst has rated but not judged
     * @param rated how many cells in force the analyst rated
     * @param setBy the event of the judgment
     * @param stale the first events that overtook the judgment, each as a sentence; empty where it is fresh
     * @param moreStale how many further ones there are
     */
    record OfAnalyst(
            String analyst,
            @Nullable JudgmentView judgment,
            @Nullable SetBy setBy,
            List<Given> given,
            boolean incomplete,
            List<Sentence> stale,
            int moreStale,
            long rated,
            List<Name> restsOn,
            List<Name> arguedAgainst) {

        /** What was given to one interpretation; null where it is not named. */
        @Nullable
        Given of(String interpretation) {
            return given.stream()
                    .filter(one -> one.interpretation().equals(interpretation))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** A probability as given. */
    record Given(String interpretation, String css, double probability, String likelihood) {}

    List<OfAnalyst> of(Shown shown) {
        Map<String, JudgmentView> judgments =
                shown.view().judgments().stream().collect(toMap(JudgmentView::analyst, Function.identity()));
        return shown.balance().analysts().stream()
                .map(line -> of(line, judgments.get(line.user()), shown))
                .toList();
    }

    private OfAnalyst of(AnalystLine line, @Nullable JudgmentView judgment, Shown shown) {
        long rated = shown.view().ratings().stream()
                .filter(rating -> rating.analyst().equals(line.user()))
                .count();
        var overtaking = line.stale().subList(0, Math.min(LISTED, line.stale().size()));
        var stale =
                staleWords.of(shown.dossier().state(), overtaking, shown.address()::evidence, shown.address()::event);
        return new OfAnalyst(
                line.user(),
                judgment,
                judgment == null ? null : blames.event(shown, judgment.revision()),
                judgment == null ? List.of() : given(judgment, shown),
                line.incomplete(),
                stale,
                line.stale().size() - stale.size(),
                rated,
                judgment == null ? List.of() : items(judgment.restsOn(), shown),
                judgment == null ? List.of() : items(judgment.arguedAgainst(), shown));
    }

    private static List<Given> given(JudgmentView judgment, Shown shown) {
        var given = new ArrayList<Given>();
        judgment.probabilities()
                .forEach((interpretation, probability) -> given.add(new Given(
                        interpretation,
                        shown.identity(interpretation).css(),
                        probability,
                        Likelihood.of(probability).word())));
        given.sort(Comparator.comparingDouble(Given::probability).reversed());
        return given;
    }

    private static List<Name> items(List<String> keys, Shown shown) {
        return keys.stream().map(shown::item).toList();
    }
}
