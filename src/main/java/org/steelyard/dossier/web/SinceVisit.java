package org.steelyard.dossier.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.steelyard.dossier.Dossiers;
import org.steelyard.dossier.figure.ReadingsRow.Earlier;
import org.steelyard.site.Sentence;
import org.steelyard.site.Sentence.Name;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;
import org.steelyard.visit.Visits;

/** What is new since the reader's last visit: on the page of now alone, since a past view is not about news. */
@Component
class SinceVisit {
    private final Visits visits;
    private final Dossiers dossiers;
    private final Readings readings;
    private final Texts texts;
    private final Wording say;
    private final Clock clock;

    SinceVisit(Visits visits, Dossiers dossiers, Readings readings, Texts texts, Wording say, Clock clock) {
        this.visits = visits;
        this.dossiers = dossiers;
        this.readings = readings;
        this.texts = texts;
        this.say = say;
        this.clock = clock;
    }

    /** Puts the sentence and the day into the model, and returns where the readings stood then; empty without a visit before. */
    Map<String, Earlier> add(Model model, Shown shown) {
        var end = shown.past() ? Optional.<Instant>empty() : visits.lastVisit(shown.key());
        if (end.isEmpty()) {
            return Map.of();
        }
        var then = dossiers.openIfBegun(shown.key(), end.get());
        long before = then.map(dossier -> dossier.point().revision()).orElse(0L);
        String when = when(end.get());
        model.addAttribute(
                "sinceVisit", sentence(shown, end.get(), when, shown.view().revision() - before));
        model.addAttribute("visited", when);
        return then.filter(dossier -> !dossier.readingsHidden())
                .filter(dossier -> before < shown.view().revision())
                .map(dossier -> readings.earlier(shown, dossier.balance(), texts.text("visit.then", when)))
                .orElseGet(Map::of);
    }

    /** The day, or the moment where that is today. */
    private String when(Instant end) {
        return say.date(end).equals(say.date(clock.instant())) ? say.moment(end) : say.day(end);
    }

    private Sentence sentence(Shown shown, Instant end, String when, long events) {
        if (events <= 0) {
            return texts.sentence("visit.nothing", when);
        }
        String count =
                events == 1 ? texts.text("visit.events.one") : texts.text("visit.events.more", Long.toString(events));
        String compare = shown.address().now().to("/compare", "from", end.toString(), "axis", "recorded");
        return texts.sentence("visit.events", when, new Name(count, null, compare));
    }
}
