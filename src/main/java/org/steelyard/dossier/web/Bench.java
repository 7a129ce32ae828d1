package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.steelyard.assessment.AssessmentView.RatingView;
import org.steelyard.assessment.AssessmentView.SourceView;
import org.steelyard.assessment.Origins;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Balance.Leader;
import org.steelyard.balance.Balance.Reading;
import org.steelyard.balance.Delta;
import org.steelyard.balance.Policy;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Situation;
import org.steelyard.balance.WhatIf.Rated;
import org.steelyard.dossier.web.Assumption.Kind;
import org.steelyard.site.Sentence;
import org.steelyard.site.Sentence.Name;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** Where things can be assumed to be otherwise: what is assumed, what can be, and what comes of it. */
@Component
class Bench {
    /** An analyst who is nobody yet. */
    private static final String SOMEBODY = "one-more";

    /** The parameters of the policy. */
    private static final List<String> PARAMETERS = List.of("rho", "extremize", "floor", "minCoverage", "staleAbove");

    private final Texts texts;
    private final Wording say;

    Bench(Texts texts, Wording say) {
        this.texts = texts;
        this.say = say;
    }

    /**
     * What is assumed.
     *
     * @param applies false where the thing is not there at the point
     * @param without the page without it
     */
    record Line(Sentence text, boolean applies, String without) {}

    /** Something to pick: its key as the address writes it, and what it is. */
    record Choice(String key, String text) {}

    /** What comes of it: the answer of each balance, and each reading of each interpretation before and after. */
    record Outcome(Sentence now, Sentence then, List<Change> changes) {}

    /** An interpretation before and after, what is added to each reading, and the last of these in words. */
    record Change(String key, String css, Before before, Before after, Delta delta, String judged) {}

    /** Its readings, and which of them it leads. */
    record Before(Reading reading, boolean leadsWeight, boolean leadsPoints, boolean leadsJudged) {}

    List<Line> lines(Shown shown, FirmAddress address) {
        var assumed = new Assumed(shown);
        return address.assumed().stream()
                .map(one -> new Line(text(shown, one), assumed.applies(one), address.without(one)))
                .toList();
    }

    private Sentence text(Shown shown, Assumption one) {
        String code = "bench." + one.kind().word();
        Situation.Item item = shown.situation().item(one.key());
        String key = one.key();
        return switch (one.kind()) {
            case ITEM -> texts.sentence(code, item == null ? plain(key) : shown.item(key));
            case ORIGIN, ANALYST -> texts.sentence(code, plain(key));
            case SOURCE -> texts.sentence(code, source(shown, key));
            case CREDIBILITY ->
                texts.sentence(
                        code,
                        item == null ? plain(key) : shown.item(key),
                        one.value(),
                        item == null ? "–" : Integer.toString(item.credibility()));
            case RELEVANCE ->
                texts.sentence(
                        code,
                        item == null ? plain(key) : shown.item(key),
                        texts.text("relevance." + one.value()),
                        item == null ? "–" : texts.word("relevance", item.relevance()));
            case RELIABILITY -> texts.sentence(code, source(shown, key), one.value(), reliability(shown, key));
            case RATING -> rating(shown, one);
            case POLICY -> policy(shown, one);
        };
    }

    private Sentence rating(Shown shown, Assumption one) {
        return one.rated()
                .map(rated -> texts.sentence(
                        "bench.rating",
                        plain(rated.analyst().equals(SOMEBODY) ? texts.text("bench.somebody") : rated.analyst()),
                        shown.item(rated.item()),
                        shown.identities().name(rated.interpretation()),
                        ratingText(rated.rating()),
                        ratingText(recorded(shown, rated))))
                .orElseGet(() -> texts.sentence("bench.unknown.rating", plain(one.key())));
    }

    private String ratingText(@Nullable Rating rating) {
        return rating == null ? texts.text("rating.none") : rating.name();
    }

    private static @Nullable Rating recorded(Shown shown, Rated rated) {
        return shown.view().ratings().stream()
                .filter(given -> given.analyst().equals(rated.analyst())
                        && given.evidence().equals(rated.item())
                        && given.interpretation().equals(rated.interpretation()))
                .map(RatingView::rating)
                .findFirst()
                .orElse(null);
    }

    private Sentence policy(Shown shown, Assumption one) {
        Double now = parameter(shown.situation().policy(), one.key());
        return now == null
                ? texts.sentence("bench.unknown", plain(one.key()))
                : texts.sentence("bench.policy", texts.text("policy." + one.key()), one.value(), say.exact(now));
    }

    private static @Nullable Double parameter(Policy policy, String name) {
        return switch (name) {
            case "rho" -> policy.rho();
            case "extremize" -> policy.extremize();
            case "floor" -> policy.floor();
            case "minCoverage" -> policy.minCoverage();
            case "staleAbove" -> policy.staleAbove();
            default -> null;
        };
    }

