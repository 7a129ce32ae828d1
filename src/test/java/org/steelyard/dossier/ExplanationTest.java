package org.steelyard.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.RandomHistories;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.Sight;
import org.steelyard.balance.Balance.Reading;
import org.steelyard.balance.Delta;
import org.steelyard.dossier.Explanation.Change;
import org.steelyard.http.PointInTime.AsOf;
import org.steelyard.http.PointInTime.AtInstant;
import org.steelyard.http.PointInTime.AtRevision;
import org.steelyard.http.RangeInTime;
import org.steelyard.http.RangeInTime.Axis;

/** Nothing is left unexplained between any two points on either axis: docs/scoring.md section 8. */
class ExplanationTest {
    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");

    /** The four readings, each of a delta and of an interpretation. */
    private enum Part {
        INCONSISTENCY,
        WEIGHTED_INCONSISTENCY,
        WEIGHT_OF_EVIDENCE,
        JUDGED;

        @Nullable
        Double of(Delta delta) {
            return switch (this) {
                case INCONSISTENCY -> delta.inconsistency();
                case WEIGHTED_INCONSISTENCY -> delta.weightedInconsistency();
                case WEIGHT_OF_EVIDENCE -> delta.weightOfEvidence();
                case JUDGED -> delta.judged();
            };
        }

        boolean isIn(@Nullable Reading reading) {
            return reading != null && (this != JUDGED || reading.judged() != null);
        }
    }

    @Test
    void what_the_events_moved_adds_up_to_the_whole_in_every_grouping() {
        RandomHistories.each((random, events) -> {
            var stretch = anyStretch(random, events);
            var explained = Explanation.of(stretch);
            var present = presentThroughout(stretch);
            for (Grouping grouping : Grouping.values()) {
                var groups = explained.by(grouping).values();
                for (String each : present) {
                    var part = Part.valueOf(each.split(" ", -1)[0]);
                    var interpretation = each.split(" ", -1)[1];
                    double sum = groups.stream()
                            .mapToDouble(group -> value(part, group, interpretation))
                            .sum();
                    assertThat(sum)
                            .as("%s by %s", each, grouping)
                            .isCloseTo(total(part, explained, interpretation), within(1e-9));
                }
            }
        });
    }

    @Test
    void from_a_to_c_is_from_a_to_b_and_from_b_to_c() {
        RandomHistories.each((random, events) -> {
            var state = AssessmentState.fold(events);
            var axis = anyAxis(random);
            AsOf held = axis == Axis.EFFECTIVE && random.nextBoolean() ? anyRevision(random, events) : null;
            Instant heldAt = axis == Axis.RECORDED && random.nextBoolean() ? anyTime(random, events) : null;
            List<AsOf> ends = threeEnds(random, axis, events);
            var whole = range(state, axis, ends.get(0), ends.get(2), held, heldAt);
            var first = range(state, axis, ends.get(0), ends.get(1), held, heldAt);
            var second = range(state, axis, ends.get(1), ends.get(2), held, heldAt);

            assertThat(whole.changes())
                    .hasSize(first.changes().size() + second.changes().size());
            whole.totals().forEach((interpretation, total) -> {
                for (Part part : Part.values()) {
                    Double one = partOf(part, first, interpretation);
                    Double other = partOf(part, second, interpretation);
                    Double both = part.of(total);
                    if (one != null && other != null) {
                        assertThat(both).isCloseTo(one + other, within(1e-9));
                    }
                }
            });
        });
    }

    @Test
    void every_event_of_the_range_that_counts_is_there_once_in_the_order_of_its_axis() {
        RandomHistories.each(100, (random, events) -> {
            var stretch = anyStretch(random, events);
            var there = Explanation.of(stretch).changes().stream()
                    .map(Change::event)
                    .toList();
            var start = stretch.from();

            assertThat(there)
                    .containsExactlyInAnyOrderElementsOf(events.stream()
                            .filter(event -> stretch.to().counts(event) && (start == null || !start.counts(event)))
                            .toList());
            assertThat(stretch.earlier())
                    .containsExactlyInAnyOrderElementsOf(events.stream()
                            .filter(event -> start != null && start.counts(event))
                            .toList());
            assertThat(there)
                    .isSortedAccordingTo((one, other) -> stretch.axis() == Axis.RECORDED
                            ? Long.compare(one.revision(), other.revision())
                            : one.stamp().effectiveAt().compareTo(other.stamp().effectiveAt()));
        });
    }

