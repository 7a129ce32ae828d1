package org.steelyard.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.steelyard.assessment.AssessmentCommand.ResolveAssessment;
import org.steelyard.assessment.AssessmentEvent.AssessmentReopened;
import org.steelyard.assessment.AssessmentEvent.AssessmentResolved;
import org.steelyard.balance.At;
import org.steelyard.balance.Relation;

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
        Instant since = occasion.namesEffectiveAt() ? occasion.effectiveAt() : since(c, references, occasion);
        Standing standing = occasion.standing(since);
        Predicate<At> complete =
                at -> c.outcomes() == null || c.outcomes().keySet().equals(standing.interpretationsInForce(at));
        standing.needs(references, standing.interpretations(), complete);
        if (!complete.test(standing.at())) {
            throw incomplete(standing);
        }
        Map<String, Boolean> outcomes = c.outcomes() == null ? null : new TreeMap<>(c.outcomes());
        return new Dated(new AssessmentResolved(c.outcome(), outcomes, c.resolvedOn(), c.basis()), since);
    }

    static Dated reopen(Occasion occasion) {
        occasion.reasonIsGiven();
        occasion.checked();
        Standing standing = occasion.standing();
        Reference resolution = standing.resolution();
        if (resolution.isInForce(standing.at())) {
            return occasion.since(new AssessmentReopened());
        }
        Instant later = resolution.hasBegun(standing.at()) ? null : standing.earliest(List.of(resolution), at -> true);
        if (later != null) {
            throw standing.tooEarly("The assessment is not yet resolved at " + occasion.effectiveAt(), later);
        }
        throw Refused.by(
                Rule.ONLY_A_RESOLVED_ASSESSMENT_IS_REOPENED,
                "The assessment is not resolved at " + occasion.effectiveAt() + ": there is nothing to reopen.");
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
            references.add(occasion.standing().interpretation(c.outcome(), Reference.field("/outcome")));
        }
        if (c.outcomes() != null) {
            for (String key : c.outcomes().keySet()) {
                references.add(occasion.standing().interpretation(key, Reference.field("/outcomes" + Texts.step(key))));
            }
        }
        return references;
    }

    private static Refused incomplete(Standing standing) {
        return Refused.by(
                Rule.AN_OUTCOME_FITS_THE_RELATION,
                "/outcomes",
                "In force at " + standing.effectiveAt() + " are "
                        + String.join(", ", standing.interpretationsInForce(standing.at()))
                        + ": say true or false of each of them and of no other.");
    }

    /**
     * The start of the day of resolution (UTC). Where an earlier resolution is still in force there, its reopening; where
     * the question or an outcome begins later on that very day, that moment.
     */
    private static Instant since(ResolveAssessment c, List<Reference> references, Occasion occasion) {
        Instant start = c.resolvedOn().atStartOfDay().toInstant(ZoneOffset.UTC);
        Standing standing = occasion.standing(start);
        Reference resolution = standing.resolution();
        if (resolution.isInForce(standing.at())) {
            Instant reopened = standing.earliest(List.of(), at -> !resolution.isInForce(at));
            return reopened == null ? start : reopened;
        }
        var all = new ArrayList<>(references);
        all.add(standing.question());
        if (all.stream().allMatch(reference -> reference.isInForce(standing.at()))) {
            return start;
        }
        Instant begun = standing.earliest(all, at -> true);
        boolean thatDay =
                begun != null && begun.atOffset(ZoneOffset.UTC).toLocalDate().equals(c.resolvedOn());
        return begun != null && thatDay ? begun : start;
    }
}
