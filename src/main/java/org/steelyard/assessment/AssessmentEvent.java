package org.steelyard.assessment;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.balance.Confidence;
import org.steelyard.balance.Policy;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Relation;
import org.steelyard.balance.Relevance;
import org.steelyard.balance.Reliability;

/**
 * All that can happen to an assessment. Who, when and why stand in the {@link Stamp}. In events that change something, a
 * null field stays as it was, and {@code cleared} names the optional fields that were emptied.
 *
 * <p>Stored for ever under the wire names of the event store; change nothing here without an upcaster.
 */
public sealed interface AssessmentEvent {

    /** Key of what the event is about, a cell as {@code evidence/interpretation}; null for the assessment itself. */
    default @Nullable String item() {
        return null;
    }

    /** An event about one thing that has a key of its own. */
    sealed interface OfKey extends AssessmentEvent {
        String key();

        @Override
        default String item() {
            return key();
        }
    }

    /** An event about one cell of the matrix. */
    sealed interface OfCell extends AssessmentEvent {
        String evidence();

        String interpretation();

        @Override
        default String item() {
            return evidence() + "/" + interpretation();
        }
    }

    record AssessmentOpened(
            String key,
            String title,
            String question,
            Relation relation,
            @Nullable LocalDate horizon,
            Marking marking,
            List<String> tags,
            PolicyChange policy,
            boolean blind)
            implements AssessmentEvent {}

    record AssessmentRevised(
            @Nullable String title,
            @Nullable String question,
            @Nullable LocalDate horizon,
            @Nullable List<String> tags,
            Set<String> cleared)
            implements AssessmentEvent {}

    record MarkingChanged(Marking marking) implements AssessmentEvent {}

    record PolicyChanged(PolicyChange policy) implements AssessmentEvent {}

    record BlindChanged(boolean blind) implements AssessmentEvent {}

    record ArchiveChanged(boolean archived) implements AssessmentEvent {}

    record InterpretationProposed(
            String key,
            String statement,
            @Nullable String holder,
            @Nullable String discriminator) implements OfKey {}

    record InterpretationRevised(
            String key,
            @Nullable String statement,
            @Nullable String holder,
            @Nullable String discriminator,
            Set<String> cleared)
            implements OfKey {}

    record InterpretationWithdrawn(String key) implements OfKey {}

    record InterpretationReinstated(String key) implements OfKey {}

    record SourceRecorded(
            String key,
            String name,
            String kind,
            Reliability reliability,
            @Nullable String origin) implements OfKey {}

    /** Also carries the reliability where it is changed together with another field. */
    record SourceCorrected(
            String key,
            @Nullable String name,
            @Nullable String kind,
            @Nullable Reliability reliability,
            @Nullable String origin,
            Set<String> cleared)
            implements OfKey {}

    record SourceRegraded(String key, Reliability reliability) implements OfKey {}

    /** {@code occurredOn}, {@code publishedOn}: a date, a month or a year in ISO 8601, as fine as it is known. */
    record EvidenceRecorded(
            String key,
            String claim,
            String source,
            int credibility,
            Relevance relevance,
            EvidenceKind kind,
            @Nullable String origin,
            @Nullable String occurredOn,
            @Nullable String publishedOn,
            @Nullable URI link,
            @Nullable Marking marking)
            implements OfKey {}

    /** Also carries the grades where they are changed together with another field. */
    record EvidenceCorrected(
            String key,
            @Nullable String claim,
            @Nullable String source,
            @Nullable Integer credibility,
            @Nullable Relevance relevance,
            @Nullable EvidenceKind kind,
            @Nullable String origin,
            @Nullable String occurredOn,
            @Nullable String publishedOn,
            @Nullable URI link,
            @Nullable Marking marking,
            Set<String> cleared)
            implements OfKey {}

    record EvidenceRegraded(
            String key,
            @Nullable Integer credibility,
            @Nullable Relevance relevance) implements OfKey {}

