package org.steelyard.portfolio.search;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.Page;
import org.steelyard.http.Paging;
import org.steelyard.http.PointInTime;
import org.steelyard.http.Problem;
import org.steelyard.http.Query;
import org.steelyard.http.Revisions;
import org.steelyard.http.Tabular;
import org.steelyard.portfolio.search.Search.Found;
import org.steelyard.portfolio.search.Search.Match;

/** Full-text search as programs ask for it. */
@RestController
class SearchApi {
    private static final int HITS_EACH = 20;

    private final Search search;

    SearchApi(Search search) {
        this.search = search;
    }

    /**
     * What was found.
     *
     * @param next the cursor that asks for the following part; null at the end
     * @param upTo everything recorded then or before was looked through; null where nothing is recorded yet, or the words are
     *     still being gathered for the first time
     */
    record SearchAnswer(
            List<SearchItem> items,
            @Nullable String next,
            @Nullable Instant upTo) implements Tabular {
        @Override
        public Page<SearchLine> table() {
            return new Page<>(
                    items.stream().flatMap(item -> item.lines().stream()).toList(), next, SearchLine.class);
        }
    }

    /** An assessment in whose texts all the words stand; {@code texts} says how many have one, {@code hits} has the first. */
    record SearchItem(String assessment, String title, int texts, List<TextHit> hits) {
        private static SearchItem of(Match match) {
            List<TextHit> hits = match.hits().stream()
                    .map(hit -> new TextHit(
                            hit.place().sort(),
                            hit.place().item(),
                            hit.revision(),
                            hit.excerpt().text()))
                    .toList();
            return new SearchItem(match.assessment(), match.title(), match.texts(), hits);
        }

        private List<SearchLine> lines() {
            return hits.stream()
                    .map(hit ->
                            new SearchLine(assessment, title, hit.sort(), hit.item(), hit.revision(), hit.excerpt()))
                    .toList();
        }
    }

    /**
     * A text that has one of the words.
     *
     * @param item key of the thing, analyst of the judgment or revision of what was said; empty for the assessment itself and
     *     its resolution
     * @param revision the event that set it last
     */
    record TextHit(Sort sort, String item, long revision, String excerpt) {}

    /** A hit as a row of the CSV. */
    record SearchLine(String assessment, String title, Sort sort, String item, long revision, String excerpt) {}

    @GetMapping(ApiPaths.ROOT + "/search")
    @Operation(summary = "What is written in the assessments that one may see, now or as of an instant, by its words")
    ResponseEntity<SearchAnswer> search(
            @Parameter(
                            description =
                                    "Words that all stand in one assessment, case and accents aside; of the last one"
                                            + " its beginning will do")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @Parameter(description = "As it was written at this instant; no revision")
                    @RequestParam(required = false)
                    @Nullable
                    String asOf,
            Paging paging) {
        String text = Query.text("q", q);
        if (text == null) {
            throw Problem.badRequest("The query parameter q is missing: give the words to look for.");
        }
        Found found = search.find(
                Wanted.of(text, true), paging.after(), paging.limit(), HITS_EACH, PointInTime.instant("asOf", asOf));
        List<SearchItem> items = found.matches().stream().map(SearchItem::of).toList();
        String next = found.next();
        Page<SearchItem> page =
                next == null ? Page.whole(SearchItem.class, items) : paging.unfinished(SearchItem.class, items, next);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, Revisions.CACHE_CONTROL)
                .body(new SearchAnswer(page.items(), page.next(), found.upTo()));
    }
}
