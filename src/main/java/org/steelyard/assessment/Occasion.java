package org.steelyard.assessment;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentCommand.OpenAssessment;
import org.steelyard.balance.Versions;

/** A submission, the state that it meets, and its time on both clocks; with the rules that all commands share. */
final class Occasion {
    private final AssessmentState state;
    private final Submission submission;
    private final Instant recordedAt;
    private final Instant effectiveAt;
    private final Checks checks = new Checks();

    Occasion(AssessmentState state, Submission submission, Instant now) {
        this.state = state;
        this.submission = submission;
        Instant time = now.truncatedTo(MICROS);
        this.recordedAt = time.isBefore(state.recordedAt()) ? state.recordedAt() : time;
        this.effectiveAt = effectiveAt(submission.effectiveAt());
        checks.text("/reason", submission.reason());
        checks.userName("/by", submission.author());
        boolean opens = submission.command() instanceof OpenAssessment;
        if (!opens && !state.isOpened()) {
            throw Refused.by(Rule.THE_ASSESSMENT_EXISTS, "There is no such assessment: open it first.");
        }
    }

    private Occasion(Occasion other, Instant effectiveAt) {
        this.state = other.state;
        this.submission = other.submission;
        this.recordedAt = other.recordedAt;
        this.effectiveAt = effectiveAt;
    }

    /** The same at another effective time. */
    Occasion on(Instant effective) {
        return new Occasion(this, effective);
    }

    private Instant effectiveAt(@Nullable Instant given) {
        checks.instant("/effectiveAt", given);
        checks.require(
                given == null || !given.isAfter(recordedAt),
                Rule.EFFECTIVE_AT_IS_NOT_IN_THE_FUTURE,
                "/effectiveAt",
                "lies in the future: name a time up to " + recordedAt);
        return given == null || given.isAfter(recordedAt) ? recordedAt : given.truncatedTo(MICROS);
    }

    AssessmentState state() {
        return state;
    }

    Chronicle chronicle() {
        return state.chronicle();
    }

    String author() {
        return submission.author();
    }

    Instant recordedAt() {
        return recordedAt;
    }

    Instant effectiveAt() {
        return effectiveAt;
    }

    boolean namesEffectiveAt() {
        return submission.effectiveAt() != null;
    }

    /** The log as it stands, at the submission's own effective time. */
    At at() {
        return state.effective(effectiveAt);
    }

    Stamp stamp(Instant effective) {
        return new Stamp(submission.actor(), submission.author(), recordedAt, effective, submission.reason());
    }

    /** An event that holds since the effective time. */
    Dated since(AssessmentEvent event) {
        return new Dated(event, effectiveAt);
    }

    /** An event that follows the order of recording alone. */
    Dated asRecorded(AssessmentEvent event) {
        return new Dated(event, recordedAt);
    }

    Checks checks() {
        return checks;
    }

    /** Refuses where something is wrong with the command by itself. */
    void checked() {
        checks.done();
    }

    void reasonIsGiven() {
        String reason = submission.reason();
        checks.require(reason != null && !reason.isBlank(), Rule.A_REASON_IS_GIVEN, "/reason", "is missing: say why");
    }

    /** Refuses what a resolution forbids from its effective time on. */
    void unresolved(Instant effective) {
        Recorded resolution = chronicle().whole.find(Field.RESOLUTION, state.effective(effective));
        if (resolution != null) {
            throw Refused.by(
                    Rule.A_RESOLVED_ASSESSMENT_STAYS_AS_IT_IS,
                    "The assessment is resolved from " + resolution.stamp().effectiveAt()
                            + " on: date this before then, or reopen the assessment first.");
        }
    }

    /** Refuses, but where the question stands at the effective time and all that is referred to is in force there. */
    void needs(Reference... references) {
        needs(List.of(references));
    }

    void needs(Collection<Reference> references) {
        areInForce(references);
        unresolved(effectiveAt);
    }

    /** Refuses, but where the question stands at the effective time. */
    void isBegun() {
        areInForce(List.of());
    }

    /** Refuses, but where all that is referred to is in force when this is recorded. */
    void areThereNow(Collection<Reference> references) {
        on(recordedAt).areInForce(references);
    }

    private void areInForce(Collection<Reference> references) {
        var all = new ArrayList<Reference>();
        all.add(question());
        all.addAll(references);
        for (Reference reference : all) {
            if (!reference.isInForce(at())) {
                refuse(reference, earliest(all, at -> all.stream().allMatch(r -> r.isInForce(at))));
            }
        }
    }

    private void refuse(Reference reference, @Nullable Instant earliest) {
        if (reference.hasBegun(at())) {
            throw Refused.by(
                    Rule.NOTHING_REFERS_TO_WHAT_IS_NOT_IN_FORCE,
                    reference.name() + " is not in force at " + effectiveAt
                            + ": reinstate it first, or date this to when it was.");
        }
        throw tooEarly(reference.name() + " is not yet in force at " + effectiveAt, earliest);
    }

