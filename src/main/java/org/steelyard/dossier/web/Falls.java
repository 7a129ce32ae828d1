package org.steelyard.dossier.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.steelyard.assessment.AssessmentView.EvidenceView;
import org.steelyard.assessment.AssessmentView.SourceView;
import org.steelyard.assessment.Origins;
import org.steelyard.balance.Sensitivity.Kind;
import org.steelyard.balance.Sensitivity.Lead;
import org.steelyard.balance.Sensitivity.Without;
import org.steelyard.site.Texts;
import org.steelyard.site.Wording;

/** What would become of both leads if an item, an origin, a source or an analyst fell, each a row. */
@Component
class Falls {
    private final Texts texts;
    private final Wording say;

    Falls(Texts texts, Wording say) {
        this.texts = texts;
        this.say = say;
    }

    /**
     * A row.
     *
     * @param key as users know it
     * @param about the claim, or the name of the source; empty where the key says all
     * @param href the item's page; null for anything else
     * @param items how many fall with it
     * @param assume the page on which this is assumed
     */
    record Row(
            Without without,
            String key,
            String about,
            @Nullable String href,
            int items,
            LeadLeft weight,
            LeadLeft inconsistency,
            String assume) {

        /** Whether it ends a lead of either reading. */
        public boolean ends() {
            return weight.ended() || inconsistency.ended();
        }
    }

    /** Who leads then: {@code css} of its name, and by how much; {@code name} is null where nobody does. */
    record LeadLeft(@Nullable String name, String css, String ahead, boolean ended) {}

    /** All rows: those that end the lead of the reading that is tested, then of the other, then the rest, the weakest lead first. */
    List<Row> of(Firm firm, FirmAddress address) {
        Map<String, EvidenceView> items = firm.shown().view().evidence().stream()
                .collect(Collectors.toMap(EvidenceView::key, Function.identity()));
        Map<String, SourceView> sources =
                firm.shown().view().sources().stream().collect(Collectors.toMap(SourceView::key, Function.identity()));
        return firm.sensitivity().leaveOneOut().stream()
                .sorted(order(firm))
                .map(without -> row(firm, address, without, items, sources))
                .toList();
    }

    private static Comparator<Without> order(Firm firm) {
        return Comparator.comparing((Without without) -> !firm.isEnded(without, firm.tested()))
                .thenComparing(without -> !firm.isEnded(without, firm.tested().other()))
                .thenComparing(Without::kind)
                .thenComparingDouble(without -> left(firm.tested().lead(without)));
    }

    private static double left(Lead lead) {
        return lead.ahead() == null ? 0 : lead.ahead();
    }

    private Row row(
            Firm firm,
            FirmAddress address,
            Without without,
            Map<String, EvidenceView> items,
            Map<String, SourceView> sources) {
        String key = name(without);
        var item = without.kind() == Kind.ITEM ? items.get(key) : null;
        boolean isSource =
                without.kind() == Kind.SOURCE || (without.kind() == Kind.ORIGIN && Origins.isSource(without.key()));
        var source = isSource ? sources.get(key) : null;
        return new Row(
                without,
                key,
                item != null ? item.claim() : source != null ? source.name() : "",
                item == null ? null : firm.shown().address().evidence(key),
                without.items().size(),
                left(firm, without, Tested.WEIGHT),
                left(firm, without, Tested.INCONSISTENCY),
                address.with(
                        new Assumption(Assumption.Kind.valueOf(without.kind().name()), key, "")));
    }

    private LeadLeft left(Firm firm, Without without, Tested reading) {
        Lead lead = reading.lead(without);
        String key = lead.leader().key();
        boolean ended = firm.isEnded(without, reading);
        if (key == null) {
            boolean tie = reading.leader(firm.shown().balance().leaders()).key() != null;
            return new LeadLeft(null, "", texts.text(tie ? "firm.tie" : "firm.no-leader"), ended);
        }
        return new LeadLeft(key, firm.shown().identity(key).css(), ahead(reading, lead.ahead()), ended);
    }

    private String ahead(Tested reading, @Nullable Double ahead) {
        if (ahead == null) {
            return "";
        }
        return reading == Tested.WEIGHT ? say.decibans(ahead) : texts.text("firm.points", say.number(ahead));
    }

    /** What users know it by: key, text or name. */
    static String name(Without without) {
        return without.kind() == Kind.ORIGIN ? Origins.name(without.key()) : without.key();
    }

    /** The same in a sentence: a source by its name. */
    static String name(Shown shown, Without without) {
        boolean isSource =
                without.kind() == Kind.SOURCE || (without.kind() == Kind.ORIGIN && Origins.isSource(without.key()));
        String key = name(without);
        return shown.view().sources().stream()
                .filter(source -> isSource && source.key().equals(key))
                .map(SourceView::name)
                .findFirst()
                .orElse(key);
    }
}
