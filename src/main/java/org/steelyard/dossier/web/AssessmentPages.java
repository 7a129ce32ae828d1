package org.steelyard.dossier.web;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.steelyard.assessment.AssessmentView.IndicatorView;
import org.steelyard.assessment.AssessmentView.InterpretationView;
import org.steelyard.dossier.embed.Embeds;
import org.steelyard.dossier.figure.NarrowReadings;
import org.steelyard.dossier.figure.WideReadings;
import org.steelyard.dossier.web.HistoryChart.Choice;
import org.steelyard.dossier.web.MatrixTables.Wish;
import org.steelyard.http.PointInTime;

/** One assessment at a point in time: the answer, the picture, the matrix, who judged what, and what happened last. */
@Controller
@RequestMapping("/a/{key}")
class AssessmentPages {
    /** Rows of the matrix on the page of the assessment; the rest is one step away. */
    private static final int ROWS = 15;

    /** Cells of the largest matrix that a page shows whole. */
    private static final int MOST_CELLS = 10_000;

    private static final int NEWEST = 8;

    /** Pages that have the control for time and come back to themselves. */
    private static final Pattern PAGES =
            Pattern.compile("/matrix|/team|/log|/firm|/known|/reviews/[0-9]{1,18}|/evidence/[a-z0-9-]{1,64}");

    /** What pages have in their addresses beside the point in time. */
    private static final List<String> KEPT =
            List.of("order", "whose", "reading", "axis", "against", Assumption.PARAMETER);

    private final Opening opening;
    private final Framing framing;
    private final Readings readings;
    private final SinceVisit sinceVisit;
    private final Captions captions;
    private final HistoryCharts charts;
    private final MatrixTables matrices;
    private final Judgments judgments;
    private final Conversations conversations;
    private final Threads threads;
    private final Blames blames;
    private final Story story;
    private final Embeds embeds;
    private final NextSteps nextSteps;

    AssessmentPages(
            Opening opening,
            Framing framing,
            Readings readings,
            SinceVisit sinceVisit,
            Captions captions,
            HistoryCharts charts,
            MatrixTables matrices,
            Judgments judgments,
            Conversations conversations,
            Threads threads,
            Blames blames,
            Story story,
            Embeds embeds,
            NextSteps nextSteps) {
        this.opening = opening;
        this.framing = framing;
        this.readings = readings;
        this.sinceVisit = sinceVisit;
        this.captions = captions;
        this.charts = charts;
        this.matrices = matrices;
        this.judgments = judgments;
        this.conversations = conversations;
        this.threads = threads;
        this.blames = blames;
        this.story = story;
        this.embeds = embeds;
        this.nextSteps = nextSteps;
    }

    @GetMapping
    String assessment(
            @PathVariable String key,
            PointInTime point,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String reading,
            @RequestParam(required = false) @Nullable String axis,
            Model model) {
        Shown shown = opening.open(key, point);
        framing.frame(model, shown, "");
        Choice choice = Choice.of(reading, axis);
        model.addAttribute("chart", charts.of(shown, choice));
        model.addAttribute("kept", choice.kept());
        var earlier = sinceVisit.add(model, shown);
        var rows = readings.rows(shown, earlier);
        var lines = readings.lines(shown);
        model.addAttribute("lines", lines);
        model.addAttribute("earlier", earlier);
        model.addAttribute("pooled", pooled(lines));
        model.addAttribute("figureTitle", captions.title(shown));
        model.addAttribute("figureDescription", captions.description(shown));
        model.addAttribute("wide", WideReadings.of(rows, readings.heads()));
        model.addAttribute("narrow", NarrowReadings.of(rows, readings.heads()));
        MatrixTable matrix = matrices.of(shown, Wish.of(order, whose, shown));
        model.addAttribute("matrix", matrix);
        model.addAttribute("rows", matrix.rows().stream().limit(ROWS).toList());
        model.addAttribute("by", blames.ofWhole(shown));
        model.addAttribute("interpretationsBy", interpretationsBy(shown));
        model.addAttribute("indicatorsBy", indicatorsBy(shown));
        model.addAttribute("judgments", judgments.of(shown));
        addTalk(model, shown);
        model.addAttribute("mayShare", embeds.mayMake(key));
        model.addAttribute("nextSteps", nextSteps.of(shown));
        model.addAttribute("log", story.tell(shown, event -> true, 0, NEWEST));
        return "dossier/assessment";
    }

    private void addTalk(Model model, Shown shown) {
        model.addAttribute("indicators", conversations.indicators(shown));
        var conversation = threads.of(shown);
        model.addAttribute("conversation", conversation);
        model.addAttribute(
                "mentioned",
                conversation.stream().filter(Threads.Turn::mentionsReader).count());
    }

    /** Whose judgments the table has columns for. */
    private static List<String> pooled(List<Readings.Line> lines) {
        return lines.isEmpty()
                ? List.of()
                : List.copyOf(lines.getFirst().byAnalyst().keySet());
    }

    private Map<String, Map<String, SetBy>> interpretationsBy(Shown shown) {
        return shown.view().interpretations().stream()
                .collect(toMap(InterpretationView::key, one -> blames.of(shown, one.key())));
    }

    private Map<String, Map<String, SetBy>> indicatorsBy(Shown shown) {
        return shown.view().indicators().stream()
                .collect(toMap(IndicatorView::key, one -> blames.of(shown, one.key())));
    }

    @GetMapping("/matrix")
    String matrix(
            @PathVariable String key,
            PointInTime point,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String whose,
            Model model) {
        Shown shown = opening.open(key, point);
        framing.frame(model, shown, "/matrix");
        MatrixTable matrix = matrices.of(shown, Wish.of(order, whose, shown));
        model.addAttribute("matrix", matrix);
        model.addAttribute("rows", matrix.first(MOST_CELLS));
        return "dossier/matrix";
    }

    /** What the form of the time control sends: days, which become the address of the point that they mean. */
    @GetMapping(params = "effectiveDay")
    String picked(
            @PathVariable String key,
            @RequestParam @Nullable String effectiveDay,
            @RequestParam(required = false) @Nullable String recordedDay,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam MultiValueMap<String, String> query) {
        opening.requireToRead(key);
        String below = page != null && PAGES.matcher(page).matches() ? page : "";
        var kept = new ArrayList<@Nullable String>();
        for (String name : KEPT) {
            for (String value : query.getOrDefault(name, List.of())) {
                kept.add(name);
                kept.add(value);
            }
        }
        return "redirect:" + framing.picked(key, effectiveDay, recordedDay).to(below, kept.toArray(String[]::new));
    }
}
