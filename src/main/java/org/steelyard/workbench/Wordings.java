package org.steelyard.workbench;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.steelyard.assessment.AssessmentEvent.EvidenceKind;
import org.steelyard.assessment.AssessmentEvent.IndicatorStatus;
import org.steelyard.assessment.Marking;
import org.steelyard.balance.Confidence;
import org.steelyard.balance.Likelihood;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Relation;
import org.steelyard.balance.Relevance;
import org.steelyard.balance.Reliability;
import org.steelyard.site.Texts;

/** The grades and kinds that fields offer, each with its wording. Every page of this module has them. */
@ControllerAdvice(basePackageClasses = Wordings.class)
final class Wordings {
    private final Texts texts;

    Wordings(Texts texts) {
        this.texts = texts;
    }

    @ModelAttribute("wordings")
    Wordings onEveryPage() {
        return this;
    }

    /** The wording of a value of a field that offers these; itself where none of them is it, and null for null. */
    public @Nullable String among(List<Option> options, @Nullable String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .findFirst()
                .map(Option::text)
                .filter(text -> !text.isEmpty())
                .orElse(value);
    }

    public List<Option> reliabilities() {
        return Option.of(texts, "work.reliability", Reliability.values());
    }

    public List<Option> credibilities() {
        return IntStream.rangeClosed(1, 6)
                .mapToObj(Integer::toString)
                .map(grade -> new Option(grade, texts.text("work.credibility." + grade)))
                .toList();
    }

    /** What to ask oneself to come to each grade of a source. */
    public List<Option> reliabilityQuestions() {
        return Option.of(texts, "work.ask.reliability", Reliability.values());
    }

    /** What to ask oneself to come to each grade of an item. */
    public List<Option> credibilityQuestions() {
        return IntStream.rangeClosed(1, 6)
                .mapToObj(Integer::toString)
                .map(grade -> new Option(grade, texts.text("work.ask.credibility." + grade)))
                .toList();
    }

    public List<Option> relevances() {
        return Option.of(texts, "work.relevance", Relevance.values());
    }

    public List<Option> kinds() {
        return Option.of(texts, "work.kind", EvidenceKind.values());
    }

    public List<Option> relations() {
        return Option.of(texts, "work.relation", Relation.values());
    }

    public List<Option> confidences() {
        return Option.of(texts, "work.confidence", Confidence.values());
    }

    /** The words of ICD 203, each by the middle of its band in per cent. */
    public List<Option> likelihoods() {
        return Stream.of(Likelihood.values())
                .map(word -> new Option(
                        middle(word),
                        texts.text(
                                "work.judge.band",
                                word.word(),
                                Integer.toString(word.from()),
                                Integer.toString(word.to()))))
                .toList();
    }

    /** As a field of a probability takes it: "32.5". */
    static String middle(Likelihood word) {
        return BigDecimal.valueOf(word.middle()).stripTrailingZeros().toPlainString();
    }

    public List<Option> ratings() {
        return Option.of(texts, "work.rating", Rating.values());
    }

    public List<Option> markings() {
        return Option.of(texts, "work.marking", Marking.values());
    }

    public List<Option> statuses() {
        return Option.of(texts, "work.status", IndicatorStatus.values());
    }

    public List<Option> onOff() {
        return List.of(
                new Option("false", texts.text("work.form.off")), new Option("true", texts.text("work.form.on")));
    }
}
