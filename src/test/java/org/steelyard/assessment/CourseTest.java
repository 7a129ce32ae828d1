package org.steelyard.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.Course.Step;
import org.steelyard.balance.At;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Delta;
import org.steelyard.balance.Policy;
import org.steelyard.balance.Readings;

/** Why the balance changed, event by event: docs/scoring.md section 8. */
class CourseTest {

    @Test
    void along_the_recorded_axis_the_balance_after_each_event_is_that_of_its_revision() {
        RandomHistories.each((random, history) -> {
            AssessmentState state = AssessmentState.fold(history);
            Instant fixed = random.nextBoolean() ? null : anyTime(random, history);
            for (Step step : steps(recorded(random, state, fixed))) {
                Instant when = fixed == null ? Instant.MAX : fixed;
                assertThat(step.after())
                        .as("after %s", step.event())
                        .isEqualTo(readings(state, At.of(step.event().revision(), when)));
            }
        });
    }

    @Test
    void along_the_effective_axis_the_balance_after_each_event_is_that_of_its_place_in_the_order_of_effect() {
        RandomHistories.each((random, history) -> {
            AssessmentState state = AssessmentState.fold(history);
            long asOf = 1L + random.nextInt(history.size());
            for (Step step : steps(effective(random, state, history, asOf))) {
                long micros = At.micros(step.event().stamp().effectiveAt());
                assertThat(step.after())
                        .as("after %s", step.event())
                        .isEqualTo(readings(
                                state, new At(asOf, micros, step.event().revision())));
            }
        });
    }

    @Test
    void where_everything_was_recorded_as_it_took_effect_both_axes_tell_the_same_story() {
        RandomHistories.each((random, history) -> {
            List<Recorded> prompt = history.stream().map(CourseTest::prompt).toList();
            AssessmentState state = AssessmentState.fold(prompt);
            List<Step> recorded = steps(Course.recorded(state, 0, state.revision(), null));
            assertThat(steps(Course.effective(state, null, state.recordedAt(), state.revision())))
                    .isEqualTo(recorded);
        });
    }

    @Test
    void the_parts_add_up_over_every_stretch_in_which_a_reading_is_there() {
        RandomHistories.each((random, history) -> {
            AssessmentState state = AssessmentState.fold(history);
            add_up(recorded(random, state, random.nextBoolean() ? null : anyTime(random, history)));
            add_up(effective(random, state, history, 1L + random.nextInt(history.size())));
        });
    }

    @Test
    void the_event_that_outdates_a_review_is_the_first_after_its_revision_that_moved_the_balance() {
        RandomHistories.each((random, history) -> {
            AssessmentState state = AssessmentState.fold(history);
            long reviewed = 1L + random.nextInt(history.size());
            long upTo = reviewed + random.nextInt(history.size() + 1 - (int) reviewed);
            Long first = null;
            for (long next = upTo; next > reviewed; next--) {
                Readings before = readings(state, At.of(next - 1, Instant.MAX));
                if (!before.equals(readings(state, At.of(next, Instant.MAX)))) {
                    first = next;
                }
            }
            assertThat(Outdating.of(state, reviewed, upTo))
                    .as("r%s up to r%s", reviewed, upTo)
                    .isEqualTo(first);
        });
    }

    private static void add_up(Course course) {
        List<Step> steps = steps(course);
        Readings start = course.before();
        for (Balance.Reading from : start.interpretations()) {
            double decibans = from.weightOfEvidence();
            Double judged = from.judged();
            for (Step step : steps) {
                Delta delta = step.deltas().getOrDefault(from.key(), new Delta(null, null, null, null));
                Balance.Reading now = step.after().of(from.key());
                if (now == null || delta.weightOfEvidence() == null) {
                    break;
                }
                decibans += delta.weightOfEvidence();
                assertThat(decibans).isCloseTo(now.weightOfEvidence(), within(1e-9));
                judged = judged == null || delta.judged() == null ? null : Double.valueOf(judged + delta.judged());
                if (judged != null) {
                    assertThat(judged).isCloseTo(now.judged(), within(1e-9));
                }
            }
        }
        assertThat(steps.isEmpty() ? start : steps.getLast().after()).isEqualTo(course.after());
    }

    @Test
    void under_another_policy_every_point_is_weighed_by_it() {
        var policy = new Policy(0.9, 2, 0.01, 0.1, 6);
        RandomHistories.each(50, (random, history) -> {
            AssessmentState state = AssessmentState.fold(history);
            for (Step step : steps(recorded(random, state, null).under(policy))) {
                Point point = new Point(step.event().revision(), Instant.MAX);
                assertThat(step.after())
                        .isEqualTo(Balance.of(state.situationAt(point).under(policy))
                                .readings());
            }
        });
    }

    private static Recorded prompt(Recorded late) {
        Stamp stamp = late.stamp();
        var prompt = new Stamp(stamp.actor(), stamp.author(), stamp.recordedAt(), stamp.recordedAt(), stamp.reason());
        return new Recorded(late.revision(), prompt, late.event());
    }

    private static Course recorded(Random random, AssessmentState state, @Nullable Instant effectiveAt) {
        long from = random.nextInt((int) state.revision() + 1);
        long to = from + random.nextInt((int) (state.revision() - from) + 1);
        return Course.recorded(state, random.nextBoolean() ? 0 : from, to, effectiveAt);
    }

    private static Course effective(Random random, AssessmentState state, List<Recorded> history, long asOf) {
        Instant one = anyTime(random, history);
        Instant other = anyTime(random, history);
        Instant from = random.nextBoolean() ? null : one.isBefore(other) ? one : other;
        return Course.effective(state, from, one.isBefore(other) ? other : one, asOf);
    }

    private static Instant anyTime(Random random, List<Recorded> history) {
        return SecondReadingTest.anyPoint(random, history).effectiveAt();
    }

    private static Readings readings(AssessmentState state, At at) {
        return Balance.of(new Situating(state, at).situation()).readings();
    }

    private static List<Step> steps(Course course) {
        var steps = new ArrayList<Step>();
        course.follow(steps::add);
        return steps;
    }
}
