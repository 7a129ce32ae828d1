package org.steelyard.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentEvent.*;
import org.steelyard.balance.Balance;
import org.steelyard.balance.Balance.Reading;
import org.steelyard.balance.Rating;
import org.steelyard.balance.Relevance;
import org.steelyard.balance.Reliability;
import org.steelyard.balance.Situation;

/** What docs/scoring.md section 10 says of the state at any point in any history. */
class StatePropertiesTest {
    private static final AssessmentEvent NOTHING = new CommentMade("in its place", null, null);

    @Test
    void the_state_as_of_revision_n_is_that_of_the_first_n_events() {
        RandomHistories.each((random, history) -> {
            AssessmentState whole = AssessmentState.fold(history);
            Point point = SecondReadingTest.anyPoint(random, history);
            AssessmentState first = AssessmentState.fold(history.subList(0, (int) point.revision()));
            assertThat(Balance.of(whole.situationAt(point))).isEqualTo(Balance.of(first.situationAt(point)));
            assertThat(whole.at(point))
                    .usingRecursiveComparison()
                    .ignoringFieldsMatchingRegexes("(.*\\.)?marking", "blind") // today's rule every view
                    .isEqualTo(first.at(point));
        });
    }

    @Test
    void an_older_state_never_sees_what_came_later() {
        RandomHistories.each((random, history) -> {
            int n = 1 + random.nextInt(history.size());
            AssessmentState older = AssessmentState.fold(history.subList(0, n));
            var point = new Point(n, SecondReadingTest.anyPoint(random, history).effectiveAt());
            AssessmentView before = older.at(point);
            AssessmentState newer = older;
            for (Recorded next : history.subList(n, history.size())) {
                newer = newer.evolve(next);
            }
            assertThat(newer.events()).isEqualTo(history);
            assertThat(older.at(point)).isEqualTo(before);
            assertThat(older.events()).isEqualTo(history.subList(0, n));
        });
    }

    @Test
    void two_states_that_go_on_from_one_do_not_see_each_other() {
        RandomHistories.each((random, history) -> {
            AssessmentState start = AssessmentState.fold(history);
            AssessmentState one = start.evolve(next(history, new CommentMade("one", null, null)));
            AssessmentState other = start.evolve(next(history, new CommentMade("other", null, null)));
            assertThat(one.events().getLast().event()).isEqualTo(new CommentMade("one", null, null));
            assertThat(other.events().getLast().event()).isEqualTo(new CommentMade("other", null, null));
            assertThat(start.events()).isEqualTo(history);
        });
    }

    @Test
    void the_state_never_depends_on_an_event_recorded_after_as_of_or_effective_after_the_point() {
        RandomHistories.each((random, history) -> {
            Point point = SecondReadingTest.anyPoint(random, history);
            if (!point.effectiveAt().isBefore(history.getFirst().stamp().effectiveAt())) {
                List<Recorded> without = replaced(
                        history,
                        recorded -> recorded.revision() > point.revision()
                                || recorded.stamp().effectiveAt().isAfter(point.effectiveAt()));
                assertThat(balance(without, point)).isEqualTo(balance(history, point));
            }
        });
    }

    @Test
    void before_the_question_stands_everything_is_empty_and_every_reading_null() {
        RandomHistories.each((random, history) -> {
            AssessmentState state = AssessmentState.fold(history);
            var point = new Point(state.revision(), state.since().minusNanos(1_000));
            Balance balance = Balance.of(state.situationAt(point));
            assertThat(balance.interpretations()).isEmpty();
            assertThat(balance.analysts()).isEmpty();
            assertThat(balance.evidence()).isEmpty();
            assertThat(balance.coverage()).isNull();
            assertThat(balance.confidence()).isNull();
            assertThat(balance.spread()).isNull();
            AssessmentView view = state.at(point);
            assertThat(view.title()).isNull();
            assertThat(view.since()).isNull();
            assertThat(view.sources()).isEmpty();
            assertThat(view.comments()).isEmpty();
        });
    }

    @Test
    void recording_the_same_facts_in_the_order_of_their_effect_gives_the_same_readings() {
        RandomHistories.each((random, history) -> {
            List<Recorded> sorted = inOrderOfEffect(history);
            Instant when = SecondReadingTest.anyPoint(random, history).effectiveAt();
            var point = new Point(history.size(), when);
            assertSameReadings(balance(sorted, point), balance(history, point));
        });
    }

    private static List<Recorded> inOrderOfEffect(List<Recorded> history) {
        var sorted = new ArrayList<>(history);
        sorted.sort(Comparator.comparing(recorded -> recorded.stamp().effectiveAt()));
        var renumbered = new ArrayList<Recorded>();
        sorted.forEach(recorded -> renumbered.add(
                new Recorded(renumbered.size() + 1L, stamped(recorded.stamp(), history.getLast()), recorded.event())));
        return renumbered;
    }

    private static Stamp stamped(Stamp stamp, Recorded last) {
        return new Stamp(stamp.actor(), stamp.author(), last.stamp().recordedAt(), stamp.effectiveAt(), stamp.reason());
    }

    @Test
    void retracting_an_item_gives_the_balance_in_which_it_was_never_recorded() {
        RandomHistories.each((random, history) -> {
            String key = anyItem(random, history);
            if (key != null) {
                List<Recorded> retracted = with(history, new EvidenceRetracted(key));
                List<Recorded> never = with(replaced(history, recorded -> isAbout(recorded.event(), key)), NOTHING);
                assertSameReadings(latest(retracted), latest(never));
            }
        });
    }

    @Test
    void an_item_that_is_retracted_and_reinstated_counts_as_before() {
        RandomHistories.each((random, history) -> {
            String key = anyItem(random, history);
            if (key != null) {
                assertSameReadings(
                        latest(with(history, new EvidenceRetracted(key), new EvidenceReinstated(key))),
                        latest(history));
            }
        });
    }

