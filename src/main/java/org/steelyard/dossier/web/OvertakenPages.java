package org.steelyard.dossier.web;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.steelyard.access.Access;
import org.steelyard.dossier.web.OvertakenRatings.Found;
import org.steelyard.http.PointInTime;
import org.steelyard.http.Query;
import org.steelyard.site.Addresses;
import org.steelyard.site.Sentence;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** Which ratings a rewording overtook, over all assessments that one may read: one's own, or everybody's. */
@Controller
class OvertakenPages {
    private static final String PATH = "/judgments/overtaken";

    private final OvertakenRatings ratings;
    private final Access access;
    private final Files files;
    private final TimeControl time;
    private final Texts texts;
    private final Wording say;
    private final Clock clock;

    OvertakenPages(
            OvertakenRatings ratings,
            Access access,
            Files files,
            TimeControl time,
            Texts texts,
            Wording say,
            Clock clock) {
        this.ratings = ratings;
        this.access = access;
        this.files = files;
        this.time = time;
        this.texts = texts;
        this.say = say;
        this.clock = clock;
    }

    /**
     * What the address asks for.
     *
     * @param everybody whether it is not one's own alone
     * @param then an instant; null for now
     */
    record Asked(boolean everybody, @Nullable Instant then) {
        /** The page, or a file of it, of one's own or of everybody's; from behind this key on. */
        public String to(String path, boolean ofEverybody, @Nullable String after) {
            return Addresses.query(
                    path,
                    "whose",
                    ofEverybody ? "all" : null,
                    "asOf",
                    then == null ? null : then.toString(),
                    "after",
                    after);
        }

        public String now() {
            return new Asked(everybody, null).to(PATH, everybody, null);
        }
    }

    @GetMapping(PATH)
    String overtaken(
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String recordedDay,
            @RequestParam(required = false) @Nullable String asOf,
            Model model) {
        if (recordedDay != null) {
            var asked = new Asked("all".equals(whose), time.picked(recordedDay));
            return "redirect:" + asked.to(PATH, asked.everybody(), null);
        }
        var asked = asked(whose, asOf);
        var found = find(asked, after);
        boolean isPart = found.next() != null || after != null;
        model.addAttribute("isPart", isPart);
        model.addAttribute("asked", asked);
        model.addAttribute("after", after);
        model.addAttribute("found", found);
        model.addAttribute("answer", answer(asked, found, isPart));
        model.addAttribute("recordedDay", asked.then() == null ? null : say.date(asked.then()));
        model.addAttribute("today", say.date(clock.instant()));
        return "dossier/overtaken";
    }

    @GetMapping(PATH + ".csv")
    ResponseEntity<String> overtakenCsv(
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String asOf) {
        return files.csv(
                "overtaken-ratings",
                Tables.overtaken(find(asked(whose, asOf), after).reworded()));
    }

    private Found find(Asked asked, @Nullable String after) {
        return ratings.find(asked.everybody() ? null : access.user(), Query.text("after", after), asked.then());
    }

    private Asked asked(@Nullable String whose, @Nullable String asOf) {
        return new Asked("all".equals(whose), time.notAfterNow(PointInTime.instant("asOf", asOf)));
    }

    private Sentence answer(Asked asked, Found found, boolean isPart) {
        String code = asked.everybody() ? "overtaken.all" : "overtaken.mine";
        long count = found.overtaken();
        String ending = count == 0 ? ".none" : count == 1 ? ".one" : ".more";
        return texts.sentence(
                isPart ? code + ".part" : code, texts.text("overtaken.count" + ending, Long.toString(count)));
    }
}
