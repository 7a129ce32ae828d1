package org.steelyard.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.steelyard.assessment.AssessmentEvent.*;
import org.steelyard.balance.Confidence;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Relation;
import org.steelyard.balance.Relevance;
import org.steelyard.balance.Reliability;

/**
 * A history as long as asked for and as a busy team would make it: four analysts rate every item against five
 * interpretations, judge, correct, regrade, retract and comment; one fact in five is learned late.
 */
final class LongHistory {
    private static final int INTERPRETATIONS = 5;
    private static final List<String> ANALYSTS = List.of("ada", "ben", "cyd", "dov");

    private final Random random = new Random(1);
    private final List<Recorded> events = new ArrayList<>();
    private Instant now = Instant.parse("2024-06-19T00:00:00Z");
    private int items;

    private LongHistory() {}

    static List<Recorded> of(int length) {
        var history = new LongHistory();
        history.begin();
        while (history.events.size() < length) {
            history.goOn();
        }
        return List.copyOf(history.events.subList(0, length));
    }

    private void begin() {
        add(
                "ada",
                new AssessmentOpened(
                        "bench",
                        "Title",
                        "Will it last?",
                        Relation.EXCLUSIVE,
                        null,
                        Marking.AMBER,
                        List.of(),
                        PolicyChange.NONE,
                        false));
        for (int h = 1; h <= INTERPRETATIONS; h++) {
            add("ada", new InterpretationProposed("i" + h, "It will.", null, null));
        }
        for (int s = 1; s <= 20; s++) {
            add("ada", new SourceRecorded("s" + s, "Wire", "press", any(Reliability.values()), "o" + s % 7));
        }
    }

    /** One more item with all that follows from it. */
    private void goOn() {
        String key = "e" + ++items;
        add(
                "ada",
                new EvidenceRecorded(
                        key,
                        "Shells arrived",
                        anySource(),
                        1 + random.nextInt(6),
                        any(Relevance.values()),
                        EvidenceKind.REPORT,
                        null,
                        null,
                        null,
                        null,
                        null));
        Instant recorded = now;
        for (String analyst : ANALYSTS) {
            for (int h = 1; h <= INTERPRETATIONS; h++) {
                add(
                        analyst,
                        new EvidenceRated(key, "i" + h, any(Rating.values()), null, new Seen(true, true)),
                        recorded);
            }
        }
        add(any(ANALYSTS.toArray(String[]::new)), judgment());
        add("ada", new EvidenceRegraded(anyItem(), 1 + random.nextInt(6), null));
        add("ben", new SourceRegraded(anySource(), any(Reliability.values())));
        add("cyd", new CommentMade("Why?", null, null));
        if (items % 10 == 0) {
            add("dov", new EvidenceRetracted(key));
            add(
                    "dov",
                    new EvidenceCorrected(
                            anyItem(), "Fewer", null, null, null, null, null, null, null, null, null, Set.of()));
        }
    }

    private AssessmentEvent judgment() {
        Map<String, Double> probabilities = new HashMap<>();
        for (int h = 1; h <= INTERPRETATIONS; h++) {
            probabilities.put("i" + h, random.nextDouble());
        }
        return new JudgmentRecorded(probabilities, Confidence.MODERATE, "Because", List.of("e1"), List.of());
    }

    private String anyItem() {
        return "e" + (1 + random.nextInt(items));
    }

    private String anySource() {
        return "s" + (1 + random.nextInt(20));
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }

    private void add(String author, AssessmentEvent event) {
        add(author, event, now.plusSeconds(60));
    }

    /** Recorded a minute after the last, in force since then or, once in five times, since some time after the earliest. */
    private void add(String author, AssessmentEvent event, Instant earliest) {
        now = now.plusSeconds(60);
        long late = Duration.between(earliest, now).toSeconds();
        Instant effective = late > 0 && random.nextInt(5) == 0 ? now.minusSeconds(random.nextLong(late)) : now;
        events.add(new Recorded(events.size() + 1L, new Stamp(author, author, now, effective, null), event));
    }
}
