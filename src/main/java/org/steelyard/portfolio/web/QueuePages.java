package org.steelyard.portfolio.web;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.steelyard.access.Access;
import org.steelyard.http.Csv;
import org.steelyard.http.Page;
import org.steelyard.portfolio.item.IndicatorIn;
import org.steelyard.portfolio.item.IndicatorIn.Due;
import org.steelyard.portfolio.item.Known;
import org.steelyard.portfolio.item.ReviewIn;
import org.steelyard.portfolio.item.Titles;
import org.steelyard.portfolio.item.WorkQueue;
import org.steelyard.site.Attachments;
import org.steelyard.site.Texts;
import tools.jackson.databind.json.JsonMapper;

/** What waits: the reviews that are owed, and the indicators that are due. */
@Controller
class QueuePages {
    private static final String REVIEWS = "/reviews";
    private static final String INDICATORS = "/indicators";

    private final WorkQueue queue;
    private final Titles titles;
    private final Access access;
    private final Asking asking;
    private final Texts texts;
    private final JsonMapper json;

    QueuePages(WorkQueue queue, Titles titles, Access access, Asking asking, Texts texts, JsonMapper json) {
        this.queue = queue;
        this.titles = titles;
        this.access = access;
        this.asking = asking;
        this.texts = texts;
        this.json = json;
    }

    @GetMapping(REVIEWS)
    String reviews(
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String recordedDay,
            @RequestParam(required = false) @Nullable String asOf,
            Model model) {
        if (recordedDay != null) {
            return "redirect:" + asking.picked(REVIEWS, recordedDay).here();
        }
        var asked = asking.asked(REVIEWS, asOf, page);
        Known<ReviewIn> found = reviewsFor(access.user(), asked);
        long mine = found.items().stream().filter(this::isMine).count();
        long open = found.items().stream().filter(ReviewIn::isOpen).count();
        show(model, asked, found, ReviewIn::assessment);
        model.addAttribute("user", access.user());
        model.addAttribute(
                "answer",
                texts.sentence("reviews.answer", Long.toString(mine), Long.toString(open), outdated(found.items())));
        return "portfolio/reviews";
    }

    @GetMapping(REVIEWS + ".csv")
    ResponseEntity<String> reviewsCsv(@RequestParam(required = false) @Nullable String asOf) {
        var found = reviewsFor(access.user(), asking.asked(REVIEWS, asOf, null));
        return Attachments.csv("reviews", Csv.of(Page.whole(ReviewIn.class, found.items()), json));
    }

    private String outdated(List<ReviewIn> reviews) {
        long count = reviews.stream().filter(ReviewIn::isOutdated).count();
        String ending = count == 0 ? ".none" : count == 1 ? ".one" : ".more";
        return texts.text("reviews.answer" + ending, Long.toString(count));
    }

    /** One's own first, then those that are owed by others, then what was given, outdated ones first; each the oldest first. */
    private Known<ReviewIn> reviewsFor(String user, Asked asked) {
        var found = queue.reviews(asked.then());
        List<ReviewIn> sorted = found.items().stream()
                .sorted(comparing((ReviewIn review) ->
                                !(review.isOpen() && review.reviewer().equals(user)))
                        .thenComparing(ReviewIn::position))
                .toList();
        return new Known<>(sorted, found.upTo());
    }

    private boolean isMine(ReviewIn review) {
        return review.isOpen() && review.reviewer().equals(access.user());
    }

    @GetMapping(INDICATORS)
    String indicators(
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String recordedDay,
            @RequestParam(required = false) @Nullable String asOf,
            Model model) {
        if (recordedDay != null) {
            return "redirect:" + asking.picked(INDICATORS, recordedDay).here();
        }
        var asked = asking.asked(INDICATORS, asOf, page);
        Known<IndicatorIn> found = indicatorsDue(asked);
        show(model, asked, found, IndicatorIn::assessment);
        model.addAttribute(
                "answer",
                texts.sentence(
                        "due.answer", Long.toString(count(found, Due.OVERDUE)), Long.toString(count(found, Due.SOON))));
        return "portfolio/indicators";
    }

    @GetMapping(INDICATORS + ".csv")
    ResponseEntity<String> indicatorsCsv(@RequestParam(required = false) @Nullable String asOf) {
        var found = indicatorsDue(asking.asked(INDICATORS, asOf, null));
        return Attachments.csv("indicators", Csv.of(Page.whole(IndicatorIn.class, found.items()), json));
    }

    /** What is overdue first, then what is due soon, then the rest that is watched, then what is settled. */
    private Known<IndicatorIn> indicatorsDue(Asked asked) {
        var found = queue.indicators(asked.then());
        List<IndicatorIn> sorted = found.items().stream()
                .sorted(comparing(IndicatorIn::due)
                        .thenComparing(IndicatorIn::deadline, nullsLast(naturalOrder()))
                        .thenComparing(IndicatorIn::position))
                .toList();
        return new Known<>(sorted, found.upTo());
    }

    private static long count(Known<IndicatorIn> found, Due due) {
        return found.items().stream()
                .filter(indicator -> indicator.due() == due)
                .count();
    }

    private <T> void show(Model model, Asked asked, Known<T> found, Function<T, String> assessment) {
        var part = Part.of(found.items(), asked.page());
        Stream<String> keys = part.rows().stream().map(assessment).distinct();
        asking.show(model, asked, found.upTo());
        model.addAttribute("part", part);
        model.addAttribute("titles", titles.of(keys.toList(), asked.then()));
    }
}
