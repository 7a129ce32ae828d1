package org.steelyard.portfolio.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.assessment.AssessmentView.Status;
import org.steelyard.assessment.Marking;
import org.steelyard.balance.Balance.Agreement;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.Choices;
import org.steelyard.http.Paging;
import org.steelyard.http.PointInTime;
import org.steelyard.http.Query;
import org.steelyard.http.Revisions;
import org.steelyard.portfolio.board.Board;
import org.steelyard.portfolio.board.Board.Entry;
import org.steelyard.portfolio.board.BoardFilter;
import org.steelyard.portfolio.board.PortfolioView;

/** How all assessments stand that one may see. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/portfolio")
class PortfolioApi {
    private final Board board;

    PortfolioApi(Board board) {
        this.board = board;
    }

    @GetMapping
    @Operation(summary = "How the assessments stand that one may see, now or as of an instant, sorted by key")
    ResponseEntity<PortfolioView> portfolio(
            @Parameter(description = "Words that all stand in key, title or tags, whatever their case")
                    @RequestParam
                    @Nullable
                    String q,
            @Parameter(description = "One of its tags") @RequestParam @Nullable String tag,
            @Parameter(description = "Its marking, as TLP:AMBER") @RequestParam @Nullable String marking,
            @Parameter(description = "OPEN, RESOLVED, ANNULLED or ARCHIVED") @RequestParam @Nullable String status,
            @Parameter(description = "AGREE, CONFLICT or WITHHELD") @RequestParam @Nullable String agreement,
            @Parameter(description = "true for those with a stale judgment, false for those without")
                    @RequestParam
                    @Nullable
                    String stale,
            @Parameter(description = "Something was recorded at this instant or later") @RequestParam @Nullable
                    String changedSince,
            @Parameter(description = "As it stood at this instant; no revision") @RequestParam @Nullable String asOf,
            Paging paging) {
        var filter = new BoardFilter(
                Query.text("q", q),
                Query.text("tag", tag),
                Choices.one("marking", marking, Marking.values(), Marking::label),
                Choices.one("status", status, Status.values()),
                Choices.one("agreement", agreement, Agreement.values()),
                Choices.yesOrNo("stale", stale),
                PointInTime.instant("changedSince", changedSince));
        var view = board.view(PointInTime.instant("asOf", asOf));
        List<Entry> found = board.find(view, filter, paging.after(), paging.limit() + 1);
        var page = paging.page(
                PortfolioView.Item.class,
                found.stream().map(PortfolioView.Item::of).toList(),
                PortfolioView.Item::key);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, Revisions.CACHE_CONTROL)
                .body(new PortfolioView(page.items(), page.next(), view.upTo()));
    }
}
