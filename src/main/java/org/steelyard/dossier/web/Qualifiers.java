package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.steelyard.assessment.AssessmentView.PolicyView;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Balance.AnalystLine;
import org.steelyard.balance.Policy;
import org.steelyard.balance.Sensitivity;
import org.steelyard.site.Sentence;
import org.steelyard.site.Sentence.Name;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** What qualifies the answer: each a short sentence of its own. */
final class Qualifiers {
    private final Texts texts;
    private final Wording say;
    private final Shown shown;

    Qualifiers(Texts texts, Wording say, Shown shown) {
        this.texts = texts;
        this.say = say;
        this.shown = shown;
    }

    List<Sentence> all() {
        var all = new ArrayList<Sentence>();
        if (shown.dossier().readingsHidden()) {
            all.add(texts.sentence("qualified.blind"));
            return all;
        }
        if (shown.dossier().blinded()) {
            all.add(texts.sentence("qualified.blind.judged"));
        }
        Balance balance = shown.balance();
        if (balance.coverage() != null) {
            all.add(texts.sentence("qualified.coverage", say.percent(balance.coverage())));
            all.add(texts.sentence("agreement." + balance.agreement().name()));
        }
        addFirmness(all);
        addCount(all, "qualified.stale", count(line -> !line.stale().isEmpty()));
        addCount(all, "qualified.incomplete", count(AnalystLine::incomplete));
        addCount(
                all,
                "qualified.overtaken",
                shown.view().ratings().stream()
                        .filter(rating -> rating.overtakenBy() != null)
                        .count());
        if (balance.spread() != null) {
            all.add(texts.sentence("qualified.spread", say.percent(balance.spread())));
        }
        var policy = policy(shown.view().policy());
        if (!policy.isEmpty()) {
            all.add(policy);
        }
        return all;
    }

    /** How many items the lead by weight of evidence rests on; the page about it says which. */
    private void addFirmness(List<Sentence> all) {
        Integer robustness = Sensitivity.ofWeightOfEvidence(shown.situation()).robustness();
        if (robustness != null) {
            String items = robustness == 1
                    ? texts.text("qualified.firm.one")
                    : texts.text("qualified.firm.more", Integer.toString(robustness));
            all.add(texts.sentence(
                    "qualified.firm", new Name(items, null, shown.address().to("/firm"))));
        }
    }

    private long count(Predicate<AnalystLine> wanted) {
        return shown.balance().analysts().stream().filter(wanted).count();
    }

    private void addCount(List<Sentence> all, String code, long count) {
        if (count > 0) {
            all.add(count == 1 ? texts.sentence(code + ".one") : texts.sentence(code + ".more", Long.toString(count)));
        }
    }

    /** The parameters of the policy that are not the usual ones, each a link to the event that set it; empty for none. */
    private Sentence policy(PolicyView policy) {
        var usual = PolicyView.of(Policy.DEFAULT);
        var setBy = shown.dossier().state().setBy(shown.dossier().point());
        return Stream.of(
                        new Parameter("rho", policy.rho(), usual.rho()),
                        new Parameter("extremize", policy.extremize(), usual.extremize()),
                        new Parameter("floor", policy.floor(), usual.floor()),
                        new Parameter("minCoverage", policy.minCoverage(), usual.minCoverage()),
                        new Parameter("staleAbove", policy.staleAbove(), usual.staleAbove()))
                .filter(parameter -> parameter.value() != parameter.usual())
                .reduce(
                        Sentence.EMPTY,
                        (before, parameter) -> before.then(said(parameter, before, setBy)),
                        Sentence::then);
    }

    private record Parameter(String name, double value, double usual) {}

    private Sentence said(Parameter parameter, Sentence before, Map<String, Long> setBy) {
        Long revision = setBy.get(parameter.name());
        String event = revision == null ? null : shown.address().event(revision);
        String text = texts.text("policy." + parameter.name()) + " " + say.exact(parameter.value());
        return texts.sentence(
                before.isEmpty() ? "qualified.policy" : "qualified.policy.next", new Name(text, null, event));
    }
}
