package org.steelyard.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentEvent.InterpretationProposed;
import org.steelyard.assessment.AssessmentEvent.InterpretationReinstated;
import org.steelyard.assessment.AssessmentEvent.InterpretationWithdrawn;
import org.steelyard.assessment.AssessmentEvent.JudgmentRecorded;
import org.steelyard.balance.At;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Balance.AnalystLine;
import org.steelyard.balance.Balance.Leader;
import org.steelyard.balance.Policy;
import org.steelyard.balance.Sensitivity;
import org.steelyard.balance.Sensitivity.Kind;
import org.steelyard.balance.Situation;
import org.steelyard.balance.SourceLine;

/** What qualifies the readings, event by event: docs/scoring.md sections 5 to 7. */
class WaypointTest {

    @Test
    void along_the_recorded_axis_a_waypoint_says_what_the_balance_of_its_revision_says() {
        RandomHistories.each((random, history) -> {
            AssessmentState state = AssessmentState.fold(history);
            long from = random.nextBoolean() ? 0 : random.nextInt((int) state.revision());
            Instant fixed = random.nextBoolean() ? null : anyTime(random, history);
            Instant when = fixed == null ? Instant.MAX : fixed;
            Course.recorded(state, from, state.revision(), fixed)
                    .walk(waypoint -> assertSays(random, waypoint, situation(state, waypoint, when)));
        });
    }

    @Test
    void along_the_effective_axis_a_waypoint_says_what_the_balance_at_its_place_in_the_order_of_effect_says() {
        RandomHistories.each((random, history) -> {
            AssessmentState state = AssessmentState.fold(history);
            Instant from = random.nextBoolean() ? null : anyTime(random, history);
            long asOf = 1L + random.nextInt(history.size());
            Course.effective(state, from, state.recordedAt(), asOf).walk(waypoint -> {
                Recorded event = waypoint.event();
                var at = new At(asOf, At.micros(event.stamp().effectiveAt()), event.revision());
                assertSays(random, waypoint, new Situating(state, at).situation());
            });
        });
    }

    @Test
    void under_another_policy_it_is_qualified_by_that_policy() {
        var policy = new Policy(0.9, 2, 0.01, 0.1, 1.5);
        RandomHistories.each(50, (random, history) -> {
            AssessmentState state = AssessmentState.fold(history);
            Course.recorded(state, 0, state.revision(), null)
                    .under(policy)
                    .walk(waypoint -> assertSays(
                            random,
                            waypoint,
                            situation(state, waypoint, Instant.MAX).under(policy)));
        });
    }

    @Test
    void the_newest_waypoint_is_the_last_one_of_the_whole_course() {
        RandomHistories.each(50, (random, history) -> {
            AssessmentState state = AssessmentState.fold(history);
            Waypoint newest = Waypoint.newest(state);
            assertThat(newest.event()).isEqualTo(history.getLast());
            assertSays(random, newest, situation(state, newest, Instant.MAX));
        });
        assertThatIllegalArgumentException().isThrownBy(() -> Waypoint.newest(AssessmentState.none()));
    }

    @Test
    void what_a_waypoint_said_stays_said_when_the_walk_goes_on() {
        RandomHistories.each(50, (random, history) -> {
            AssessmentState state = AssessmentState.fold(history);
            List<Runnable> later = new ArrayList<>();
            Course.recorded(state, 0, state.revision(), null).walk(waypoint -> {
                List<AnalystLine> judgments = waypoint.judgments();
                List<SourceLine> sources = waypoint.sources();
                Situation there = situation(state, waypoint, Instant.MAX);
                later.add(() -> {
                    assertThat(judgments).isEqualTo(judgments(Balance.of(there)));
                    assertThat(sources).isEqualTo(sources(there));
                });
            });
            later.forEach(Runnable::run);
        });
    }

    @Test
    void a_line_that_no_event_touched_is_the_same_object() {
        RandomHistories.each(50, (random, history) -> {
            AssessmentState state = AssessmentState.fold(history);
            List<AnalystLine> before = new ArrayList<>();
            Course.recorded(state, 0, state.revision(), null).walk(waypoint -> {
                List<AnalystLine> now = waypoint.judgments();
                if (!beginsAnew(waypoint.event().event())) {
                    before.stream()
                            .filter(now::contains)
                            .forEach(line -> assertThat(now)
                                    .satisfiesOnlyOnce(same -> assertThat(same).isSameAs(line)));
                }
                before.clear();
                before.addAll(now);
            });
        });
    }

