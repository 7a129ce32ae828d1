package org.steelyard.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.AssessmentView;
import org.steelyard.assessment.RandomHistories;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.Sights;
import org.steelyard.assessment.States;
import org.steelyard.balance.Balance;
import org.steelyard.http.PointInTime;
import org.steelyard.http.PointInTime.AtInstant;
import org.steelyard.http.PointInTime.AtRevision;

class DossiersTest {
    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00.123456789Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static Sights seesAll(States states) {
        return new Sights(states, () -> Optional.of("reader"), (user, assessment) -> false);
    }

    private final List<Recorded> history = RandomHistories.any(new Random(11), "a", 100);
    private final GrowingLog log = new GrowingLog("a", history);
    private final States states = new States(log);
    private final Dossiers dossiers = new Dossiers(seesAll(states), CLOCK);

    @Test
    void nobody_has_opened_what_the_log_does_not_hold() {
        assertThat(dossiers.open("a")).isEmpty();
        assertThat(dossiers.open("b")).isEmpty();
    }

    @Test
    void an_answer_is_current_after_every_write() {
        for (int events = 1; events <= history.size(); events++) {
            log.grow(events);
            assertThat(view()).isEqualTo(folded(events));
        }
        assertThat(log.eventsRead()).as("each event is read once").isEqualTo(history.size());
    }

    @Test
    void forgetting_all_that_is_kept_changes_no_answer() {
        log.grow(history.size());
        var before = view();

        states.forgetAll();

        assertThat(view()).isEqualTo(before);
        assertThat(log.eventsRead()).isEqualTo(2L * history.size());
    }

    @Test
    void any_revision_and_any_instant_is_the_fold_of_what_was_recorded_then() {
        RandomHistories.each(30, (random, events) -> {
            var key = AssessmentState.fold(events).key();
            var whole = new GrowingLog(key, events);
            whole.grow(events.size());
            var opened = new Dossiers(seesAll(new States(whole)), CLOCK);
            for (int n = 1; n <= events.size(); n++) {
                var state = AssessmentState.fold(events.subList(0, n));
                var then = opened.open(key, revision(n)).orElseThrow();
                assertThat(withoutMarkings(then.view())).isEqualTo(withoutMarkings(state.at(state.latest())));
                assertThat(then.balance()).isEqualTo(Balance.of(state.situationAt(state.latest())));
                assertThat(then.events(0, n + 1)).isEqualTo(events.subList(0, n));

                var recordedAt = events.get(n - 1).stamp().recordedAt();
                var at = opened.open(key, instant(recordedAt)).orElseThrow();
                long last = at.point().revision();
                assertThat(last).isGreaterThanOrEqualTo(n);
                assertThat(withoutMarkings(at.view()))
                        .isEqualTo(withoutMarkings(
                                opened.open(key, revision(last)).orElseThrow().view()));
            }
        });
    }

    @Test
    void who_reads_while_others_write_sees_the_log_up_to_some_event_and_no_less_than_was_there() throws Exception {
        List<AssessmentView> prefixes = new ArrayList<>();
        for (int events = 1; events <= history.size(); events++) {
            prefixes.add(folded(events));
        }
        log.grow(1);
        Callable<Void> writer = () -> {
            for (int events = 2; events <= history.size(); events++) {
                log.grow(events);
                LockSupport.parkNanos(50_000);
            }
            return null;
        };
        Callable<Void> reader = () -> {
            while (log.written() < history.size()) {
                int atLeast = log.written();
                var seen = view();
                assertThat(seen.revision()).isGreaterThanOrEqualTo(atLeast);
                assertThat(seen).isEqualTo(prefixes.get((int) seen.revision() - 1));
                if (atLeast % 7 == 0) {
                    states.forgetAll();
                }
            }
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(5)) {
            for (var done : threads.invokeAll(List.of(reader, reader, reader, reader, writer))) {
                done.get();
            }
        }
        assertThat(view()).isEqualTo(prefixes.getLast());
    }

    @Test
    void a_time_after_now_is_read_as_now_in_whole_microseconds() {
        log.grow(history.size());
        var future = dossiers.open("a", instant(Instant.parse("2999-01-01T00:00:00Z")))
                .orElseThrow();
        assertThat(future.asOf()).isEqualTo(Instant.parse("2030-01-01T12:00:00.123456Z"));
        assertThat(future.point().effectiveAt()).isEqualTo(future.asOf());
        assertThat(future.latest()).isTrue();
        assertThat(future.view().ratings()).isEqualTo(view().ratings());
    }

    @Test
    void now_is_never_earlier_than_the_newest_event() {
        var behind = new Dossiers(seesAll(new States(log)), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        log.grow(history.size());
        var newest = history.getLast().stamp().recordedAt();
        assertThat(behind.open("a", new PointInTime(new AtInstant(newest), newest))
                        .orElseThrow()
                        .point()
                        .revision())
                .isEqualTo(history.size());
        assertThat(behind.open("a").orElseThrow().asOf()).isEqualTo(newest);
    }

    @Test
    void a_point_that_the_log_does_not_have_is_refused() {
        log.grow(history.size());
        Instant before = history.getFirst().stamp().recordedAt().minusNanos(1000);
        for (long revision : new long[] {-1, 0, history.size() + 1L}) {
            assertThatThrownBy(() -> dossiers.open("a", revision(revision)))
                    .isInstanceOf(NoSuchPoint.class)
                    .hasMessageContaining("r1 to r" + history.size());
        }
        assertThatThrownBy(() -> dossiers.open("a", instant(before))).isInstanceOf(NoSuchPoint.class);
    }

    private static PointInTime revision(long revision) {
        return new PointInTime(new AtRevision(revision), null);
    }

    private static PointInTime instant(Instant instant) {
        return new PointInTime(new AtInstant(instant), null);
    }

    /** Marking and blind mode are today's in every view. */
    private static String withoutMarkings(AssessmentView view) {
        return view.toString().replaceAll("(marking|blind)=\\w+", "$1");
    }

    private AssessmentView view() {
        return dossiers.open("a").orElseThrow().view();
    }

    private AssessmentView folded(int events) {
        var state = AssessmentState.fold(history.subList(0, events));
        return state.at(state.latest());
    }
}
