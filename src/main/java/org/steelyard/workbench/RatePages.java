package org.steelyard.workbench;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.steelyard.access.Right;
import org.steelyard.assessment.AssessmentCommand;
import org.steelyard.assessment.AssessmentCommand.RateEvidence;
import org.steelyard.assessment.AssessmentCommand.WithdrawRating;
import org.steelyard.assessment.AssessmentView.RatingView;
import org.steelyard.balance.Rating;
import org.steelyard.dossier.CellTalk;
import org.steelyard.http.Problem;
import org.steelyard.site.Addresses;
import org.steelyard.site.Texts;
import org.steelyard.workbench.RatingSheet.Cell;
import org.steelyard.workbench.RatingSheet.Order;
import org.steelyard.workbench.RatingSheet.Row;

/** One's own ratings: the whole matrix as a form, of which the cells that changed are recorded, all or none. */
@Controller
class RatePages {
    private static final String TEXTS = "work.rate";

    /** What one form may send: two fields a cell, see application.yaml. A page of all cells could fill the memory. */
    private static final int MOST_CELLS = 10_000;

    private final Desks desks;
    private final Recording recording;
    private final Shifts shifts;
    private final Texts texts;
    private final Clock clock;

    RatePages(Desks desks, Recording recording, Shifts shifts, Texts texts, Clock clock) {
        this.desks = desks;
        this.recording = recording;
        this.shifts = shifts;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/a/{key}/rate")
    ModelAndView shown(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String recorded) {
        Desk desk = desks.open(Right.RECORD, key);
        var page = page(desk, Form.blank(TEXTS, desk.revision()), order);
        RatingBatch.of(desk, recorded == null ? "" : recorded)
                .ifPresent(batch -> page.addObject("batch", batch)
                        .addObject("shifts", shifts.of(key, batch))
                        .addObject("undo", Form.blank(TEXTS, batch.last())));
        return page;
    }

    @PostMapping("/a/{key}/rate")
    ModelAndView record(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam MultiValueMap<String, String> sent) {
        Desk desk = desks.open(Right.RECORD, key);
        Form form = Form.sent(TEXTS, sent);
        RatingSheet shown = RatingSheet.of(desks.asShown(desk, form), Order.KEY);
        boolean taken = take(form, shown);
        List<Line> lines = lines(desk, form, shown);
        var entry = Entry.changing(desk, Concerns.cells(cells(lines), desk.user()), state -> lines)
                .leadingTo(outcome -> sheetOf(desk, order, RatingBatch.range(outcome)));
        if (lines.isEmpty() && !form.hasFaults()) {
            if (taken) {
                return new ModelAndView("redirect:" + sheetOf(desk, order, null));
            }
            form.wrong("", "work.wrong.nothing-rated");
        }
        return recording.record(form, entry, () -> {
            Desk now = desks.open(Right.RECORD, key);
            if (!form.movedOn().isEmpty()) {
                form.rebaseChanged(
                        shown.standing(), RatingSheet.of(now, Order.KEY).standing());
            }
            return page(now, form, order);
        });
    }

    /** Lays a block over the cells of the form: shown first, filled in where that is asked for, recorded never. */
    @PostMapping("/a/{key}/rate/block")
    ModelAndView block(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam MultiValueMap<String, String> sent) {
        Desk desk = desks.open(Right.RECORD, key);
        Form form = Form.sent(TEXTS, sent);
        RatingBlock block = RatingBlock.read(form.text("block"), form.value("at"), form);
        if (form.value("do").equals("fill")) {
            block.fillIn(form);
            return page(desk, form.with("block", "").with("at", ""), order);
        }
        return page(desk, form, order).addObject("block", block);
    }

    /** Gives the ratings that are named the values that their cells had before. */
    @PostMapping("/a/{key}/rate/undo")
    ModelAndView undo(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam MultiValueMap<String, String> sent) {
        Desk desk = desks.open(Right.RECORD, key);
        Form form = Form.sent(TEXTS, sent);
        RatingBatch batch = RatingBatch.of(desk, form.value("recorded"))
                .orElseThrow(() -> Problem.notFound("You recorded no such ratings at once: see the log."));
        String reason = texts.text("work.rate.undone", Long.toString(batch.first()), Long.toString(batch.last()));
        List<Line> lines = batch.undone(desk, reason);
        var entry = Entry.changing(desk, Concerns.ownRatings(batch.cells(), desk.user()), state -> lines)
                .leadingTo(outcome -> sheetOf(desk, order, RatingBatch.range(outcome)));
        return recording.record(form, entry, () -> {
            Desk now = desks.open(Right.RECORD, key);
            return page(now, Form.blank(TEXTS, now.revision()), order)
                    .addObject("batch", batch)
                    .addObject("shifts", List.of())
                    .addObject("undo", form);
        });
    }

    /** Leaves the cells whose box says so as they were shown, with no reason for anything; says whether there are any. */
    private static boolean take(Form form, RatingSheet shown) {
        List<String> taken =
                form.takes().stream().filter(shown.standing()::containsKey).toList();
        taken.forEach(field -> form.with(Cell.whyField(field), ""));
        form.take(shown.standing());
        return !taken.isEmpty();
    }

    private static Set<String> cells(List<Line> lines) {
        return lines.stream()
                .map(line -> switch (line.submission().command()) {
                    case RateEvidence rate -> rate.evidence() + "/" + rate.interpretation();
                    case WithdrawRating withdraw -> withdraw.evidence() + "/" + withdraw.interpretation();
                    default -> throw new IllegalStateException("no rating");
                })
                .collect(Collectors.toSet());
    }

    private List<Line> lines(Desk desk, Form form, RatingSheet shown) {
        var lines = new ArrayList<Line>();
        for (Row row : shown.rows()) {
            for (Cell cell : row.cells()) {
                AssessmentCommand change = change(new Reading(form), cell);
                if (change != null) {
                    var submission = new Reading(form).submission(desk, change, clock.instant());
                    lines.add(new Line(submission, field -> field(field, cell)));
                }
            }
        }
        return lines;
    }

    private static String field(String field, Cell cell) {
        return switch (field) {
            case "" -> cell.ratingField();
            case "rationale" -> cell.whyField();
            default -> field;
        };
    }

    /** What was changed in a cell; null where nothing was, and where the form does not show it. */
    private static @Nullable AssessmentCommand change(Reading typed, Cell cell) {
        if (!typed.form().names().contains(cell.ratingField())) {
            return null;
        }
        RatingView own = cell.own();
        Rating chosen = typed.optionalChoice(cell.ratingField(), Rating.class);
        String why = typed.optional(cell.whyField());
        if (chosen == null) {
            if (why != null) {
                typed.form().wrong(cell.whyField(), "work.wrong.why");
            }
            return own == null ? null : new WithdrawRating(cell.evidence(), cell.interpretation());
        }
        boolean same = own != null && own.rating() == chosen && why == null;
        return same ? null : new RateEvidence(cell.evidence(), cell.interpretation(), chosen, why);
    }

    private static String sheetOf(Desk desk, @Nullable String order, @Nullable String recorded) {
        return Addresses.query(desk.page("/rate"), "order", order, "recorded", recorded);
    }

    private static ModelAndView page(Desk desk, Form form, @Nullable String asked) {
        List<Order> orders = Order.offered(desk);
        var order = Order.of(asked, orders);
        var sheet = RatingSheet.of(desk, order);
        return new ModelAndView("workbench/rate")
                .addObject("desk", desk)
                .addObject("form", form)
                .addObject("sentTo", sheetOf(desk, asked, null))
                .addObject("laidAt", Addresses.query(desk.page("/rate/block"), "order", asked))
                .addObject("undoneAt", Addresses.query(desk.page("/rate/undo"), "order", asked))
                .addObject("order", order)
                .addObject("orders", orders)
                .addObject("sheet", sheet)
                .addObject("talk", CellTalk.of(desk.view()))
                .addObject("rows", sheet.first(MOST_CELLS));
    }
}
