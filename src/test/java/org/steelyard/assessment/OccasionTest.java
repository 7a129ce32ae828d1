package org.steelyard.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steelyard.assessment.Given.NOW;
import static org.steelyard.assessment.Given.given;
import static org.steelyard.assessment.Happened.opened;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentCommand.ProposeInterpretation;
import org.steelyard.assessment.AssessmentCommand.ReviseInterpretation;
import org.steelyard.assessment.AssessmentEvent.CommentMade;
import org.steelyard.assessment.Refused.FieldError;

/** What holds for every command: times, texts, keys, who and why. */
class OccasionTest {
    @Test
    void only_an_assessment_that_exists_can_be_asked_for_anything() {
        Given.nothing()
                .when(Asked.comment("Why?"))
                .thenRefused(Rule.THE_ASSESSMENT_EXISTS)
                .saying("open it first");
        given(opened()).when(Asked.comment("Why?")).then(new CommentMade("Why?", null, null));
    }

    @Test
    void events_are_stamped_with_who_when_and_why() {
        var events = given(opened())
                .when(Asked.propose("i1"))
                .dated("2025-01-05")
                .because("It was said")
                .events();
        assertThat(events)
                .containsExactly(new Recorded(
                        2,
                        new Stamp("ada", "ada", NOW, Given.day("2025-01-05"), "It was said"),
                        Happened.proposed("i1")));
    }

    @Test
    void the_effective_time_is_now_at_the_latest() {
        var proposal = given(opened()).when(Asked.propose("i1"));
        proposal.dated(NOW.plusNanos(1_000))
                .thenRefused(Rule.EFFECTIVE_AT_IS_NOT_IN_THE_FUTURE)
                .at("/effectiveAt")
                .saying("name a time up to " + NOW);
        proposal.dated(NOW).thenHoldsSince("2025-02-01");
        proposal.thenHoldsSince("2025-02-01");
    }

    @Test
    void times_finer_than_microseconds_are_truncated_before_they_are_looked_at() {
        var proposal = given(opened()).when(Asked.propose("i1")).at(NOW.plusNanos(400));
        proposal.dated(NOW.plusNanos(999)).thenHoldsSince("2025-02-01");
        assertThat(proposal.events().getFirst().stamp().recordedAt()).isEqualTo(NOW);
    }

    @Test
    void a_clock_that_was_set_back_does_not_turn_the_log_around() {
        var late = given(opened(), Happened.proposed("i1"))
                .when(Asked.comment("Why?"))
                .at(Given.day("2024-01-01"));
        assertThat(late.events().getFirst().stamp().recordedAt()).isEqualTo(Given.day("2025-01-02"));
    }

    @Test
    void times_lie_within_the_years_1_to_9999() {
        var opening = Given.nothing().when(Asked.open());
        opening.dated(Instant.parse("0000-12-31T23:59:59.999999Z"))
                .thenRefused(Rule.TIMES_LIE_WITHIN_THE_YEARS_1_TO_9999)
                .at("/effectiveAt");
        opening.dated(Instant.MIN).thenRefused(Rule.TIMES_LIE_WITHIN_THE_YEARS_1_TO_9999);
        opening.dated(Instant.parse("0001-01-01T00:00:00Z")).thenHoldsSince("0001-01-01");
    }

    @Test
    void nothing_holds_before_the_question_stands() {
        var proposal = given(opened()).when(Asked.propose("i1"));
        proposal.dated(Given.day("2025-01-01").minusNanos(1_000))
                .thenRefused(Rule.NOTHING_IS_DATED_BEFORE_WHAT_IT_REFERS_TO)
                .saying("the earliest date allowed is 2025-01-01T00:00:00Z");
        proposal.dated("2025-01-01").thenHoldsSince("2025-01-01");
    }

    @Test
    void keys_are_small_letters_digits_and_hyphens() {
        for (String key : List.of("", "A", "-a", "a_b", "a b", "ä", "a".repeat(65))) {
            given(opened())
                    .when(Asked.propose(key))
                    .thenRefused(Rule.KEYS_ARE_SMALL_LETTERS_DIGITS_AND_HYPHENS)
                    .at("/key");
        }
        for (String key : List.of("a", "0", "a-b-", "a".repeat(64))) {
            given(opened()).when(Asked.propose(key)).then(Happened.proposed(key));
        }
    }

    @Test
    void keys_are_unique_in_an_assessment_whatever_they_name() {
        var given = given(
                opened(),
                Happened.proposed("i1"),
                Happened.source("s1"),
                Happened.evidence("e1", "s1"),
                Happened.indicator("k1", "i1"),
                Happened.retracted("e1"));
        for (String taken : List.of("i1", "s1", "e1", "k1")) {
            given.when(Asked.propose(taken))
                    .thenRefused(Rule.KEYS_ARE_UNIQUE_IN_AN_ASSESSMENT)
                    .at("/key");
            given.when(Asked.recordSource(taken)).thenRefused(Rule.KEYS_ARE_UNIQUE_IN_AN_ASSESSMENT);
            given.when(Asked.recordEvidence(taken, "s1")).thenRefused(Rule.KEYS_ARE_UNIQUE_IN_AN_ASSESSMENT);
            given.when(Asked.recordIndicator(taken, "i1")).thenRefused(Rule.KEYS_ARE_UNIQUE_IN_AN_ASSESSMENT);
        }
        given.when(Asked.propose("i10")).then(Happened.proposed("i10"));
    }

    @Test
    void a_key_that_is_left_out_is_made_and_is_free() {
        var given = given(opened(), Happened.proposed("i2"), Happened.source("s1"), Happened.source("e1"));
        given.when(Asked.propose(null)).then(Happened.proposed("i3"));
        given.when(Asked.recordSource(null)).then(Happened.source("s3"));
        given.when(Asked.recordEvidence(null, "s1")).then(Happened.evidence("e2", "s1"));
        given.when(Asked.recordIndicator(null, "i2")).then(Happened.indicator("k1", "i2"));
    }

