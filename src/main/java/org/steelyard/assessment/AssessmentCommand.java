package org.steelyard.assessment;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.About;
import org.steelyard.assessment.AssessmentEvent.EvidenceKind;
import org.steelyard.assessment.AssessmentEvent.IndicatorStatus;
import org.steelyard.assessment.AssessmentEvent.KnownBy;
import org.steelyard.assessment.AssessmentEvent.PolicyChange;
import org.steelyard.assessment.AssessmentEvent.Verdict;
import org.steelyard.balance.Confidence;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Relation;
import org.steelyard.balance.Relevance;
import org.steelyard.balance.Reliability;

/**
 * All that may be asked of an assessment. Who asks, why, and since when it holds stand in the {@link Submission}. A key that
 * is left out is made by the server. In commands that change something a null field stays as it was, and {@code cleared}
 * names the optional fields to be emptied.
 */
public sealed interface AssessmentCommand {

    record OpenAssessment(
            String key,
            String title,
            String question,
            Relation relation,
            @Nullable LocalDate horizon,
            Marking marking,
            List<String> tags,
            PolicyChange policy,
            boolean blind)
            implements AssessmentCommand {}

    /** Each group of fields that is given becomes an event of its own. */
    record ReviseAssessment(
            @Nullable String title,
            @Nullable String question,
            @Nullable LocalDate horizon,
            @Nullable List<String> tags,
            @Nullable Marking marking,
            @Nullable PolicyChange policy,
            @Nullable Boolean blind,
            @Nullable Boolean archived,
            Set<String> cleared)
            implements AssessmentCommand {}

    record ProposeInterpretation(
            @Nullable String key,
            String statement,
            @Nullable String holder,
            @Nullable String discriminator) implements AssessmentCommand {}

    record ReviseInterpretation(
            String key,
            @Nullable String statement,
            @Nullable String holder,
            @Nullable String discriminator,
            Set<String> cleared)
            implements AssessmentCommand {}

    record WithdrawInterpretation(String key) implements AssessmentCommand {}

    record ReinstateInterpretation(String key) implements AssessmentCommand {}

    record RecordSource(
            @Nullable String key,
            String name,
            String kind,
            Reliability reliability,
            @Nullable String origin) implements AssessmentCommand {}

    /** Regrades where only the reliability is given. */
    record CorrectSource(
            String key,
            @Nullable String name,
            @Nullable String kind,
            @Nullable Reliability reliability,
            @Nullable String origin,
            Set<String> cleared)
            implements AssessmentCommand {}

    record RecordEvidence(
            @Nullable String key,
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
            implements AssessmentCommand {}

    /** Regrades where only grades are given. */
    record CorrectEvidence(
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
            implements AssessmentCommand {}

    record RetractEvidence(String key) implements AssessmentCommand {}

    record ReinstateEvidence(String key) implements AssessmentCommand {}

    record RateEvidence(
            String evidence,
            String interpretation,
            Rating rating,
            @Nullable String rationale) implements AssessmentCommand {}

    record WithdrawRating(String evidence, String interpretation) implements AssessmentCommand {}

    record RecordJudgment(
            Map<String, Double> probabilities,
            Confidence confidence,
            String rationale,
            List<String> restsOn,
            List<String> arguedAgainst)
            implements AssessmentCommand {}

    record WithdrawJudgment() implements AssessmentCommand {}

    record RecordIndicator(
            @Nullable String key,
            String statement,
            String speaksFor,
            @Nullable LocalDate deadline) implements AssessmentCommand {}

    record ChangeIndicator(
            String key,
            @Nullable String statement,
            @Nullable String speaksFor,
            @Nullable LocalDate deadline,
            @Nullable IndicatorStatus status,
            Set<String> cleared)
            implements AssessmentCommand {}

    record MakeComment(
            String text, @Nullable About about, @Nullable Long replyTo) implements AssessmentCommand {}

    record RequestReview(
            long revision, List<String> reviewers, @Nullable String text) implements AssessmentCommand {}

    /** {@code digest}: of the stream's stored bytes up to {@code revision}, looked up by the caller. */
    record GiveReview(long revision, Verdict verdict, String text, String digest, KnownBy knownBy)
            implements AssessmentCommand {}

    record ResolveAssessment(
            @Nullable String outcome, @Nullable Map<String, Boolean> outcomes, LocalDate resolvedOn, String basis)
            implements AssessmentCommand {}

    record ReopenAssessment() implements AssessmentCommand {}
}