    private static boolean beginsAnew(AssessmentEvent event) {
        return event instanceof InterpretationProposed
                || event instanceof InterpretationWithdrawn
                || event instanceof InterpretationReinstated
                || event instanceof JudgmentRecorded;
    }

    @Test
    void random_histories_make_judgments_stale_and_fresh_again_and_leads_hang_on_sources() {
        Set<String> seen = new HashSet<>();
        RandomHistories.each(200, (random, history) -> {
            AssessmentState state = AssessmentState.fold(history);
            List<AnalystLine> before = new ArrayList<>();
            Course.recorded(state, 0, state.revision(), null).walk(waypoint -> {
                for (AnalystLine line : waypoint.judgments()) {
                    line.stale().forEach(stale -> seen.add(stale.kind()));
                    before.stream()
                            .filter(then -> then.user().equals(line.user()))
                            .filter(then -> Objects.equals(then.judged(), line.judged()))
                            .filter(then -> !line.stale().containsAll(then.stale()))
                            .forEach(then -> seen.add("not telling any more"));
                }
                before.clear();
                before.addAll(waypoint.judgments());
                waypoint.sources()
                        .forEach(source -> seen.add("points " + source.carriesInconsistency() + " decibans "
                                + source.carriesWeightOfEvidence()));
            });
        });
        assertThat(seen)
                .contains(
                        "evidence-recorded",
                        "evidence-corrected",
                        "evidence-regraded",
                        "evidence-retracted",
                        "source-regraded",
                        "source-corrected",
                        "interpretation-revised",
                        "not telling any more",
                        "points true decibans false",
                        "points false decibans true",
                        "points true decibans true",
                        "points false decibans false");
    }

    /** Asks some of the questions, in any order: what was not asked at one waypoint must not be missing at the next. */
    private static void assertSays(Random random, Waypoint waypoint, Situation there) {
        Balance balance = Balance.of(there);
        List<Runnable> questions = new ArrayList<>(List.of(
                () -> assertThat(waypoint.readings()).isEqualTo(balance.readings()),
                () -> assertThat(waypoint.evidenceInForce()).isEqualTo(balance.evidenceInForce()),
                () -> assertThat(waypoint.confidence()).isEqualTo(balance.confidence()),
                () -> assertThat(waypoint.spread()).isEqualTo(balance.spread()),
                () -> assertThat(waypoint.judgments()).isEqualTo(judgments(balance)),
                () -> assertThat(waypoint.staleJudgments()).isEqualTo((int) judgments(balance).stream()
                        .filter(line -> !line.stale().isEmpty())
                        .count()),
                () -> assertThat(waypoint.sources()).isEqualTo(sources(there))));
        Collections.shuffle(questions, random);
        questions.subList(0, random.nextInt(questions.size() + 1)).forEach(Runnable::run);
    }

    private static List<AnalystLine> judgments(Balance balance) {
        return balance.analysts().stream().filter(line -> line.judged() != null).toList();
    }

    private static List<SourceLine> sources(Situation there) {
        Balance balance = Balance.of(there);
        var weights = balance.evidenceByKey();
        return Sensitivity.of(there).leaveOneOut().stream()
                .filter(without -> without.kind() == Kind.SOURCE)
                .map(without -> new SourceLine(
                        without.key(),
                        without.items().size(),
                        without.items().stream()
                                .map(item -> Objects.requireNonNull(weights.get(item))
                                        .weight())
                                .reduce(0.0, Double::sum),
                        isLost(
                                balance.leaders().weightOfEvidence(),
                                without.weightOfEvidence().leader()),
                        isLost(
                                balance.leaders().inconsistency(),
                                without.inconsistency().leader())))
                .toList();
    }

    private static boolean isLost(Leader leader, Leader then) {
        return leader.key() != null && !leader.equals(then);
    }

    private static Situation situation(AssessmentState state, Waypoint waypoint, Instant effectiveAt) {
        return state.situationAt(new Point(waypoint.event().revision(), effectiveAt));
    }

    private static Instant anyTime(Random random, List<Recorded> history) {
        return SecondReadingTest.anyPoint(random, history).effectiveAt();
    }
}
