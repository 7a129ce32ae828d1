package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.steelyard.balance.Sensitivity.Linchpins;
import org.steelyard.dossier.figure.ContributionFigure;
import org.steelyard.dossier.web.Assumption.Kind;
import org.steelyard.http.PointInTime;

/** How firm a lead is: what it rests on, what would become of it, and a bench on which things can be assumed to be otherwise. */
@Controller
@RequestMapping("/a/{key}/firm")
class FirmPages {
    /** Rows of the longest table that the page shows; the files have all. */
    private static final int MOST_ROWS = 200;

    private final Opening opening;
    private final Framing framing;
    private final FirmSentences sentences;
    private final Contributions contributions;
    private final Falls falls;
    private final Bench bench;

    FirmPages(
            Opening opening,
            Framing framing,
            FirmSentences sentences,
            Contributions contributions,
            Falls falls,
            Bench bench) {
        this.opening = opening;
        this.framing = framing;
        this.sentences = sentences;
        this.contributions = contributions;
        this.falls = falls;
        this.bench = bench;
    }

    @GetMapping
    String firm(
            @PathVariable String key,
            PointInTime point,
            @RequestParam MultiValueMap<String, String> query,
            Model model) {
        Shown shown = opening.openReadings(key, point);
        framing.frame(model, shown, "/firm");
        Firm firm = Firm.of(shown, query.getFirst("reading"), query.getFirst("against"));
        FirmAddress address = address(shown, firm, query);
        model.addAttribute("firm", firm);
        model.addAttribute("page", address);
        if (!shown.interpretations().isEmpty()) {
            model.addAttribute("answer", sentences.answer(firm));
        }
        model.addAttribute("kept", kept(address));
        addLead(model, firm, address);
        addFalls(model, falls.of(firm, address));
        addBench(model, shown, address);
        return "dossier/firm";
    }

    private void addLead(Model model, Firm firm, FirmAddress address) {
        var linchpins = firm.linchpins();
        String leader = firm.leader().key();
        model.addAttribute("others", others(firm));
        if (linchpins == null || leader == null) {
            model.addAttribute("lines", List.of());
            return;
        }
        var lines = contributions.lines(firm, linchpins);
        var rows = contributions.rows(firm, lines);
        var identity = firm.shown().identity(leader);
        var head = contributions.head(firm, linchpins);
        model.addAttribute("lines", lines.subList(0, Math.min(MOST_ROWS, lines.size())));
        model.addAttribute("allLines", lines.size());
        model.addAttribute("wide", ContributionFigure.wide(rows, identity, head));
        model.addAttribute("narrow", ContributionFigure.narrow(rows, identity, head));
        model.addAttribute("figureTitle", contributions.title(firm, linchpins));
        model.addAttribute("figureDescription", contributions.description(firm, rows));
        model.addAttribute("contributions", contributions);
        boolean few = linchpins.items().size() <= FirmAddress.MOST;
        model.addAttribute("withoutSet", few ? address.with(withoutSet(linchpins)) : null);
    }

    /** The interpretations that the leader leads. */
    private static List<String> others(Firm firm) {
        return firm.shown().interpretations().stream()
                .map(interpretation -> interpretation.key())
                .filter(key -> firm.tested().firmness(firm.sensitivity()).over(key) != null)
                .toList();
    }

    private static void addFalls(Model model, List<Falls.Row> rows) {
        var ending = rows.stream().filter(Falls.Row::ends).toList();
        var others = rows.stream().filter(row -> !row.ends()).toList();
        model.addAttribute("ending", ending.subList(0, Math.min(MOST_ROWS, ending.size())));
        model.addAttribute("allEnding", ending.size());
        model.addAttribute("standing", others.subList(0, Math.min(MOST_ROWS, others.size())));
        model.addAttribute("allStanding", others.size());
    }

    private void addBench(Model model, Shown shown, FirmAddress address) {
        model.addAttribute("assumed", bench.lines(shown, address));
        model.addAttribute("outcome", bench.outcome(shown, address.assumed()));
        model.addAttribute("most", FirmAddress.MOST);
        model.addAttribute("items", bench.items(shown));
        model.addAttribute("sources", bench.sources(shown));
        model.addAttribute("origins", bench.origins(shown));
        model.addAttribute("analysts", bench.analysts(shown));
        model.addAttribute("raters", bench.raters(shown));
        model.addAttribute("columns", bench.interpretations(shown));
        model.addAttribute("policy", bench.policy(shown, address.assumed()));
    }

    /** One more assumption, picked in a form of the bench: leads to the address that holds it. */
    @GetMapping(params = "assume")
    String assume(@PathVariable String key, PointInTime point, @RequestParam MultiValueMap<String, String> query) {
        Shown shown = opening.openReadings(key, point);
        Firm firm = Firm.of(shown, query.getFirst("reading"), query.getFirst("against"));
        FirmAddress address = address(shown, firm, query);
        return "redirect:"
                + ("policy".equals(query.getFirst("assume"))
                        ? address.withPolicy(bench.pickedPolicy(shown, query))
                        : address.with(picked(query)));
    }

    /** A form says what it is about, which one, and as what: nothing, or a kind of grade and its value. */
    private static List<Assumption> picked(MultiValueMap<String, String> query) {
        if (said(query, "assume").equals(Kind.RATING.word())) {
            String cell = said(query, "who") + "/" + said(query, "which") + "/" + said(query, "of");
            return Assumption.of(Kind.RATING, cell, said(query, "as")).stream().toList();
        }
        String as = said(query, "as");
        String which = ":" + said(query, "which");
        int colon = as.indexOf(':');
        String text = colon < 0 ? said(query, "assume") + which : as.substring(0, colon) + which + as.substring(colon);
        return Assumption.read(text).stream().toList();
    }

    private static String said(MultiValueMap<String, String> query, String parameter) {
        String said = query.getFirst(parameter);
        return said == null ? "" : said;
    }

    /** The whole set of linchpins, as never recorded. */
    private static List<Assumption> withoutSet(Linchpins linchpins) {
        return linchpins.items().stream()
                .map(part -> new Assumption(Kind.ITEM, part.item(), ""))
                .toList();
    }

    private static FirmAddress address(Shown shown, Firm firm, MultiValueMap<String, String> query) {
        @Nullable String against = query.getFirst("against");
        var linchpins = firm.linchpins();
        boolean asked = linchpins != null && linchpins.against().equals(against);
        var assumed = Assumption.all(query.getOrDefault(Assumption.PARAMETER, List.of()));
        return new FirmAddress(shown.address(), firm.tested(), asked ? against : null, assumed);
    }

    /** What a form on the page sends along, so that a point in time can be picked without losing it. */
    private static List<Kept> kept(FirmAddress address) {
        var kept = new ArrayList<Kept>();
        kept.add(new Kept("reading", address.tested().word()));
        if (address.against() != null) {
            kept.add(new Kept("against", address.against()));
        }
        address.assumed().forEach(one -> kept.add(new Kept(Assumption.PARAMETER, one.text())));
        return kept;
    }
}
