package org.steelyard.dossier.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.PointInTime;
import org.steelyard.http.Revisions;
import org.steelyard.http.Sent;

/** How firm a lead is: what it rests on, and what would become of it. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/assessments/{a}")
class FirmnessApi {

    private final Points points;

    FirmnessApi(Points points) {
        this.points = points;
    }

    @GetMapping("/sensitivity")
    @Operation(summary = "How firm both leads of the evidence are: leave one out, linchpins, robustness")
    ResponseEntity<SensitivityView> sensitivity(
            @PathVariable("a") String assessment,
            PointInTime point,
            @Parameter(description = WhichPolicy.DESCRIPTION) @RequestParam(defaultValue = "") String policy) {
        var which = WhichPolicy.of(policy);
        var dossier = points.open(assessment, point);
        return Revisions.answer(dossier.point().revision(), SensitivityView.of(dossier, which));
    }

    @PostMapping("/what-if")
    @Operation(summary = "The balance as it would be under assumptions; nothing is recorded")
    ResponseEntity<WhatIfView> whatIf(
            @PathVariable("a") String assessment,
            PointInTime point,
            @RequestBody(required = true) Sent<Assumptions> sent) {
        var dossier = points.open(assessment, point);
        var situation = dossier.situation();
        var whatIf = Assuming.of(sent.fields(), dossier, situation);
        return Revisions.answer(dossier.point().revision(), WhatIfView.of(dossier, situation, whatIf));
    }
}
