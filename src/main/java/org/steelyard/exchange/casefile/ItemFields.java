package org.steelyard.exchange.casefile;

import org.steelyard.assessment.AssessmentEvent.AssessmentOpened;
import org.steelyard.assessment.AssessmentEvent.AssessmentResolved;
import org.steelyard.assessment.AssessmentEvent.EvidenceRated;
import org.steelyard.assessment.AssessmentEvent.EvidenceRecorded;
import org.steelyard.assessment.AssessmentEvent.IndicatorRecorded;
import org.steelyard.assessment.AssessmentEvent.InterpretationProposed;
import org.steelyard.assessment.AssessmentEvent.JudgmentRecorded;
import org.steelyard.assessment.AssessmentEvent.PolicyChange;
import org.steelyard.assessment.AssessmentEvent.SourceRecorded;

/** The fields by which a case file says what is new: the assessment itself, and the entries of its lists. */
final class ItemFields {

    private ItemFields() {}

    static Block of(AssessmentOpened opened) {
        return Block.empty()
                .with("key", opened.key())
                .with("title", opened.title())
                .with("question", opened.question())
                .with("relation", opened.relation())
                .with("horizon", opened.horizon())
                .withSome("tags", opened.tags())
                .withSome("policy", of(opened.policy()))
                .with("marking", opened.marking())
                .with("blind", opened.blind() ? Boolean.TRUE : null);
    }

    static Block of(PolicyChange policy) {
        return Block.empty()
                .with("rho", policy.rho())
                .with("extremize", policy.extremize())
                .with("floor", policy.floor())
                .with("minCoverage", policy.minCoverage())
                .with("staleAbove", policy.staleAbove());
    }

    static Block of(SourceRecorded source) {
        return Block.empty()
                .with("key", source.key())
                .with("name", source.name())
                .with("kind", source.kind())
                .with("reliability", source.reliability())
                .with("origin", source.origin());
    }

    static Block of(InterpretationProposed proposed) {
        return Block.empty()
                .with("key", proposed.key())
                .with("statement", proposed.statement())
                .with("holder", proposed.holder())
                .with("discriminator", proposed.discriminator());
    }

    static Block of(EvidenceRecorded evidence) {
        return Block.empty()
                .with("key", evidence.key())
                .with("claim", evidence.claim())
                .with("source", evidence.source())
                .with("credibility", evidence.credibility())
                .with("relevance", evidence.relevance())
                .with("kind", evidence.kind())
                .with("origin", evidence.origin())
                .with("occurredOn", evidence.occurredOn())
                .with("publishedOn", evidence.publishedOn())
                .with("link", evidence.link())
                .with("marking", evidence.marking());
    }

    static Block of(EvidenceRated rated) {
        return Block.empty()
                .with("evidence", rated.evidence())
                .with("interpretation", rated.interpretation())
                .with("rating", rated.rating())
                .with("rationale", rated.rationale());
    }

    static Block of(JudgmentRecorded judgment) {
        return Block.empty()
                .with("probabilities", judgment.probabilities())
                .with("confidence", judgment.confidence())
                .with("rationale", judgment.rationale())
                .withSome("restsOn", judgment.restsOn())
                .withSome("arguedAgainst", judgment.arguedAgainst());
    }

    static Block of(IndicatorRecorded indicator) {
        return Block.empty()
                .with("key", indicator.key())
                .with("statement", indicator.statement())
                .with("speaksFor", indicator.speaksFor())
                .with("deadline", indicator.deadline());
    }

    static Block of(AssessmentResolved resolved) {
        return Block.empty()
                .with("outcome", resolved.outcome())
                .with("outcomes", resolved.outcomes())
                .with("resolvedOn", resolved.resolvedOn())
                .with("basis", resolved.basis());
    }
}
