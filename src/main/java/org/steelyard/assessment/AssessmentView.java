package org.steelyard.assessment;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.About;
import org.steelyard.assessment.AssessmentEvent.AssessmentResolved;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.assessment.AssessmentEvent.EvidenceKind;
import org.steelyard.assessment.AssessmentEvent.EvidenceRated;
import org.steelyard.assessment.AssessmentEvent.IndicatorStatus;
import org.steelyard.assessment.AssessmentEvent.JudgmentRecorded;
import org.steelyard.assessment.AssessmentEvent.KnownBy;
import org.steelyard.assessment.AssessmentEvent.ReviewGiven;
import org.steelyard.assessment.AssessmentEvent.ReviewRequested;
import org.steelyard.assessment.AssessmentEvent.Seen;
import org.steelyard.assessment.AssessmentEvent.Verdict;
import org.steelyard.balance.Confidence;
import org.steelyard.balance.Policy;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Relation;
import org.steelyard.balance.Relevance;
import org.steelyard.balance.Reliability;

/**
 * An assessment at one point in time, whole, as the API shows it. Lists are sorted by key, or by revision where there is no
 * key. Each entry carries the revision that last changed it, and when that was recorded.
 *
 * @param recordedAt when {@code revision} was recorded
 */
public record AssessmentView(
        String key,
        long revision,
        Instant recordedAt,
        Instant asOf,
        Instant effectiveAt,
        @Nullable Instant since,
        @Nullable String title,
        @Nullable String question,
        Relation relation,
        @Nullable LocalDate horizon,
        Marking marking,
        List<String> tags,
        boolean blind,
        boolean archived,
        Status status,
        PolicyView policy,
        List<InterpretationView> interpretations,
        List<SourceView> sources,
        List<EvidenceView> evidence,
        Withdrawn withdrawn,
        List<RatingView> ratings,
        List<JudgmentView> judgments,
        List<IndicatorView> indicators,
        List<ReviewRequestView> reviewRequests,
        List<ReviewView> reviews,
        List<CommentView> comments,
        @Nullable ResolutionView resolution) {

    /** What has become of the question. */
    public enum Status {
        OPEN,
        RESOLVED,
        ANNULLED,
        ARCHIVED
    }

    /** The policy in force. {@code id} names the version of the formulas. */
    public record PolicyView(
            String id, double rho, double extremize, double floor, double minCoverage, double staleAbove) {
        /** The policy with the id of the formulas that this server computes. */
        public static PolicyView of(Policy policy) {
            return new PolicyView(
                    Policy.ID,
                    policy.rho(),
                    policy.extremize(),
                    policy.floor(),
                    policy.minCoverage(),
                    policy.staleAbove());
        }
    }

    public record InterpretationView(
            String key,
            String statement,
            @Nullable String holder,
            @Nullable String discriminator,
            Instant effectiveAt,
            long revision,
            Instant recordedAt) {}

    public record SourceView(
            String key,
            String name,
            String kind,
            Reliability reliability,
            @Nullable String origin,
            Instant effectiveAt,
            long revision,
            Instant recordedAt) {}

    public record EvidenceView(
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
            @Nullable Marking marking,
            Instant effectiveAt,
            long revision,
            Instant recordedAt) {}

    public record Withdrawn(List<InterpretationView> interpretations, List<EvidenceView> evidence) {}

    /** {@code overtakenBy}: the first later revision that reworded the item or the interpretation, or null. */
    public record RatingView(
            String analyst,
            String evidence,
            String interpretation,
            Rating rating,
            @Nullable String rationale,
            @Nullable String reason,
            Seen seen,
            Instant effectiveAt,
            long revision,
            Instant recordedAt,
            @Nullable Long overtakenBy) {
        /** The cell that it is of, as "e1/hedge". */
        public String cell() {
            return evidence + "/" + interpretation;
        }

        /** What this event says. */
        public static RatingView of(Recorded by, EvidenceRated e, @Nullable Long overtakenBy) {
            return new RatingView(
                    by.stamp().author(),
                    e.evidence(),
                    e.interpretation(),
                    e.rating(),
                    e.rationale(),
                    by.stamp().reason(),
                    e.seen(),
                    by.stamp().effectiveAt(),
                    by.revision(),
                    by.stamp().recordedAt(),
                    overtakenBy);
        }
    }

    /** Probabilities as given, each 0..1. */
    public record JudgmentView(
            String analyst,
            SortedMap<String, Double> probabilities,
            Confidence confidence,
            String rationale,
            List<String> restsOn,
            List<String> arguedAgainst,
            @Nullable String reason,
            Instant effectiveAt,
            long revision,
            Instant recordedAt) {
        /** What this event says. */
        public static JudgmentView of(Recorded by, JudgmentRecorded e) {
            return new JudgmentView(
                    by.stamp().author(),
                    new TreeMap<>(e.probabilities()),
                    e.confidence(),
                    e.rationale(),
                    e.restsOn(),
                    e.arguedAgainst(),
                    by.stamp().reason(),
                    by.stamp().effectiveAt(),
                    by.revision(),
                    by.stamp().recordedAt());
        }
    }

    public record IndicatorView(
            String key,
            String statement,
            String speaksFor,
            @Nullable LocalDate deadline,
            IndicatorStatus status,
            Instant effectiveAt,
            long revision,
            Instant recordedAt) {}

    public record ReviewRequestView(
            long revisionToReview,
            List<String> reviewers,
            @Nullable String text,
            String author,
            long revision,
            Instant recordedAt) {
        /** What this event says. */
        public static ReviewRequestView of(Recorded by, ReviewRequested e) {
            return new ReviewRequestView(
                    e.revision(),
                    e.reviewers(),
                    e.text(),
                    by.stamp().author(),
                    by.revision(),
                    by.stamp().recordedAt());
        }
    }

    /** {@code digest} binds the verdict to the stored bytes of the stream up to {@code reviewed}. */
    public record ReviewView(
            String reviewer,
            long reviewed,
            Verdict verdict,
            String text,
            String digest,
            KnownBy knownBy,
            long revision,
            Instant recordedAt) {
        /** What this event says. */
        public static ReviewView of(Recorded by, ReviewGiven e) {
            return new ReviewView(
                    by.stamp().author(),
                    e.revision(),
                    e.verdict(),
                    e.text(),
                    e.digest(),
                    e.knownBy(),
                    by.revision(),
                    by.stamp().recordedAt());
        }
    }

    /** A comment's revision is its id. */
    public record CommentView(
            String author,
            String text,
            @Nullable About about,
            @Nullable Long replyTo,
            long revision,
            Instant recordedAt) {
        /** What this event says. */
        public static CommentView of(Recorded by, CommentMade e) {
            return new CommentView(
                    by.stamp().author(),
                    e.text(),
                    e.about(),
                    e.replyTo(),
                    by.revision(),
                    by.stamp().recordedAt());
        }
    }

    public record ResolutionView(
            @Nullable String outcome,
            @Nullable Map<String, Boolean> outcomes,
            LocalDate resolvedOn,
            String basis,
            String author,
            Instant effectiveAt,
            long revision,
            Instant recordedAt) {
        /** What this event says. */
        public static ResolutionView of(Recorded by, AssessmentResolved e) {
            return new ResolutionView(
                    e.outcome(),
                    e.outcomes(),
                    e.resolvedOn(),
                    e.basis(),
                    by.stamp().author(),
                    by.stamp().effectiveAt(),
                    by.revision(),
                    by.stamp().recordedAt());
        }
    }
}
