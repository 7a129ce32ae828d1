package org.steelyard.dossier.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.steelyard.assessment.AssessmentView.PolicyView;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Balance.AnalystLine;
import org.steelyard.balance.Policy;
import org.steelyard.site.Sentence;
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
        Balance balance = shown.balance();
        if (balance.coverage() != null) {
            all.add(texts.sentence("qualified.coverage", say.percent(balance.coverage())));
            all.add(texts.sentence("agreement." + balance.agreement().name()));
        }
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
        all.addAll(policy(shown.view().policy()));
        return all;
    }

    private long count(Predicate<AnalystLine> wanted) {
        return shown.balance().analysts().stream().filter(wanted).count();
    }

    private void addCount(List<Sentence> all, String code, long count) {
        if (count > 0) {
            all.add(count == 1 ? texts.sentence(code + ".one") : texts.sentence(code + ".more", Long.toString(count)));
        }
    }

    /** The parameters of the policy that are not the usual ones. */
    private List<Sentence> policy(PolicyView policy) {
        var usual = PolicyView.of(Policy.DEFAULT);
        var changed = new ArrayList<String>();
        add(changed, "rho", policy.rho(), usual.rho());
        add(changed, "extremize", policy.extremize(), usual.extremize());
        add(changed, "floor", policy.floor(), usual.floor());
        add(changed, "minCoverage", policy.minCoverage(), usual.minCoverage());
        add(changed, "staleAbove", policy.staleAbove(), usual.staleAbove());
        return changed.isEmpty() ? List.of() : List.of(texts.sentence("qualified.policy", String.join(", ", changed)));
    }

    private void add(List<String> changed, String parameter, double value, double usual) {
        if (value != usual) {
            changed.add(texts.text("policy." + parameter) + " " + plain(value));
        }
    }

    /** All digits of a parameter, which somebody set by hand. */
    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
