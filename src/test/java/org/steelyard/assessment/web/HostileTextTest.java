package org.steelyard.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steelyard.assessment.web.Case.SERVER;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.steelyard.assessment.AssessmentEvent.EvidenceRecorded;
import tools.jackson.databind.json.JsonMapper;

/** Text that is lawful, however hostile, is stored and given back to the letter. */
class HostileTextTest {
    private static final Case IT = Case.withEvidence();

    static Stream<String> texts() {
        return Stream.of(
                "<script>alert(document.cookie)</script>",
                "\u202eevil \u2067right to left\u2069 \u200f\u200e",
                "\ud83d\ude80".repeat(20_000),
                "'; DROP TABLE domain_event; --",
                "${7*7} #{7*7} *{7*7} @{/x} [[${7*7}]] %s %n {0}",
                "=HYPERLINK(\"http://example.org\")",
                "line one\n\tline two\n",
                "  spaces stay  ",
                "e\u0301 is not \u00e9",
                "\ufeff\u200b\u2028\u2029\uffff",
                "\\u0000 written out, \\ and \"quotes\"");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void is_stored_and_read_back_equal(String text) {
        var body = new JsonMapper()
                .createObjectNode()
                .put("claim", text)
                .put("source", "wire")
                .put("credibility", 2)
                .put("relevance", "H")
                .put("reason", text);

        var made = IT.as("an1").post(IT.path("/evidence"), body.toString()).expect(201);

        assertThat(made.json().path("claim").stringValue()).isEqualTo(text);
        assertThat(IT.log().getLast().event())
                .isInstanceOfSatisfying(
                        EvidenceRecorded.class,
                        event -> assertThat(event.claim()).isEqualTo(text));
        assertThat(IT.log().getLast().stamp().reason()).isEqualTo(text);
        var read = SERVER.as("an2").get(made.header("Location")).expect(200);
        assertThat(read.json().path("claim").stringValue()).isEqualTo(text);
    }
}
