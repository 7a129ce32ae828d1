package org.steelyard.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.At;

/** The log as it stands, seen at one effective time, and the rules about referring to what is in it. */
record Standing(AssessmentState state, Instant effectiveAt) {

    At at() {
        return state.effective(effectiveAt);
    }

    private Chronicle chronicle() {
        return state.chronicle();
    }

    /** The assessment itself, which begins when its question does. */
    Reference question() {
        return new Reference("The assessment", chronicle().whole.versions(Field.IN_FORCE));
    }

    Reference resolution() {
        return new Reference("A resolution", chronicle().whole.versions(Field.RESOLUTION));
    }

    Reference evidence(String key, Reference.Place place) {
        return reference("Evidence", "evidence", chronicle().evidence, key, place);
    }

    Reference interpretation(String key, Reference.Place place) {
        return reference("Interpretation", "interpretations", chronicle().interpretations, key, place);
    }

    /** Every interpretation, whether in force or not. */
    List<Reference> interpretations() {
        return chronicle().interpretations.values().stream()
                .map(facts -> new Reference("An interpretation", facts.versions(Field.IN_FORCE)))
                .toList();
    }

    /** Keys of the interpretations in force there, sorted. */
    Set<String> interpretationsInForce(At at) {
        return new TreeSet<>(chronicle().interpretationsInForce(at));
    }

    Reference source(String key, Reference.Place place) {
        return reference("Source", "sources", chronicle().sources, key, place);
    }

    Reference indicator(String key, Reference.Place place) {
        return reference("Indicator", "indicators", chronicle().indicators, key, place);
    }

    private Reference reference(
            String what, String many, Map<String, ? extends Facts> things, String key, Reference.Place place) {
        Facts facts = things.get(key);
        if (facts == null || !facts.known(state.newest())) {
            String detail = what + " " + Texts.quoted(key) + " does not exist: look it up among the " + many
                    + " of this assessment.";
            throw switch (place) {
                case Reference.Place.Path path -> Refused.by(Rule.KEYS_IN_THE_PATH_EXIST, detail);
                case Reference.Place.Field field -> Refused.by(Rule.KEYS_IN_A_BODY_EXIST, field.pointer(), detail);
            };
        }
        return new Reference(what + " " + key, facts.versions(Field.IN_FORCE));
    }

    /** Refuses, but where the question is open at the effective time and all that is referred to is in force there. */
    void needs(Reference... references) {
        needs(List.of(references));
    }

    void needs(Collection<Reference> references) {
        needs(references, List.of(), at -> true);
    }

    /** The same, where an earliest date must also allow something that depends on others. */
    void needs(Collection<Reference> references, Collection<Reference> others, Predicate<At> otherwise) {
        areInForce(references, others, otherwise.and(this::isOpen));
        isUnresolved();
    }

    /** Refuses, but where all that is referred to is in force, whether or not the question is open. */
    void stands(Collection<Reference> references) {
        areInForce(references, List.of(), at -> true);
    }

    private void areInForce(Collection<Reference> references, Collection<Reference> others, Predicate<At> otherwise) {
        var all = new ArrayList<Reference>();
        all.add(question());
        all.addAll(references);
        for (Reference reference : all) {
            if (!reference.isInForce(at())) {
                throw refusal(reference, reference.hasBegun(at()) ? null : earliest(all, others, otherwise));
            }
        }
    }

    private Refused refusal(Reference reference, @Nullable Instant earliest) {
        if (earliest != null) {
            return tooEarly(reference.name() + " is not yet in force at " + effectiveAt, earliest);
        }
        return Refused.by(
                Rule.NOTHING_REFERS_TO_WHAT_IS_NOT_IN_FORCE,
                reference.name() + " is not in force at " + effectiveAt
                        + ": reinstate what was taken out of force, or date this to a time when all of it was in force.");
    }

    /** The refusal of what is dated before something that it needs. */
    Refused tooEarly(String why, Instant earliest) {
        return Refused.by(
                Rule.NOTHING_IS_DATED_BEFORE_WHAT_IT_REFERS_TO,
                why + ": the earliest date allowed is " + earliest + ".");
    }

    /** Whether the question is not resolved there. */
    boolean isOpen(At at) {
        return !resolution().isInForce(at);
    }

    /** Refuses what a resolution forbids from its effective time on. */
    void isUnresolved() {
        Recorded resolution = chronicle().whole.find(Field.RESOLUTION, at());
        if (resolution != null) {
            throw Refused.by(
                    Rule.A_RESOLVED_ASSESSMENT_STAYS_AS_IT_IS,
                    "The assessment is resolved from " + resolution.stamp().effectiveAt()
                            + " on: date this before then, or reopen the assessment first.");
        }
    }

    /** Refuses a withdrawal of what is not in force. */
    void takeOutOfForce(Reference reference) {
        Instant later = earliest(List.of(reference), at -> true);
        if (!reference.isInForce(at()) && (reference.hasBegun(at()) || later == null)) {
            throw Refused.by(
                    Rule.ONLY_WHAT_IS_IN_FORCE_IS_TAKEN_OUT_OF_FORCE,
                    reference.name() + " is not in force at " + effectiveAt + ": there is nothing to take back.");
        }
        needs(reference);
    }

    /** Refuses a reinstatement of what is in force, or was not there. */
    void reinstate(Reference reference) {
        Predicate<At> out = at -> reference.hasBegun(at) && !reference.isInForce(at);
        if (!out.test(at())) {
            Instant earliest =
                    reference.isInForce(at()) ? null : earliest(List.of(), List.of(reference), out.and(this::isOpen));
            if (earliest != null) {
                throw tooEarly(reference.name() + " is not yet there at " + effectiveAt, earliest);
            }
            throw Refused.by(
                    Rule.ONLY_WHAT_IS_OUT_OF_FORCE_IS_REINSTATED,
                    reference.name() + " is not out of force at " + effectiveAt + ": there is nothing to reinstate.");
        }
        isUnresolved();
    }

    /** The first time after the effective time at which all of these are in force and nothing else forbids it, or null. */
    @Nullable
    Instant earliest(Collection<Reference> references, Predicate<At> otherwise) {
        return earliest(references, List.of(), otherwise);
    }

    /** The same, where the rest of what is to be allowed also depends on others. */
    @Nullable
    Instant earliest(Collection<Reference> references, Collection<Reference> others, Predicate<At> otherwise) {
        var watched = new ArrayList<>(references);
        watched.addAll(others);
        watched.add(resolution());
        Predicate<At> allowed =
                at -> references.stream().allMatch(reference -> reference.isInForce(at)) && otherwise.test(at);
        long micros = At.micros(effectiveAt);
        while (true) {
            micros = next(watched, micros);
            if (micros == At.LATEST) {
                return null;
            }
            if (allowed.test(new At(state.revision(), micros))) {
                return At.instant(micros);
            }
        }
    }

    private long next(Collection<Reference> watched, long after) {
        long next = At.LATEST;
        for (Reference reference : watched) {
            next = Math.min(next, reference.inForce().nextEffective(state.revision(), after));
        }
        return next;
    }
}