    @Test
    void totals_name_whoever_was_in_force_at_any_time_and_are_null_where_a_reading_is_absent_at_an_end() {
        RandomHistories.each(100, (random, events) -> {
            var stretch = anyStretch(random, events);
            var explained = Explanation.of(stretch);
            var before = stretch.course().before();
            var after = stretch.course().after();
            var everInForce = new HashSet<String>();
            before.interpretations().forEach(reading -> everInForce.add(reading.key()));
            stretch.course()
                    .follow(step -> step.after().interpretations().forEach(reading -> everInForce.add(reading.key())));

            assertThat(explained.totals()).containsOnlyKeys(everInForce);
            for (Part part : Part.values()) {
                explained.totals().forEach((interpretation, total) -> {
                    Reading from = before.of(interpretation);
                    Reading to = after.of(interpretation);
                    boolean absent = !part.isIn(from) || !part.isIn(to);
                    assertThat(part.of(total) == null).isEqualTo(absent);
                });
            }
        });
    }

    private static Explanation range(
            AssessmentState state, Axis axis, AsOf from, AsOf to, @Nullable AsOf held, @Nullable Instant heldAt) {
        return Explanation.of(Stretch.of(Sight.full(state), new RangeInTime(axis, from, to, held, heldAt), NOW));
    }

    private static Stretch anyStretch(Random random, List<Recorded> events) {
        var axis = anyAxis(random);
        var ends = threeEnds(random, axis, events);
        var from = random.nextInt(3) == 0 ? null : ends.get(0);
        var held = axis == Axis.EFFECTIVE && random.nextBoolean() ? anyRevision(random, events) : null;
        var heldAt = axis == Axis.RECORDED && random.nextBoolean() ? anyTime(random, events) : null;
        return Stretch.of(
                Sight.full(AssessmentState.fold(events)), new RangeInTime(axis, from, ends.get(2), held, heldAt), NOW);
    }

    private static Axis anyAxis(Random random) {
        return random.nextBoolean() ? Axis.RECORDED : Axis.EFFECTIVE;
    }

    /** Three points in order. */
    private static List<AsOf> threeEnds(Random random, Axis axis, List<Recorded> events) {
        if (axis == Axis.RECORDED) {
            return random.ints(3, 1, events.size() + 1)
                    .sorted()
                    .<AsOf>mapToObj(AtRevision::new)
                    .toList();
        }
        var times = new Instant[] {anyTime(random, events), anyTime(random, events), anyTime(random, events)};
        Arrays.sort(times);
        return Arrays.stream(times).<AsOf>map(AtInstant::new).toList();
    }

    private static AtRevision anyRevision(Random random, List<Recorded> events) {
        return new AtRevision(1 + random.nextInt(events.size()));
    }

    private static Instant anyTime(Random random, List<Recorded> events) {
        var stamp = events.get(random.nextInt(events.size())).stamp();
        return random.nextBoolean() ? stamp.effectiveAt() : stamp.recordedAt().minusNanos(1_000);
    }

    /** "READING interpretation" for every reading that is there at the start and after every event. */
    private static Set<String> presentThroughout(Stretch stretch) {
        var present = new HashSet<String>();
        stretch.course().before().interpretations().forEach(reading -> present.addAll(partsOf(reading)));
        stretch.course().follow(step -> {
            var now = new HashSet<String>();
            step.after().interpretations().forEach(reading -> now.addAll(partsOf(reading)));
            present.retainAll(now);
        });
        return present;
    }

    private static List<String> partsOf(Reading reading) {
        return Arrays.stream(Part.values())
                .filter(part -> part.isIn(reading))
                .map(part -> part + " " + reading.key())
                .toList();
    }

    private static double value(Part part, SortedMap<String, Delta> deltas, String interpretation) {
        var delta = deltas.get(interpretation);
        Double value = delta == null ? null : part.of(delta);
        return value == null ? 0 : value;
    }

    private static double total(Part part, Explanation explained, String interpretation) {
        return value(part, explained.totals(), interpretation);
    }

    private static @Nullable Double partOf(Part part, Explanation explained, String interpretation) {
        var total = explained.totals().get(interpretation);
        return total == null ? null : part.of(total);
    }
}
