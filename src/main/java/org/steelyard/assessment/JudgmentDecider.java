package org.steelyard.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.steelyard.assessment.AssessmentCommand.RecordJudgment;
import org.steelyard.assessment.AssessmentEvent.JudgmentRecorded;
import org.steelyard.assessment.AssessmentEvent.JudgmentWithdrawn;
import org.steelyard.balance.At;
import org.steelyard.balance.Relation;
import org.steelyard.balance.Versions;

/** Judgments: recorded and withdrawn. */
final class JudgmentDecider {
    private JudgmentDecider() {}

    static Dated record(RecordJudgment c, Occasion occasion) {
        check(c, occasion);
        occasion.checked();
        List<Reference> references = references(c, occasion);
        Set<String> named = c.probabilities().keySet();
        Standing standing = occasion.standing();
        Predicate<At> exact = at -> !named.isEmpty() && named.equals(standing.interpretationsInForce(at));
        if (!exact.test(standing.at())) {
            throw refusal(exact, references, standing);
        }
        standing.needs(references, standing.interpretations(), exact);
        return occasion.since(new JudgmentRecorded(
                new TreeMap<>(c.probabilities()),
                c.confidence(),
                c.rationale(),
                List.copyOf(c.restsOn()),
                List.copyOf(c.arguedAgainst())));
    }

    static Dated withdraw(Occasion occasion) {
        occasion.checked();
        Versions<Recorded> own = occasion.chronicle().judgments.getOrDefault(occasion.author(), Versions.none());
        occasion.standing().takeOutOfForce(new Reference("A judgment by " + occasion.author(), own));
        return occasion.since(new JudgmentWithdrawn());
    }

    private static void check(RecordJudgment c, Occasion occasion) {
        Checks checks = occasion.checks();
        checks.statement("/rationale", c.rationale());
        checks.listedOnce("/restsOn", c.restsOn());
        checks.listedOnce("/arguedAgainst", c.arguedAgainst());
        c.probabilities()
                .forEach((key, probability) -> checks.require(
                        probability >= 0 && probability <= 1,
                        Rule.PROBABILITIES_LIE_BETWEEN_0_AND_1,
                        "/probabilities" + Texts.step(key),
                        "is no probability: choose a number from 0 to 1"));
        boolean allZero = !c.probabilities().isEmpty()
                && c.probabilities().values().stream().allMatch(probability -> probability == 0);
        checks.require(
                !allZero || occasion.state().relation() == Relation.OVERLAPPING,
                Rule.EXCLUSIVE_PROBABILITIES_ARE_NOT_ALL_ZERO,
                "/probabilities",
                "are all 0, but one interpretation is to be true: give at least one of them more");
    }

    private static List<Reference> references(RecordJudgment c, Occasion occasion) {
        var references = new ArrayList<Reference>();
        for (String key : c.probabilities().keySet()) {
            references.add(
                    occasion.standing().interpretation(key, Reference.field("/probabilities" + Texts.step(key))));
        }
        addEvidence(references, "/restsOn", c.restsOn(), occasion);
        addEvidence(references, "/arguedAgainst", c.arguedAgainst(), occasion);
        return references;
    }

    private static void addEvidence(List<Reference> references, String pointer, List<String> keys, Occasion occasion) {
        for (int i = 0; i < keys.size(); i++) {
            references.add(occasion.standing().evidence(keys.get(i), Reference.field(pointer + "/" + i)));
        }
    }

    /** Says from when on the judgment would name exactly what is in force, or else what it should name. */
    private static Refused refusal(Predicate<At> exact, List<Reference> references, Standing standing) {
        if (references.stream().anyMatch(reference -> !reference.hasBegun(standing.at()))) {
            Instant earliest = standing.earliest(references, standing.interpretations(), exact.and(standing::isOpen));
            if (earliest != null) {
                return standing.tooEarly(
                        "Not all that the judgment names is in force at " + standing.effectiveAt(), earliest);
            }
        }
        Set<String> wanted = standing.interpretationsInForce(standing.at());
        return Refused.by(
                Rule.A_JUDGMENT_NAMES_EXACTLY_WHAT_IS_IN_FORCE,
                "/probabilities",
                wanted.isEmpty()
                        ? "No interpretation is in force at " + standing.effectiveAt() + ": propose some first."
                        : "In force at " + standing.effectiveAt() + " are " + String.join(", ", wanted)
                                + ": give a probability for each of them and for no other.");
    }
}
