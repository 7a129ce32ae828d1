package org.steelyard.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentCommand.ResolveAssessment;
import org.steelyard.assessment.AssessmentEvent.AssessmentReopened;
import org.steelyard.assessment.AssessmentEvent.AssessmentResolved;
import org.steelyard.balance.Relation;
import org.steelyard.balance.Versions;

/** The question: resolved and reopened. */
final class ResolutionDecider {
    private ResolutionDecider() {}

    static Dated resolve(ResolveAssessment c, Occasion occasion) {
        Checks checks = occasion.checks();
        checks.statement("/basis", c.basis());
        checks.date("/resolvedOn", c.resolvedOn());
        LocalDate today = occasion.recordedAt().atOffset(ZoneOffset.UTC).toLocalDate();
        checks.require(
                !c.resolvedOn().isAfter(today),
                Rule.RESOLVED_ON_IS_NOT_IN_THE_FUTURE,
                "/resolvedOn",
                "lies in the future: name a date up to " + today);
        occasion.checked();
        refuseUnfit(c, occasion.state().relation());
        List<Reference> references = references(c, occasion);
        Occasion dated = occasion.namesEffectiveAt() ? occasion : occasion.on(since(c, references, occasion));
        dated.needs(references);
        refuseIncomplete(c, dated);
        Map<String, Boolean> outcomes = c.outcomes() == null ? null : new TreeMap<>(c.outcomes());
        return dated.since(new AssessmentResolved(c.outcome(), outcomes, c.resolvedOn(), c.basis()));
    }

    static Dated reopen(Occasion occasion) {
        occasion.reasonIsGiven();
        occasion.checked();
        var resolution = new Reference("A resolution", resolutions(occasion));
        if (resolution.isInForce(occasion.at())) {
            return occasion.since(new AssessmentReopened());
        }
        if (resolution.hasBegun(occasion.state().newest()) && !resolution.hasBegun(occasion.at())) {
            throw occasion.tooEarly(
                    "The assessment is not yet resolved at " + occasion.effectiveAt(),
                    occasion.earliest(List.of(resolution), resolution::isInForce));
        }
        throw Refused.by(
                Rule.ONLY_A_RESOLVED_ASSESSMENT_IS_REOPENED,
                "The assessment is not resolved at " + occasion.effectiveAt() + ": there is nothing to reopen.");
    }

    private static Versions<Object> resolutions(Occasion occasion) {
        return occasion.chronicle().whole.versions(Field.RESOLUTION);
    }

    /** In an EXCLUSIVE assessment one interpretation is the outcome, in an OVERLAPPING one each has its own. */
    private static void refuseUnfit(ResolveAssessment c, Relation relation) {
        if (relation == Relation.EXCLUSIVE && c.outcomes() != null) {
            throw Refused.by(
                    Rule.AN_OUTCOME_FITS_THE_RELATION,
                    "/outcomes",
                    "The assessment is EXCLUSIVE: name the one interpretation that is true as outcome, or null.");
        }
        if (relation == Relation.OVERLAPPING && c.outcome() != null) {
            throw Refused.by(
                    Rule.AN_OUTCOME_FITS_THE_RELATION,
                    "/outcome",
                    "The assessment is OVERLAPPING: say true or false of each interpretation in outcomes.");
        }
    }

    private static List<Reference> references(ResolveAssessment c, Occasion occasion) {
        var references = new ArrayList<Reference>();
        if (c.outcome() != null) {
            references.add(occasion.interpretation(c.outcome(), Reference.field("/outcome")));
        }
        if (c.outcomes() != null) {
            for (String key : c.outcomes().keySet()) {
                references.add(occasion.interpretation(key, Reference.field("/outcomes" + Texts.step(key))));
            }
        }
        return references;
    }

    private static void refuseIncomplete(ResolveAssessment c, Occasion occasion) {
        Set<String> inForce =
                new TreeSet<>(AssessmentState.inForce(occasion.chronicle().interpretations, occasion.at()));
        if (c.outcomes() != null && !c.outcomes().keySet().equals(inForce)) {
            throw Refused.by(
                    Rule.AN_OUTCOME_FITS_THE_RELATION,
                    "/outcomes",
                    "In force at " + occasion.effectiveAt() + " are " + String.join(", ", inForce)
                            + ": say true or false of each of them and of no other.");
        }
    }

    /**
     * The start of the day of resolution (UTC). Where an earlier resolution is still in force there, its reopening; where
     * the question or an outcome begins later on that very day, that moment.
     */
    private static Instant since(ResolveAssessment c, List<Reference> references, Occasion occasion) {
        Instant day = c.resolvedOn().atStartOfDay().toInstant(ZoneOffset.UTC);
        var resolution = new Reference("A resolution", resolutions(occasion));
        if (resolution.isInForce(occasion.state().effective(day))) {
            Instant reopened = occasion.earliest(day, List.of(resolution.inForce()), at -> !resolution.isInForce(at));
            return reopened == null ? day : reopened;
        }
        var all = new ArrayList<>(references);
        all.add(occasion.question());
        if (all.stream().allMatch(r -> r.isInForce(occasion.state().effective(day)))) {
            return day;
        }
        @Nullable
        Instant begun = occasion.earliest(
                day,
                all.stream().map(Reference::inForce).toList(),
                at -> all.stream().allMatch(r -> r.isInForce(at)));
        boolean thatDay =
                begun != null && begun.atOffset(ZoneOffset.UTC).toLocalDate().equals(c.resolvedOn());
        return begun != null && thatDay ? begun : day;
    }
}
