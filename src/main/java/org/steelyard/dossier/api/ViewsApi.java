package org.steelyard.dossier.api;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.assessment.AssessmentView.JudgmentView;
import org.steelyard.assessment.AssessmentView.RatingView;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.Page;
import org.steelyard.http.Paging;
import org.steelyard.http.PointInTime;
import org.steelyard.http.Problem;
import org.steelyard.http.Revisions;

/** What analysts hold: ratings and judgments, those that count at the point. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/assessments/{a}")
class ViewsApi {

    private final Points points;

    ViewsApi(Points points) {
        this.points = points;
    }

    @GetMapping("/ratings")
    @Operation(summary = "The ratings of all cells by all analysts")
    ResponseEntity<Page<RatingView>> ratings(@PathVariable("a") String assessment, PointInTime point, Paging paging) {
        var dossier = points.open(assessment, point);
        return Lists.answer(dossier, paging, RatingView.class, dossier.view().ratings(), ViewsApi::position);
    }

    @GetMapping("/ratings/{e}/{i}")
    @Operation(summary = "The ratings of one cell by all analysts")
    ResponseEntity<Page<RatingView>> cell(
            @PathVariable("a") String assessment,
            @PathVariable("e") String evidence,
            @PathVariable("i") String interpretation,
            PointInTime point,
            Paging paging) {
        var dossier = points.open(assessment, point);
        if (dossier.state().evidenceAt(evidence, dossier.point()) == null) {
            throw Points.nothing("evidence", evidence);
        }
        if (dossier.state().interpretationAt(interpretation, dossier.point()) == null) {
            throw Points.nothing("interpretation", interpretation);
        }
        var ofCell = dossier.view().ratings().stream()
                .filter(rating -> rating.evidence().equals(evidence)
                        && rating.interpretation().equals(interpretation))
                .toList();
        return Lists.answer(dossier, paging, RatingView.class, ofCell, ViewsApi::position);
    }

    @GetMapping("/judgments")
    @Operation(summary = "The latest judgment of every analyst")
    ResponseEntity<Page<JudgmentView>> judgments(
            @PathVariable("a") String assessment, PointInTime point, Paging paging) {
        var dossier = points.open(assessment, point);
        return Lists.answer(dossier, paging, JudgmentView.class, dossier.view().judgments(), JudgmentView::analyst);
    }

    @GetMapping("/judgments/{user}")
    @Operation(summary = "The latest judgment of one analyst")
    ResponseEntity<JudgmentView> judgment(
            @PathVariable("a") String assessment, @PathVariable("user") String analyst, PointInTime point) {
        var dossier = points.open(assessment, point);
        var judgment = dossier.view().judgments().stream()
                .filter(view -> view.analyst().equals(analyst))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        analyst + " has no judgment at this point in time: look in the list of judgments."));
        return Revisions.answer(dossier.point().revision(), judgment);
    }

    private static String position(RatingView rating) {
        return Lists.position(rating.evidence(), rating.interpretation(), rating.analyst());
    }
}
