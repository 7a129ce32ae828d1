package org.steelyard.dossier.api;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.assessment.AssessmentView.EvidenceView;
import org.steelyard.assessment.AssessmentView.IndicatorView;
import org.steelyard.assessment.AssessmentView.InterpretationView;
import org.steelyard.assessment.AssessmentView.SourceView;
import org.steelyard.dossier.Dossier;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.Page;
import org.steelyard.http.Paging;
import org.steelyard.http.PointInTime;
import org.steelyard.http.Revisions;

/** What has a key in an assessment: those in force, and each with its history, in force or not. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/assessments/{a}")
class ItemsApi {

    private final Points points;

    ItemsApi(Points points) {
        this.points = points;
    }

    @GetMapping("/interpretations")
    @Operation(summary = "The interpretations in force")
    ResponseEntity<Page<InterpretationView>> interpretations(
            @PathVariable("a") String assessment, PointInTime point, Paging paging) {
        var dossier = points.open(assessment, point);
        var all = dossier.view().interpretations();
        return Lists.answer(dossier, paging, InterpretationView.class, all, InterpretationView::key);
    }

    @GetMapping("/interpretations/{i}")
    @Operation(summary = "One interpretation with its history")
    ResponseEntity<Item<InterpretationView>> interpretation(
            @PathVariable("a") String assessment, @PathVariable("i") String key, PointInTime point) {
        var dossier = points.open(assessment, point);
        return one(dossier, "interpretation", key, dossier.state().interpretationAt(key, dossier.point()));
    }

    @GetMapping("/sources")
    @Operation(summary = "The sources")
    ResponseEntity<Page<SourceView>> sources(@PathVariable("a") String assessment, PointInTime point, Paging paging) {
        var dossier = points.open(assessment, point);
        return Lists.answer(dossier, paging, SourceView.class, dossier.view().sources(), SourceView::key);
    }

    @GetMapping("/sources/{s}")
    @Operation(summary = "One source with its history")
    ResponseEntity<Item<SourceView>> source(
            @PathVariable("a") String assessment, @PathVariable("s") String key, PointInTime point) {
        var dossier = points.open(assessment, point);
        return one(dossier, "source", key, dossier.state().sourceAt(key, dossier.point()));
    }

    @GetMapping("/evidence")
    @Operation(summary = "The evidence in force")
    ResponseEntity<Page<EvidenceView>> evidence(
            @PathVariable("a") String assessment, PointInTime point, Paging paging) {
        var dossier = points.open(assessment, point);
        return Lists.answer(dossier, paging, EvidenceView.class, dossier.view().evidence(), EvidenceView::key);
    }

    @GetMapping("/evidence/{e}")
    @Operation(summary = "One item of evidence with its history")
    ResponseEntity<Item<EvidenceView>> oneItem(
            @PathVariable("a") String assessment, @PathVariable("e") String key, PointInTime point) {
        var dossier = points.open(assessment, point);
        return one(dossier, "evidence", key, dossier.state().evidenceAt(key, dossier.point()));
    }

    @GetMapping("/indicators")
    @Operation(summary = "The indicators")
    ResponseEntity<Page<IndicatorView>> indicators(
            @PathVariable("a") String assessment, PointInTime point, Paging paging) {
        var dossier = points.open(assessment, point);
        return Lists.answer(dossier, paging, IndicatorView.class, dossier.view().indicators(), IndicatorView::key);
    }

    @GetMapping("/indicators/{k}")
    @Operation(summary = "One indicator with its history")
    ResponseEntity<Item<IndicatorView>> indicator(
            @PathVariable("a") String assessment, @PathVariable("k") String key, PointInTime point) {
        var dossier = points.open(assessment, point);
        return one(dossier, "indicator", key, dossier.state().indicatorAt(key, dossier.point()));
    }

    private static <T> ResponseEntity<Item<T>> one(Dossier dossier, String what, String key, @Nullable T thing) {
        if (thing == null) {
            throw Points.nothing(what, key);
        }
        return Revisions.answer(dossier.point().revision(), Item.of(dossier, key, thing));
    }
}
