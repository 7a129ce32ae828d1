package org.steelyard.dossier.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.HtmlUtils;
import org.steelyard.access.Access;
import org.steelyard.access.Right;
import org.steelyard.dossier.embed.Embed.Made;
import org.steelyard.dossier.embed.EmbedView;
import org.steelyard.dossier.embed.Embeds;
import org.steelyard.http.PointInTime;
import org.steelyard.http.Problem;
import org.steelyard.http.Times;
import org.steelyard.site.Texts;

/** Where one makes addresses at which the picture of an assessment is seen without signing in, and revokes them. */
@Controller
@RequestMapping("/a/{key}/embeds")
class EmbedPages {
    private static final String VIEW = "dossier/embeds";
    private static final int USUAL_DAYS = 30;

    private final Opening opening;
    private final Framing framing;
    private final Embeds embeds;
    private final Access access;
    private final Texts texts;
    private final Clock clock;

    EmbedPages(Opening opening, Framing framing, Embeds embeds, Access access, Texts texts, Clock clock) {
        this.opening = opening;
        this.framing = framing;
        this.embeds = embeds;
        this.access = access;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@PathVariable String key, PointInTime point, Model model) {
        Shown shown = opening.open(key, point);
        try {
            embeds.requireToMake(key);
        } catch (Problem refused) {
            model.addAttribute("whyNot", refused.getMessage());
        }
        return page(shown, model);
    }

    /** The address is on the page that answers, and nowhere after. */
    @PostMapping
    ModelAndView make(
            @PathVariable String key,
            PointInTime point,
            @RequestParam(defaultValue = "") String lastDay,
            @RequestParam(defaultValue = "") String width,
            Model model) {
        Shown shown = opening.open(key, point);
        embeds.requireToMake(key);
        model.addAttribute("lastDay", lastDay);
        model.addAttribute("width", width);
        try {
            var view = new EmbedView(point, width.equals("narrow"));
            show(embeds.make(key, view, endOf(lastDay)), shown, model);
        } catch (Problem problem) {
            model.addAttribute("wrong", said(problem));
            var again = page(shown, model);
            again.setStatus(problem.status());
            return again;
        }
        return page(shown, model);
    }

    @PostMapping("/{id}/revocation")
    String revoke(@PathVariable String key, @PathVariable String id, RedirectAttributes next) {
        embeds.revoke(key, id);
        next.addFlashAttribute("done", texts.text("embed.revoked"));
        return "redirect:" + new Address(key, null, null).to("/embeds");
    }

    private ModelAndView page(Shown shown, Model model) {
        framing.frame(model, shown, "/embeds");
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        model.addAttribute("firstDay", today);
        model.addAttribute("latestDay", today.plusDays(Embeds.LONGEST.toDays() - 1));
        if (!model.containsAttribute("lastDay")) {
            model.addAttribute("lastDay", today.plusDays(USUAL_DAYS));
        }
        model.addAttribute("embeds", embeds.of(shown.key()));
        model.addAttribute("all", access.may(Right.GOVERN, shown.key()));
        return new ModelAndView(VIEW, model.asMap());
    }

    private void show(Made made, Shown shown, Model model) {
        String title = HtmlUtils.htmlEscape(Framing.title(shown), "UTF-8");
        String picture = absolute(made.picture());
        model.addAttribute("made", made.embed());
        model.addAttribute("picture", picture);
        model.addAttribute("asPicture", "<img src=\"" + picture + "\" alt=\"" + title + "\">");
        model.addAttribute(
                "asFrame",
                "<iframe src=\"" + absolute(made.page()) + "\" title=\"" + title
                        + "\" width=\"100%\" height=\"640\" sandbox referrerpolicy=\"no-referrer\"></iframe>");
    }

    private static String absolute(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }

    private Instant endOf(String day) {
        return Times.date(day)
                .map(date -> date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .orElseThrow(() -> Problem.badRequest(texts.text("embed.last.wrong")));
    }

    private String said(Problem problem) {
        boolean aboutTheDay =
                problem.errors().stream().anyMatch(error -> error.pointer().equals("/expiresAt"));
        return aboutTheDay ? texts.text("embed.last.wrong") : said(problem.getMessage());
    }

    private static String said(@Nullable String message) {
        return message == null ? "" : message;
    }
}
