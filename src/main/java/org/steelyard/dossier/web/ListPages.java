package org.steelyard.dossier.web;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.steelyard.access.Access;
import org.steelyard.assessment.AssessmentIndex;
import org.steelyard.assessment.AssessmentIndex.Filter;
import org.steelyard.assessment.AssessmentView.Status;
import org.steelyard.assessment.Marking;
import org.steelyard.http.PointInTime;
import org.steelyard.http.Query;
import org.steelyard.site.Wording;

/** The list of the assessments that one may see. */
@Controller
class ListPages {
    private final Summaries summaries;
    private final AssessmentIndex index;
    private final Access access;
    private final TimeControl time;
    private final Wording say;
    private final Clock clock;

    ListPages(Summaries summaries, AssessmentIndex index, Access access, TimeControl time, Wording say, Clock clock) {
        this.summaries = summaries;
        this.index = index;
        this.access = access;
        this.time = time;
        this.say = say;
        this.clock = clock;
    }

    @GetMapping("/")
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String marking,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String recordedDay,
            @RequestParam(required = false) @Nullable String asOf,
            Model model) {
        Instant then =
                recordedDay == null ? time.notAfterNow(PointInTime.instant("asOf", asOf)) : time.picked(recordedDay);
        var search = new Search(q, tag, status, marking, then == null ? null : then.toString());
        if (recordedDay != null) {
            return "redirect:" + search.address(null);
        }
        var filter = new Filter(
                Query.text("q", q), Query.text("tag", tag), search.wantedMarking(), null, search.wantedStatus(), null);
        var found = summaries.find(filter, Query.text("after", after), then);
        model.addAttribute("found", found);
        model.addAttribute("search", search);
        model.addAttribute("mayOpen", then == null && access.mayOpen());
        model.addAttribute(
                "beginning", found.summaries().isEmpty() && then == null && !search.narrows() ? beginning() : null);
        model.addAttribute("statuses", Status.values());
        model.addAttribute("markings", Marking.values());
        model.addAttribute("then", then);
        model.addAttribute("recordedDay", then == null ? null : say.date(then));
        model.addAttribute("today", say.date(clock.instant()));
        model.addAttribute("next", found.next() == null ? null : search.address(found.next()));
        return "dossier/list";
    }

    private Beginning beginning() {
        boolean empty = index.isEmpty();
        return new Beginning(access.isAdministrator(), access.mayOpen(), empty && access.isAdministrator());
    }
}