    /** The parameters of the policy by name, as assumed, as a form shows them. */
    Map<String, String> policy(Shown shown, List<Assumption> assumed) {
        Policy policy =
                Objects.requireNonNull(new Assumed(shown).whatIf(assumed).policy());
        var values = new LinkedHashMap<String, String>();
        for (String parameter : PARAMETERS) {
            values.put(parameter, say.exact(Objects.requireNonNull(parameter(policy, parameter))));
        }
        return values;
    }

    /** What the form says of the policy that is not as it was recorded. */
    List<Assumption> pickedPolicy(Shown shown, MultiValueMap<String, String> query) {
        var picked = new ArrayList<Assumption>();
        for (String parameter : PARAMETERS) {
            Double value = number(query.getFirst(parameter));
            if (value != null && !value.equals(parameter(shown.situation().policy(), parameter))) {
                Assumption.of(Kind.POLICY, parameter, say.exact(value)).ifPresent(picked::add);
            }
        }
        return picked;
    }

    private static @Nullable Double number(@Nullable String text) {
        try {
            Double number = text == null ? null : Double.valueOf(text);
            return number == null || !Double.isFinite(number) ? null : number;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static Name plain(String key) {
        return new Name(key, "item", null);
    }

    private static Name source(Shown shown, String key) {
        return shown.view().sources().stream()
                .filter(source -> source.key().equals(key))
                .map(source -> plain(source.name()))
                .findFirst()
                .orElse(plain(key));
    }

    private static String reliability(Shown shown, String key) {
        return shown.view().sources().stream()
                .filter(source -> source.key().equals(key))
                .map(source -> source.reliability().name())
                .findFirst()
                .orElse("–");
    }

    /** What comes of the assumptions; null where none applies. */
    @Nullable
    Outcome outcome(Shown shown, List<Assumption> assumptions) {
        var assumed = new Assumed(shown);
        if (assumptions.stream().noneMatch(assumed::applies)) {
            return null;
        }
        Balance before = shown.balance();
        Balance after = Balance.of(assumed.whatIf(assumptions).in(shown.situation()));
        var deltas = Delta.between(before.readings(), after.readings());
        var changes = new ArrayList<Change>();
        for (var interpretation : shown.interpretations()) {
            String key = interpretation.key();
            Delta delta = Objects.requireNonNull(deltas.get(key));
            Double judged = delta.judged();
            changes.add(new Change(
                    key,
                    shown.identity(key).css(),
                    reading(before, key),
                    reading(after, key),
                    delta,
                    judged == null ? say.signed(null) : texts.text("bench.judged", say.signed(100 * judged))));
        }
        return new Outcome(answer(shown, before), answer(shown, after), changes);
    }

    private Sentence answer(Shown shown, Balance balance) {
        return new Headline(texts, say, balance, shown.identities()).answer();
    }

    private static Before reading(Balance balance, String key) {
        var leaders = balance.leaders();
        return new Before(
                Objects.requireNonNull(balance.reading(key)),
                leads(leaders.weightOfEvidence(), key),
                leads(leaders.inconsistency(), key),
                leads(leaders.judged(), key));
    }

    private static boolean leads(Leader leader, String key) {
        return key.equals(leader.key());
    }

    List<Choice> items(Shown shown) {
        return shown.view().evidence().stream()
                .map(item -> new Choice(item.key(), brief(item.key() + " · " + item.claim())))
                .toList();
    }

    List<Choice> sources(Shown shown) {
        return shown.view().sources().stream()
                .map(source -> new Choice(source.key(), brief(source.name() + " · " + source.reliability())))
                .toList();
    }

    /** Each voice that an item in force goes back to. */
    List<Choice> origins(Shown shown) {
        return shown.situation().items().stream()
                .map(Situation.Item::origin)
                .distinct()
                .sorted()
                .map(origin -> new Choice(Origins.name(origin), brief(origin(shown, origin))))
                .toList();
    }

    private static String origin(Shown shown, String origin) {
        String name = Origins.name(origin);
        return !Origins.isSource(origin)
                ? name
                : shown.view().sources().stream()
                        .filter(source -> source.key().equals(name))
                        .map(SourceView::name)
                        .findFirst()
                        .orElse(name);
    }

    List<Choice> analysts(Shown shown) {
        return shown.situation().analysts().stream()
                .sorted()
                .map(analyst -> new Choice(analyst, analyst))
                .toList();
    }

    /** Those who rated or judged, and one who is nobody yet. */
    List<Choice> raters(Shown shown) {
        return Stream.concat(Stream.of(new Choice(SOMEBODY, texts.text("bench.somebody"))), analysts(shown).stream())
                .toList();
    }

    List<Choice> interpretations(Shown shown) {
        return shown.interpretations().stream()
                .map(interpretation -> new Choice(interpretation.key(), interpretation.key()))
                .toList();
    }

    private static String brief(String text) {
        String plain = text.replaceAll("\\s+", " ");
        return plain.codePointCount(0, plain.length()) <= 80
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, 78)) + "…";
    }
}