    record EvidenceRetracted(String key) implements OfKey {}

    record EvidenceReinstated(String key) implements OfKey {}

    /** The author's rating of one cell. */
    record EvidenceRated(
            String evidence,
            String interpretation,
            Rating rating,
            @Nullable String rationale,
            Seen seen) implements OfCell {}

    record RatingWithdrawn(String evidence, String interpretation) implements OfCell {}

    /** The author's judgment: a raw probability for each interpretation in force. */
    record JudgmentRecorded(
            Map<String, Double> probabilities,
            Confidence confidence,
            String rationale,
            List<String> restsOn,
            List<String> arguedAgainst)
            implements AssessmentEvent {}

    record JudgmentWithdrawn() implements AssessmentEvent {}

    record IndicatorRecorded(
            String key,
            String statement,
            String speaksFor,
            @Nullable LocalDate deadline) implements OfKey {}

    record IndicatorChanged(
            String key,
            @Nullable String statement,
            @Nullable String speaksFor,
            @Nullable LocalDate deadline,
            @Nullable IndicatorStatus status,
            Set<String> cleared)
            implements OfKey {}

    /** A comment's own revision is its id; {@code replyTo} is that of another. */
    record CommentMade(
            String text, @Nullable About about, @Nullable Long replyTo) implements AssessmentEvent {
        @Override
        public @Nullable String item() {
            return about == null ? null : about.item();
        }
    }

    record ReviewRequested(
            long revision, List<String> reviewers, @Nullable String text) implements AssessmentEvent {}

    /** {@code digest}: SHA-256, lower-case hex, of the stream's stored bytes up to {@code revision}. */
    record ReviewGiven(long revision, Verdict verdict, String text, String digest, KnownBy knownBy)
            implements AssessmentEvent {}

    /** {@code outcomes} for OVERLAPPING, else {@code outcome}, null where the question was annulled. */
    record AssessmentResolved(
            @Nullable String outcome, @Nullable Map<String, Boolean> outcomes, LocalDate resolvedOn, String basis)
            implements AssessmentEvent {}

    record AssessmentReopened() implements AssessmentEvent {}

    /** What the author of a rating had been shown before: others' ratings of the cell, and the readings. */
    record Seen(boolean othersRatings, boolean readings) {}

    /** The parameters of a policy that are set; null ones keep their value. */
    record PolicyChange(
            @Nullable Double rho,
            @Nullable Double extremize,
            @Nullable Double floor,
            @Nullable Double minCoverage,
            @Nullable Double staleAbove) {
        public static final PolicyChange NONE = new PolicyChange(null, null, null, null, null);

        /** What this change makes of a policy. */
        public Policy of(Policy before) {
            return new Policy(
                    rho == null ? before.rho() : rho,
                    extremize == null ? before.extremize() : extremize,
                    floor == null ? before.floor() : floor,
                    minCoverage == null ? before.minCoverage() : minCoverage,
                    staleAbove == null ? before.staleAbove() : staleAbove);
        }
    }

    /** What a comment is about: exactly one field is set. */
    record About(
            @Nullable String evidence,
            @Nullable String interpretation,
            @Nullable String cell,
            @Nullable Long revision) {

        /** Key of the thing, a cell as {@code evidence/interpretation}; null where it is a revision. */
        public @Nullable String item() {
            return evidence != null ? evidence : interpretation != null ? interpretation : cell;
        }
    }

    /** What an item of evidence is: a report, an assumption, or the absence of what one would expect. */
    enum EvidenceKind {
        REPORT,
        ASSUMPTION,
        ABSENCE
    }

    enum IndicatorStatus {
        WATCHING,
        OBSERVED,
        LAPSED
    }

    enum Verdict {
        APPROVED,
        CHANGES_REQUESTED
    }

    /** How the reviewer was known when signing. */
    enum KnownBy {
        PASSWORD_AGAIN,
        TOKEN
    }
}
