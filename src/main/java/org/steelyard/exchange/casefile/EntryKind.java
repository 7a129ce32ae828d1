package org.steelyard.exchange.casefile;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** The lists of a case, in the order in which entries of one time are recorded, and the fields of their entries. */
enum EntryKind {
    ASSESSMENT("", "key", "title", "question", "relation", "horizon", "tags", "policy", "marking", "blind"),
    SOURCE("sources", "key", "name", "kind", "reliability", "origin"),
    INTERPRETATION("interpretations", "key", "statement", "holder", "discriminator"),
    EVIDENCE(
            "evidence",
            "key",
            "claim",
            "source",
            "credibility",
            "relevance",
            "kind",
            "origin",
            "occurredOn",
            "publishedOn",
            "link",
            "marking"),
    RATING("ratings", "analyst", "evidence", "interpretation", "rating", "rationale"),
    JUDGMENT("judgments", "analyst", "probabilities", "confidence", "rationale", "restsOn", "arguedAgainst"),
    CHANGE("changes", "do", "on", "set"),
    INDICATOR("indicators", "key", "statement", "speaksFor", "deadline"),
    RESOLUTION("resolution", "outcome", "outcomes", "resolvedOn", "basis");

    private final String list;

    @SuppressWarnings("ImmutableEnumChecker") // filled by the constructor alone
    private final Set<String> fields;

    EntryKind(String list, String... fields) {
        this.list = list;
        var all = new HashSet<>(Set.of("effectiveAt", "by", "reason", "seq", "recordedAt"));
        all.addAll(Set.of(fields));
        this.fields = Set.copyOf(all);
    }

    /** All but the assessment's own: those that stand in lists within it. */
    static Set<EntryKind> within() {
        return EnumSet.range(SOURCE, RESOLUTION);
    }

    /** Name of the field of a case that holds these entries. */
    String list() {
        return list;
    }

    Set<String> fields() {
        return fields;
    }
}
