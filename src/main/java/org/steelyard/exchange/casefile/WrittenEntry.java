package org.steelyard.exchange.casefile;

import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.AssessmentEvent.About;
import org.steelyard.assessment.AssessmentEvent.ArchiveChanged;
import org.steelyard.assessment.AssessmentEvent.AssessmentOpened;
import org.steelyard.assessment.AssessmentEvent.AssessmentReopened;
import org.steelyard.assessment.AssessmentEvent.AssessmentResolved;
import org.steelyard.assessment.AssessmentEvent.AssessmentRevised;
import org.steelyard.assessment.AssessmentEvent.BlindChanged;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.assessment.AssessmentEvent.EvidenceCorrected;
import org.steelyard.assessment.AssessmentEvent.EvidenceRated;
import org.steelyard.assessment.AssessmentEvent.EvidenceRecorded;
import org.steelyard.assessment.AssessmentEvent.EvidenceRegraded;
import org.steelyard.assessment.AssessmentEvent.EvidenceReinstated;
import org.steelyard.assessment.AssessmentEvent.EvidenceRetracted;
import org.steelyard.assessment.AssessmentEvent.IndicatorChanged;
import org.steelyard.assessment.AssessmentEvent.IndicatorRecorded;
import org.steelyard.assessment.AssessmentEvent.InterpretationProposed;
import org.steelyard.assessment.AssessmentEvent.InterpretationReinstated;
import org.steelyard.assessment.AssessmentEvent.InterpretationRevised;
import org.steelyard.assessment.AssessmentEvent.InterpretationWithdrawn;
import org.steelyard.assessment.AssessmentEvent.JudgmentRecorded;
import org.steelyard.assessment.AssessmentEvent.JudgmentWithdrawn;
import org.steelyard.assessment.AssessmentEvent.MarkingChanged;
import org.steelyard.assessment.AssessmentEvent.PolicyChange;
import org.steelyard.assessment.AssessmentEvent.PolicyChanged;
import org.steelyard.assessment.AssessmentEvent.RatingWithdrawn;
import org.steelyard.assessment.AssessmentEvent.ReviewGiven;
import org.steelyard.assessment.AssessmentEvent.ReviewRequested;
import org.steelyard.assessment.AssessmentEvent.SourceCorrected;
import org.steelyard.assessment.AssessmentEvent.SourceRecorded;
import org.steelyard.assessment.AssessmentEvent.SourceRegraded;
import org.steelyard.assessment.Recorded;

/**
 * The entry of a case file that says what one event says.
 *
 * @param kind the list that it belongs to
 */
record WrittenEntry(EntryKind kind, Block fields) {

    /** @param inForce of a resolution: whether it was not reopened, so that it has its own place in the file */
    static WrittenEntry of(Recorded recorded, boolean inForce) {
        var content = recorded.event() instanceof AssessmentResolved resolved && inForce
                ? new WrittenEntry(EntryKind.RESOLUTION, resolution(resolved))
                : content(recorded.event());
        var stamp = recorded.stamp();
        return new WrittenEntry(
                content.kind,
                Block.empty()
                        .with("seq", recorded.revision())
                        .with("effectiveAt", Block.time(stamp.effectiveAt()))
                        .with(content.kind.fields().contains("analyst") ? "analyst" : "by", stamp.author())
                        .withAll(content.fields)
                        .with("reason", stamp.reason()));
    }

