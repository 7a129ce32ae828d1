package org.steelyard.portfolio.web;

import java.time.Clock;
import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.steelyard.http.PointInTime;
import org.steelyard.http.Problem;
import org.steelyard.http.Query;
import org.steelyard.site.Days;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** Reads what the address of a page asks for, and puts what every such page shows of it on the page. */
@Component
class Asking {
    private final Days days;
    private final Wording say;
    private final Texts texts;
    private final Clock clock;

    Asking(Days days, Wording say, Texts texts, Clock clock) {
        this.days = days;
        this.say = say;
        this.texts = texts;
        this.clock = clock;
    }

    /** The past and the page that are asked for, and parameters as name, value, name, value. */
    Asked asked(String path, @Nullable String asOf, @Nullable String page, @Nullable String... narrowed) {
        return asked(path, days.notAfterNow(PointInTime.instant("asOf", asOf)), number(page), narrowed);
    }

    /** The same of a day that was picked. */
    Asked picked(String path, String recordedDay, @Nullable String... narrowed) {
        return asked(path, days.picked(recordedDay), 1, narrowed);
    }

    private static Asked asked(String path, @Nullable Instant then, int page, @Nullable String... narrowed) {
        var parameters = new TreeMap<String, String>();
        for (int i = 0; i < narrowed.length; i += 2) {
            String name = String.valueOf(narrowed[i]);
            String value = Query.text(name, narrowed[i + 1]);
            if (value != null) {
                parameters.put(name, value);
            }
        }
        return new Asked(path, then, parameters, page);
    }

    private int number(@Nullable String page) {
        if (page == null || page.isBlank()) {
            return 1;
        }
        int number = page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0;
        if (number < 1) {
            throw Problem.badRequest(texts.text("across.wrong-page"));
        }
        return number;
    }

    void show(Model model, Asked asked, @Nullable Instant upTo) {
        Instant then = asked.then();
        model.addAttribute("asked", asked);
        model.addAttribute("upTo", upTo);
        model.addAttribute("recordedDay", then == null ? null : say.date(then));
        model.addAttribute("today", say.date(clock.instant()));
    }
}
