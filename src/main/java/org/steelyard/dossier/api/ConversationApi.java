package org.steelyard.dossier.api;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.assessment.AssessmentView.CommentView;
import org.steelyard.assessment.AssessmentView.ResolutionView;
import org.steelyard.assessment.AssessmentView.ReviewRequestView;
import org.steelyard.assessment.AssessmentView.ReviewView;
import org.steelyard.dossier.Dossier;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.Page;
import org.steelyard.http.Paging;
import org.steelyard.http.PointInTime;
import org.steelyard.http.Problem;
import org.steelyard.http.Revisions;

/** What is said about an assessment: comments, review requests, reviews, each known by its revision; and its resolution. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/assessments/{a}")
class ConversationApi {

    private final Points points;

    ConversationApi(Points points) {
        this.points = points;
    }

    @GetMapping("/comments")
    @Operation(summary = "The comments, oldest first")
    ResponseEntity<Page<CommentView>> comments(@PathVariable("a") String assessment, PointInTime point, Paging paging) {
        var dossier = points.open(assessment, point);
        return list(dossier, paging, CommentView.class, dossier.view().comments(), CommentView::revision);
    }

    @GetMapping("/comments/{revision}")
    @Operation(summary = "One comment")
    ResponseEntity<CommentView> comment(
            @PathVariable("a") String assessment, @PathVariable long revision, PointInTime point) {
        var dossier = points.open(assessment, point);
        return one(dossier, "comment", revision, dossier.view().comments(), CommentView::revision);
    }

    @GetMapping("/review-requests")
    @Operation(summary = "The review requests, oldest first")
    ResponseEntity<Page<ReviewRequestView>> requests(
            @PathVariable("a") String assessment, PointInTime point, Paging paging) {
        var dossier = points.open(assessment, point);
        var all = dossier.view().reviewRequests();
        return list(dossier, paging, ReviewRequestView.class, all, ReviewRequestView::revision);
    }

    @GetMapping("/review-requests/{revision}")
    @Operation(summary = "One review request")
    ResponseEntity<ReviewRequestView> request(
            @PathVariable("a") String assessment, @PathVariable long revision, PointInTime point) {
        var dossier = points.open(assessment, point);
        var all = dossier.view().reviewRequests();
        return one(dossier, "review request", revision, all, ReviewRequestView::revision);
    }

    @GetMapping("/reviews")
    @Operation(summary = "The reviews, oldest first")
    ResponseEntity<Page<ReviewView>> reviews(@PathVariable("a") String assessment, PointInTime point, Paging paging) {
        var dossier = points.open(assessment, point);
        return list(dossier, paging, ReviewView.class, dossier.view().reviews(), ReviewView::revision);
    }

    @GetMapping("/reviews/{revision}")
    @Operation(summary = "One review")
    ResponseEntity<ReviewView> review(
            @PathVariable("a") String assessment, @PathVariable long revision, PointInTime point) {
        var dossier = points.open(assessment, point);
        return one(dossier, "review", revision, dossier.view().reviews(), ReviewView::revision);
    }

    @GetMapping("/resolution")
    @Operation(summary = "The outcome of the question")
    ResponseEntity<ResolutionView> resolution(@PathVariable("a") String assessment, PointInTime point) {
        var dossier = points.open(assessment, point);
        var resolution = dossier.view().resolution();
        if (resolution == null) {
            throw Problem.notFound("The question is not resolved at this point in time: look again later.");
        }
        return Revisions.answer(dossier.point().revision(), resolution);
    }

    private static <T> ResponseEntity<Page<T>> list(
            Dossier dossier, Paging paging, Class<T> type, List<T> all, ToLongFunction<T> revision) {
        return Lists.answer(dossier, paging, type, all, item -> Lists.position(revision.applyAsLong(item)));
    }

    private static <T> ResponseEntity<T> one(
            Dossier dossier, String what, long wanted, List<T> all, ToLongFunction<T> revision) {
        return all.stream()
                .filter(item -> revision.applyAsLong(item) == wanted)
                .findFirst()
                .map(item -> Revisions.answer(dossier.point().revision(), item))
                .orElseThrow(() -> Points.nothing(what, wanted));
    }
}
