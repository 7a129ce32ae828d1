package org.steelyard.portfolio.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.Paging;
import org.steelyard.http.PointInTime;
import org.steelyard.http.Problem;
import org.steelyard.http.Query;
import org.steelyard.portfolio.item.SourceIn;
import org.steelyard.portfolio.item.SourceOverall;
import org.steelyard.portfolio.item.SourceRegister;
import org.steelyard.portfolio.item.Words;

/** Sources over all assessments that the reader may see today. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/sources")
class SourcesApi {
    private final SourceRegister register;

    SourcesApi(SourceRegister register) {
        this.register = register;
    }

    @GetMapping
    @Operation(
            summary = "Each source over all assessments that one may see, and which leaders hang on it, sorted by key")
    ResponseEntity<Listing<SourceOverall>> sources(
            @Parameter(description = "Words that all stand in key, name or kind, whatever their case")
                    @RequestParam
                    @Nullable
                    String q,
            @Parameter(description = "As it stood at this instant; no revision") @RequestParam @Nullable String asOf,
            Paging paging) {
        var words = Words.of(Query.text("q", q));
        var all = register.all(PointInTime.instant("asOf", asOf))
                .only(source -> words.test(Stream.of(source.key(), source.name(), source.kind())));
        return Listing.answer(all, paging, SourceOverall.class, SourceOverall::key);
    }

    @GetMapping("/{s}")
    @Operation(summary = "One source in each assessment that one may see, sorted by the assessment's key")
    ResponseEntity<Listing<SourceIn>> source(
            @Parameter(description = "Key of the source") @PathVariable String s,
            @Parameter(description = "As it stood at this instant; no revision") @RequestParam @Nullable String asOf,
            Paging paging) {
        var each = register.in(s, PointInTime.instant("asOf", asOf));
        if (each.items().isEmpty()) {
            throw Problem.notFound("There is no source " + s
                    + " with items in force in what you may see: GET /api/v1/sources lists those there are.");
        }
        return Listing.answer(each, paging, SourceIn.class, SourceIn::assessment);
    }
}
