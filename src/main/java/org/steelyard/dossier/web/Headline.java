package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Balance.Leader;
import org.steelyard.balance.Balance.Reading;
import org.steelyard.balance.Balance.Withheld;
import org.steelyard.dossier.Identities;
import org.steelyard.site.Sentence;
import org.steelyard.site.Sentence.Name;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** The answer that a balance gives, as sentences. Likelihood and confidence never share one. */
final class Headline {
    private static final double TIE = 1e-9;

    private final Texts texts;
    private final Wording say;
    private final Balance balance;
    private final Identities identities;

    Headline(Texts texts, Wording say, Balance balance, Identities identities) {
        this.texts = texts;
        this.say = say;
        this.balance = balance;
        this.identities = identities;
    }

    /** In place of an answer: what a reader does first who works blind, or whom to ask who has no role here. */
    static Sentence blind(Texts texts, Address address, boolean mayRecord) {
        if (!mayRecord) {
            return texts.sentence("headline.blind.outside");
        }
        var now = address.now();
        return texts.sentence(
                "headline.blind",
                new Name(texts.text("headline.blind.rate"), null, now.to("/rate")),
                new Name(texts.text("headline.blind.judge"), null, now.to("/judge")));
    }

    /** What the evidence says, what the analysts judge, and whether they go together. */
    Sentence answer() {
        if (balance.interpretations().isEmpty()) {
            return texts.sentence("headline.no-interpretation");
        }
        Sentence answer = evidence().then(texts.sentence("headline.and")).then(judged());
        return answer.then(texts.sentence("headline.stop")).then(together()).then(confidence());
    }

    /** What the rated evidence says by its weight. */
    Sentence evidence() {
        Leader leader = balance.leaders().weightOfEvidence();
        if (balance.evidenceInForce() == 0) {
            return texts.sentence("headline.no-evidence");
        }
        if (leader.key() != null) {
            return lead(reading(leader.key()));
        }
        if (leader.withheld() == Withheld.TIE) {
            return texts.sentence("headline.tie", names(first(Reading::weightOfEvidence)));
        }
        Double coverage = balance.coverage();
        if (coverage == null || coverage == 0) {
            return texts.sentence("headline.nothing-rated");
        }
        double least = balance.policy().minCoverage();
        if (coverage < least) {
            return texts.sentence("headline.too-little", say.percent(coverage), say.percent(least));
        }
        return texts.sentence("headline.unrated-first");
    }

    private Sentence lead(Reading leader) {
        Name name = identities.name(leader.key());
        List<Reading> rest = new ArrayList<>(balance.interpretations());
        rest.remove(leader);
        if (rest.isEmpty()) {
            return texts.sentence("headline.alone", name, say.signedDecibans(leader.weightOfEvidence()));
        }
        double behind = rest.stream().mapToDouble(Reading::behindLeader).min().orElse(0);
        var next = rest.stream().filter(r -> r.behindLeader() - behind <= TIE).toList();
        String code = leader.weightOfEvidence() < 0 ? "headline.least-against" : "headline.leans";
        return texts.sentence(code, name, say.decibans(behind), names(next));
    }

    /** What the analysts judge. */
    Sentence judged() {
        Leader leader = balance.leaders().judged();
        String who = pooled() == 1 ? "one" : "all";
        if (leader.key() != null) {
            Reading judged = reading(leader.key());
            String word = judged.likelihood() == null ? "" : judged.likelihood().word();
            boolean same =
                    leader.key().equals(balance.leaders().weightOfEvidence().key());
            return same
                    ? texts.sentence("headline.judged-it." + who, word, say.percent(judged.judged()))
                    : texts.sentence(
                            "headline.judged-other." + who,
                            identities.name(leader.key()),
                            word,
                            say.percent(judged.judged()));
        }
        if (leader.withheld() == Withheld.TIE) {
            var first = first(Headline::probability);
            String share = say.percent(first.getFirst().judged());
            return texts.sentence("headline.judged-tie." + who, names(first), share);
        }
        boolean incomplete = balance.analysts().stream().anyMatch(Balance.AnalystLine::incomplete);
        return texts.sentence(incomplete ? "headline.judged-incomplete" : "headline.judged-none");
    }

    /** Whether the readings go together, as a sentence of its own; empty where there is nothing to add. */
    Sentence together() {
        var leaders = balance.leaders();
        String points = leaders.inconsistency().key();
        String decibans = leaders.weightOfEvidence().key();
        String judged = leaders.judged().key();
        return switch (balance.agreement()) {
            case AGREE -> texts.sentence("headline.agree");
            case CONFLICT -> conflict(Objects.requireNonNull(points), decibans, judged);
            case WITHHELD -> withheld(points, decibans);
        };
    }

    private Sentence conflict(String points, @Nullable String decibans, @Nullable String judged) {
        Name least = identities.name(points);
        if (points.equals(decibans)) {
            return texts.sentence("headline.conflict.judged");
        }
        String code = points.equals(judged) ? "weight" : Objects.equals(decibans, judged) ? "inconsistency" : "all";
        return texts.sentence("headline.conflict." + code, least);
    }

    private Sentence withheld(@Nullable String points, @Nullable String decibans) {
        if (points != null && !points.equals(decibans)) {
            return texts.sentence("headline.least-contradicted", identities.name(points));
        }
        if (points == null && decibans != null) {
            var least = first(reading -> -reading.weightedInconsistency());
            return texts.sentence("headline.level-on-points", names(least));
        }
        return Sentence.EMPTY;
    }

    /** The confidence of the pool, never in a sentence with a likelihood. */
    private Sentence confidence() {
        var confidence = balance.confidence();
        return confidence == null
                ? Sentence.EMPTY
                : texts.sentence(
                        "headline.confidence." + (pooled() == 1 ? "one" : "all"), texts.word("confidence", confidence));
    }

    /** How many judgments are pooled. */
    private long pooled() {
        return balance.analysts().stream()
                .filter(a -> a.judged() != null && !a.incomplete())
                .count();
    }

    private Reading reading(String key) {
        return Objects.requireNonNull(balance.reading(key));
    }

    /** Those that come first by a measure, within the tolerance by which a balance calls a tie. */
    private List<Reading> first(ToDoubleFunction<Reading> measure) {
        double best =
                balance.interpretations().stream().mapToDouble(measure).max().orElse(0);
        return balance.interpretations().stream()
                .filter(reading -> best - measure.applyAsDouble(reading) <= TIE)
                .toList();
    }

    private static double probability(Reading reading) {
        return reading.judged() == null ? 0 : reading.judged();
    }

    /** "deepening and hedge": the name in its colour where there is one, else plainly. */
    private Name names(List<Reading> readings) {
        if (readings.size() == 1) {
            return identities.name(readings.getFirst().key());
        }
        String all =
                readings.stream().map(Reading::key).limit(readings.size() - 1).collect(Collectors.joining(", "));
        return new Name(texts.text("list.and", all, readings.getLast().key()), "name", null);
    }
}
