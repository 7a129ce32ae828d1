package org.steelyard.exchange.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steelyard.assessment.AssessmentEvent.EvidenceRated;
import org.steelyard.assessment.AssessmentEvent.EvidenceRecorded;
import org.steelyard.assessment.AssessmentEvent.JudgmentRecorded;
import org.steelyard.assessment.AssessmentEvent.SourceRecorded;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.Point;
import org.steelyard.assessment.Recorded;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Balance.Withheld;

/** The demo case shows what the product is for: all of this must be in it, whatever is reworded. */
class SeedsTest {

    private static final Instant END = Instant.parse("2025-08-01T00:00:00Z");
    private static final List<String> NAMES = List.of("durability", "conduct", "patron");

    /** For each item its source, the day it became known, and the cases it bears on. */
    private static final String FACTS = """
            e01 lavrov 2024-06-30 durability patron
            e02 deployment-reports 2024-12-31 durability conduct
            e03 msmt 2025-05-31 durability
            e04 msmt 2025-05-31 durability conduct
            e05 sneider 2025-07-17 durability conduct
            e06 msmt 2025-05-31 durability patron
            e07 insider 2025-07-17 durability
            e08 vladivostok-scholar 2025-07-17 durability
            e09 sneider 2025-07-17 durability patron
            e10 sneider 2025-07-17 durability
            e11 lavrov 2025-07-17 durability conduct
            e12 lavrov 2025-07-17 durability conduct patron
            e13 lavrov 2025-07-17 conduct
            e14 toloraya 2025-07-17 durability conduct
            e15 toloraya 2025-07-17 durability conduct
            e16 toloraya 2025-07-17 durability
            e17 torbakov 2025-07-17 durability patron
            e18 kim-yo-jong 2025-07-17 conduct
            e19 unnamed-analysts 2025-07-17 patron
            e20 isw 2025-07-17 conduct patron
            e21 russian-analysts 2025-07-17 conduct
            e22 lukin 2025-07-17 patron
            e23 lukin 2025-07-17 durability patron
            e24 lukin 2025-07-17 patron
            e25 lukin 2025-07-17 durability patron
            e26 sneider 2025-07-17 durability patron
            e27 sneider 2025-07-17 durability conduct
            e28 lankov 2025-07-17 durability
            e29 lankov 2025-07-17 durability
            e30 lankov 2025-07-17 durability conduct
            """;

    @Test
    void every_fact_stands_in_the_cases_it_bears_on_with_its_source_and_day() throws IOException {
        var found = new TreeMap<String, String>();
        for (String name : NAMES) {
            for (Recorded recorded : RoundTripTest.demo(name)) {
                if (recorded.event() instanceof EvidenceRecorded item
                        && item.key().startsWith("e")) {
                    var day = recorded.stamp().effectiveAt().toString().substring(0, 10);
                    var fact = item.key() + " " + item.source() + " " + day;
                    found.merge(fact, name, (one, other) -> one + " " + other);
                }
            }
        }
        assertThat(found.entrySet().stream().map(fact -> fact.getKey() + " " + fact.getValue()))
                .containsExactlyElementsOf(FACTS.lines().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"durability", "conduct", "patron"})
    void items_of_one_voice_share_its_origin_at_the_end(String name) throws IOException {
        var origins = state(name).situationAt(new Point(state(name).revision(), END)).items().stream()
                .collect(Collectors.toMap(item -> item.key(), item -> item.origin()));
        for (String voice : List.of("e11 e12 e13", "e03 e04 e06", "e14 e15 e16", "e22 e23 e24 e25", "e28 e29 e30")) {
            var known = Stream.of(voice.split(" ")).filter(origins::containsKey).map(origins::get);
            assertThat(known.distinct().count()).as(voice).isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"durability", "conduct", "patron"})
    void three_analysts_rated_and_judged_from_the_first_summer_to_the_second(String name) throws IOException {
        var history = RoundTripTest.demo(name);
        assertThat(authors(history, EvidenceRated.class)).containsExactlyInAnyOrder("an1", "an2", "an3");
        assertThat(authors(history, JudgmentRecorded.class)).containsExactlyInAnyOrder("an1", "an2", "an3");
        assertThat(history.getFirst().stamp().recordedAt()).isBetween("2024-06-01T00:00:00Z", "2024-10-01T00:00:00Z");
        assertThat(history.getLast().stamp().recordedAt()).isBetween("2025-07-25T00:00:00Z", "2025-08-01T00:00:00Z");
        assertThat(Balance.of(state(name).situationAt(new Point(history.size(), END)))
                        .coverage())
                .isGreaterThanOrEqualTo(0.8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"durability", "conduct", "patron"})
    void facts_are_learned_late_so_that_the_same_day_looks_different_afterwards(String name) throws IOException {
        var state = state(name);
        var differing = days(state).stream()
                .filter(day -> state.revisionAt(day) > 0)
                .filter(day ->
                        !readings(state, state.revisionAt(day), day).equals(readings(state, state.revision(), day)))
                .toList();
        assertThat(differing).isNotEmpty();
    }

