package org.steelyard.dossier.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.steelyard.http.PointInTime;

/** The whole log of an assessment, page by page, newest first. */
@Controller
class LogPages {
    private static final int PAGE = 50;

    private final Opening opening;
    private final Framing framing;
    private final Story story;

    LogPages(Opening opening, Framing framing, Story story) {
        this.opening = opening;
        this.framing = framing;
        this.story = story;
    }

    @GetMapping("/a/{key}/log")
    String log(
            @PathVariable String key,
            PointInTime point,
            @RequestParam(name = "page", required = false) @Nullable String asked,
            @RequestParam(name = "at", required = false) @Nullable String wanted,
            Model model) {
        Shown shown = opening.open(key, point);
        framing.frame(model, shown, "/log");
        long at = number(wanted);
        if (isElsewhere(shown, at)) {
            return "redirect:" + shown.address().now().event(at);
        }
        int page = at > 0 ? story.newerThan(shown, at) / PAGE + 1 : (int) Math.max(1, number(asked));
        var log = story.tell(shown, event -> true, (page - 1) * PAGE, PAGE);
        int pages = Math.max(1, (log.all() + PAGE - 1) / PAGE);
        if (page > pages) {
            return "redirect:" + shown.address().to("/log", "page", number(pages));
        }
        model.addAttribute("log", log);
        model.addAttribute("blinded", shown.dossier().blinded());
        model.addAttribute("at", at);
        model.addAttribute("page", page);
        model.addAttribute("pages", pages);
        model.addAttribute("newer", page > 1 ? shown.address().to("/log", "page", number(page - 1)) : null);
        model.addAttribute("older", page < pages ? shown.address().to("/log", "page", number(page + 1)) : null);
        return "dossier/log";
    }

    /** Whether the log has this event, and it does not count at the point. */
    private static boolean isElsewhere(Shown shown, long revision) {
        var recorded = shown.dossier().state().recorded(revision);
        return recorded != null && !shown.dossier().counts(recorded);
    }

    private static long number(@Nullable String asked) {
        return asked != null && asked.matches("[1-9]\\d{0,6}") ? Long.parseLong(asked) : 0;
    }

    private static String number(int page) {
        return Integer.toString(page);
    }
}
