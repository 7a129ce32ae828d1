package org.steelyard.dossier.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.*;
import org.steelyard.assessment.Marking;
import org.steelyard.assessment.Recorded;
import org.steelyard.balance.Rating;
import org.steelyard.dossier.Identities;
import org.steelyard.site.Sentence;
import org.steelyard.site.Sentence.Name;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** What happened, as a sentence that goes on from the author's name: "rated E12 against hedge: N → I". */
public final class EventSentences {
    private static final int CLIPPED = 140;
    private static final String QUOTED = "quoted";

    private final Texts texts;
    private final Wording say;
    private final Identities identities;
    private final Links links;

    public EventSentences(Texts texts, Wording say, Identities identities, Links links) {
        this.texts = texts;
        this.say = say;
        this.identities = identities;
        this.links = links;
    }

    /** No default: who adds an event is told by the compiler that it needs a sentence. */
    public Sentence of(Recorded by, Before before) {
        return switch (by.event()) {
            case AssessmentOpened e -> say(by, quote(e.title()));
            case AssessmentRevised e -> say(by, fields(by, before));
            case MarkingChanged e -> say(by, e.marking().label());
            case PolicyChanged e -> say(by, policy(e.policy()));
            case BlindChanged e -> texts.sentence("event.blind-changed." + e.blind());
            case ArchiveChanged e -> texts.sentence("event.archive-changed." + e.archived());
            case InterpretationProposed e -> say(by, identities.name(e.key()), quote(e.statement()));
            case InterpretationRevised e -> say(by, identities.name(e.key()), fields(by, before));
            case InterpretationWithdrawn e -> say(by, identities.name(e.key()));
            case InterpretationReinstated e -> say(by, identities.name(e.key()));
            case SourceRecorded e ->
                say(by, plain(e.key()), quote(e.name()), e.reliability().name());
            case SourceCorrected e -> say(by, plain(e.key()), quote(before.text(e.key())), fields(by, before));
            case SourceRegraded e ->
                say(
                        by,
                        plain(e.key()),
                        change(before.reliability(e.key()), e.reliability()),
                        quote(before.text(e.key())));
            case EvidenceRecorded e ->
                say(
                        by,
                        item(e.key()),
                        quote(e.claim()),
                        Integer.toString(e.credibility()),
                        e.relevance().name());
            case EvidenceCorrected e -> say(by, item(e.key()), fields(by, before), quote(before.text(e.key())));
            case EvidenceRegraded e -> say(by, item(e.key()), grades(e, before), quote(before.text(e.key())));
            case EvidenceRetracted e -> say(by, item(e.key()), quote(before.text(e.key())));
            case EvidenceReinstated e -> say(by, item(e.key()), quote(before.text(e.key())));
            case EvidenceRated e ->
                say(by, item(e.evidence()), identities.name(e.interpretation()), change(before.rating(by), e.rating()))
                        .then(seen(e.seen(), before));
            case RatingWithdrawn e ->
                say(by, item(e.evidence()), identities.name(e.interpretation()), rating(before.rating(by)));
            case JudgmentRecorded e -> texts.sentence("event.judgment-recorded").then(judged(e, before.judgment(by)));
            case JudgmentWithdrawn _ -> say(by);
            case IndicatorRecorded e -> say(by, plain(e.key()), quote(e.statement()), identities.name(e.speaksFor()));
            case IndicatorChanged e -> indicator(by, e, before);
            case CommentMade e ->
                e.about() == null ? say(by) : texts.sentence("event.comment-made.about", about(e.about()));
            case ReviewRequested e -> say(by, revision(e.revision()), plain(String.join(", ", e.reviewers())));
            case ReviewGiven e -> say(by, revision(e.revision()), texts.word("verdict", e.verdict()));
            case AssessmentResolved e -> resolved(e);
            case AssessmentReopened _ -> say(by);
        };
    }

    /** The same for where there is text alone: it begins with the author, and what is quoted stands in quotation marks. */
    public String summary(Recorded by, Before before) {
        return by.stamp().author() + " " + plain(of(by, before));
    }

    /** A sentence as text alone; pages put quotation marks around what is quoted by its style. */
    public static String plain(Sentence sentence) {
        return sentence.parts().stream()
                .map(part -> QUOTED.equals(part.style()) ? "“" + part.text() + "”" : part.text())
                .collect(Collectors.joining());
    }

    private Sentence say(Recorded by, Object... arguments) {
        return texts.sentence("event." + by.kind(), arguments);
    }

    private Name item(String key) {
        return new Name(key, "item", links.evidence(key));
    }

    private static Name plain(String text) {
        return new Name(text, "item", null);
    }

    private static Name quote(String text) {
        boolean whole = text.codePointCount(0, text.length()) <= CLIPPED;
        String clipped = whole
                ? text
                : text.substring(0, text.offsetByCodePoints(0, CLIPPED)).strip() + "…";
        return new Name(clipped, QUOTED, null);
    }