    @Test
    void leaders_change_and_are_withheld_for_coverage_and_readings_conflict() throws IOException {
        for (String name : List.of("durability", "conduct")) {
            var state = state(name);
            var balances = days(state).stream()
                    .filter(day -> state.revisionAt(day) > 0)
                    .map(day -> Balance.of(state.situationAt(new Point(state.revisionAt(day), day))))
                    .toList();
            var leaders = balances.stream()
                    .map(balance ->
                            String.valueOf(balance.leaders().weightOfEvidence().key()))
                    .collect(Collectors.toSet());
            assertThat(leaders).as("leaders of " + name).hasSizeGreaterThanOrEqualTo(3);
            assertThat(balances)
                    .as(name)
                    .anyMatch(balance -> balance.leaders().weightOfEvidence().withheld() == Withheld.COVERAGE)
                    .anyMatch(balance -> balance.agreement() == Balance.Agreement.CONFLICT);
        }
    }

    @Test
    void the_cases_hold_every_kind_of_second_thought() throws IOException {
        var kinds = new HashSet<String>();
        for (String name : NAMES) {
            RoundTripTest.demo(name).forEach(event -> kinds.add(event.kind()));
        }
        assertThat(kinds)
                .contains(
                        "evidence-retracted",
                        "evidence-corrected",
                        "evidence-regraded",
                        "source-regraded",
                        "interpretation-revised",
                        "rating-withdrawn",
                        "indicator-recorded",
                        "indicator-changed",
                        "comment-made",
                        "review-requested",
                        "review-given");
    }

    @Test
    void a_source_is_the_same_in_every_case() throws IOException {
        var names = new TreeMap<String, String>();
        for (String name : NAMES) {
            for (Recorded recorded : RoundTripTest.demo(name)) {
                if (recorded.event() instanceof SourceRecorded source) {
                    assertThat(names.computeIfAbsent(source.key(), key -> source.name()))
                            .isEqualTo(source.name());
                }
            }
        }
    }

    private static AssessmentState state(String name) throws IOException {
        var state = AssessmentState.none();
        for (Recorded event : RoundTripTest.demo(name)) {
            state = state.evolve(event);
        }
        return state;
    }

    private static Map<String, List<Double>> readings(AssessmentState state, long revision, Instant day) {
        return Balance.of(state.situationAt(new Point(revision, day))).interpretations().stream()
                .collect(Collectors.toMap(
                        reading -> reading.key(),
                        reading -> List.of(reading.weightedInconsistency(), reading.weightOfEvidence())));
    }

    private static List<Instant> days(AssessmentState state) {
        var days = new ArrayList<Instant>();
        for (var day = state.since(); day.isBefore(END); day = day.plus(1, ChronoUnit.DAYS)) {
            days.add(day);
        }
        return days;
    }

    private static List<String> authors(List<Recorded> history, Class<?> type) {
        return history.stream()
                .filter(event -> type.isInstance(event.event()))
                .map(event -> event.stamp().author())
                .distinct()
                .toList();
    }
}
