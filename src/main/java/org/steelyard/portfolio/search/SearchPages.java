package org.steelyard.portfolio.search;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import org.steelyard.http.PointInTime;
import org.steelyard.http.Query;
import org.steelyard.portfolio.search.Search.Hit;

/** Full-text search as a page. */
@Controller
class SearchPages {
    private static final int PAGE = 20;
    private static final int HITS_EACH = 5;

    private final Search search;
    private final Clock clock;

    SearchPages(Search search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /**
     * What is looked for, and where it leads.
     *
     * @param then an instant; null for now
     */
    record Asked(@Nullable String q, @Nullable Instant then) {

        public String to(@Nullable String after) {
            return "/search" + parameters("q", q, "asOf", asOf(), "after", after);
        }

        public String now() {
            return new Asked(q, null).to(null);
        }

        public String assessment(String key) {
            return "/a/" + key + parameters("asOf", asOf());
        }

        /** Where a hit can be read: the page of its item, or the event that wrote it. */
        public String hit(String key, Hit hit) {
            String item = UriUtils.encodePathSegment(hit.place().item(), StandardCharsets.UTF_8);
            return switch (hit.place().sort()) {
                case ASSESSMENT -> assessment(key);
                case INTERPRETATION -> assessment(key) + "#i-" + item;
                case EVIDENCE -> "/a/" + key + "/evidence/" + item + parameters("asOf", asOf());
                case SOURCE, JUDGMENT, INDICATOR, COMMENT, REVIEW, REVIEW_REQUEST, RESOLUTION ->
                    "/a/" + key + "/log" + parameters("asOf", asOf(), "at", Long.toString(hit.revision())) + "#r"
                            + hit.revision();
            };
        }

        private @Nullable String asOf() {
            return then == null ? null : then.toString();
        }

        private static String parameters(@Nullable String... namesAndValues) {
            var query = new StringBuilder();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                String value = namesAndValues[i + 1];
                if (value != null && !value.isBlank()) {
                    query.append(query.isEmpty() ? '?' : '&')
                            .append(namesAndValues[i])
                            .append('=')
                            .append(UriUtils.encode(value, StandardCharsets.UTF_8)
                                    .replace("%3A", ":"));
                }
            }
            return query.toString();
        }
    }

    @GetMapping("/search")
    String search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Instant then = PointInTime.instant("asOf", asOf);
        var asked = new Asked(Query.text("q", q), then == null || then.isAfter(clock.instant()) ? null : then);
        var wanted = Wanted.of(asked.q() == null ? "" : asked.q(), true);
        var found = search.find(wanted, Query.text("after", after), PAGE, HITS_EACH, asked.then());
        model.addAttribute("asked", asked);
        model.addAttribute("found", found);
        model.addAttribute("looked", !wanted.isEmpty());
        model.addAttribute("next", found.next() == null ? null : asked.to(found.next()));
        return "portfolio/search";
    }
}
