package org.steelyard.workbench;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
import org.steelyard.site.Addresses;
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
    private final Clock clock;

    RatePages(Desks desks, Recording recording, Clock clock) {
        this.desks = desks;
        this.recording = recording;
        this.clock = clock;
    }

    @GetMapping("/a/{key}/rate")
    ModelAndView shown(@PathVariable String key, @RequestParam(required = false) @Nullable String order) {
        Desk desk = desks.open(Right.RECORD, key);
        return page(desk, Form.blank(TEXTS, desk.revision()), order);
    }

    @PostMapping("/a/{key}/rate")
    ModelAndView record(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam MultiValueMap<String, String> sent) {
        Desk desk = desks.open(Right.RECORD, key);
        Form form = Form.sent(TEXTS, sent);
        RatingSheet shown = RatingSheet.of(desks.asShown(desk, form), Order.KEY);
        var entry = Entry.changing(desk, Concerns.whatOneRates(desk.user()), state -> lines(desk, form, shown))
                .leadingTo(sheetOf(desk, order));
        if (entry.lines().apply(desk.state()).isEmpty()) {
            form.blame("", "Nothing was changed: choose a rating in at least one cell, or go back.");
        }
        return recording.record(form, entry, () -> {
            Desk now = desks.open(Right.RECORD, key);
            return page(now, form, order);
        });
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
        if (chosen == null) {
            return own == null ? null : new WithdrawRating(cell.evidence(), cell.interpretation());
        }
        String why = typed.optional(cell.whyField());
        boolean same = own != null && own.rating() == chosen && why == null;
        return same ? null : new RateEvidence(cell.evidence(), cell.interpretation(), chosen, why);
    }

    private static String sheetOf(Desk desk, @Nullable String order) {
        return Addresses.query(desk.page("/rate"), "order", order);
    }

    private static ModelAndView page(Desk desk, Form form, @Nullable String asked) {
        var order = Order.of(asked, desk);
        var sheet = RatingSheet.of(desk, order);
        return new ModelAndView("workbench/rate")
                .addObject("desk", desk)
                .addObject("form", form)
                .addObject("sentTo", sheetOf(desk, asked))
                .addObject("order", order)
                .addObject("orders", Order.values())
                .addObject("sheet", sheet)
                .addObject("rows", sheet.first(MOST_CELLS));
    }
}
