package org.steelyard.dossier.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.access.Members;
import org.steelyard.assessment.AssessmentWithMembers;
import org.steelyard.assessment.EventView;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.Page;
import org.steelyard.http.Paging;
import org.steelyard.http.PointInTime;
import org.steelyard.http.Revisions;

/** One assessment: all of it, its balance, its log. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/assessments/{a}")
class AssessmentApi {

    private final Points points;
    private final Members members;

    AssessmentApi(Points points, Members members) {
        this.points = points;
        this.members = members;
    }

    @GetMapping
    @Operation(summary = "The whole assessment at a point in time")
    ResponseEntity<AssessmentWithMembers> whole(@PathVariable("a") String assessment, PointInTime point) {
        var dossier = points.open(assessment, point);
        return Revisions.answer(
                dossier.point().revision(),
                new AssessmentWithMembers(dossier.view(), Blinded.said(dossier), members.of(assessment)));
    }

    @GetMapping("/balance")
    @Operation(summary = "The balance of evidence at a point in time: three readings and what qualifies them")
    ResponseEntity<BalanceView> balance(
            @PathVariable("a") String assessment,
            PointInTime point,
            @Parameter(description = WhichPolicy.DESCRIPTION) @RequestParam(defaultValue = "") String policy) {
        var which = WhichPolicy.of(policy);
        var dossier = points.open(assessment, point);
        return Revisions.answer(dossier.point().revision(), BalanceView.of(dossier, which));
    }

    @GetMapping("/events")
    @Operation(summary = "The log of an assessment, oldest first")
    ResponseEntity<Page<EventView>> events(@PathVariable("a") String assessment, PointInTime point, Paging paging) {
        var dossier = points.open(assessment, point);
        var events = dossier.events(Lists.revision(paging), paging.limit() + 1).stream()
                .map(EventView::of)
                .toList();
        var page = paging.page(EventView.class, events, event -> Lists.position(event.revision()))
                .blinded(dossier.blinded());
        return Revisions.answer(dossier.point().revision(), page);
    }
}
