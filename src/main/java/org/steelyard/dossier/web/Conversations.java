package org.steelyard.dossier.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.AssessmentEvent.About;
import org.steelyard.assessment.AssessmentEvent.ArchiveChanged;
import org.steelyard.assessment.AssessmentEvent.AssessmentOpened;
import org.steelyard.assessment.AssessmentEvent.AssessmentReopened;
import org.steelyard.assessment.AssessmentEvent.AssessmentResolved;
import org.steelyard.assessment.AssessmentEvent.AssessmentRevised;
import org.steelyard.assessment.AssessmentEvent.BlindChanged;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.assessment.AssessmentEvent.IndicatorStatus;
import org.steelyard.assessment.AssessmentEvent.JudgmentRecorded;
import org.steelyard.assessment.AssessmentEvent.JudgmentWithdrawn;
import org.steelyard.assessment.AssessmentEvent.MarkingChanged;
import org.steelyard.assessment.AssessmentEvent.OfCell;
import org.steelyard.assessment.AssessmentEvent.OfKey;
import org.steelyard.assessment.AssessmentEvent.PolicyChanged;
import org.steelyard.assessment.AssessmentEvent.ReviewGiven;
import org.steelyard.assessment.AssessmentEvent.ReviewRequested;
import org.steelyard.assessment.AssessmentEvent.Verdict;
import org.steelyard.assessment.AssessmentView.CommentView;
import org.steelyard.assessment.AssessmentView.IndicatorView;
import org.steelyard.assessment.AssessmentView.ReviewRequestView;
import org.steelyard.assessment.AssessmentView.ReviewView;
import org.steelyard.site.Sentence.Name;

/** What people watch for, and what they say to each other: indicators, reviews, comments. */
@Component
class Conversations {
    private final Blames blames;

    Conversations(Blames blames) {
        this.blames = blames;
    }

    /** An indicator; {@code overdue} where its deadline has passed and it is still watched for. */
    record Watched(IndicatorView indicator, Name speaksFor, boolean overdue) {}

    /**
     * A review, a request for one, or a comment.
     *
     * @param kind "review", "request" or "comment"
     * @param revision its own, by which others reply to it
     * @param about what it is about, or null where that is the assessment
     * @param since how many events that bear on what was reviewed came after the revision that a review is of
     * @param outdating finds the event that outdates a review
     */
    record Said(
            String kind,
            long revision,
            String author,
            Instant recordedAt,
            @Nullable String text,
            @Nullable Name about,
            @Nullable Long replyTo,
            @Nullable Verdict verdict,
            List<String> reviewers,
            long since,
            Supplier<@Nullable SetBy> outdating) {

        /** The event that outdates a review; null while none does. It takes a pass over the log: only those that are shown are asked. */
        public @Nullable SetBy outdatedBy() {
            return outdating.get();
        }
    }

    List<Watched> indicators(Shown shown) {
        LocalDate today = shown.view().effectiveAt().atOffset(ZoneOffset.UTC).toLocalDate();
        return shown.view().indicators().stream()
                .map(indicator -> new Watched(
                        indicator,
                        shown.identities().name(indicator.speaksFor()),
                        indicator.status() == IndicatorStatus.WATCHING
                                && indicator.deadline() != null
                                && indicator.deadline().isBefore(today)))
                .toList();
    }

    /** Everything said, newest first. */
    List<Said> of(Shown shown) {
        var view = shown.view();
        var said = new ArrayList<Said>();
        view.reviewRequests().forEach(request -> said.add(request(request, shown)));
        view.reviews().forEach(review -> said.add(review(review, shown)));
        view.comments().forEach(comment -> said.add(comment(comment, shown)));
        said.sort(Comparator.comparingLong(Said::revision).reversed());
        return said;
    }

    private static Said request(ReviewRequestView request, Shown shown) {
        return new Said(
                "request",
                request.revision(),
                request.author(),
                request.recordedAt(),
                request.text(),
                revision(request.revisionToReview(), shown),
                null,
                null,
                request.reviewers(),
                0,
                () -> null);
    }

    private Said review(ReviewView review, Shown shown) {
        return new Said(
                "review",
                review.revision(),
                review.reviewer(),
                review.recordedAt(),
                review.text(),
                revision(review.reviewed(), shown),
                null,
                review.verdict(),
                List.of(),
                since(review.reviewed(), shown),
                () -> blames.outdating(shown, review.reviewed()));
    }

    private static long since(long reviewed, Shown shown) {
        return shown.dossier().events(reviewed, Integer.MAX_VALUE).stream()
                .filter(later -> bearsOnContent(later.event()))
                .count();
    }

    /** Whether the event changes what a review is of, rather than talk about it. */
    private static boolean bearsOnContent(AssessmentEvent event) {
        return switch (event) {
            case CommentMade _, ReviewRequested _, ReviewGiven _ -> false;
            case OfKey _, OfCell _ -> true;
            case AssessmentOpened _, AssessmentRevised _, MarkingChanged _, PolicyChanged _ -> true;
            case BlindChanged _, ArchiveChanged _ -> true;
            case JudgmentRecorded _, JudgmentWithdrawn _ -> true;
            case AssessmentResolved _, AssessmentReopened _ -> true;
        };
    }

    private static Said comment(CommentView comment, Shown shown) {
        return new Said(
                "comment",
                comment.revision(),
                comment.author(),
                comment.recordedAt(),
                comment.text(),
                about(comment.about(), shown),
                comment.replyTo(),
                null,
                List.of(),
                0,
                () -> null);
    }

    private static Name revision(long revision, Shown shown) {
        return new Name(
                "r" + revision, "item", shown.address().asOfRevision(revision).whole());
    }

    private static @Nullable Name about(@Nullable About about, Shown shown) {
        if (about == null) {
            return null;
        }
        if (about.revision() != null) {
            return revision(about.revision(), shown);
        }
        if (about.interpretation() != null) {
            return shown.identities().name(about.interpretation());
        }
        if (about.evidence() != null) {
            return shown.item(about.evidence());
        }
        String cell = String.valueOf(about.cell());
        return new Name(cell, "item", shown.address().evidence(cell.split("/", 2)[0]));
    }
}
