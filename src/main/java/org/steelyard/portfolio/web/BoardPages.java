package org.steelyard.portfolio.web;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.steelyard.assessment.AssessmentView.Status;
import org.steelyard.assessment.Marking;
import org.steelyard.balance.Balance.Agreement;
import org.steelyard.http.Choices;
import org.steelyard.http.Csv;
import org.steelyard.http.Page;
import org.steelyard.portfolio.board.Board;
import org.steelyard.portfolio.board.Board.Entry;
import org.steelyard.portfolio.board.Board.View;
import org.steelyard.portfolio.board.BoardFilter;
import org.steelyard.portfolio.board.BoardRow;
import org.steelyard.portfolio.board.PortfolioView;
import org.steelyard.site.Attachments;
import org.steelyard.site.Days;
import org.steelyard.site.Wording;
import org.steelyard.visit.Visits;
import tools.jackson.databind.json.JsonMapper;

/** Where all assessments stand that one may see, and what moved: now, or as of an instant. */
@Controller
class BoardPages {
    private static final String PATH = "/portfolio";
    private static final String VISIT = "visit";
    private static final int MONTH = 30;
    private static final int YEAR = 365;
    private static final int WEEK = 7;

    private final Board board;
    private final Visits visits;
    private final BoardSentences sentences;
    private final Asking asking;
    private final Days days;
    private final Wording say;
    private final JsonMapper json;
    private final Clock clock;

    BoardPages(
            Board board,
            Visits visits,
            BoardSentences sentences,
            Asking asking,
            Days days,
            Wording say,
            JsonMapper json,
            Clock clock) {
        this.board = board;
        this.visits = visits;
        this.sentences = sentences;
        this.asking = asking;
        this.days = days;
        this.say = say;
        this.json = json;
        this.clock = clock;
    }

    /** What the address narrows the board down by. */
    record Wanted(
            @Nullable String q,
            @Nullable String tag,
            @Nullable String status,
            @Nullable String marking,
            @Nullable String agreement,
            @Nullable String stale,
            @Nullable String sort,
            @Nullable String since) {

        @Nullable
        String[] parameters() {
            return new @Nullable String[] {
                "q",
                q,
                "tag",
                tag,
                "status",
                status,
                "marking",
                marking,
                "agreement",
                agreement,
                "stale",
                stale,
                "sort",
                sort,
                "since",
                since
            };
        }

        /** Whether any assessment may be left out. */
        public boolean filtered() {
            return Stream.of(q, tag, status, marking, agreement, stale)
                    .anyMatch(each -> each != null && !each.isBlank());
        }

        BoardFilter filter() {
            return new BoardFilter(
                    q,
                    (tag == null || tag.isBlank()) ? null : tag,
                    Choices.known(marking, Marking.values(), Marking::label),
                    Choices.known(status, Status.values(), Status::name),
                    Choices.known(agreement, Agreement.values(), Agreement::name),
                    (stale == null || stale.isBlank()) ? null : Boolean.valueOf(stale),
                    null);
        }
    }

    @GetMapping(PATH)
    String board(
            Wanted wanted,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String recordedDay,
            @RequestParam(required = false) @Nullable String asOf,
            Model model) {
        if (recordedDay != null) {
            return "redirect:"
                    + asking.picked(PATH, recordedDay, wanted.parameters()).here();
        }
        var asked = asking.asked(PATH, asOf, page, wanted.parameters());
        View view = board.view(asked.then());
        List<BoardLine> lines = lines(view, wanted);
        var part = Part.of(lines, asked.page());
        asking.show(model, asked, view.upTo());
        model.addAttribute("answer", sentences.answer(lines));
        model.addAttribute("part", part);
        model.addAttribute("sparks", sparks(part.rows(), view));
        model.addAttribute("wanted", wanted);
        model.addAttribute("sinceDay", sinceVisit(wanted) ? null : say.date(since(view, wanted)));
        model.addAttribute("since", sinceVisit(wanted) ? null : since(view, wanted));
        model.addAttribute("statuses", Status.values());
        model.addAttribute("markings", Marking.values());
        model.addAttribute("agreements", Agreement.values());
        model.addAttribute("orders", BoardOrder.values());
        model.addAttribute("order", BoardOrder.of(wanted.sort()));
        return "portfolio/board";
    }

    @GetMapping(PATH + ".csv")
    ResponseEntity<String> csv(Wanted wanted, @RequestParam(required = false) @Nullable String asOf) {
        View view = board.view(asking.asked(PATH, asOf, null).then());
        var items = lines(view, wanted).stream()
                .map(line -> PortfolioView.Item.of(line.entry()))
                .toList();
        return Attachments.csv("portfolio", Csv.of(Page.whole(PortfolioView.Item.class, items), json));
    }

    private List<BoardLine> lines(View view, Wanted wanted) {
        List<Entry> entries = board.find(view, wanted.filter(), null, Integer.MAX_VALUE);
        Map<String, BoardRow> before = before(view, wanted, entries);
        return entries.stream()
                .map(entry -> BoardLine.of(entry, before.get(entry.key())))
                .sorted(BoardOrder.of(wanted.sort()).order())
                .toList();
    }

    /** Where each assessment stood at the time since when moves are shown: one day for all, or each at its last visit. */
    private Map<String, BoardRow> before(View view, Wanted wanted, List<Entry> entries) {
        if (sinceVisit(wanted)) {
            Map<String, Instant> last = new HashMap<>(visits.lastVisits());
            last.keySet().retainAll(entries.stream().map(Entry::key).collect(Collectors.toSet()));
            return board.rowsAt(view, last);
        }
        return board.find(board.earlier(view, since(view, wanted)), BoardFilter.ANY, null, Integer.MAX_VALUE).stream()
                .collect(Collectors.toMap(Entry::key, Entry::row));
    }

    private static boolean sinceVisit(Wanted wanted) {
        return VISIT.equals(wanted.since());
    }

    private Instant since(View view, Wanted wanted) {
        String day = wanted.since();
        Instant picked = day == null ? null : days.picked(day);
        return picked == null ? end(view).minus(MONTH, ChronoUnit.DAYS) : picked;
    }

    /** The time of the view: where nothing was recorded lately, a year up to now would say nothing of the assessments. */
    private Instant end(View view) {
        Instant then = view.then();
        Instant newest = view.upTo();
        return then != null ? then : newest != null ? newest : clock.instant();
    }

    private Map<String, BoardLine.Sparks> sparks(List<BoardLine> lines, View view) {
        Instant end = end(view);
        Instant from = end.minus(YEAR, ChronoUnit.DAYS);
        Map<String, List<BoardRow>> courses = board.courses(
                view, lines.stream().map(line -> line.entry().key()).toList(), from, end, WEEK);
        return lines.stream().collect(Collectors.toMap(line -> line.entry().key(), line -> {
            List<BoardRow> course = courses.getOrDefault(line.entry().key(), List.of());
            return line.sparks(course.isEmpty() ? List.of(line.row()) : course, from, end);
        }));
    }
}
