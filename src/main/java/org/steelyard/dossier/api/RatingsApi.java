package org.steelyard.dossier.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.assessment.AssessmentView.RatingView;
import org.steelyard.balance.Rating;
import org.steelyard.dossier.Across;
import org.steelyard.dossier.Across.Start;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.Page;
import org.steelyard.http.Paging;
import org.steelyard.http.PointInTime;
import org.steelyard.http.Query;
import org.steelyard.http.Revisions;

/** Ratings over all assessments that the reader may see today. */
@RestController
@RequestMapping(ApiPaths.ROOT)
class RatingsApi {
    /** Sorts behind whatever stands in an assessment: all of it was looked at. */
    private static final String WHOLE = "~";

    private static final Pattern POSITION = Pattern.compile("([a-z0-9][a-z0-9-]{0,63}) [a-z0-9._ ~-]{1,300}");

    private final Across across;

    RatingsApi(Across across) {
        this.across = across;
    }

    /** A rating in one assessment; {@code overtakenBy}: the first later revision that reworded what it rates, or null. */
    record RatingLine(
            String assessment,
            String analyst,
            String evidence,
            String interpretation,
            Rating rating,
            long revision,
            Instant recordedAt,
            Instant effectiveAt,
            @Nullable Long overtakenBy) {

        private static RatingLine of(String assessment, RatingView rating) {
            return new RatingLine(
                    assessment,
                    rating.analyst(),
                    rating.evidence(),
                    rating.interpretation(),
                    rating.rating(),
                    rating.revision(),
                    rating.recordedAt(),
                    rating.effectiveAt(),
                    rating.overtakenBy());
        }

        String position() {
            return Lists.position(assessment, evidence, interpretation, analyst);
        }
    }

    @GetMapping("/ratings")
    @Operation(summary = "Each rating in force in each assessment that one may see, and which rewording overtook it")
    ResponseEntity<Page<RatingLine>> ratings(
            @Parameter(description = "Name of the user who rated") @RequestParam @Nullable String analyst,
            @Parameter(description = "true for those that a rewording overtook, false for the others")
                    @RequestParam
                    @Nullable
                    Boolean overtaken,
            @Parameter(description = "As it stood at this instant; no revision") @RequestParam @Nullable String asOf,
            Paging paging) {
        var by = Query.text("analyst", analyst);
        var after = paging.after();
        var found = new ArrayList<RatingLine>();
        var last = across.walk(by, start(after), PointInTime.instant("asOf", asOf), dossier -> {
            dossier.view().ratings().stream()
                    .map(rating -> RatingLine.of(dossier.key(), rating))
                    .filter(line -> by == null || line.analyst().equals(by))
                    .filter(line -> overtaken == null || overtaken == (line.overtakenBy() != null))
                    .filter(line -> after == null || line.position().compareTo(after) > 0)
                    .sorted(Comparator.comparing(RatingLine::position))
                    .limit(paging.limit() + 1L - found.size())
                    .forEach(found::add);
            return found.size() <= paging.limit();
        });
        var page = found.size() > paging.limit() || last == null
                ? paging.page(RatingLine.class, found, RatingLine::position)
                : paging.unfinished(RatingLine.class, found, Lists.position(last, WHOLE));
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, Revisions.CACHE_CONTROL)
                .body(page);
    }

    private static Start start(@Nullable String after) {
        if (after == null) {
            return Start.after(null);
        }
        var position = POSITION.matcher(after);
        if (!position.matches()) {
            throw Paging.badCursor();
        }
        return after.endsWith(" " + WHOLE) ? Start.after(position.group(1)) : Start.at(position.group(1));
    }
}
