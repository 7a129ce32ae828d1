package org.steelyard.portfolio.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.steelyard.access.Access;
import org.steelyard.http.Csv;
import org.steelyard.http.Page;
import org.steelyard.portfolio.item.MentionIn;
import org.steelyard.portfolio.item.Titles;
import org.steelyard.portfolio.item.WorkQueue;
import org.steelyard.site.Attachments;
import org.steelyard.site.Texts;
import org.steelyard.visit.Visits;
import tools.jackson.databind.json.JsonMapper;

/** Where one was mentioned, over all assessments that one may read. */
@Controller
class MentionPages {
    private static final String MENTIONS = "/mentions";

    private final WorkQueue queue;
    private final Visits visits;
    private final Titles titles;
    private final Access access;
    private final Asking asking;
    private final Texts texts;
    private final JsonMapper json;

    MentionPages(
            WorkQueue queue, Visits visits, Titles titles, Access access, Asking asking, Texts texts, JsonMapper json) {
        this.queue = queue;
        this.visits = visits;
        this.titles = titles;
        this.access = access;
        this.asking = asking;
        this.texts = texts;
        this.json = json;
    }

    /** A mention; {@code fresh} where it came after one's last visit to its assessment. */
    record Line(MentionIn mention, boolean fresh) {}

    @GetMapping(MENTIONS)
    String mentions(
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String recordedDay,
            @RequestParam(required = false) @Nullable String asOf,
            Model model) {
        if (recordedDay != null) {
            return "redirect:" + asking.picked(MENTIONS, recordedDay).here();
        }
        var asked = asking.asked(MENTIONS, asOf, page);
        var found = queue.mentions(access.user(), asked.then());
        Map<String, Instant> visited = asked.then() == null ? visits.lastVisits() : Map.of();
        List<Line> lines = found.items().stream()
                .map(mention -> new Line(mention, asked.then() == null && isFresh(mention, visited)))
                .toList();
        var part = Part.of(lines, asked.page());
        asking.show(model, asked, found.upTo());
        model.addAttribute("part", part);
        model.addAttribute(
                "titles",
                titles.of(
                        part.rows().stream()
                                .map(line -> line.mention().assessment())
                                .toList(),
                        asked.then()));
        model.addAttribute("answer", answer(lines));
        return "portfolio/mentions";
    }

    private static boolean isFresh(MentionIn mention, Map<String, Instant> visited) {
        Instant last = visited.get(mention.assessment());
        return last == null || mention.recordedAt().isAfter(last);
    }

    private String answer(List<Line> lines) {
        long fresh = lines.stream().filter(Line::fresh).count();
        String times = texts.text(
                lines.size() == 1 ? "mentions.times.one" : "mentions.times.more", Integer.toString(lines.size()));
        return texts.text(
                fresh == 0 ? "mentions.answer.none" : fresh == 1 ? "mentions.answer.one" : "mentions.answer.more",
                times,
                Long.toString(fresh));
    }

    @GetMapping(MENTIONS + ".csv")
    ResponseEntity<String> csv(@RequestParam(required = false) @Nullable String asOf) {
        var found =
                queue.mentions(access.user(), asking.asked(MENTIONS, asOf, null).then());
        return Attachments.csv("mentions", Csv.of(Page.whole(MentionIn.class, found.items()), json));
    }
}
