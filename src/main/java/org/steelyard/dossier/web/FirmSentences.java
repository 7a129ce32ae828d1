package org.steelyard.dossier.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.steelyard.balance.Balance.Leader;
import org.steelyard.balance.Balance.Reading;
import org.steelyard.balance.Balance.Withheld;
import org.steelyard.balance.Sensitivity.Kind;
import org.steelyard.balance.Sensitivity.Linchpins;
import org.steelyard.balance.Sensitivity.Part;
import org.steelyard.balance.Sensitivity.Without;
import org.steelyard.site.Sentence;
import org.steelyard.site.Sentence.Name;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** How firm a lead is, as sentences: what it takes to end it, and whether one thing does. */
@Component
class FirmSentences {
    private static final double TIE = 1e-9;

    /** Items and sources that a sentence names before it counts the rest. */
    private static final int NAMED = 3;

    private final Texts texts;
    private final Wording say;

    FirmSentences(Texts texts, Wording say) {
        this.texts = texts;
        this.say = say;
    }

    Sentence answer(Firm firm) {
        Leader leader = firm.leader();
        if (leader.key() == null) {
            return withheld(firm, leader);
        }
        Name name = firm.shown().identities().name(leader.key());
        Linchpins linchpins = firm.linchpins();
        if (linchpins == null) {
            return texts.sentence("firm.alone", name);
        }
        Name against = firm.shown().identities().name(linchpins.against());
        String code = "firm.leads." + firm.tested().word();
        return texts.sentence(code, name, against, lead(firm, linchpins))
                .then(taken(firm, name, linchpins))
                .then(others(firm, linchpins))
                .then(fallen(firm));
    }

    private String lead(Firm firm, Linchpins linchpins) {
        return firm.tested() == Tested.WEIGHT
                ? say.decibans(linchpins.lead())
                : texts.text("firm.points", say.number(linchpins.lead()));
    }

    /** "Take away E12 and E16 and the lead passes to hedge." */
    private Sentence taken(Firm firm, Name leader, Linchpins linchpins) {
        Sentence items = items(firm, linchpins.items());
        String code = firm.isNearest() ? "firm.take" : "firm.take.over";
        Sentence start = texts.sentence(code + ".start").then(items);
        Sentence then = then(firm, linchpins.then().leader(), firm.isNearest() ? "passes" : "leads");
        if (firm.isNearest()) {
            return start.then(texts.sentence("firm.take.and")).then(then).then(texts.sentence("firm.stop"));
        }
        Name against = firm.shown().identities().name(linchpins.against());
        return start.then(texts.sentence("firm.take.over.and", leader, against))
                .then(then)
                .then(texts.sentence("firm.stop"));
    }

    private Sentence items(Firm firm, List<Part> parts) {
        var names = parts.stream().map(part -> firm.shown().item(part.item())).toList();
        if (names.size() == 1) {
            return texts.sentence("firm.items.one", names.getFirst());
        }
        boolean all = names.size() <= NAMED + 1;
        var named = all ? names.subList(0, names.size() - 1) : names.subList(0, NAMED);
        Sentence list = Sentence.EMPTY;
        for (Name name : named) {
            list = list.isEmpty()
                    ? texts.sentence("firm.item", name)
                    : list.then(texts.sentence("firm.comma")).then(texts.sentence("firm.item", name));
        }
        return list.then(
                all
                        ? texts.sentence("firm.items.and", names.getLast())
                        : texts.sentence("firm.items.more", Integer.toString(names.size() - NAMED)));
    }

    /** "the lead passes to hedge", "hedge leads", or that nobody does. */
    Sentence then(Firm firm, Leader then, String verb) {
        return then.key() == null
                ? texts.sentence("firm.then.tie." + verb)
                : texts.sentence("firm.then." + verb, firm.shown().identities().name(then.key()));
    }

    /** Whether fewer items, or other single ones, would do. */
    private Sentence others(Firm firm, Linchpins linchpins) {
        int size = linchpins.items().size();
        if (size > 1) {
            boolean pair = size == 2 && firm.isNearest();
            return texts.sentence(pair ? "firm.no-single" : "firm.no-fewer");
        }
        if (!firm.isNearest()) {
            return Sentence.EMPTY;
        }
        int alike = ended(firm, Kind.ITEM).size() - 1;
        return alike < 1
                ? texts.sentence("firm.no-other")
                : alike == 1
                        ? texts.sentence("firm.also.one")
                        : texts.sentence("firm.also.more", Integer.toString(alike));
    }

    /** What becomes of the lead if a source, an origin or an analyst falls. */
    private Sentence fallen(Firm firm) {
        var sources = ended(firm, Kind.SOURCE);
        var origins = ended(firm, Kind.ORIGIN).stream()
                .filter(origin ->
                        sources.stream().noneMatch(source -> source.items().equals(origin.items())))
                .toList();
        var analysts = ended(firm, Kind.ANALYST);
        if (sources.isEmpty() && origins.isEmpty() && analysts.isEmpty()) {
            return texts.sentence("firm.none-falls");
        }
        var sentences = new ArrayList<Sentence>();
        sentences.add(ofKind(firm, sources));
        sentences.add(ofKind(firm, origins));
        sentences.add(ofKind(firm, analysts));
        return sentences.stream().reduce(Sentence.EMPTY, Sentence::then);
    }

    private Sentence ofKind(Firm firm, List<Without> ended) {
        Sentence all = Sentence.EMPTY;
        for (Without without : ended.subList(0, Math.min(NAMED, ended.size()))) {
            Name name = new Name(Falls.name(firm.shown(), without), "item", "#falls");
            Sentence then = then(firm, firm.tested().lead(without).leader(), "leads");
            all = all.then(texts.sentence("firm.falls." + without.kind().name(), name))
                    .then(then)
                    .then(texts.sentence("firm.stop"));
        }
        int more = ended.size() - NAMED;
        return more > 0
                ? all.then(texts.sentence(
                        "firm.falls." + ended.getFirst().kind().name() + ".more", Integer.toString(more)))
                : all;
    }

    private static List<Without> ended(Firm firm, Kind kind) {
        return firm.sensitivity().leaveOneOut().stream()
                .filter(without -> without.kind() == kind && firm.isEnded(without, firm.tested()))
                .toList();
    }

    /** Why there is no lead to test. */
    private Sentence withheld(Firm firm, Leader leader) {
        Sentence why = why(firm, leader);
        return why.then(texts.sentence("firm.nothing-to-test"));
    }

    private Sentence why(Firm firm, Leader leader) {
        var shown = firm.shown();
        if (firm.tested() == Tested.INCONSISTENCY && leader.withheld() == Withheld.TIE) {
            double least = shown.balance().interpretations().stream()
                    .mapToDouble(Reading::weightedInconsistency)
                    .min()
                    .orElse(0);
            String level = shown.balance().interpretations().stream()
                    .filter(reading -> reading.weightedInconsistency() - least <= TIE)
                    .map(Reading::key)
                    .collect(Collectors.joining(", "));
            return texts.sentence("firm.level", new Name(level, "name", null)).then(texts.sentence("firm.stop"));
        }
        return new Headline(texts, say, shown.balance(), shown.identities())
                .evidence()
                .then(texts.sentence("firm.stop"));
    }
}