    @Test
    void a_rating_or_judgment_said_again_changes_no_reading() {
        RandomHistories.each((random, history) -> {
            Recorded again = history.get(random.nextInt(history.size()));
            if (again.event() instanceof EvidenceRated || again.event() instanceof JudgmentRecorded) {
                var next = new Recorded(history.size() + 1, stamped(again.stamp(), history.getLast()), again.event());
                var twice = new ArrayList<>(history);
                twice.add(next);
                var upTo = new Point(history.size(), next.stamp().effectiveAt());
                if (countsAt(history, again, upTo)) {
                    var then = new Point(next.revision(), upTo.effectiveAt());
                    assertSameReadings(balance(twice, then), balance(history, upTo));
                }
            }
        });
    }

    private static boolean countsAt(List<Recorded> history, Recorded view, Point point) {
        var naive = new NaiveReading(history, point.revision(), point.effectiveAt());
        String author = view.stamp().author();
        return view.event() instanceof EvidenceRated rated
                ? view.equals(naive.rating(rated.evidence(), rated.interpretation(), author))
                : view.equals(naive.judgment(author));
    }

    @Test
    void someone_who_rates_nothing_changes_nothing() {
        RandomHistories.each(
                (random, history) -> assertThat(latest(with(history, NOTHING))).isEqualTo(latest(history)));
    }

    @Test
    void a_row_of_N_and_NA_adds_nothing() {
        RandomHistories.each((random, history) -> {
            var events = new ArrayList<>(newItem(random));
            for (Reading reading : latest(history).interpretations()) {
                events.add(rated(reading.key(), random.nextBoolean() ? Rating.N : Rating.NA));
            }
            Balance after = latest(with(history, events.toArray(AssessmentEvent[]::new)));
            assertThat(after.interpretations()).isEqualTo(latest(history).interpretations());
        });
    }

    @Test
    void a_new_item_for_an_interpretation_never_weakens_it_and_one_against_never_strengthens_it() {
        RandomHistories.each((random, history) -> {
            for (Reading before : latest(history).interpretations()) {
                Rating rating = new RandomValues(random).oneOf(Rating.values());
                var events = new ArrayList<>(newItem(random));
                events.add(rated(before.key(), rating));
                Reading after = latest(with(history, events.toArray(AssessmentEvent[]::new)))
                        .reading(before.key());
                double gained = after == null ? Double.NaN : after.weightOfEvidence() - before.weightOfEvidence();
                switch (rating) {
                    case CC, C -> assertThat(gained).isGreaterThanOrEqualTo(-1e-9);
                    case I, II -> assertThat(gained).isLessThanOrEqualTo(1e-9);
                    case N, NA -> assertThat(gained).isCloseTo(0, within(1e-9));
                }
            }
        });
    }

    /** From a new source, whose origin is perhaps that of others. */
    private static List<AssessmentEvent> newItem(Random random) {
        var reliability = new RandomValues(random).oneOf(Reliability.values());
        return List.of(
                new SourceRecorded("new-source", "New", "press", reliability, random.nextBoolean() ? "wire" : null),
                new EvidenceRecorded(
                        "new-item",
                        "New",
                        "new-source",
                        1 + random.nextInt(6),
                        new RandomValues(random).oneOf(Relevance.values()),
                        EvidenceKind.REPORT,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private static AssessmentEvent rated(String interpretation, Rating rating) {
        return new EvidenceRated("new-item", interpretation, rating, null, new Seen(false, false));
    }

    private static @Nullable String anyItem(Random random, List<Recorded> history) {
        AssessmentState state = AssessmentState.fold(history);
        List<Situation.Item> items = state.situationAt(state.latest()).items();
        return items.isEmpty() ? null : items.get(random.nextInt(items.size())).key();
    }

    private static boolean isAbout(AssessmentEvent event, String evidence) {
        return evidence.equals(event.item())
                || (event instanceof OfCell cell && cell.evidence().equals(evidence));
    }

    /** The same history with a comment in the place of some events, so that all others keep their revisions. */
    private static List<Recorded> replaced(List<Recorded> history, Predicate<Recorded> which) {
        return history.stream()
                .map(recorded ->
                        which.test(recorded) ? new Recorded(recorded.revision(), recorded.stamp(), NOTHING) : recorded)
                .toList();
    }

    private static List<Recorded> with(List<Recorded> history, AssessmentEvent... events) {
        var longer = new ArrayList<>(history);
        for (AssessmentEvent event : events) {
            longer.add(next(longer, event));
        }
        return longer;
    }

    private static Recorded next(List<Recorded> history, AssessmentEvent event) {
        Instant now = history.getLast().stamp().recordedAt();
        return new Recorded(history.size() + 1, new Stamp("zoe", "zoe", now, now, null), event);
    }

    private static Balance latest(List<Recorded> history) {
        AssessmentState state = AssessmentState.fold(history);
        return Balance.of(state.situationAt(state.latest()));
    }

    private static Balance balance(List<Recorded> history, Point point) {
        return Balance.of(AssessmentState.fold(history).situationAt(point));
    }

    /** Equal but for staleness and the list of analysts. */
    private static void assertSameReadings(Balance actual, Balance expected) {
        assertThat(actual.interpretations()).isEqualTo(expected.interpretations());
        assertThat(actual.leaders()).isEqualTo(expected.leaders());
        assertThat(actual.coverage()).isEqualTo(expected.coverage());
        assertThat(actual.confidence()).isEqualTo(expected.confidence());
        assertThat(actual.spread()).isEqualTo(expected.spread());
        assertThat(actual.evidence()).isEqualTo(expected.evidence());
    }
}
