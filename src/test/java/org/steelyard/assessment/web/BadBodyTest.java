package org.steelyard.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steelyard.TestServer.Reply;

/** What a client may get wrong in a body is answered by a problem that names the field, and the log stays as it was. */
class BadBodyTest {
    private static Case it;

    @BeforeAll
    static void open() {
        it = Case.withEvidence();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /comments | {'text': 'x', 'colour': 'red'}                                  | /colour
            /comments | {'text': 'x', 'effectiveAt': '2024-05-01'}                      | /effectiveAt
            /comments | {'text': 'x', 'about': {'evidence': 'e1', 'odd': 1}}            | /about/odd
            /comments | {'text': 'x', 'text': 'y'}                                      | /text
            /comments | {'text': 7}                                                     | /text
            /comments | {'text': null}                                                  | /text
            /comments | {'text': ['x']}                                                 | /text
            /comments | {}                                                              | /text
            /comments | {'text': '  '}                                                  | /text
            /comments | {'text': 'a\\u0000b'}                                           | /text
            /comments | {'text': 'a\\u0007b'}                                           | /text
            /comments | {'text': 'a\\u0085b'}                                           | /text
            /comments | {'text': 'a\\ud800b'}                                           | /text
            /comments | {'text': 'a\\udc00\\ud800b'}                                    | /text
            /comments | {'text': 'x', 'about': {}}                                      | /about
            /comments | {'text': 'x', 'about': {'evidence': 'e1', 'revision': 1}}       | /about
            /comments | {'text': 'x', 'about': {'cell': 'e1'}}                          | /about/cell
            /comments | {'text': 'x', 'replyTo': 0}                                     | /replyTo
            /comments | {'text': 'x', 'replyTo': 1.5}                                   | /replyTo
            /comments | {'text': 'x', 'replyTo': 99999999999999999999}                  | /replyTo
            /comments | {'text': 'x', 'reason': ''}                                     | /reason
            /comments | {'a\\u0000/~': 1, 'text': 'x'}                                  | /a\\u0000~1~0
            /comments | []                                                              | (body)
            /comments | 'x'                                                             | (body)
            /comments | null                                                            | (body)
            /comments | {'text': 'x'                                                    | (any)
            /comments | {'text': 'x'} {'text': 'y'}                                     | (any)
            /comments | {'text': 'x'} rubbish                                           | (any)
            /comments | {text: 'x'}                                                     | (any)
            /comments | {'text': 'x',}                                                  | (any)
            /evidence | {EVIDENCE, 'key': 'Big'}                                        | /key
            /evidence | {EVIDENCE, 'key': '-e'}                                         | /key
            /evidence | {EVIDENCE, 'kind': 'RUMOUR'}                                    | /kind
            /evidence | {EVIDENCE, 'link': 'javascript:alert(1)'}                       | /link
            /evidence | {EVIDENCE, 'link': 'ftp://example.org'}                         | /link
            /evidence | {EVIDENCE, 'link': 'https://'}                                  | /link
            /evidence | {EVIDENCE, 'marking': 'TLP:WHITE'}                              | /marking
            /evidence | {EVIDENCE, 'occurredOn': '2024-02-30'}                          | /occurredOn
            /evidence | {EVIDENCE, 'occurredOn': '2024-1'}                              | /occurredOn
            /evidence | {EVIDENCE, 'publishedOn': '9999'}                               | /publishedOn
            /evidence | {EVIDENCE, 'effectiveAt': '2024-13-01'}                         | /effectiveAt
            /evidence | {EVIDENCE, 'effectiveAt': 'yesterday'}                          | /effectiveAt
            /evidence | {EVIDENCE, 'effectiveAt': 1700000000}                           | /effectiveAt
            /evidence | {EVIDENCE, 'effectiveAt': '9999-01-01'}                         | /effectiveAt
            /evidence | {EVIDENCE, 'effectiveAt': '+99999-01-01T00:00:00Z'}             | /effectiveAt
            /evidence | {CLAIM, 'source': 'wire', 'credibility': 7, 'relevance': 'H'}   | /credibility
            /evidence | {CLAIM, 'source': 'wire', 'credibility': 2.0, 'relevance': 'H'} | /credibility
            /evidence | {CLAIM, 'source': 'wire', 'credibility': '2', 'relevance': 'H'} | /credibility
            /evidence | {CLAIM, 'source': 'wire', 'credibility': 2, 'relevance': 'h'}   | /relevance
            /evidence | {CLAIM, 'credibility': 2, 'relevance': 'H'}                     | /source
            /sources  | {'name': 'x', 'kind': 'x', 'reliability': 'G'}                  | /reliability
            /interpretations | {'statement': ''}                                        | /statement
            /interpretations/left/reinstatement | {}                                    | /reason
            /evidence/e1/reinstatement | {'reason': null}                               | /reason
            /indicators | {'statement': 'x', 'speaksFor': 'left', 'deadline': '2025-07'}   | /deadline
            /indicators | {'statement': 'x', 'speaksFor': 'left', 'status': 'OBSERVED'}    | /status
            /judgments | {'probabilities': {'left': NaN, 'right': 1}, JUDGED}              | (any)
            /judgments | {'probabilities': {'left': Infinity, 'right': 1}, JUDGED}         | (any)
            /judgments | {'probabilities': {'left': 1e308, 'right': 1}, JUDGED}            | /probabilities/left
            /judgments | {'probabilities': {'left': 1e999, 'right': 1}, JUDGED}            | /probabilities/left
            /judgments | {'probabilities': {'left': 1e999999999, 'right': 1}, JUDGED}      | /probabilities/left
            /judgments | {'probabilities': {'left': -0.01, 'right': 1}, JUDGED}            | /probabilities/left
            /judgments | {'probabilities': {'left': 1.0000001, 'right': 0}, JUDGED}        | /probabilities/left
            /judgments | {'probabilities': {'left': '0.5', 'right': 0.5}, JUDGED}          | /probabilities/left
            /judgments | {'probabilities': {'left': null, 'right': 0.5}, JUDGED}           | /probabilities/left
            /judgments | {'probabilities': {'left': 0.5, 'left': 0.5}, JUDGED}             | /probabilities/left
            /judgments | {'probabilities': {'Left': 0.5, 'right': 0.5}, JUDGED}            | /probabilities/Left
            /judgments | {'probabilities': {'left': 0, 'right': 0}, JUDGED}                | /probabilities
            /judgments | {'probabilities': [0.5, 0.5], JUDGED}                             | /probabilities
            /judgments | {BOTH, 'confidence': 'SOME', 'rationale': 'x'}                    | /confidence
            /judgments | {BOTH, 'confidence': 'LOW'}                                       | /rationale
            /judgments | {BOTH, JUDGED, 'restsOn': ['e1', 'e1']}                           | /restsOn/1
            /ratings | {'ratings': []}                                                     | /ratings
            /ratings | {'ratings': [{CELL}]}                                               | /ratings/0/rating
            /ratings | {'ratings': [{CELL, 'rating': 'CCC'}]}                              | /ratings/0/rating
            /ratings | {'ratings': [{CELL, 'rating': 'C'}], 'effectiveAt': '9999-01-01'}   | /effectiveAt
            /review-requests | {'revision': 1, 'reviewers': []}                            | /reviewers
            /review-requests | {'revision': 1, 'reviewers': ['A b']}                       | /reviewers/0
            /review-requests | {'revision': 0, 'reviewers': ['reviewer']}                  | /revision
            /resolution | {'resolvedOn': '2024-05-01', 'basis': 'x'}                       | /outcome
            /resolution | {'outcome': null, 'resolvedOn': '9999-05-01', 'basis': 'x'}      | /resolvedOn
            /resolution | {'outcome': null, 'resolvedOn': null, 'basis': 'x'}              | /resolvedOn
            /resolution | {'outcome': null, 'resolvedOn': '2024-05-01T00:00:00Z', 'basis': 'x'} | /resolvedOn
            """)
    void wrong_by_itself_is_400_and_names_the_field(String below, String body, String pointer) {
        var reply = it.unchanged(() -> it.post(below, whole(body)));

        assertNamed(reply, 400, pointer);
    }

    static Stream<Arguments> tooLong() {
        return Stream.of(
                argumentSet("a text", "/comments", "{'text': '" + "x".repeat(20_001) + "'}", "/text"),
                argumentSet("astral", "/comments", "{'text': '" + "\ud83d\ude80".repeat(20_001) + "'}", "/text"),
                argumentSet("a key", "/evidence", "{EVIDENCE, 'key': '" + "e".repeat(65) + "'}", "/key"),
                argumentSet("an origin", "/evidence", "{EVIDENCE, 'origin': '" + "x".repeat(301) + "'}", "/origin"),
                argumentSet(
                        "a link", "/evidence", "{EVIDENCE, 'link': 'https://a/" + "x".repeat(2_000) + "'}", "/link"),
                argumentSet(
                        "a name",
                        "/sources",
                        "{'name': '" + "x".repeat(301) + "', 'kind': 'x', 'reliability': 'A'}",
                        "/name"),
                argumentSet(
                        "a number",
                        "/judgments",
                        "{'probabilities': {'left': 0." + "1".repeat(500) + "}, JUDGED}",
                        "(any)"),
                argumentSet("a field's name", "/comments", "{'" + "x".repeat(50_000) + "': 1}", "(any)"),
                argumentSet("a way down in lists", "/comments", "[".repeat(100_000), "(any)"),
                argumentSet("a way down in objects", "/comments", "{'a':".repeat(100_000), "(any)"));
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    void too_long_is_400(String below, String body, String pointer) {
        assertNamed(it.unchanged(() -> it.post(below, whole(body))), 400, pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'reason': 'only why'}",
                "{'statement': null}",
                "{'key': 'other'}",
                "{'holder': 3}",
                "{'cleared': ['holder']}"
            })
    void a_change_that_changes_nothing_or_what_cannot_be_is_400(String body) {
        Case.isProblem(it.unchanged(() -> it.patch("/interpretations/left", body)), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'policy': {'rho': 1.1}}",
                "{'policy': {'extremize': 0.9}}",
                "{'policy': {'floor': 0}}",
                "{'policy': {'minCoverage': -0.1}}",
                "{'policy': {'staleAbove': 1e999}}",
                "{'policy': {'id': 'woe-2'}}",
                "{'policy': {}}",
                "{'policy': null}",
                "{'title': null}",
                "{'relation': 'OVERLAPPING'}",
                "{'horizon': '31.12.2027'}",
                "{'marking': null}",
                "{'blind': 'yes'}",
                "{'tags': ['a', 'a']}",
                "{'tags': ['1','2','3','4','5','6','7','8','9','10','11','12','13','14','15','16','17','18','19','20','21']}",
                "{'tags': ['a very long tag that has more than fifty characters in it']}"
            })
    void a_frame_that_no_assessment_can_have_is_400(String body) {
        Case.isProblem(it.unchanged(() -> it.patch("", body)), 400);
    }

    @Test
    void a_rating_by_put_is_one_of_six() {
        var reply = it.unchanged(() -> it.put("/ratings/e1/left", "{'rating': null}"));

        Case.isProblem(reply, 400);
        assertThat(reply.json().path("errors").path(0).path("pointer").stringValue())
                .isEqualTo("/rating");
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        var reply = it.unchanged(() -> it.post("/evidence", "{'claim': '', 'credibility': 0, 'colour': 1}"));

        assertThat(reply.json().path("errors"))
                .extracting(error -> error.path("pointer").stringValue())
                .containsExactlyInAnyOrder("/claim", "/source", "/credibility", "/relevance", "/colour");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /evidence | {EVIDENCE, 'key': 'e1'}                                            | /key
            /evidence | {EVIDENCE, 'key': 'left'}                                          | /key
            /evidence | {EVIDENCE, 'marking': 'TLP:RED'}                                   | /marking
            /evidence | {CLAIM, 'source': 'none', 'credibility': 2, 'relevance': 'H'}      | /source
            /indicators | {'statement': 'x', 'speaksFor': 'none'}                          | /speaksFor
            /judgments | {'probabilities': {'left': 1, 'none': 0}, JUDGED}                 | /probabilities/none
            /judgments | {BOTH, JUDGED, 'restsOn': ['none']}                               | /restsOn/0
            /judgments | {BOTH, JUDGED, 'arguedAgainst': ['e1', 'left']}                   | /arguedAgainst/1
            /ratings | {'ratings': [{CELL, 'rating': 'C'}, {CELL, 'rating': null}, {CELL, 'rating': null}]} | (any)
            /comments | {'text': 'x', 'about': {'cell': 'e1/none'}}                        | /about/cell
            /comments | {'text': 'x', 'about': {'revision': 9999}}                         | /about/revision
            /comments | {'text': 'x', 'replyTo': 1}                                        | /replyTo
            /review-requests | {'revision': 9223372036854775807, 'reviewers': ['reviewer']} | /revision
            /resolution | {'outcome': 'none', 'resolvedOn': '2024-05-01', 'basis': 'x'}    | /outcome
            /resolution | {'outcomes': {'left': true}, 'resolvedOn': '2024-05-01', 'basis': 'x'} | /outcomes
            """)
    void wrong_against_the_log_is_409(String below, String body, String pointer) {
        assertNamed(it.unchanged(() -> it.post(below, whole(body))), 409, pointer);
    }

    /** The body that is meant, where words in capitals stand for what is right with it. */
    private static String whole(String body) {
        return body.replace("EVIDENCE", "CLAIM, 'source': 'wire', 'credibility': 2, 'relevance': 'H'")
                .replace("CLAIM", "'claim': 'x'")
                .replace("JUDGED", "'confidence': 'LOW', 'rationale': 'x'")
                .replace("BOTH", "'probabilities': {'left': 0.5, 'right': 0.5}")
                .replace("CELL", "'evidence': 'e1', 'interpretation': 'left'");
    }

    /** A field, {@code (body)} for the body as a whole, {@code (any)} where no field can be named. */
    private static void assertNamed(Reply reply, int status, String pointer) {
        Case.isProblem(reply, status);
        if (!pointer.equals("(any)")) {
            assertThat(reply.json().path("errors"))
                    .as(reply.body())
                    .extracting(error -> error.path("pointer").stringValue())
                    .contains(pointer.equals("(body)") ? "" : pointer);
        }
    }
}