    /** The refusal of what is dated before something that it needs. */
    Refused tooEarly(String why, @Nullable Instant earliest) {
        String remedy = earliest == null
                ? "and at no later time is all in force that this refers to: leave out what is not."
                : "the earliest date allowed is " + earliest + ".";
        return Refused.by(Rule.NOTHING_IS_DATED_BEFORE_WHAT_IT_REFERS_TO, why + ": " + remedy);
    }

    /** The assessment itself, which begins when its question does. */
    Reference question() {
        return new Reference("The assessment", chronicle().whole.versions(Field.IN_FORCE));
    }

    /** The first time after the effective time at which the log as it stands allows what is asked, or null. */
    @Nullable
    Instant earliest(Collection<Reference> watched, Predicate<At> allowed) {
        return earliest(effectiveAt, watched.stream().map(Reference::inForce).toList(), allowed);
    }

    @Nullable
    Instant earliest(Instant after, Collection<? extends Versions<?>> watched, Predicate<At> allowed) {
        long micros = At.micros(after);
        while (true) {
            long from = micros;
            long next = watched.stream()
                    .mapToLong(versions -> versions.nextEffective(state.revision(), from))
                    .min()
                    .orElse(At.LATEST);
            if (next == At.LATEST) {
                return null;
            }
            if (allowed.test(new At(state.revision(), next))) {
                return At.instant(next);
            }
            micros = next;
        }
    }

    Reference evidence(String key, Reference.Place place) {
        return reference("Evidence", "evidence", chronicle().evidence, key, place);
    }

    Reference interpretation(String key, Reference.Place place) {
        return reference("Interpretation", "interpretations", chronicle().interpretations, key, place);
    }

    Reference source(String key, Reference.Place place) {
        return reference("Source", "sources", chronicle().sources, key, place);
    }

    Reference indicator(String key, Reference.Place place) {
        return reference("Indicator", "indicators", chronicle().indicators, key, place);
    }

    private Reference reference(
            String what, String many, Map<String, Facts> things, String key, Reference.Place place) {
        Facts facts = things.get(key);
        if (facts == null || !isKnown(facts)) {
            String detail = what + " " + Texts.quoted(key) + " does not exist: look it up among the " + many
                    + " of this assessment.";
            throw switch (place) {
                case Reference.Place.Path path -> Refused.by(Rule.KEYS_IN_THE_PATH_EXIST, detail);
                case Reference.Place.Field field -> Refused.by(Rule.KEYS_IN_A_BODY_EXIST, field.pointer(), detail);
            };
        }
        return new Reference(what + " " + key, facts.versions(Field.IN_FORCE));
    }

    /** Refuses a withdrawal of what is not in force. */
    void takeOutOfForce(Reference reference) {
        if (reference.hasBegun(at()) && !reference.isInForce(at())) {
            throw Refused.by(
                    Rule.ONLY_WHAT_IS_IN_FORCE_IS_TAKEN_OUT_OF_FORCE,
                    reference.name() + " is out of force at " + effectiveAt + " already: there is nothing to do.");
        }
        needs(reference);
    }

    /** Refuses a reinstatement of what is in force, or was not there. */
    void reinstate(Reference reference) {
        if (reference.isInForce(at())) {
            throw Refused.by(
                    Rule.ONLY_WHAT_IS_OUT_OF_FORCE_IS_REINSTATED,
                    reference.name() + " is in force at " + effectiveAt + ": there is nothing to reinstate.");
        }
        if (!reference.hasBegun(at())) {
            Instant earliest = earliest(List.of(reference), at -> reference.hasBegun(at) && !reference.isInForce(at));
            throw tooEarly(reference.name() + " is not yet there at " + effectiveAt, earliest);
        }
        unresolved(effectiveAt);
    }

    /** The key that was asked for, where it is free; else the next free one of this kind. */
    String freeKey(@Nullable String wanted, String prefix, Map<String, Facts> ofThisKind) {
        if (wanted != null) {
            if (isTaken(wanted)) {
                throw Refused.by(
                        Rule.KEYS_ARE_UNIQUE_IN_AN_ASSESSMENT,
                        "/key",
                        "The key " + wanted + " is taken in this assessment: choose another, or leave it out.");
            }
            return wanted;
        }
        long number = 1 + ofThisKind.values().stream().filter(this::isKnown).count();
        while (isTaken(prefix + number)) {
            number++;
        }
        return prefix + number;
    }

    private boolean isTaken(String key) {
        Chronicle all = chronicle();
        return Stream.of(all.evidence, all.interpretations, all.sources, all.indicators)
                .anyMatch(things -> isKnown(things.get(key)));
    }

    private boolean isKnown(@Nullable Facts facts) {
        return facts != null && facts.known(state.newest());
    }
}
