package org.steelyard.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steelyard.assessment.Given.given;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.steelyard.assessment.AssessmentCommand.*;
import org.steelyard.assessment.AssessmentEvent.IndicatorStatus;
import org.steelyard.assessment.AssessmentEvent.ReviewGiven;

/** The wiring of the aggregate: what is decided is what is applied, stamped, for every command. */
class AssessmentTest {
    private static final String KEY = "durability";

    /** A command that is allowed after a history. */
    record Case(AssessmentState state, AssessmentCommand command) {
        @Override
        public String toString() {
            return command.getClass().getSimpleName();
        }
    }

    private static Given item() {
        return given(
                Happened.opened(),
                Happened.source("s1"),
                Happened.evidence("e1", "s1"),
                Happened.proposed("i1"),
                Happened.indicator("k1", "i1"));
    }

    static Stream<Case> cases() {
        var opened = given(Happened.opened()).state();
        var item = item().state();
        return Stream.of(
                new Case(AssessmentState.none(), Asked.open()),
                new Case(opened, Asked.revise("Other", null)),
                new Case(opened, Asked.propose("i1")),
                new Case(item, new ReviseInterpretation("i1", "Other", null, null, Set.of())),
                new Case(item, new WithdrawInterpretation("i1")),
                new Case(item().and(Happened.withdrawn("i1")).state(), new ReinstateInterpretation("i1")),
                new Case(opened, Asked.recordSource("s1")),
                new Case(item, new CorrectSource("s1", "Other", null, null, null, Set.of())),
                new Case(item, Asked.recordEvidence("e2", "s1")),
                new Case(item, Asked.grade("e1", 4)),
                new Case(item, new RetractEvidence("e1")),
                new Case(item().and(Happened.retracted("e1")).state(), new ReinstateEvidence("e1")),
                new Case(item, Asked.rate("e1", "i1")),
                new Case(item().and(Happened.rated("e1", "i1")).state(), new WithdrawRating("e1", "i1")),
                new Case(item, Asked.judge(Map.of("i1", 1.0))),
                new Case(item().and(Happened.judged("i1")).state(), new WithdrawJudgment()),
                new Case(item, Asked.recordIndicator("k2", "i1")),
                new Case(item, new ChangeIndicator("k1", null, null, null, IndicatorStatus.LAPSED, Set.of())),
                new Case(item, Asked.comment("Why?")),
                new Case(item, new RequestReview(1, List.of("rex"), null)),
                new Case(item, Asked.review(1)),
                new Case(item, new ResolveAssessment("i1", null, LocalDate.of(2025, 1, 20), "Treaty")),
                new Case(item().and(Happened.resolved("i1", "2025-01-06")).state(), new ReopenAssessment()));
    }

    @Test
    void every_command_has_a_case() {
        Set<Class<?>> shown = new HashSet<>();
        cases().forEach(one -> shown.add(one.command().getClass()));
        assertThat(shown).containsExactlyInAnyOrder(AssessmentCommand.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_is_decided_is_what_is_applied(Case one) {
        var submission = Submission.of(one.command(), "ada").because("Because");
        var outcomes = new ArrayList<Outcome>();
        var decided = AssessmentDecider.decide(one.state(), submission, Given.NOW);
        var events = decided.stream()
                .map(recorded -> new GenericEventMessage<>(
                        bound(recorded.event()), recorded.stamp().toMap()))
                .toArray(EventMessage[]::new);
        after(one.state())
                .when(new Decide(KEY, List.of(submission), one.state().revision(), false, outcomes::add))
                .expectSuccessfulHandlerExecution()
                .expectEvents(events);
        assertThat(outcomes).singleElement().satisfies(outcome -> {
            assertThat(outcome.appended()).hasSameSizeAs(decided);
            var all = new ArrayList<>(one.state().events());
            all.addAll(outcome.appended());
            assertThat(outcome.state().events()).isEqualTo(all);
        });
    }

    /** The digest of a review is looked up, not taken from its sender. */
    private static AssessmentEvent bound(AssessmentEvent event) {
        return event instanceof ReviewGiven given
                ? new ReviewGiven(given.revision(), given.verdict(), given.text(), "digest up to 1", given.knownBy())
                : event;
    }

    @Test
    void a_refusal_records_nothing_and_names_the_revision_that_it_was_decided_on() {
        var state = item().state();
        after(state)
                .when(new Decide(
                        KEY, List.of(Submission.of(Asked.rate("e2", "i1"), "ada")), null, false, outcome -> {}))
                .expectNoEvents()
                .expectException(RefusedAt.class);
    }

    @Test
    void a_write_on_another_revision_than_the_newest_records_nothing() {
        after(item().state())
                .when(new Decide(KEY, List.of(Submission.of(Asked.comment("Why?"), "ada")), 4L, false, outcome -> {}))
                .expectNoEvents()
                .expectException(StaleRevision.class);
    }

    @Test
    void a_whole_history_is_appended_where_there_is_none() {
        var history = item().state().events();
        fixture()
                .givenNoPriorActivity()
                .when(new Append(KEY, history))
                .expectEvents(history.stream().map(AssessmentTest::message).toArray(EventMessage[]::new));
        after(item().state()).when(new Append(KEY, history)).expectNoEvents().expectException(AlreadyOpened.class);
    }

    private static TestExecutor<Assessment> after(AssessmentState state) {
        return state.isOpened()
                ? fixture()
                        .given(state.events().stream()
                                .map(AssessmentTest::message)
                                .toList())
                : fixture().givenNoPriorActivity();
    }

    private static GenericEventMessage<AssessmentEvent> message(Recorded recorded) {
        return new GenericEventMessage<>(recorded.event(), recorded.stamp().toMap());
    }

    private static AggregateTestFixture<Assessment> fixture() {
        var fixture = new AggregateTestFixture<>(Assessment.class);
        fixture.setReportIllegalStateChange(false); // it compares by identity what states of one history share
        fixture.registerInjectableResource(Clock.fixed(Given.NOW, ZoneOffset.UTC));
        fixture.registerInjectableResource(new DigestsAlone());
        return fixture;
    }

    private static final class DigestsAlone implements AssessmentLog {
        @Override
        public List<Recorded> read(String assessment, long afterRevision) {
            return List.of();
        }

        @Override
        public long revision(String assessment) {
            return 0;
        }

        @Override
        public Optional<String> digest(String assessment, long revision) {
            return Optional.of("digest up to " + revision);
        }

        @Override
        public String digestOf(List<Recorded> events) {
            return "digest of " + events.size();
        }

        @Override
        public boolean isAuthor(String user) {
            return false;
        }
    }
}
