package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.steelyard.dossier.embed.Embeds.Opened;
import org.steelyard.dossier.figure.Figure;
import org.steelyard.dossier.figure.NarrowReadings;
import org.steelyard.dossier.figure.ReadingsRow;
import org.steelyard.dossier.figure.ReadingsRow.Analyst;
import org.steelyard.dossier.figure.ReadingsRow.Judged;
import org.steelyard.dossier.figure.Sheet;
import org.steelyard.dossier.figure.Sheet.Words;
import org.steelyard.dossier.figure.WideReadings;
import org.steelyard.dossier.web.Shown.May;
import org.steelyard.site.SimulatedTimes;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** An embed as a picture or a page, each with all that it needs: it leads nowhere and fetches nothing. */
@Component
class Embedded {
    private static final double NARROW = 344;
    private static final double WIDE = 1180;

    private final Readings readings;
    private final Captions captions;
    private final Framing framing;
    private final Texts texts;
    private final Wording say;
    private final ObjectProvider<SimulatedTimes> simulated;
    private final ITemplateEngine templates;

    Embedded(
            Readings readings,
            Captions captions,
            Framing framing,
            Texts texts,
            Wording say,
            ObjectProvider<SimulatedTimes> simulated,
            ITemplateEngine templates) {
        this.readings = readings;
        this.captions = captions;
        this.framing = framing;
        this.texts = texts;
        this.say = say;
        this.simulated = simulated;
        this.templates = templates;
    }

    String picture(Opened opened) {
        Shown shown = shown(opened);
        boolean narrow = opened.embed().view().narrow();
        var rows = rows(shown);
        var figure = rows.isEmpty() ? null : figure(rows, narrow);
        var context = context(shown);
        context.setVariable("sheet", Sheet.of(figure, narrow ? NARROW : WIDE, words(opened, shown)));
        return templates.process("dossier/figure", Set.of("sheet"), context).strip();
    }

    String page(Opened opened) {
        Shown shown = shown(opened);
        var rows = rows(shown);
        var context = context(shown);
        context.setVariable("words", words(opened, shown));
        context.setVariable("rows", rows);
        context.setVariable("wide", opened.embed().view().narrow() ? null : figure(rows, false));
        context.setVariable("narrow", figure(rows, true));
        return templates.process("dossier/embed", context);
    }

    private static Shown shown(Opened opened) {
        var embed = opened.embed();
        return Shown.of(
                opened.dossier(),
                Opening.address(embed.assessment(), embed.view().point()),
                May.NOTHING);
    }

    private Figure figure(List<ReadingsRow> rows, boolean narrow) {
        return narrow ? NarrowReadings.of(rows, readings.heads()) : WideReadings.of(rows, readings.heads());
    }

    /** The readings without the names of the analysts, which are no part of a balance. */
    private List<ReadingsRow> rows(Shown shown) {
        return readings.rows(shown).stream().map(this::nameless).toList();
    }

    private ReadingsRow nameless(ReadingsRow row) {
        var judged = row.judged();
        var analysts = judged.analysts().stream()
                .map(analyst -> new Analyst(analyst.value(), say.percent(analyst.value())))
                .toList();
        return new ReadingsRow(
                row.identity(),
                row.key(),
                row.statement(),
                null,
                row.points(),
                row.decibans(),
                new Judged(judged.value(), judged.text(), judged.leads(), analysts));
    }

    private Context context(Shown shown) {
        var context = new Context();
        context.setVariable("title", captions.title(shown));
        context.setVariable("description", captions.description(shown));
        return context;
    }

    private Words words(Opened opened, Shown shown) {
        var foot = new ArrayList<String>();
        foot.add(point(opened, shown));
        if (simulated.stream().anyMatch(SimulatedTimes::areThere)) {
            foot.add(texts.text("site.simulated"));
        }
        // What a picture of the past is marked, like who may see it, is a matter of today.
        String marking = shown.dossier().state().marking().label();
        return new Words(marking, Framing.title(shown), answer(shown), foot);
    }

    private String answer(Shown shown) {
        var resolved = framing.resolved(shown);
        String answer = framing.answer(shown).text();
        return resolved == null ? answer : joined(resolved.text(), answer);
    }

    private static String joined(String one, @Nullable String other) {
        return other == null || other.isBlank() ? one : one + " " + other;
    }

    private String point(Opened opened, Shown shown) {
        String revision = Long.toString(shown.view().revision());
        return shown.past()
                ? texts.text(
                        "embed.point",
                        say.moment(shown.view().effectiveAt()),
                        say.moment(opened.dossier().asOf()),
                        revision)
                : texts.text("embed.looked", say.moment(shown.view().asOf()), revision);
    }
}
