package org.steelyard.portfolio.admin;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.steelyard.access.Access;
import org.steelyard.assessment.ParkedEvents;
import org.steelyard.assessment.ParkedEvents.Parked;
import org.steelyard.http.Problem;
import org.steelyard.portfolio.projection.Progress;
import org.steelyard.portfolio.projection.ProgressReport;
import org.steelyard.portfolio.projection.Projections;

/** Projections on a page, for administrators. */
@Controller
@RequestMapping(ProjectionPages.PATH)
class ProjectionPages {
    static final String PATH = "/admin/projections";
    private static final String VIEW = "portfolio/projections";
    private static final int SHOWN = 200;

    private final Access access;
    private final Projections projections;
    private final ProgressReport report;
    private final ParkedEvents parked;
    private final MessageSource texts;

    ProjectionPages(
            Access access, Projections projections, ProgressReport report, ParkedEvents parked, MessageSource texts) {
        this.access = access;
        this.projections = projections;
        this.report = report;
        this.parked = parked;
        this.texts = texts;
    }

    @GetMapping
    String page(Model model) {
        access.requireAdministrator();
        addProgress(model);
        List<Parked> letters = parked.list(null, SHOWN + 1);
        model.addAttribute("letters", letters.subList(0, Math.min(SHOWN, letters.size())));
        model.addAttribute("more", letters.size() > SHOWN);
        return VIEW;
    }

    /** The table alone, for a page that shows it already. */
    @GetMapping("/progress")
    String progress(Model model) {
        access.requireAdministrator();
        addProgress(model);
        return VIEW + " :: progress";
    }

    private void addProgress(Model model) {
        List<Progress> all = report.all();
        model.addAttribute("projections", all);
        model.addAttribute("building", all.stream().anyMatch(each -> each.state() != Progress.State.SERVING));
        model.addAttribute("answer", answer(all));
    }

    /** Which sentence the page opens with. */
    private static String answer(List<Progress> all) {
        if (all.stream().anyMatch(each -> each.state() == Progress.State.BUILDING)) {
            return "first";
        }
        if (all.stream().anyMatch(each -> each.state() == Progress.State.REBUILDING)) {
            return "building";
        }
        if (all.stream().anyMatch(each -> each.parked() > 0)) {
            return "parked";
        }
        return all.stream().anyMatch(each -> each.lag() > 0) ? "behind" : "all";
    }

    @PostMapping("/{name}/rebuild")
    String rebuild(@PathVariable String name, RedirectAttributes after) {
        access.requireAdministrator();
        if (!projections.has(name)) {
            throw Problem.notFound("There is no projection " + name + ".");
        }
        return said(after, projections.rebuild(name) ? "projections.begun" : "projections.already", name);
    }

    @PostMapping("/dead-letters/{id}/retry")
    String retry(@PathVariable String id, RedirectAttributes after) {
        access.requireAdministrator();
        Parked letter = parked.find(id)
                .orElseThrow(() -> Problem.notFound("This event is parked no more: nothing is left to do."));
        boolean taken = projections.has(letter.follower()) && parked.retry(letter.follower(), letter.assessment());
        return said(after, taken ? "projections.taken" : "projections.refused", letter.assessment());
    }

    private String said(RedirectAttributes after, String text, String about) {
        after.addFlashAttribute("done", texts.getMessage(text, new Object[] {about}, LocaleContextHolder.getLocale()));
        return "redirect:" + PATH;
    }
}
