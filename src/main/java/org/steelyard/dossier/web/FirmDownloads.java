package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.steelyard.balance.Sensitivity.Lead;
import org.steelyard.dossier.figure.ContributionFigure;
import org.steelyard.dossier.figure.Figure;
import org.steelyard.http.Csv;
import org.steelyard.http.PointInTime;

/** What the page about a lead shows, as files; numbers with all their digits. */
@Controller
@RequestMapping("/a/{key}")
class FirmDownloads {
    private final Opening opening;
    private final FirmSentences sentences;
    private final Contributions contributions;
    private final Falls falls;
    private final Files files;

    FirmDownloads(Opening opening, FirmSentences sentences, Contributions contributions, Falls falls, Files files) {
        this.opening = opening;
        this.sentences = sentences;
        this.contributions = contributions;
        this.falls = falls;
        this.files = files;
    }

    @GetMapping("/firm.svg")
    ResponseEntity<String> svg(
            @PathVariable String key,
            PointInTime point,
            @RequestParam(required = false) @Nullable String reading,
            @RequestParam(required = false) @Nullable String against) {
        Firm firm = Firm.of(opening.openReadings(key, point), reading, against);
        var linchpins = firm.linchpins();
        String leader = firm.leader().key();
        if (linchpins == null || leader == null) {
            String why = sentences.answer(firm).text();
            return files.svg(key + "-firm", ContributionFigure.empty(why), why, why);
        }
        var rows = contributions.rows(firm, contributions.lines(firm, linchpins));
        Figure figure =
                ContributionFigure.wide(rows, firm.shown().identity(leader), contributions.head(firm, linchpins));
        return files.svg(
                key + "-firm", figure, contributions.title(firm, linchpins), contributions.description(firm, rows));
    }

    /** A row for each item that counts: what it gives to the lead. */
    @GetMapping("/firm.csv")
    ResponseEntity<String> csv(
            @PathVariable String key,
            PointInTime point,
            @RequestParam(required = false) @Nullable String reading,
            @RequestParam(required = false) @Nullable String against) {
        Firm firm = Firm.of(opening.openReadings(key, point), reading, against);
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                "evidence",
                "claim",
                "contribution",
                "leadLeft",
                "linchpin",
                "reading",
                "leader",
                "against",
                "revision",
                "effectiveAt"));
        var linchpins = firm.linchpins();
        var lines = linchpins == null ? List.<Contributions.Line>of() : contributions.lines(firm, linchpins);
        for (var line : lines) {
            rows.add(List.of(
                    line.item(),
                    Csv.text(line.claim()),
                    Tables.number(line.contribution()),
                    Tables.number(line.left()),
                    Boolean.toString(line.linchpin()),
                    firm.tested().word(),
                    String.valueOf(firm.leader().key()),
                    linchpins == null ? "" : linchpins.against(),
                    Long.toString(firm.shown().view().revision()),
                    firm.shown().view().effectiveAt().toString()));
        }
        return files.csv(key + "-firm", Tables.written(rows));
    }

    /** A row for each item, origin, source and analyst: who leads without it. */
    @GetMapping("/falls.csv")
    ResponseEntity<String> falls(@PathVariable String key, PointInTime point) {
        Firm firm = Firm.of(opening.openReadings(key, point), null, null);
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                "kind",
                "key",
                "text",
                "items",
                "leader by weightOfEvidence",
                "lead by weightOfEvidence",
                "leader by inconsistency",
                "lead by inconsistency",
                "ends a lead",
                "revision",
                "effectiveAt"));
        for (var row : falls.of(firm, new FirmAddress(firm.shown().address(), Tested.WEIGHT, null, List.of()))) {
            rows.add(List.of(
                    Assumption.Kind.valueOf(row.without().kind().name()).word(),
                    Csv.text(row.key()),
                    Csv.text(row.about()),
                    Csv.text(String.join("; ", row.without().items())),
                    leader(row.without().weightOfEvidence()),
                    Tables.number(row.without().weightOfEvidence().ahead()),
                    leader(row.without().inconsistency()),
                    Tables.number(row.without().inconsistency().ahead()),
                    Boolean.toString(row.ends()),
                    Long.toString(firm.shown().view().revision()),
                    firm.shown().view().effectiveAt().toString()));
        }
        return files.csv(key + "-falls", Tables.written(rows));
    }

    /** Its key, or why none is named. */
    private static String leader(Lead lead) {
        var leader = lead.leader();
        return leader.key() != null ? leader.key() : String.valueOf(leader.withheld());
    }
}
