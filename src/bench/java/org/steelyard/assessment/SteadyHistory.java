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
 * A busy assessment that lives long and stays of one size: once it is full, by default 200 items are in force, each rated by one analyst
 * against five interpretations, so 1,000 cells, however long the history. Items come and go in pairs, old ones come back, ratings,
 * grades, texts and judgments change, and one fact in five is learned hours to weeks late.
 *
 * @param fullFrom the revision from which the assessment has its size, and every judgment in force is of one of that size
 */
record SteadyHistory(List<Recorded> events, long fullFrom) {
    /** Of the assessment, and how often one of its analysts judges. */
    record Size(int items, int interpretations, List<String> analysts, int eventsForEachJudgment) {}

    private static final Size FULL = new Size(200, 5, List.of("ada", "ben", "cyd", "dov"), 25);

    /**
     * The shortest that leaves points to draw from: some 1,280 events fill the 1,000 cells, and after 100 more every judgment
     * in force is one of the full assessment.
     */
    static final int SHORTEST = 1_500;

    private static final int SOURCES = 20;

    static SteadyHistory of(int events, long seed) {
        return of(events, seed, FULL);
    }

    static SteadyHistory of(int events, long seed, Size size) {
        if (events < SHORTEST) {
            throw new IllegalArgumentException("At least " + SHORTEST + " events are needed, not " + events);
        }
        return new Making(seed, size).of(events);
    }

    /** The same for a store with one clock: nothing is learned late, each fact holds since it was recorded. */
    SteadyHistory onOneClock() {
        var sameTime = new ArrayList<Recorded>(events.size());
        for (Recorded recorded : events) {
            Stamp stamp = recorded.stamp();
            var known =
                    new Stamp(stamp.actor(), stamp.author(), stamp.recordedAt(), stamp.recordedAt(), stamp.reason());
            sameTime.add(new Recorded(recorded.revision(), known, recorded.event()));
        }
        return new SteadyHistory(List.copyOf(sameTime), fullFrom);
    }

    /** When the event of this revision was recorded. */
    Instant recordedAt(long revision) {
        return events.get(Math.toIntExact(revision) - 1).stamp().recordedAt();
    }

    private static final class Making {
        private static final Duration PACE = Duration.ofMinutes(20);
        private static final int HOURS_IN_THREE_WEEKS = 504;
        private static final int EVENTS_FOR_EACH_POLICY = 2_500;

        private final Size size;
        private final Random random;
        private final List<Recorded> events = new ArrayList<>();
        private final List<String> inForce = new ArrayList<>();
        private final List<String> retracted = new ArrayList<>();

        /** Since when each item has been in force, or has not. */
        private final Map<String, Instant> since = new HashMap<>();

        private Instant now = Instant.parse("2021-01-04T08:00:00Z");
        private int items;
        private int judgments;
        private int policies;

        Making(long seed, Size size) {
            this.size = size;
            random = new Random(seed);
        }

        SteadyHistory of(int length) {
            begin();
            while (inForce.size() < size.items) {
                newItem(lateBy(opened()));
                beside();
            }
            long fullFrom = events.size() + (long) size.eventsForEachJudgment * size.analysts.size();
            while (events.size() < length) {
                turn();
                beside();
            }
            return new SteadyHistory(List.copyOf(events.subList(0, length)), fullFrom);
        }

        private void begin() {
            var opening = new AssessmentOpened(
                    "bench",
                    "Title",
                    "Will it last?",
                    Relation.EXCLUSIVE,
                    null,
                    Marking.AMBER,
                    List.of(),
                    PolicyChange.NONE,
                    false);
            Duration longBefore = Duration.ofHours(HOURS_IN_THREE_WEEKS);
            add("ada", longBefore, opening);
            for (int h = 1; h <= size.interpretations; h++) {
                add("ada", longBefore, new InterpretationProposed("i" + h, "It will.", null, null));
            }
            for (int s = 1; s <= SOURCES; s++) {
                add(
                        "ada",
                        longBefore,
                        new SourceRecorded("s" + s, "Wire", "press", any(Reliability.values()), "o" + s % 7));
            }
        }

        /** The next thing that somebody does. */
        private void turn() {
            int what = random.nextInt(100);
            String item = any(inForce);
            if (what < 10) {
                replace(item);
            } else if (what < 14) {
                reinstateInsteadOf(item);
            } else if (what < 16) {
                withdrawAndRateAgain(item);
            } else if (what < 60) {
                rate(item, anyInterpretation(), lateBy(since(item)));
            } else if (what < 74) {
                add("ada", lateBy(since(item)), new EvidenceRegraded(item, anyCredibility(), any(Relevance.values())));
            } else if (what < 82) {
                add("dov", lateBy(since(item)), corrected(item));
            } else if (what < 88) {
                add("ben", lateBy(opened()), new SourceRegraded(anySource(), any(Reliability.values())));
            } else {
                add("cyd", Duration.ZERO, new CommentMade("Why?", null, null));
            }
        }

