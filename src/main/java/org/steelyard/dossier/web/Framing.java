package org.steelyard.dossier.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.steelyard.access.Access;
import org.steelyard.access.Right;
import org.steelyard.site.Sentence;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** What every page of one assessment has: its name and answer, the control for time, and what a past view says of itself. */
@Component
class Framing {
    private final Texts texts;
    private final Wording say;
    private final TimeControl time;
    private final Access access;

    Framing(Texts texts, Wording say, TimeControl time, Access access) {
        this.texts = texts;
        this.say = say;
        this.time = time;
        this.access = access;
    }

    /** Fills the model of a page that stands at {@code below} in the assessment's address. */
    void frame(Model model, Shown shown, String below) {
        model.addAttribute("key", shown.key());
        model.addAttribute("view", shown.view());
        model.addAttribute("balance", shown.balance());
        model.addAttribute("address", shown.address());
        model.addAttribute("may", shown.may());
        model.addAttribute("past", shown.past());
        model.addAttribute("newest", shown.dossier().state().revision());
        model.addAttribute("below", below);
        model.addAttribute("heading", title(shown));
        model.addAttribute("answer", answer(shown));
        model.addAttribute("resolved", resolved(shown));
        model.addAttribute("readingsHidden", shown.dossier().readingsHidden());
        model.addAttribute("qualified", isOutside(shown) ? List.of() : new Qualifiers(texts, say, shown).all());
        model.addAttribute("clock", time.of(shown, below));
        model.addAttribute("identities", shown.identities());
        model.addAttribute("lastAuthor", lastAuthor(shown));
    }

    Address picked(String key, @Nullable String effectiveDay, @Nullable String recordedDay) {
        return time.picked(key, effectiveDay, recordedDay);
    }

    /** The title at the point; before there was one, the key. */
    static String title(Shown shown) {
        String title = shown.view().title();
        return title == null ? shown.key() : title;
    }

    Sentence answer(Shown shown) {
        if (shown.view().since() == null) {
            String since = say.day(shown.dossier().state().since());
            return texts.sentence("headline.not-yet", since);
        }
        return shown.dossier().readingsHidden()
                ? Headline.blind(texts, shown.address(), !isOutside(shown))
                : new Headline(texts, say, shown.balance(), shown.identities()).answer();
    }

    /** Whether readings are kept from who could not rate here today. */
    private boolean isOutside(Shown shown) {
        return shown.dossier().readingsHidden() && !access.may(Right.RECORD, shown.key());
    }

    @Nullable
    Sentence resolved(Shown shown) {
        var resolution = shown.view().resolution();
        if (resolution == null) {
            return null;
        }
        String day = say.day(resolution.resolvedOn());
        if (resolution.outcome() != null) {
            return texts.sentence("headline.resolved", day, shown.identities().name(resolution.outcome()));
        }
        if (resolution.outcomes() == null) {
            return texts.sentence("headline.annulled", day);
        }
        String held = resolution.outcomes().entrySet().stream()
                .filter(outcome -> outcome.getValue())
                .map(outcome -> outcome.getKey())
                .sorted()
                .reduce((one, other) -> one + ", " + other)
                .orElseGet(() -> texts.text("event.assessment-resolved.nothing"));
        return texts.sentence("headline.resolved", day, new Sentence.Name(held, "name", null));
    }

    /** Null where blind mode keeps the newest event from the reader. */
    private static @Nullable String lastAuthor(Shown shown) {
        var dossier = shown.dossier();
        var last = dossier.state().recorded(dossier.point().revision());
        return last == null ? null : last.stamp().author();
    }
}
