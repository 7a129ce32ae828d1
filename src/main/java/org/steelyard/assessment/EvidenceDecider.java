package org.steelyard.assessment;

import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentCommand.CorrectEvidence;
import org.steelyard.assessment.AssessmentCommand.RecordEvidence;
import org.steelyard.assessment.AssessmentCommand.ReinstateEvidence;
import org.steelyard.assessment.AssessmentCommand.RetractEvidence;
import org.steelyard.assessment.AssessmentEvent.EvidenceCorrected;
import org.steelyard.assessment.AssessmentEvent.EvidenceRecorded;
import org.steelyard.assessment.AssessmentEvent.EvidenceRegraded;
import org.steelyard.assessment.AssessmentEvent.EvidenceReinstated;
import org.steelyard.assessment.AssessmentEvent.EvidenceRetracted;

/** Evidence: recorded, corrected, regraded, retracted, reinstated. */
final class EvidenceDecider {
    private static final Set<String> OPTIONAL = Set.of("origin", "occurredOn", "publishedOn", "link", "marking");

    private EvidenceDecider() {}

    static Dated record(RecordEvidence c, Occasion occasion) {
        Checks checks = occasion.checks();
        checks.key("/key", c.key());
        checks.statement("/claim", c.claim());
        checkCredibility(checks, c.credibility());
        checks.name("/origin", c.origin());
        checks.pastDate("/occurredOn", c.occurredOn(), occasion.recordedAt());
        checks.pastDate("/publishedOn", c.publishedOn(), occasion.recordedAt());
        checks.link("/link", c.link());
        occasion.checked();
        String key = occasion.freeKey(c.key(), "e", occasion.chronicle().evidence);
        occasion.standing().needs(occasion.standing().source(c.source(), Reference.field("/source")));
        Markings.allowedForItem(c.marking(), occasion);
        return occasion.since(new EvidenceRecorded(
                key,
                c.claim(),
                c.source(),
                c.credibility(),
                c.relevance(),
                c.kind(),
                c.origin(),
                c.occurredOn(),
                c.publishedOn(),
                c.link(),
                c.marking()));
    }

    static Dated correct(CorrectEvidence c, Occasion occasion) {
        check(c, occasion);
        occasion.checked();
        var references = new ArrayList<Reference>();
        references.add(occasion.standing().evidence(c.key(), Reference.PATH));
        if (c.source() != null) {
            references.add(occasion.standing().source(c.source(), Reference.field("/source")));
        }
        occasion.standing().needs(references);
        Markings.allowedForItem(c.marking(), occasion);
        return occasion.since(
                isOnlyGraded(c) ? new EvidenceRegraded(c.key(), c.credibility(), c.relevance()) : corrected(c));
    }

    private static void check(CorrectEvidence c, Occasion occasion) {
        Checks checks = occasion.checks();
        checks.statement("/claim", c.claim());
        checkCredibility(checks, c.credibility());
        checks.name("/origin", c.origin());
        checks.pastDate("/occurredOn", c.occurredOn(), occasion.recordedAt());
        checks.pastDate("/publishedOn", c.publishedOn(), occasion.recordedAt());
        checks.link("/link", c.link());
        checks.change(
                c.cleared(),
                OPTIONAL,
                c.claim(),
                c.source(),
                c.credibility(),
                c.relevance(),
                c.kind(),
                c.origin(),
                c.occurredOn(),
                c.publishedOn(),
                c.link(),
                c.marking());
    }

    private static void checkCredibility(Checks checks, @Nullable Integer credibility) {
        checks.require(
                credibility == null || (credibility >= 1 && credibility <= 6),
                Rule.CREDIBILITY_IS_1_TO_6,
                "/credibility",
                "is no grade: choose 1 to 6, where 6 means that it cannot be judged");
    }

    private static boolean isOnlyGraded(CorrectEvidence c) {
        return c.claim() == null
                && c.source() == null
                && c.kind() == null
                && c.origin() == null
                && c.occurredOn() == null
                && c.publishedOn() == null
                && c.link() == null
                && c.marking() == null
                && c.cleared().isEmpty();
    }

    private static EvidenceCorrected corrected(CorrectEvidence c) {
        return new EvidenceCorrected(
                c.key(),
                c.claim(),
                c.source(),
                c.credibility(),
                c.relevance(),
                c.kind(),
                c.origin(),
                c.occurredOn(),
                c.publishedOn(),
                c.link(),
                c.marking(),
                Set.copyOf(c.cleared()));
    }

    static Dated retract(RetractEvidence c, Occasion occasion) {
        occasion.reasonIsGiven();
        occasion.checked();
        occasion.standing().takeOutOfForce(occasion.standing().evidence(c.key(), Reference.PATH));
        return occasion.since(new EvidenceRetracted(c.key()));
    }

    static Dated reinstate(ReinstateEvidence c, Occasion occasion) {
        occasion.reasonIsGiven();
        occasion.checked();
        occasion.standing().reinstate(occasion.standing().evidence(c.key(), Reference.PATH));
        return occasion.since(new EvidenceReinstated(c.key()));
    }
}
