package org.steelyard.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.*;
import org.steelyard.balance.Policy;
import org.steelyard.balance.Relation;
import org.steelyard.balance.Relevance;
import org.steelyard.balance.Reliability;
import org.steelyard.balance.Situation;
import org.steelyard.balance.Situation.Cell;
import org.steelyard.balance.Situation.Change;
import org.steelyard.balance.Situation.Effect;
import org.steelyard.balance.Situation.Item;
import org.steelyard.balance.Situation.Judgment;

/** What the balance reads, put together from a {@link NaiveReading}. */
final class NaiveSituation {
    private final List<Recorded> events;
    private final NaiveReading reading;

    private NaiveSituation(List<Recorded> events, NaiveReading reading) {
        this.events = events;
        this.reading = reading;
    }

    static Situation of(List<Recorded> events, Relation relation, long revision, Instant effectiveAt) {
        var reading = new NaiveReading(events, revision, effectiveAt);
        return new NaiveSituation(events, reading).situation(relation);
    }

    private Situation situation(Relation relation) {
        return new Situation(
                relation,
                policy(),
                reading.inForce(InterpretationProposed.class),
                reading.inForce(EvidenceRecorded.class).stream().map(this::item).toList(),
                cells(),
                judgments(),
                reading.analysts(),
                changes());
    }

    private Policy policy() {
        return new Policy(
                reading.parameter("rho", 0.5),
                reading.parameter("extremize", 1),
                reading.parameter("floor", 0.001),
                reading.parameter("minCoverage", 0.6),
                reading.parameter("staleAbove", 6));
    }

    private Item item(String key) {
        String source = reading.fact(key, "source", String.class);
        return new Item(
                key,
                source,
                origin(key, source),
                reading.fact(source, "reliability", Reliability.class),
                reading.fact(key, "credibility", Integer.class),
                reading.fact(key, "relevance", Relevance.class));
    }

    private String origin(String key, String source) {
        Object own = reading.fact(key, "origin");
        Object origin = own != null ? own : reading.fact(source, "origin");
        return origin == null ? "source:" + source : "text:" + origin;
    }

    private List<Cell> cells() {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (Recorded recorded : reading.ratings()) {
            if (recorded.event() instanceof EvidenceRated rated) {
                cells.computeIfAbsent(
                                rated.item(),
                                cell -> new Cell(rated.evidence(), rated.interpretation(), new HashMap<>()))
                        .ratings()
                        .put(recorded.stamp().author(), rated.rating());
            }
        }
        return List.copyOf(cells.values());
    }

    private List<Judgment> judgments() {
        var judgments = new ArrayList<Judgment>();
        for (String author : reading.analysts()) {
            Recorded recorded = reading.judgment(author);
            if (recorded != null) {
                judgments.add(judgment(recorded, (JudgmentRecorded) recorded.event()));
            }
        }
        return judgments;
    }

    private Judgment judgment(Recorded recorded, JudgmentRecorded judged) {
        var then =
                new NaiveReading(events, recorded.revision(), recorded.stamp().effectiveAt());
        Map<String, String> itemsThen = new HashMap<>();
        then.inForce(EvidenceRecorded.class).forEach(key -> itemsThen.put(key, then.fact(key, "source", String.class)));
        return new Judgment(
                recorded.stamp().author(),
                recorded.revision(),
                judged.probabilities(),
                judged.confidence(),
                new HashSet<>(judged.restsOn()),
                itemsThen,
                new HashSet<>(then.inForce(InterpretationProposed.class)));
    }

    private List<Change> changes() {
        var changes = new ArrayList<Change>();
        for (Recorded recorded : reading.all(
                EvidenceRetracted.class,
                EvidenceCorrected.class,
                EvidenceRegraded.class,
                SourceRegraded.class,
                SourceCorrected.class,
                InterpretationRevised.class,
                EvidenceRecorded.class)) {
            Effect effect = effect(recorded.event());
            if (effect != null) {
                String subject = Objects.requireNonNull(recorded.event().item());
                changes.add(new Change(recorded.revision(), recorded.kind(), subject, effect));
            }
        }
        return changes;
    }

    private static @Nullable Effect effect(AssessmentEvent event) {
        return switch (event) {
            case SourceRegraded e -> Effect.REGRADES_SOURCE;
            case SourceCorrected e -> e.reliability() == null ? null : Effect.REGRADES_SOURCE;
            case InterpretationRevised e -> e.statement() == null ? null : Effect.REWORDS_INTERPRETATION;
            case EvidenceRecorded e -> Effect.ADDS_ITEM;
            default -> Effect.UNSETTLES_ITEM;
        };
    }
}
