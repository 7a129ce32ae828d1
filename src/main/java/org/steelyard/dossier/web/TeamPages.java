package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.steelyard.http.Csv;
import org.steelyard.http.PointInTime;

/** The team of an assessment: how far each is, their matrices and judgments side by side, and where they differ. */
@Controller
@RequestMapping("/a/{key}")
class TeamPages {
    /** Cells of the largest table that a page shows whole. */
    private static final int MOST_CELLS = 10_000;

    private final Opening opening;
    private final Framing framing;
    private final Team teams;
    private final TeamSentences sentences;
    private final Judgments judgments;
    private final Threads threads;
    private final Files files;

    TeamPages(
            Opening opening,
            Framing framing,
            Team teams,
            TeamSentences sentences,
            Judgments judgments,
            Threads threads,
            Files files) {
        this.opening = opening;
        this.framing = framing;
        this.teams = teams;
        this.sentences = sentences;
        this.judgments = judgments;
        this.threads = threads;
        this.files = files;
    }

    @GetMapping("/team")
    String team(@PathVariable String key, PointInTime point, Model model) {
        Shown shown = opening.open(key, point);
        TeamView team = teams.of(shown);
        var judged = judgments.of(shown).stream()
                .filter(one -> one.judgment() != null)
                .toList();
        framing.frame(model, shown, "/team");
        model.addAttribute("team", team);
        model.addAttribute("teamSentence", sentences.of(shown, team));
        model.addAttribute("compared", team.compared());
        model.addAttribute("rows", first(team));
        model.addAttribute("blind", shown.dossier().blinded());
        model.addAttribute(
                "mentions",
                threads.of(shown).stream().filter(Threads.Turn::mentionsReader).toList());
        model.addAttribute("judged", judged);
        model.addAttribute("side", side(shown, judged));
        return "dossier/team";
    }

    /** The rows of which no more than so many cells come together, or the first row alone. */
    private static List<TeamView.Row> first(TeamView team) {
        int width = Math.max(1, team.columns().size() * team.raters().size());
        return team.rows().stream().limit(Math.max(1, MOST_CELLS / width)).toList();
    }

    /**
     * The judgments of one interpretation.
     *
     * @param given one for each who judged; null where they name it not
     * @param pooled null where no judgment is pooled
     */
    record Side(
            String interpretation,
            String css,
            List<Judgments.@Nullable Given> given,
            @Nullable Double pooled,
            @Nullable Double apart) {}

    private static List<Side> side(Shown shown, List<Judgments.OfAnalyst> judged) {
        return shown.interpretations().stream()
                .map(i -> {
                    var given = new ArrayList<Judgments.@Nullable Given>();
                    judged.forEach(one -> given.add(one.of(i.key())));
                    var said = given.stream()
                            .filter(Objects::nonNull)
                            .collect(Collectors.summarizingDouble(Judgments.Given::probability));
                    var reading = shown.balance().reading(i.key());
                    return new Side(
                            i.key(),
                            shown.identity(i.key()).css(),
                            given,
                            reading == null ? null : reading.judged(),
                            said.getCount() < 2 ? null : (Double) (said.getMax() - said.getMin()));
                })
                .toList();
    }

    @GetMapping("/team/members.csv")
    ResponseEntity<String> membersCsv(@PathVariable String key, PointInTime point) {
        TeamView team = teams.of(opening.open(key, point));
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("user", "role", "rated", "cells", "overtaken", "judgedAt", "stale", "incomplete", "kept"));
        for (var person : team.people()) {
            var judgment = person.judgment();
            rows.add(List.of(
                    person.user(),
                    person.role() == null ? "" : person.role().name(),
                    person.ratingsKept() ? "" : Long.toString(person.rated()),
                    Long.toString(team.cells()),
                    person.ratingsKept() ? "" : Long.toString(person.overtaken()),
                    judgment == null ? "" : judgment.effectiveAt().toString(),
                    judgment == null ? "" : Integer.toString(person.stale()),
                    judgment == null ? "" : Boolean.toString(person.incomplete()),
                    Boolean.toString(person.ratingsKept() || person.judgmentKept())));
        }
        return files.csv(key + "-members", Tables.written(rows));
    }

    @GetMapping("/team/disagreement.csv")
    ResponseEntity<String> disagreementCsv(@PathVariable String key, PointInTime point) {
        TeamView team = teams.of(opening.open(key, point));
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("evidence", "claim", "interpretation", "deviation", "band", "ratings"));
        for (var row : team.compared()) {
            for (int column = 0; column < team.columns().size(); column++) {
                var cell = row.cells().get(column);
                var band = cell.band();
                if (band != null) {
                    rows.add(List.of(
                            row.item().key(),
                            Csv.text(row.item().claim()),
                            cell.interpretation(),
                            Tables.number(cell.deviation()),
                            band.word(),
                            TeamSentences.ratings(row, cell)));
                }
            }
        }
        return files.csv(key + "-disagreement", Tables.written(rows));
    }
}
