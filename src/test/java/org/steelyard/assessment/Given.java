package org.steelyard.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a log holds, what is asked of it, and what comes of that. The n-th event is recorded on the n-th of January 2025, or
 * later where it holds since later; the command is sent on the first of February; all by ada. A day means its first instant.
 */
final class Given {
    static final Instant NOW = day("2025-02-01");

    private final List<Recorded> history = new ArrayList<>();

    private Given() {}

    static Instant day(String date) {
        return Instant.parse(date + "T00:00:00Z");
    }

    static Given nothing() {
        return new Given();
    }

    /** Events that hold since they were recorded. */
    static Given given(AssessmentEvent... events) {
        var given = new Given();
        for (AssessmentEvent event : events) {
            given.and(event);
        }
        return given;
    }

    Given and(AssessmentEvent event) {
        return and("ada", event);
    }

    Given and(String author, AssessmentEvent event) {
        return add(author, author, next(), event);
    }

    /** An event that was learned late: it holds since an earlier day. */
    Given since(String day, AssessmentEvent event) {
        return sinceMoment(day(day), event);
    }

    Given sinceMoment(Instant effective, AssessmentEvent event) {
        return add("ada", "ada", effective, event);
    }

    Given sentBy(String actor, String author, AssessmentEvent event) {
        return add(actor, author, next(), event);
    }

    private Instant next() {
        Instant day = day(LocalDate.of(2025, 1, 1).plusDays(history.size()).toString());
        return history.isEmpty() ? day : later(day, history.getLast().stamp().recordedAt());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Given add(String actor, String author, Instant effective, AssessmentEvent event) {
        var stamp = new Stamp(actor, author, later(next(), effective), effective, null);
        history.add(new Recorded(history.size() + 1L, stamp, event));
        return this;
    }

    AssessmentState state() {
        return AssessmentState.fold(history);
    }

    When when(AssessmentCommand command) {
        return new When(state(), Submission.of(command, "ada"), NOW);
    }

    /** A command that is sent to what was given, and what comes of it. */
    record When(AssessmentState state, Submission submission, Instant now) {
        When dated(String day) {
            return dated(day(day));
        }

        When dated(Instant effectiveAt) {
            return new When(state, submission.effective(effectiveAt), now);
        }

        When because(@Nullable String reason) {
            return new When(state, submission.because(reason), now);
        }

        When by(String author) {
            return new When(
                    state,
                    new Submission(submission.command(), author, author, submission.effectiveAt(), submission.reason()),
                    now);
        }

        When at(Instant other) {
            return new When(state, submission, other);
        }

        List<Recorded> events() {
            return AssessmentDecider.decide(state, submission, now);
        }

        void then(AssessmentEvent... events) {
            assertThat(events()).extracting(Recorded::event).containsExactly(events);
        }

        /** Allowed, whatever comes of it. */
        void thenAllowed() {
            assertThat(events()).isNotEmpty();
        }

        void thenHoldsSince(String day) {
            thenHoldsSince(day(day));
        }

        void thenHoldsSince(Instant effective) {
            assertThat(events())
                    .extracting(recorded -> recorded.stamp().effectiveAt())
                    .containsOnly(effective);
        }

        Refusal thenRefused(Rule rule) {
            var refusal = new Refusal[1];
            assertThatExceptionOfType(Refused.class).isThrownBy(this::events).satisfies(refused -> {
                assertThat(refused.rule()).as(refused.getMessage()).isEqualTo(rule);
                assertThat(refused.getMessage()).contains(":").endsWith(".");
                refusal[0] = new Refusal(refused);
            });
            return refusal[0];
        }
    }

    /** What a refusal says, and of which field. */
    record Refusal(Refused refused) {
        Refusal saying(String words) {
            assertThat(refused).hasMessageContaining(words);
            return this;
        }

        Refusal at(String pointer) {
            assertThat(refused.errors()).extracting(Refused.FieldError::pointer).containsExactly(pointer);
            return this;
        }
    }
}
