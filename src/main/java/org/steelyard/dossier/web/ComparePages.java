package org.steelyard.dossier.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.steelyard.dossier.figure.WaterfallFigure;
import org.steelyard.http.PointInTime;
import org.steelyard.http.RangeInTime;
import org.steelyard.http.RangeInTime.Axis;
import org.steelyard.site.Texts;

/** One assessment at two points: what moved the balance from one to the other, and what changed. */
@Controller
@RequestMapping("/a/{key}/compare")
class ComparePages {
    private final Opening opening;
    private final Framing framing;
    private final Comparing comparing;
    private final CompareParts parts;
    private final CompareSentences sentences;
    private final WaterfallRows rows;
    private final Ranges ranges;
    private final Texts texts;
    private final Clock clock;

    ComparePages(
            Opening opening,
            Framing framing,
            Comparing comparing,
            CompareParts parts,
            CompareSentences sentences,
            WaterfallRows rows,
            Ranges ranges,
            Texts texts,
            Clock clock) {
        this.opening = opening;
        this.framing = framing;
        this.comparing = comparing;
        this.parts = parts;
        this.sentences = sentences;
        this.rows = rows;
        this.ranges = ranges;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    String compare(
            @PathVariable String key,
            RangeInTime range,
            @RequestParam(required = false) @Nullable String axis,
            @RequestParam(required = false) @Nullable String reading,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String all,
            Model model) {
        var address = new CompareAddress(key, range, reading, CompareAddress.grouping(by), all != null);
        if (axis == null && range.equals(RangeInTime.ALL)) {
            Shown now = opening.open(key, PointInTime.LATEST);
            return "redirect:" + ranges.usual(address, now.view().recordedAt()).page();
        }
        Comparison comparison = comparing.open(address);
        framing.frame(model, comparison.to(), "/compare");
        model.addAttribute("page", address);
        model.addAttribute("picked", PickedRange.of(range));
        model.addAttribute("comparison", comparison);
        model.addAttribute("question", sentences.title(comparison));
        model.addAttribute("answer", sentences.answer(comparison));
        model.addAttribute("ready", ranges.ready(comparison));
        model.addAttribute("neighbours", ranges.neighbours(comparison));
        picture(model, comparison);
        parts.add(model, comparison);
        return "dossier/compare";
    }

    private void picture(Model model, Comparison comparison) {
        Measure measure = comparison.measure();
        if (measure == null) {
            return;
        }
        var waterfall = Waterfall.of(comparison, comparison.address().by());
        var steps = rows.rows(comparison, waterfall);
        var head = rows.head(measure);
        model.addAttribute("wide", WaterfallFigure.wide(steps, head));
        model.addAttribute("narrow", WaterfallFigure.narrow(steps, head));
        model.addAttribute("figureTitle", sentences.title(comparison));
        model.addAttribute("figureDescription", rows.description(steps));
        model.addAttribute("steps", rows.lines(comparison, waterfall));
        model.addAttribute("measure", measure);
    }

    /** What the form sends: days, revisions and what is to be followed, which become the address of the comparison. */
    @GetMapping(params = "picked")
    String picked(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String axis,
            @RequestParam(defaultValue = "") String fromDay,
            @RequestParam(defaultValue = "") String toDay,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String effectiveAt,
            @RequestParam(required = false) @Nullable String reading,
            @RequestParam(required = false) @Nullable String by,
            Model model,
            HttpServletResponse response) {
        opening.requireToRead(key);
        boolean recorded = axis.equals(Axis.RECORDED.word());
        var picked = new PickedRange(recorded ? Axis.RECORDED : Axis.EFFECTIVE, fromDay, toDay, null, null)
                .checked(clock.instant(), texts);
        if (picked.isWrong()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            framing.frame(model, opening.open(key, PointInTime.LATEST), "/compare");
            model.addAttribute("picked", picked);
            model.addAttribute("question", texts.text("compare.title.wrong"));
            return "dossier/compare";
        }
        var range = new RangeInTime(
                picked.axis(),
                picked.start(),
                picked.end(clock.instant()),
                recorded ? null : PointInTime.instantOrRevision("asOf", asOf),
                recorded ? PointInTime.instant("effectiveAt", effectiveAt) : null);
        return "redirect:" + new CompareAddress(key, range, reading, CompareAddress.grouping(by), false).page();
    }
}
