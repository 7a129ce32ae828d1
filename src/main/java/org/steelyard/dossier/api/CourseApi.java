package org.steelyard.dossier.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.Problem;
import org.steelyard.http.RangeInTime;
import org.steelyard.http.Revisions;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** How the balance went between two points. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/assessments/{a}")
class CourseApi {
    /** Points of a history that does not say how many it wants. */
    private static final int USUAL_POINTS = 10_000;

    private final Points points;
    private final Texts texts;
    private final Wording say;

    CourseApi(Points points, Texts texts, Wording say) {
        this.points = points;
        this.texts = texts;
        this.say = say;
    }

    @GetMapping("/balance/history")
    @Operation(summary = "The balance after each event of a range that changed it")
    ResponseEntity<HistoryView> history(
            @PathVariable("a") String assessment,
            RangeInTime range,
            @Parameter(
                            description = "Thin to about so many points, 1 to 100000 (default 10000): "
                                    + "the first, the last and every change of a leader stay")
                    @RequestParam(name = "points")
                    @Nullable
                    String most,
            @Parameter(description = WhichPolicy.DESCRIPTION) @RequestParam(defaultValue = "") String policy) {
        var which = WhichPolicy.of(policy);
        int wanted = wanted(most);
        var stretch = points.between(assessment, range);
        return Revisions.answer(stretch.to().point().revision(), HistoryView.of(stretch, wanted, which));
    }

    @GetMapping("/changes")
    @Operation(summary = "Why the balance changed: each event of a range with what it moved, totals and groups")
    ResponseEntity<ChangesView> changes(
            @PathVariable("a") String assessment,
            RangeInTime range,
            @Parameter(description = WhichPolicy.DESCRIPTION) @RequestParam(defaultValue = "") String policy) {
        var which = WhichPolicy.of(policy);
        var stretch = points.between(assessment, range);
        return Revisions.answer(stretch.to().point().revision(), ChangesView.of(stretch, which, texts, say));
    }

    private static int wanted(@Nullable String most) {
        if (most == null || most.isBlank()) {
            return USUAL_POINTS;
        }
        if (!most.matches("[1-9]\\d{0,4}|100000")) {
            throw Problem.badRequest(
                    "The query parameter points is a number from 1 to 100000: change it, or leave it out.");
        }
        return Integer.parseInt(most);
    }
}
