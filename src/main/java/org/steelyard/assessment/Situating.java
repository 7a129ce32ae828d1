package org.steelyard.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.JudgmentRecorded;
import org.steelyard.balance.At;
import org.steelyard.balance.Relevance;
import org.steelyard.balance.Reliability;
import org.steelyard.balance.Situation;
import org.steelyard.balance.Situation.Cell;
import org.steelyard.balance.Situation.Change;
import org.steelyard.balance.Situation.Item;
import org.steelyard.balance.Situation.Judgment;
import org.steelyard.balance.Versions;

/** Reads from a state what the balance is computed from. Source: docs/scoring.md section 1. */
final class Situating {
    private final AssessmentState state;
    private final Chronicle chronicle;
    private final At at;
    private final Map<String, SourceThen> sources = new HashMap<>();

    Situating(AssessmentState state, At at) {
        this.state = state;
        this.chronicle = state.chronicle();
        this.at = at;
    }

    Situation situation() {
        if (!chronicle.whole.inForce(at)) {
            return Situation.empty(state.relation(), state.policy(at));
        }
        List<String> interpretations = chronicle.interpretationsInForce(at);
        List<Evidence> evidence = chronicle.evidenceInForce(at);
        var items = new ArrayList<Item>();
        var cells = new ArrayList<Cell>();
        for (Evidence item : evidence) {
            items.add(item(item));
            for (Cell cell : item.cells(at)) {
                if (interpretations.contains(cell.interpretation())) {
                    cells.add(cell);
                }
            }
        }
        List<Judgment> judgments = judgments(evidence);
        return new Situation(
                state.relation(),
                state.policy(at),
                interpretations,
                items,
                cells,
                judgments,
                Set.copyOf(state.analysts(at)),
                changes(judgments));
    }

    boolean hasItem(String key) {
        return evidence(key).inForce(at);
    }

    /** An item in force. */
    Item item(String key) {
        return item(evidence(key));
    }

    private Item item(Evidence item) {
        String source = item.get(Field.SOURCE, at);
        SourceThen then = sources.computeIfAbsent(source, this::source);
        Integer credibility = item.get(Field.CREDIBILITY, at);
        Relevance relevance = item.get(Field.RELEVANCE, at);
        String own = item.find(Field.ORIGIN, at);
        String origin = own == null ? then.origin : Origins.ofText(own);
        return new Item(item.key(), source, origin, then.reliability, credibility, relevance);
    }

    /** What many items have from their source at the point. */
    private record SourceThen(Reliability reliability, String origin) {}

    private SourceThen source(String key) {
        Facts source = Objects.requireNonNull(chronicle.sources.get(key), key);
        String origin = source.find(Field.ORIGIN, at);
        return new SourceThen(
                source.get(Field.RELIABILITY, at), origin == null ? Origins.ofSource(key) : Origins.ofText(origin));
    }

    private Evidence evidence(String key) {
        return Objects.requireNonNull(chronicle.evidence.get(key), key);
    }

    /** The rated cells of an item, their interpretation in force or not. */
    List<Cell> cells(String item) {
        return evidence(item).cells(at);
    }

    /** One cell, rated or not. */
    Cell cell(String item, String interpretation) {
        return evidence(item).cell(interpretation, at);
    }

    /** The judgment of this analyst; null without one in force. */
    @Nullable
    Judgment judgment(String analyst) {
        Versions<Recorded> versions = chronicle.judgments.get(analyst);
        return versions == null ? null : judgment(analyst, versions.at(at), List.of());
    }

    private List<Judgment> judgments(List<Evidence> inForce) {
        var judgments = new ArrayList<Judgment>();
        chronicle.judgments.forEach((author, versions) -> {
            Judgment judgment = judgment(author, versions.at(at), inForce);
            if (judgment != null) {
                judgments.add(judgment);
            }
        });
        return judgments;
    }

    private @Nullable Judgment judgment(String author, @Nullable Recorded recorded, List<Evidence> inForce) {
        if (recorded == null || !(recorded.event() instanceof JudgmentRecorded judged)) {
            return null;
        }
        At then = At.of(recorded.revision(), recorded.stamp().effectiveAt());
        return new Judgment(
                author,
                recorded.revision(),
                judged.probabilities(),
                judged.confidence(),
                Set.copyOf(judged.restsOn()),
                new ItemsThen(chronicle, then, inForce),
                Set.copyOf(chronicle.interpretationsInForce(then)));
    }

    /** What may have overtaken one of the judgments: nothing before the oldest of them. */
    private List<Change> changes(List<Judgment> judgments) {
        long oldest = judgments.stream().mapToLong(Judgment::revision).min().orElse(Long.MAX_VALUE);
        return changesAfter(oldest);
    }

    /** What may have overtaken a judgment of this revision, oldest first. */
    List<Change> changesAfter(long revision) {
        return chronicle.changes.after(revision, at);
    }
}
