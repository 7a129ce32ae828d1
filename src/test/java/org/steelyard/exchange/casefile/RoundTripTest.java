package org.steelyard.exchange.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steelyard.assessment.AssessmentEvent;
import org.steelyard.assessment.AssessmentEvent.EvidenceRated;
import org.steelyard.assessment.AssessmentEvent.KnownBy;
import org.steelyard.assessment.AssessmentEvent.ReviewGiven;
import org.steelyard.assessment.AssessmentEvent.Seen;
import org.steelyard.assessment.AssessmentEvent.Verdict;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Point;
import org.steelyard.assessment.RandomHistories;
import org.steelyard.assessment.Recorded;
import org.steelyard.balance.Balance;
import org.steelyard.exchange.casefile.Importer.InNameOf;

/** A case that is exported and imported gives the same balance at every point in time. */
class RoundTripTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.789012Z");

    @Test
    void random_histories_come_back_with_an_equal_balance_at_every_revision_and_effective_time() {
        var kinds = new HashSet<String>();
        RandomHistories.each(80, (random, original) -> {
            original.forEach(event -> kinds.add(event.kind()));
            var again = imported(original, random.nextBoolean() ? Syntax.YAML : Syntax.JSON);
            assertEqual("random", original, again, few(times(original), random));
        });
        assertThat(kinds).as("kinds of events in those histories").isEqualTo(allKinds(AssessmentEvent.class));
    }

    @SuppressWarnings("unchecked") // what AssessmentEvent permits is an AssessmentEvent
    private static Set<String> allKinds(Class<?> type) {
        var kinds = new HashSet<String>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isInterface()) {
                kinds.addAll(allKinds(permitted));
            } else {
                kinds.add(Recorded.kindOf((Class<? extends AssessmentEvent>) permitted));
            }
        }
        return kinds;
    }

    @ParameterizedTest
    @ValueSource(strings = {"durability", "conduct", "patron"})
    void the_demo_cases_come_back_with_an_equal_balance_at_every_revision(String name) throws IOException {
        var original = demo(name);
        var times = times(original);
        for (Syntax syntax : EnumSet.allOf(Syntax.class)) {
            assertEqual(name, original, imported(original, syntax), everyTenth(times));
        }
    }

    @Test
    void a_review_binds_to_the_events_up_to_what_it_names_however_the_number_is_written() {
        var file = """
                casefile: 1
                assessments:
                  - {seq: 1, key: a, title: t, question: q, sources: [{seq: 2, key: s, name: n, kind: k, reliability: B}],
                     changes: [{seq: 3, do: REVIEW, set: {revision: +02, verdict: APPROVED, text: seen}}]}
                """.getBytes(UTF_8);
        var importer = new Importer("rev", InNameOf.THEMSELVES);

        var history = CaseFiles.plan(file, Syntax.YAML, importer, new EmptyLog(), NOW)
                .getFirst()
                .history();

        assertThat(history.getLast().event())
                .isEqualTo(new ReviewGiven(2, Verdict.APPROVED, "seen", "digest of 2", KnownBy.TOKEN));
    }

    @Test
    void a_beginning_of_a_history_is_a_case_file_too() {
        var original = RandomHistories.any(new Random(17), "a", 150);
        for (int n = 1; n <= original.size(); n += 7) {
            var beginning = original.subList(0, n);
            assertSameEvents("r" + n, beginning, imported(beginning, Syntax.YAML));
        }
    }

    static List<Recorded> demo(String name) throws IOException {
        var file = Files.readAllBytes(Path.of("seeds", name + ".yaml"));
        var importer = new Importer("system", InNameOf.EACH_IN_PERSON);
        return CaseFiles.plan(file, Syntax.YAML, importer, new EmptyLog(), NOW)
                .getFirst()
                .history();
    }

    private static List<Recorded> imported(List<Recorded> history, Syntax syntax) {
        var file = CaseFileWriter.write(history, syntax, false, false);
        var importer = new Importer("admin", InNameOf.ANYBODY);
        return CaseFiles.plan(file, syntax, importer, new EmptyLog(), NOW)
                .getFirst()
                .history();
    }

    private static void assertEqual(String what, List<Recorded> one, List<Recorded> other, List<Instant> times) {
        assertSameEvents(what, one, other);
        var before = state(one);
        var after = state(other);
        for (long revision = 1; revision <= one.size(); revision++) {
            for (Instant time : times) {
                var point = new Point(revision, time);
                assertThat(Balance.of(after.situationAt(point)))
                        .as("%s at revision %d, effective at %s", what, revision, time)
                        .isEqualTo(Balance.of(before.situationAt(point)));
            }
        }
    }

    private static AssessmentState state(List<Recorded> history) {
        var state = AssessmentState.none();
        for (Recorded event : history) {
            state = state.evolve(event);
        }
        return state;
    }

    private static void assertSameEvents(String what, List<Recorded> one, List<Recorded> other) {
        assertThat(other).as(what).hasSameSizeAs(one);
        for (int i = 0; i < one.size(); i++) {
            assertThat(said(other.get(i))).as("%s, revision %d", what, i + 1).isEqualTo(said(one.get(i)));
        }
    }

    /** All that a file can say of an event: not what its author had been shown, nor how a reviewer was known. */
    private static List<Object> said(Recorded recorded) {
        var event = switch (recorded.event()) {
            case ReviewGiven it -> new ReviewGiven(it.revision(), it.verdict(), it.text(), "", KnownBy.TOKEN);
            case EvidenceRated it ->
                new EvidenceRated(
                        it.evidence(), it.interpretation(), it.rating(), it.rationale(), new Seen(false, false));
            default -> recorded.event();
        };
        var reason = String.valueOf(recorded.stamp().reason());
        return List.of(event, recorded.revision(), recorded.stamp().author(), reason);
    }

    /** Times at which the balance may differ: those of the events, moments before them, and one after all. */
    private static List<Instant> times(List<Recorded> history) {
        var times = new ArrayList<Instant>();
        history.stream()
                .map(event -> event.stamp().effectiveAt())
                .distinct()
                .sorted()
                .forEach(time -> {
                    times.add(time.minusNanos(1_000));
                    times.add(time);
                });
        times.add(history.getLast().stamp().recordedAt().plusSeconds(1));
        return times;
    }

    private static List<Instant> few(List<Instant> times, Random random) {
        var few = new ArrayList<>(times);
        Collections.shuffle(few, random);
        return few.subList(0, Math.min(12, few.size()));
    }

    private static List<Instant> everyTenth(List<Instant> times) {
        return IntStream.range(0, times.size())
                .filter(i -> i % 10 == 0 || i == times.size() - 1)
                .mapToObj(times::get)
                .toList();
    }
}
