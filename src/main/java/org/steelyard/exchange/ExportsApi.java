package org.steelyard.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.access.Access;
import org.steelyard.access.Right;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.exchange.casefile.Syntax;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.PointInTime;
import org.steelyard.http.Problem;
import org.steelyard.http.Revisions;

/** Assessments out, over HTTP. */
@RestController
class ExportsApi {

    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);
    private static final List<String> FORMATS = List.of("casefile");

    private final Access access;
    private final Exports exports;

    ExportsApi(Access access, Exports exports) {
        this.access = access;
        this.exports = exports;
    }

    @GetMapping(ApiPaths.ROOT + "/assessments/{assessment}/export")
    @Operation(
            summary = "The whole history as a case file, up to asOf; in YAML, or in JSON by Accept or by syntax=json")
    ResponseEntity<byte[]> get(
            @PathVariable String assessment,
            @Parameter(description = "casefile") @RequestParam @Nullable String format,
            @Parameter(description = "yaml or json; else by Accept") @RequestParam @Nullable String syntax,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            PointInTime point) {
        access.require(Right.READ, assessment);
        if (format == null || !FORMATS.contains(format)) {
            throw Problem.badRequest("An export has a format: ask for format=" + String.join(" or ", FORMATS) + ".");
        }
        if (point.effectiveAt() != null) {
            throw Problem.badRequest(
                    "A case file holds what is in force at any time: leave effectiveAt out, and say asOf to cut the"
                            + " history off.");
        }
        var written = syntax(syntax, accept);
        var sight = exports.sight(assessment)
                .orElseThrow(() -> Problem.notFound(
                        "There is no assessment of this key: see /api/v1/assessments for those there are."));
        long revision = upTo(sight.state(), point.asOf());
        var name = assessment + "-r" + revision + (written == Syntax.JSON ? ".json" : ".yaml");
        var file = ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .contentType(written == Syntax.JSON ? MediaType.APPLICATION_JSON : YAML)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .header(HttpHeaders.ETAG, Revisions.tag(revision))
                .header(HttpHeaders.CACHE_CONTROL, Revisions.CACHE_CONTROL)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .body(exports.caseFile(sight, revision, written));
    }

    private static long upTo(AssessmentState state, PointInTime.@Nullable AsOf asOf) {
        long upTo = switch (asOf) {
            case null -> state.revision();
            case PointInTime.AtRevision at -> at.revision();
            case PointInTime.AtInstant at -> state.revisionAt(at.instant());
        };
        if (upTo < 1 || upTo > state.revision()) {
            throw Problem.notFound("The history has the revisions r1 to r" + state.revision() + ", recorded from "
                    + state.recordedAt(1) + " on: ask for one of them.");
        }
        return upTo;
    }

    private static Syntax syntax(@Nullable String syntax, @Nullable String accept) {
        return switch (syntax) {
            case null -> prefersJson(accept) ? Syntax.JSON : Syntax.YAML;
            case "yaml" -> Syntax.YAML;
            case "json" -> Syntax.JSON;
            default -> throw Problem.badRequest("A case file is YAML or JSON: ask for syntax=yaml or syntax=json.");
        };
    }

    private static boolean prefersJson(@Nullable String accept) {
        var first = accept == null ? "" : accept.split(",", 2)[0];
        return first.split(";", 2)[0].strip().equalsIgnoreCase(MediaType.APPLICATION_JSON_VALUE);
    }
}
