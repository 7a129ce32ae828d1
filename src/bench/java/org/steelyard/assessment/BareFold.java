package org.steelyard.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steelyard.assessment.AssessmentEvent.*;
import org.steelyard.balance.At;
import org.steelyard.balance.Rating;

/** A loop over the whole stream that keeps the newest of each rating, grade, judgment and what is in force, in a plain hash map. */
final class BareFold implements Rival<Map<BareFold.Fact, BareFold.Value>> {
    /** A fact about an item, a cell, a source or an analyst, whose name it bears. */
    record Fact(Class<?> what, Object of) {}

    record Value(long effectiveMicros, @Nullable Object value) {}

    private final List<Recorded> events;

    BareFold(List<Recorded> events) {
        this.events = events;
    }

    @Override
    public Map<Fact, Value> ask(Point point) {
        var facts = new HashMap<Fact, Value>();
        long until = At.micros(point.effectiveAt());
        for (Recorded recorded : events.subList(0, Math.toIntExact(point.revision()))) {
            long effective = At.micros(recorded.stamp().effectiveAt());
            if (effective <= until) {
                keep(facts, recorded, effective);
            }
        }
        return facts;
    }

    private static void keep(Map<Fact, Value> facts, Recorded recorded, long effective) {
        switch (recorded.event()) {
            case EvidenceRecorded e -> {
                keep(facts, new Fact(EvidenceRecorded.class, e.key()), effective, true);
                keep(facts, new Fact(EvidenceRegraded.class, e.key()), effective, e.credibility());
            }
            case EvidenceRetracted e -> keep(facts, new Fact(EvidenceRecorded.class, e.key()), effective, false);
            case EvidenceReinstated e -> keep(facts, new Fact(EvidenceRecorded.class, e.key()), effective, true);
            case EvidenceRegraded e ->
                keep(facts, new Fact(EvidenceRegraded.class, e.key()), effective, e.credibility());
            case EvidenceRated e -> keep(facts, new Fact(Rating.class, cell(e)), effective, e.rating());
            case RatingWithdrawn e -> keep(facts, new Fact(Rating.class, cell(e)), effective, null);
            case SourceRecorded e -> keep(facts, new Fact(SourceRecorded.class, e.key()), effective, e.reliability());
            case SourceRegraded e -> keep(facts, new Fact(SourceRecorded.class, e.key()), effective, e.reliability());
            case JudgmentRecorded e ->
                keep(facts, new Fact(JudgmentRecorded.class, recorded.stamp().author()), effective, e);
            default -> {}
        }
    }

    private static Cell cell(OfCell event) {
        return new Cell(event.evidence(), event.interpretation());
    }

    private static void keep(Map<Fact, Value> facts, Fact fact, long effective, @Nullable Object value) {
        Value before = facts.get(fact);
        if (before == null || before.effectiveMicros() <= effective) {
            facts.put(fact, new Value(effective, value));
        }
    }

    @Override
    public Map<Cell, Rating> ratings(Map<Fact, Value> facts) {
        var ratings = new HashMap<Cell, Rating>();
        facts.forEach((fact, value) -> {
            if (fact.of() instanceof Cell cell && value.value() instanceof Rating rating) {
                Value item = facts.get(new Fact(EvidenceRecorded.class, cell.evidence()));
                if (item != null && Boolean.TRUE.equals(item.value())) {
                    ratings.put(cell, rating);
                }
            }
        });
        return ratings;
    }
}
