package org.steelyard.exchange.casefile;

import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.About;
import org.steelyard.assessment.AssessmentEvent.AssessmentRevised;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.assessment.AssessmentEvent.EvidenceCorrected;
import org.steelyard.assessment.AssessmentEvent.EvidenceRegraded;
import org.steelyard.assessment.AssessmentEvent.IndicatorChanged;
import org.steelyard.assessment.AssessmentEvent.InterpretationRevised;
import org.steelyard.assessment.AssessmentEvent.ReviewGiven;
import org.steelyard.assessment.AssessmentEvent.ReviewRequested;
import org.steelyard.assessment.AssessmentEvent.SourceCorrected;
import org.steelyard.assessment.AssessmentEvent.SourceRegraded;

/** The fields that a change of a case file sets. */
final class ChangeFields {

    private ChangeFields() {}

    static Block of(AssessmentRevised revised) {
        return Block.empty()
                .with("title", revised.title())
                .with("question", revised.question())
                .with("horizon", revised.horizon())
                .with("tags", revised.tags())
                .cleared(revised.cleared());
    }

    static Block of(InterpretationRevised revised) {
        return Block.empty()
                .with("statement", revised.statement())
                .with("holder", revised.holder())
                .with("discriminator", revised.discriminator())
                .cleared(revised.cleared());
    }

    static Block of(SourceCorrected corrected) {
        return Block.empty()
                .with("name", corrected.name())
                .with("kind", corrected.kind())
                .with("reliability", corrected.reliability())
                .with("origin", corrected.origin())
                .cleared(corrected.cleared());
    }

    static Block of(SourceRegraded regraded) {
        return Block.empty().with("reliability", regraded.reliability());
    }

    static Block of(EvidenceCorrected corrected) {
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

    static Block of(EvidenceRegraded regraded) {
        return Block.empty().with("credibility", regraded.credibility()).with("relevance", regraded.relevance());
    }

    static Block of(IndicatorChanged changed) {
        return Block.empty()
                .with("statement", changed.statement())
                .with("speaksFor", changed.speaksFor())
                .with("deadline", changed.deadline())
                .with("status", changed.status())
                .cleared(changed.cleared());
    }

    static Block of(CommentMade comment) {
        return Block.empty()
                .with("about", about(comment.about()))
                .with("replyTo", comment.replyTo())
                .with("text", comment.text());
    }

    static Block of(ReviewRequested requested) {
        return Block.empty()
                .with("revision", requested.revision())
                .with("reviewers", requested.reviewers())
                .with("text", requested.text());
    }

    static Block of(ReviewGiven review) {
        return Block.empty()
                .with("revision", review.revision())
                .with("verdict", review.verdict())
                .with("text", review.text());
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
}