    private static WrittenEntry content(AssessmentEvent event) {
        return switch (event) {
            case AssessmentOpened opened -> new WrittenEntry(EntryKind.ASSESSMENT, opened(opened));
            case SourceRecorded source ->
                new WrittenEntry(
                        EntryKind.SOURCE,
                        Block.empty()
                                .with("key", source.key())
                                .with("name", source.name())
                                .with("kind", source.kind())
                                .with("reliability", source.reliability())
                                .with("origin", source.origin()));
            case InterpretationProposed proposed ->
                new WrittenEntry(
                        EntryKind.INTERPRETATION,
                        Block.empty()
                                .with("key", proposed.key())
                                .with("statement", proposed.statement())
                                .with("holder", proposed.holder())
                                .with("discriminator", proposed.discriminator()));
            case EvidenceRecorded evidence -> new WrittenEntry(EntryKind.EVIDENCE, evidence(evidence));
            case EvidenceRated rated ->
                new WrittenEntry(
                        EntryKind.RATING,
                        Block.empty()
                                .with("evidence", rated.evidence())
                                .with("interpretation", rated.interpretation())
                                .with("rating", rated.rating())
                                .with("rationale", rated.rationale()));
            case JudgmentRecorded judgment ->
                new WrittenEntry(
                        EntryKind.JUDGMENT,
                        Block.empty()
                                .with("probabilities", judgment.probabilities())
                                .with("confidence", judgment.confidence())
                                .with("rationale", judgment.rationale())
                                .withSome("restsOn", judgment.restsOn())
                                .withSome("arguedAgainst", judgment.arguedAgainst()));
            case IndicatorRecorded indicator ->
                new WrittenEntry(
                        EntryKind.INDICATOR,
                        Block.empty()
                                .with("key", indicator.key())
                                .with("statement", indicator.statement())
                                .with("speaksFor", indicator.speaksFor())
                                .with("deadline", indicator.deadline()));
            case AssessmentRevised revised ->
                change(
                        Change.REVISE_ASSESSMENT,
                        null,
                        Block.empty()
                                .with("title", revised.title())
                                .with("question", revised.question())
                                .with("horizon", revised.horizon())
                                .with("tags", revised.tags())
                                .cleared(revised.cleared()));
            case MarkingChanged changed ->
                change(Change.REVISE_ASSESSMENT, null, Block.empty().with("marking", changed.marking()));
            case PolicyChanged changed ->
                change(Change.REVISE_ASSESSMENT, null, Block.empty().with("policy", policy(changed.policy())));
            case BlindChanged changed ->
                change(Change.REVISE_ASSESSMENT, null, Block.empty().with("blind", changed.blind()));
            case ArchiveChanged changed ->
                change(Change.REVISE_ASSESSMENT, null, Block.empty().with("archived", changed.archived()));
            case InterpretationRevised revised ->
                change(
                        Change.REVISE_INTERPRETATION,
                        revised.key(),
                        Block.empty()
                                .with("statement", revised.statement())
                                .with("holder", revised.holder())
                                .with("discriminator", revised.discriminator())
                                .cleared(revised.cleared()));
            case InterpretationWithdrawn withdrawn -> change(Change.WITHDRAW_INTERPRETATION, withdrawn.key());
            case InterpretationReinstated reinstated -> change(Change.REINSTATE_INTERPRETATION, reinstated.key());
            case SourceCorrected corrected ->
                change(
                        Change.CORRECT_SOURCE,
                        corrected.key(),
                        Block.empty()
                                .with("name", corrected.name())
                                .with("kind", corrected.kind())
                                .with("reliability", corrected.reliability())
                                .with("origin", corrected.origin())
                                .cleared(corrected.cleared()));
            case SourceRegraded regraded ->
                change(
                        Change.CORRECT_SOURCE,
                        regraded.key(),
                        Block.empty().with("reliability", regraded.reliability()));
            case EvidenceCorrected corrected -> change(Change.CORRECT_EVIDENCE, corrected.key(), corrected(corrected));
            case EvidenceRegraded regraded ->
                change(
                        Change.CORRECT_EVIDENCE,
                        regraded.key(),
                        Block.empty()
                                .with("credibility", regraded.credibility())
                                .with("relevance", regraded.relevance()));
            case EvidenceRetracted retracted -> change(Change.RETRACT_EVIDENCE, retracted.key());
            case EvidenceReinstated reinstated -> change(Change.REINSTATE_EVIDENCE, reinstated.key());
            case RatingWithdrawn withdrawn -> change(Change.WITHDRAW_RATING, withdrawn.item());
            case JudgmentWithdrawn withdrawn -> change(Change.WITHDRAW_JUDGMENT, withdrawn.item());
            case IndicatorChanged changed ->
                change(
                        Change.SET_INDICATOR,
                        changed.key(),
                        Block.empty()
                                .with("statement", changed.statement())
                                .with("speaksFor", changed.speaksFor())
                                .with("deadline", changed.deadline())
                                .with("status", changed.status())
                                .cleared(changed.cleared()));
            case CommentMade comment ->
                change(
                        Change.COMMENT,
                        null,
                        Block.empty()
                                .with("about", about(comment.about()))
                                .with("replyTo", comment.replyTo())
                                .with("text", comment.text()));
            case ReviewRequested requested ->
                change(
                        Change.REQUEST_REVIEW,
                        null,
                        Block.empty()
                                .with("revision", requested.revision())
                                .with("reviewers", requested.reviewers())
                                .with("text", requested.text()));
            case ReviewGiven review ->
                change(
                        Change.REVIEW,
                        null,
                        Block.empty()
                                .with("revision", review.revision())
                                .with("verdict", review.verdict())
                                .with("text", review.text()));
            case AssessmentResolved resolved -> change(Change.RESOLVE, null, resolution(resolved));
            case AssessmentReopened reopened -> change(Change.REOPEN, reopened.item());
        };
    }

    private static WrittenEntry change(Change change, @Nullable String on) {
        return new WrittenEntry(
                EntryKind.CHANGE, Block.empty().with("do", change).with("on", on));
    }

    private static WrittenEntry change(Change change, @Nullable String on, Block set) {
        return new WrittenEntry(
                EntryKind.CHANGE,
                Block.empty().with("do", change).with("on", on).with("set", set));
    }

    private static Block opened(AssessmentOpened opened) {
        return Block.empty()
                .with("key", opened.key())
                .with("title", opened.title())
                .with("question", opened.question())
                .with("relation", opened.relation())
                .with("horizon", opened.horizon())
                .withSome("tags", opened.tags())
                .withSome("policy", policy(opened.policy()))
                .with("marking", opened.marking())
                .with("blind", opened.blind() ? Boolean.TRUE : null);
    }

    private static Block evidence(EvidenceRecorded evidence) {
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

    private static Block corrected(EvidenceCorrected corrected) {
        return Block.empty()
                .with("claim", corrected.claim())
                .with("source", corrected.source())
                .with("credibility", corrected.credibility())
                .with("relevance", corrected.relevance())
                .with("kind", corrected.kind())
                .with("origin", corrected.origin())
                .with("occurredOn", corrected.occurredOn())
                .with("publishedOn", corrected.publishedOn())
                .with("link", corrected.link())
                .with("marking", corrected.marking())
                .cleared(corrected.cleared());
    }

    private static Block policy(PolicyChange policy) {
        return Block.empty()
                .with("rho", policy.rho())
                .with("extremize", policy.extremize())
                .with("floor", policy.floor())
                .with("minCoverage", policy.minCoverage())
                .with("staleAbove", policy.staleAbove());
    }

    private static @Nullable Block about(@Nullable About about) {
        return about == null
                ? null
                : Block.empty()
                        .with("evidence", about.evidence())
                        .with("interpretation", about.interpretation())
                        .with("cell", about.cell())
                        .with("revision", about.revision());
    }

    private static Block resolution(AssessmentResolved resolved) {
        return Block.empty()
                .with("outcome", resolved.outcome())
                .with("outcomes", resolved.outcomes())
                .with("resolvedOn", resolved.resolvedOn())
                .with("basis", resolved.basis());
    }
}
