package org.steelyard.portfolio.web;

import static java.util.Comparator.comparing;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.steelyard.access.Access;
import org.steelyard.http.Csv;
import org.steelyard.http.Page;
import org.steelyard.portfolio.item.JudgmentIn;
import org.steelyard.portfolio.item.JudgmentRegister;
import org.steelyard.portfolio.item.Known;
import org.steelyard.site.Attachments;
import org.steelyard.site.Sentence;
import org.steelyard.site.Texts;
import tools.jackson.databind.json.JsonMapper;

/** Which judgments are stale, over all assessments that one may read: one's own, or everybody's. */
@Controller
class JudgmentPages {
    private static final String PATH = "/judgments";
    private static final String WHOSE = "whose";
    private static final String ALL = "all";

    private final JudgmentRegister register;
    private final JudgmentLines lines;
    private final Access access;
    private final Asking asking;
    private final Texts texts;
    private final JsonMapper json;

    JudgmentPages(
            JudgmentRegister register,
            JudgmentLines lines,
            Access access,
            Asking asking,
            Texts texts,
            JsonMapper json) {
        this.register = register;
        this.lines = lines;
        this.access = access;
        this.asking = asking;
        this.texts = texts;
        this.json = json;
    }

    @GetMapping(PATH)
    String judgments(
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String recordedDay,
            @RequestParam(required = false) @Nullable String asOf,
            Model model) {
        if (recordedDay != null) {
            return "redirect:"
                    + asking.picked(PATH, recordedDay, WHOSE, known(whose)).here();
        }
        var asked = asking.asked(PATH, asOf, page, WHOSE, known(whose));
        Known<JudgmentIn> found = find(asked);
        var part = Part.of(found.items(), asked.page());
        asking.show(model, asked, found.upTo());
        model.addAttribute("everybody", isEverybody(asked));
        model.addAttribute("answer", answer(asked, found));
        model.addAttribute("part", part);
        model.addAttribute("lines", lines.of(register.open(part.rows(), asked.then()), asked));
        return "portfolio/judgments";
    }

    @GetMapping(PATH + ".csv")
    ResponseEntity<String> judgmentsCsv(
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String asOf) {
        var found = find(asking.asked(PATH, asOf, null, WHOSE, known(whose)));
        return Attachments.csv("judgments", Csv.of(Page.whole(JudgmentIn.class, found.items()), json));
    }

    private static @Nullable String known(@Nullable String whose) {
        return ALL.equals(whose) ? ALL : null;
    }

    private static boolean isEverybody(Asked asked) {
        return asked.narrowed().containsKey(WHOSE);
    }

    /** Stale ones first, of open questions before closed ones, one's own before those of others. */
    private Known<JudgmentIn> find(Asked asked) {
        String user = access.user();
        var found = register.all(isEverybody(asked) ? null : user, asked.then());
        var sorted = found.items().stream()
                .sorted(comparing((JudgmentIn one) -> !one.isStale())
                        .thenComparing(one -> !one.isOpen())
                        .thenComparing(one -> !one.analyst().equals(user)))
                .toList();
        return new Known<>(sorted, found.upTo());
    }

    private Sentence answer(Asked asked, Known<JudgmentIn> found) {
        String whose = isEverybody(asked) ? "all" : "mine";
        int judged = found.items().size();
        long stale = found.items().stream().filter(JudgmentIn::isStale).count();
        String code = judged == 0 ? ".none" : judged > 1 ? ".more" : stale == 1 ? ".one.stale" : ".one.fresh";
        String counted = texts.text(
                "judged.stale" + (stale == 0 ? ".none" : stale == 1 ? ".one" : ".more"), Long.toString(stale));
        return texts.sentence("judged." + whose + code, counted, Integer.toString(judged));
    }
}