    @Test
    void authors_have_the_names_of_users() {
        var comment = given(opened()).when(Asked.comment("Why?"));
        for (String name : List.of("", "Ada", ".ada", "ada lovelace", "a".repeat(65))) {
            comment.by(name)
                    .thenRefused(Rule.USER_NAMES_ARE_SMALL_LETTERS_DIGITS_AND_PUNCTUATION)
                    .at("/by");
        }
        for (String name : List.of("a", "0.a_b-c", "a".repeat(64))) {
            comment.by(name).thenAllowed();
        }
    }

    @Test
    void names_have_at_most_300_characters_as_people_count_them() {
        revise("🧭".repeat(301))
                .thenRefused(Rule.NAMES_HAVE_AT_MOST_300_CHARACTERS)
                .at("/title")
                .saying("has 301 characters: shorten it to 300");
        revise("🧭".repeat(300)).thenAllowed();
    }

    @Test
    void texts_have_at_most_20000_characters() {
        given(opened())
                .when(Asked.comment("x".repeat(20_001)))
                .thenRefused(Rule.TEXTS_HAVE_AT_MOST_20000_CHARACTERS)
                .at("/text");
        given(opened()).when(Asked.comment("x".repeat(20_000))).thenAllowed();
        given(opened())
                .when(Asked.comment("x"))
                .because("x".repeat(20_001))
                .thenRefused(Rule.TEXTS_HAVE_AT_MOST_20000_CHARACTERS)
                .at("/reason");
        given(opened()).when(Asked.comment("x")).because("x".repeat(20_000)).thenAllowed();
    }

    @Test
    void required_texts_are_not_empty() {
        for (String nothing : List.of("", " ", "\n\t\u2003")) {
            given(opened())
                    .when(Asked.comment(nothing))
                    .thenRefused(Rule.REQUIRED_TEXTS_ARE_NOT_EMPTY)
                    .at("/text");
            revise(nothing).thenRefused(Rule.REQUIRED_TEXTS_ARE_NOT_EMPTY).at("/title");
        }
        given(opened()).when(Asked.comment(".")).thenAllowed();
    }

    @Test
    void texts_hold_no_control_characters_but_tabs_and_newlines() {
        for (String bad : List.of("a\0", "\r\n", "\u007F", "\u0085", "\u001B[31m")) {
            given(opened())
                    .when(Asked.comment("x" + bad))
                    .thenRefused(Rule.TEXTS_HOLD_NO_CONTROL_CHARACTERS)
                    .at("/text");
        }
        given(opened()).when(Asked.comment("a\tb\nc \u202E \u2028")).thenAllowed();
    }

    @Test
    void texts_hold_no_lone_surrogates() {
        for (String bad : List.of("\uD83E", "\uDDED", "\uDDED\uD83E")) {
            given(opened())
                    .when(Asked.comment(bad))
                    .thenRefused(Rule.TEXTS_HOLD_NO_LONE_SURROGATES)
                    .at("/text");
        }
        given(opened()).when(Asked.comment("\uD83E\uDDED")).thenAllowed();
    }

    @Test
    void hostile_text_that_is_lawful_is_kept_as_given() {
        String hostile = "<script>alert(1)</script>\u202E'; DROP TABLE assessments; --";
        given(opened()).when(Asked.comment(hostile)).then(new CommentMade(hostile, null, null));
    }

    @Test
    void all_that_is_wrong_is_said_at_once_and_in_order() {
        var command = new ProposeInterpretation("NO", "", "x".repeat(301), null);
        var refusal =
                given(opened()).when(command).dated("2026-01-01").thenRefused(Rule.EFFECTIVE_AT_IS_NOT_IN_THE_FUTURE);
        assertThat(refusal.refused().errors())
                .extracting(FieldError::pointer)
                .containsExactly("/effectiveAt", "/key", "/statement", "/holder");
        refusal.saying("key is no key: use 1 to 64").saying("; statement is empty: write something there");
    }

    @Test
    void a_refusal_in_a_list_says_where_it_stands() {
        Refused refused = given(opened())
                .when(Asked.rate("e1", "i1"))
                .thenRefused(Rule.KEYS_IN_THE_PATH_EXIST)
                .refused();
        assertThat(refused.kind()).isEqualTo(Refused.Kind.NOT_FOUND);
        assertThat(refused.within("/ratings/3").kind()).isEqualTo(Refused.Kind.CONFLICT);
        assertThat(refused.within("/ratings/3")).hasMessageStartingWith("ratings/3: Evidence \"e1\" does not exist");
    }

    @Test
    void a_change_names_what_it_changes() {
        given(opened())
                .when(Asked.revise(null, null))
                .thenRefused(Rule.A_CHANGE_NAMES_WHAT_IT_CHANGES)
                .saying("name at least one field");
        revise("Other").thenAllowed();
    }

    @Test
    void only_optional_fields_are_cleared() {
        given(opened())
                .when(Asked.empty("title"))
                .thenRefused(Rule.ONLY_OPTIONAL_FIELDS_ARE_CLEARED)
                .at("/title");
        given(opened()).when(Asked.empty("horizon")).thenAllowed();
        var given = given(opened(), Happened.proposed("i1"));
        given.when(new ReviseInterpretation("i1", null, null, null, Set.of("statement")))
                .thenRefused(Rule.ONLY_OPTIONAL_FIELDS_ARE_CLEARED)
                .at("/statement");
    }

    private static Given.When revise(String title) {
        return given(opened()).when(Asked.revise(title, null));
    }
}