        /** What comes at its own pace, beside all else. */
        private void beside() {
            if (events.size() / size.eventsForEachJudgment > judgments) {
                add(size.analysts.get(judgments++ % size.analysts.size()), Duration.ZERO, judgment());
            }
            if (events.size() / EVENTS_FOR_EACH_POLICY > policies) {
                double rho = policies++ % 2 == 0 ? 0.4 : 0.5;
                add("ada", Duration.ZERO, new PolicyChanged(new PolicyChange(rho, null, null, null, null)));
            }
        }

        /** The old item goes when the new one comes, so that the size is the same at any point on both clocks. */
        private void replace(String item) {
            Duration late = lateBy(since(item));
            retract(item, late);
            newItem(late);
        }

        private void newItem(Duration late) {
            String item = "e" + ++items;
            var recorded = new EvidenceRecorded(
                    item,
                    "Shells arrived",
                    anySource(),
                    anyCredibility(),
                    any(Relevance.values()),
                    EvidenceKind.REPORT,
                    null,
                    null,
                    null,
                    null,
                    null);
            put(item, inForce, add("ada", late, recorded));
            for (int h = 1; h <= size.interpretations; h++) {
                rate(item, "i" + h, late);
            }
        }

        private void reinstateInsteadOf(String item) {
            if (!retracted.isEmpty()) {
                String back = any(retracted);
                Instant earliest = since(item).isAfter(since(back)) ? since(item) : since(back);
                Duration late = lateBy(earliest);
                retract(item, late);
                retracted.remove(back);
                put(back, inForce, add("dov", late, new EvidenceReinstated(back)));
            }
        }

        private void retract(String item, Duration late) {
            inForce.remove(item);
            put(item, retracted, add("dov", late, new EvidenceRetracted(item)));
        }

        private void put(String item, List<String> where, Instant from) {
            where.add(item);
            since.put(item, from);
        }

        private void withdrawAndRateAgain(String item) {
            String interpretation = anyInterpretation();
            add(analystOf(item), Duration.ZERO, new RatingWithdrawn(item, interpretation));
            rate(item, interpretation, Duration.ZERO);
        }

        private void rate(String item, String interpretation, Duration late) {
            var rated = new EvidenceRated(item, interpretation, any(Rating.values()), null, new Seen(true, true));
            add(analystOf(item), late, rated);
        }

        private static EvidenceCorrected corrected(String item) {
            return new EvidenceCorrected(
                    item, "Fewer shells", null, null, null, null, null, null, null, null, null, Set.of());
        }

        private JudgmentRecorded judgment() {
            Map<String, Double> probabilities = new HashMap<>();
            for (int h = 1; h <= size.interpretations; h++) {
                probabilities.put("i" + h, random.nextDouble());
            }
            var restsOn = List.of(any(inForce));
            return new JudgmentRecorded(probabilities, Confidence.MODERATE, "Because", restsOn, List.of());
        }

        private String analystOf(String item) {
            return size.analysts.get(Integer.parseInt(item.substring(1)) % size.analysts.size());
        }

        private Instant since(String item) {
            return since.getOrDefault(item, Instant.MAX);
        }

        private Instant opened() {
            return events.getFirst().stamp().effectiveAt();
        }

        private String anySource() {
            return "s" + (1 + random.nextInt(SOURCES));
        }

        private String anyInterpretation() {
            return "i" + (1 + random.nextInt(size.interpretations));
        }

        private int anyCredibility() {
            return 1 + random.nextInt(6);
        }

        private String any(List<String> keys) {
            return keys.get(random.nextInt(keys.size()));
        }

        @SafeVarargs
        private <T> T any(T... values) {
            return values[random.nextInt(values.length)];
        }

        /** Once in five times one hour to three weeks, as often hours as weeks, but never back beyond the earliest. */
        private Duration lateBy(Instant earliest) {
            if (random.nextInt(5) > 0) {
                return Duration.ZERO;
            }
            double hours = Math.pow(HOURS_IN_THREE_WEEKS, random.nextDouble());
            Duration late = Duration.ofMinutes(Math.round(60 * hours));
            Duration most = Duration.between(earliest, now);
            return late.compareTo(most) < 0 ? late : most;
        }

        /** Records what holds since so long before it is recorded, and says since when. */
        private Instant add(String author, Duration late, AssessmentEvent event) {
            now = now.plus(PACE);
            Instant effective = now.minus(late);
            events.add(new Recorded(events.size() + 1L, new Stamp(author, author, now, effective, null), event));
            return effective;
        }
    }
}
