package org.steelyard.portfolio.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.access.Access;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.Choices;
import org.steelyard.http.Paging;
import org.steelyard.http.PointInTime;
import org.steelyard.http.Query;
import org.steelyard.portfolio.item.IndicatorIn;
import org.steelyard.portfolio.item.IndicatorIn.Due;
import org.steelyard.portfolio.item.MentionIn;
import org.steelyard.portfolio.item.ReviewIn;
import org.steelyard.portfolio.item.WorkQueue;

/** Reviews, indicators and mentions over all assessments that the reader may see today. */
@RestController
@RequestMapping(ApiPaths.ROOT)
class QueueApi {
    private final WorkQueue queue;
    private final Access access;

    QueueApi(WorkQueue queue, Access access) {
        this.queue = queue;
        this.access = access;
    }

    @GetMapping("/reviews")
    @Operation(summary = "The reviews that were asked for, those that are owed first, the oldest first")
    ResponseEntity<Listing<ReviewIn>> reviews(
            @Parameter(description = "Name of the user who was asked") @RequestParam @Nullable String reviewer,
            @Parameter(description = "true for those that are owed, false for those that were given")
                    @RequestParam
                    @Nullable
                    String open,
            @Parameter(description = "As it stood at this instant; no revision") @RequestParam @Nullable String asOf,
            Paging paging) {
        String asked = Query.text("reviewer", reviewer);
        Boolean owed = Choices.yesOrNo("open", open);
        var found = queue.reviews(PointInTime.instant("asOf", asOf))
                .only(review -> (asked == null || asked.equals(review.reviewer()))
                        && (owed == null || owed == review.isOpen()));
        return Listing.answer(found, paging, ReviewIn.class, ReviewIn::position);
    }

    @GetMapping("/indicators")
    @Operation(summary = "The indicators of all assessments that one may see, sorted by assessment and key")
    ResponseEntity<Listing<IndicatorIn>> indicators(
            @Parameter(description = "OVERDUE, SOON (within 30 days), LATER or SETTLED") @RequestParam @Nullable
                    String due,
            @Parameter(description = "As it stood at this instant; no revision") @RequestParam @Nullable String asOf,
            Paging paging) {
        Due wanted = Choices.one("due", due, Due.values());
        var found = queue.indicators(PointInTime.instant("asOf", asOf))
                .only(indicator -> wanted == null || wanted == indicator.due());
        return Listing.answer(found, paging, IndicatorIn.class, IndicatorIn::position);
    }

    @GetMapping("/mentions")
    @Operation(summary = "Where who asks was mentioned in what others said, the newest first")
    ResponseEntity<Listing<MentionIn>> mentions(
            @Parameter(description = "As it stood at this instant; no revision") @RequestParam @Nullable String asOf,
            Paging paging) {
        var found = queue.mentions(access.user(), PointInTime.instant("asOf", asOf));
        return Listing.answer(found, paging, MentionIn.class, MentionIn::position);
    }
}
