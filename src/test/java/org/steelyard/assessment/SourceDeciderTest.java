package org.steelyard.assessment;

import static org.steelyard.assessment.Given.given;
import static org.steelyard.assessment.Happened.opened;
import static org.steelyard.assessment.Happened.resolved;
import static org.steelyard.assessment.Happened.source;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.steelyard.assessment.AssessmentCommand.CorrectSource;
import org.steelyard.assessment.AssessmentCommand.RecordSource;
import org.steelyard.assessment.AssessmentEvent.SourceCorrected;
import org.steelyard.assessment.AssessmentEvent.SourceRecorded;
import org.steelyard.assessment.AssessmentEvent.SourceRegraded;
import org.steelyard.balance.Reliability;

class SourceDeciderTest {
    private static final CorrectSource REGRADE = new CorrectSource("s1", null, null, Reliability.E, null, Set.of());

    @Test
    void a_source_is_recorded() {
        given(opened())
                .when(new RecordSource("s1", "Wire", "press", Reliability.F, "agency"))
                .then(new SourceRecorded("s1", "Wire", "press", Reliability.F, "agency"));
    }

    @Test
    void a_new_reliability_alone_is_a_regrade() {
        given(opened(), source("s1")).when(REGRADE).then(new SourceRegraded("s1", Reliability.E));
    }

    @Test
    void a_new_reliability_with_anything_else_is_a_correction() {
        given(opened(), source("s1"))
                .when(new CorrectSource("s1", null, null, Reliability.E, null, Set.of("origin")))
                .then(new SourceCorrected("s1", null, null, Reliability.E, null, Set.of("origin")));
        given(opened(), source("s1"))
                .when(new CorrectSource("s1", "Other", null, null, null, Set.of()))
                .then(new SourceCorrected("s1", "Other", null, null, null, Set.of()));
    }

    @Test
    void a_source_is_corrected_since_it_was_there_and_not_before() {
        var given = given(opened(), source("s1"));
        given.when(REGRADE).dated("2025-01-02").thenHoldsSince("2025-01-02");
        given.when(REGRADE)
                .dated("2025-01-01")
                .thenRefused(Rule.NOTHING_IS_DATED_BEFORE_WHAT_IT_REFERS_TO)
                .saying("Source s1 is not yet in force")
                .saying("the earliest date allowed is 2025-01-02T00:00:00Z");
    }

    @Test
    void what_is_corrected_exists_and_changes() {
        given(opened()).when(REGRADE).thenRefused(Rule.KEYS_IN_THE_PATH_EXIST).saying("look it up among the sources");
        given(opened(), source("s1"))
                .when(new CorrectSource("s1", null, null, null, null, Set.of()))
                .thenRefused(Rule.A_CHANGE_NAMES_WHAT_IT_CHANGES);
        given(opened(), source("s1"))
                .when(new CorrectSource("s1", null, null, null, null, Set.of("name")))
                .thenRefused(Rule.ONLY_OPTIONAL_FIELDS_ARE_CLEARED)
                .at("/name");
    }

    @Test
    void names_kinds_and_origins_have_at_most_300_characters() {
        String longest = "x".repeat(300);
        given(opened())
                .when(new RecordSource("s1", longest, longest, Reliability.A, longest))
                .thenAllowed();
        String longer = "x".repeat(301);
        given(opened())
                .when(new RecordSource("s1", "Wire", "press", Reliability.A, longer))
                .thenRefused(Rule.NAMES_HAVE_AT_MOST_300_CHARACTERS)
                .at("/origin");
        given(opened())
                .when(new RecordSource("s1", "Wire", longer, Reliability.A, null))
                .thenRefused(Rule.NAMES_HAVE_AT_MOST_300_CHARACTERS)
                .at("/kind");
    }

    @Test
    void no_source_changes_from_a_resolution_on() {
        var given = given(opened(), source("s1")).since("2025-01-10", resolved(null, "2025-01-10"));
        given.when(REGRADE).thenRefused(Rule.A_RESOLVED_ASSESSMENT_STAYS_AS_IT_IS);
        given.when(Asked.recordSource("s2")).thenRefused(Rule.A_RESOLVED_ASSESSMENT_STAYS_AS_IT_IS);
        given.when(Asked.recordSource("s2")).dated("2025-01-09").thenAllowed();
    }
}