    private Name revision(long revision) {
        return new Name("r" + revision, "item", links.revision(revision));
    }

    private Name about(About about) {
        if (about.revision() != null) {
            return revision(about.revision());
        }
        String item = Objects.requireNonNull(about.item());
        String evidence =
                about.evidence() != null ? item : about.cell() != null ? item.substring(0, item.indexOf('/')) : null;
        return evidence == null ? identities.name(item) : new Name(item, "item", links.evidence(evidence));
    }

    /** "N → I", or "I" where nothing stood there before. */
    private Sentence change(@Nullable Object from, Object to) {
        Name now = new Name(to.toString(), "item", null);
        return from == null || from.equals(to)
                ? texts.sentence("change.to", now)
                : texts.sentence("change", new Name(from.toString(), "old", null), now);
    }

    /** What its author had been shown, where blind mode made a difference: without it everybody sees everything. */
    private Sentence seen(Seen seen, Before before) {
        return before.isBlind() || !seen.readings()
                ? texts.sentence("event.seen." + seen.othersRatings() + "." + seen.readings())
                : Sentence.EMPTY;
    }

    private Name rating(@Nullable Rating rating) {
        return plain(rating == null ? texts.text("cell.unrated") : rating.name());
    }

    private Sentence grades(EvidenceRegraded e, Before before) {
        var changes = new ArrayList<Sentence>();
        if (e.credibility() != null) {
            changes.add(texts.sentence("event.credibility", change(before.credibility(e.key()), e.credibility())));
        }
        if (e.relevance() != null) {
            changes.add(texts.sentence("event.relevance", change(before.relevance(e.key()), e.relevance())));
        }
        return Sentence.joined(changes, ", ");
    }

    private Sentence judged(JudgmentRecorded e, @Nullable JudgmentRecorded earlier) {
        var judged = Sentence.EMPTY;
        for (var one : new TreeMap<>(e.probabilities()).entrySet()) {
            Double from = earlier == null ? null : earlier.probabilities().get(one.getKey());
            Object share = change(from == null ? null : say.percent(from), say.percent(one.getValue()));
            String code = judged.isEmpty() ? "event.judged.first" : "event.judged.next";
            judged = judged.then(texts.sentence(code, identities.name(one.getKey()), share));
        }
        return judged;
    }

    private Sentence indicator(Recorded by, IndicatorChanged e, Before before) {
        var status = e.status();
        Name key = plain(e.key());
        Name text = quote(before.text(e.key()));
        if (status != null) {
            var from = before.status(e.key());
            var word = change(from == null ? null : texts.word("indicator", from), texts.word("indicator", status));
            return texts.sentence("event.indicator-changed.status", key, word, text);
        }
        return say(by, key, text);
    }

    private Sentence resolved(AssessmentResolved e) {
        String day = say.day(e.resolvedOn());
        if (e.outcome() != null) {
            return texts.sentence("event.assessment-resolved", identities.name(e.outcome()), day);
        }
        if (e.outcomes() == null) {
            return texts.sentence("event.assessment-resolved.annulled", day);
        }
        String held = new TreeMap<>(e.outcomes())
                .entrySet().stream()
                        .filter(outcome -> outcome.getValue())
                        .map(outcome -> outcome.getKey())
                        .reduce((one, other) -> one + ", " + other)
                        .orElseGet(() -> texts.text("event.assessment-resolved.nothing"));
        return texts.sentence("event.assessment-resolved", plain(held), day);
    }

    private String policy(PolicyChange policy) {
        var set = new ArrayList<String>();
        parameter(set, "rho", policy.rho());
        parameter(set, "extremize", policy.extremize());
        parameter(set, "floor", policy.floor());
        parameter(set, "minCoverage", policy.minCoverage());
        parameter(set, "staleAbove", policy.staleAbove());
        return String.join(", ", set);
    }

    private void parameter(List<String> set, String name, @Nullable Double value) {
        if (value != null) {
            set.add(texts.text("policy." + name) + " " + say.exact(value));
        }
    }

    /** "origin: “a” → “b”, link (emptied)". */
    private Sentence fields(Recorded by, Before before) {
        var all = new ArrayList<Sentence>();
        Fields.setBy(by.event()).forEach((name, to) -> {
            Object from = before.field(by, name);
            var change = change(from == null ? null : quoted(from), quoted(to));
            all.add(texts.sentence("field.set", texts.text("field." + name), change));
        });
        Before.cleared(by.event()).stream()
                .sorted()
                .forEach(name -> all.add(texts.sentence("field.cleared", texts.text("field." + name))));
        return Sentence.joined(all, ", ");
    }

    private String quoted(Object value) {
        return texts.text("field.value", quote(value instanceof Marking marking ? marking.label() : value.toString()));
    }
}
