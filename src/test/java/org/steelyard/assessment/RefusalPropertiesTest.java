package org.steelyard.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is true of any refusal, whatever the history and the command. */
class RefusalPropertiesTest {
    private static final Pattern EARLIEST = Pattern.compile("earliest date allowed is (\\S+)\\.$");
    private static final Set<Rule> NOT_ABOUT_DATES = Set.of(
            Rule.EVIDENCE_IS_MARKED_NO_STRICTER_THAN_ITS_ASSESSMENT,
            Rule.AN_ASSESSMENT_IS_MARKED_AS_STRICTLY_AS_ITS_EVIDENCE);
    private static final int COMMANDS = 40;

    @Test
    void what_is_dated_too_early_is_allowed_at_the_earliest_date_that_the_refusal_names_and_not_before() {
        eachRefusal((attempt, refused) -> {
            Matcher named = EARLIEST.matcher(refused.getMessage());
            if (refused.rule() != Rule.NOTHING_IS_DATED_BEFORE_WHAT_IT_REFERS_TO) {
                assertThat(named.find()).isFalse();
                return;
            }
            assertThat(named.find()).as(refused.getMessage()).isTrue();
            Instant earliest = Instant.parse(named.group(1));
            Refused then = attempt.refusalAt(earliest);
            assertThat(then == null || NOT_ABOUT_DATES.contains(then.rule()))
                    .as("at %s: %s", earliest, then)
                    .isTrue();
            Instant asked = attempt.submission().effectiveAt();
            if (asked != null && asked.isBefore(earliest.minusNanos(1_000))) {
                assertThat(attempt.refusalAt(earliest.minusNanos(1_000))).isNotNull();
            }
        });
    }

    @Test
    void a_refusal_says_what_to_do_in_words_that_need_no_rule_beside_them() {
        eachRefusal((attempt, refused) -> {
            assertThat(refused.getMessage()).contains(":").endsWith(".");
            assertThat(refused.kind()).isEqualTo(refused.rule().kind());
        });
    }

    @Test
    void a_decision_never_changes_the_state_that_it_meets() {
        eachRefusal((attempt, refused) -> {
            assertThat(attempt.state().events()).isEqualTo(attempt.history());
            assertThat(attempt.refusalAt(attempt.submission().effectiveAt())).hasMessage(refused.getMessage());
        });
    }

    private record Attempt(AssessmentState state, List<Recorded> history, Submission submission, Instant now) {
        @Nullable
        Refused refusalAt(@Nullable Instant effectiveAt) {
            try {
                AssessmentDecider.decide(state, submission.effective(effectiveAt), now);
                return null;
            } catch (Refused refused) {
                return refused;
            }
        }
    }

    private static void eachRefusal(BiConsumer<Attempt, Refused> property) {
        RandomHistories.each((random, history) -> {
            for (Attempt attempt : attempts(random, history)) {
                Refused refused = attempt.refusalAt(attempt.submission().effectiveAt());
                if (refused != null) {
                    property.accept(attempt, refused);
                }
            }
        });
    }

    /** Commands about what stands at one time, dated at another. */
    private static List<Attempt> attempts(Random random, List<Recorded> history) {
        AssessmentState state = AssessmentState.fold(history);
        Instant now = state.recordedAt().plus(Duration.ofDays(1));
        var attempts = new ArrayList<Attempt>();
        for (int i = 0; i < COMMANDS; i++) {
            Instant meant = SecondReadingTest.anyPoint(random, history).effectiveAt();
            Instant dated = SecondReadingTest.anyPoint(random, history).effectiveAt();
            var command = new RandomCommands(random, state, state.effective(meant), "ada").any();
            var submission = new Submission(command, "ada", "ada", dated, "because");
            attempts.add(new Attempt(state, history, submission, now));
        }
        return attempts;
    }
}
