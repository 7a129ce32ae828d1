package org.steelyard.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steelyard.assessment.web.Case.SERVER;
import static org.steelyard.assessment.web.Case.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client may get wrong around a body is answered by a problem, and the log stays as it was. */
class BadRequestTest {
    private static final int MIB = 1 << 20;

    private static Case it;

    @BeforeAll
    static void open() {
        it = Case.withEvidence();
    }

    @Test
    void no_body_is_400() {
        Case.isProblem(it.unchanged(() -> it.post("/comments", "")), 400);
        Case.isProblem(it.unchanged(() -> it.as("an1").send("POST", it.path("/comments"), "", "")), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?effectiveAt=2024-05-01", "?reason=", "?reason=x&colour=red", "?reason=x&reason=y"})
    void a_retraction_says_why_and_nothing_that_is_not_asked(String query) {
        Case.isProblem(it.unchanged(() -> it.as("an1").delete(it.path("/evidence/e1" + query))), 400);
    }

    @Test
    void the_fields_of_a_delete_stand_in_one_place() {
        Case.isProblem(
                it.unchanged(() -> it.as("an1").delete(it.path("/evidence/e1?reason=x"), json("{'reason': 'x'}"))),
                400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/yaml",
                "application/json;charset=iso-8859-1",
                "application/json;charset=nonsense",
                "not a type"
            })
    void another_content_type_is_415(String type) {
        var body = json("{'text': 'x'}");
        Case.isProblem(it.unchanged(() -> it.as("an1").send("POST", it.path("/comments"), type, body)), 415);
    }

    @Test
    void bytes_that_are_no_utf_8_are_400() throws Exception {
        var latin = json("{'text': 'caf\u00e9'}").getBytes(StandardCharsets.ISO_8859_1);
        var before = it.log();

        assertThat(sent(BodyPublishers.ofByteArray(latin)).statusCode()).isEqualTo(400);

        assertThat(it.log()).isEqualTo(before);
    }

    @Test
    void a_body_over_16_mib_is_413_whether_or_not_it_says_so() throws Exception {
        var huge = ("{\"text\": \"" + "x".repeat(16 * MIB)).getBytes(StandardCharsets.UTF_8);
        var before = it.log();

        for (var body : new BodyPublisher[] {
            BodyPublishers.ofByteArray(huge), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge))
        }) {
            var reply = sent(body);
            assertThat(reply.statusCode()).isEqualTo(413);
            assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        }

        assertThat(it.log()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void another_method_is_405_and_says_which_are_possible(String method) {
        var reply = it.unchanged(
                () -> it.as("an1").send(method, it.path("/comments"), "application/json", json("{'text': 'x'}")));

        Case.isProblem(reply, 405);
        assertThat(reply.header("Allow")).contains("POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/evidence/none",
                "/evidence/NONE",
                "/evidence/e1%20",
                "/evidence/left",
                "/interpretations/e1",
                "/sources/none",
                "/indicators/none"
            })
    void a_key_in_the_path_that_is_not_there_is_404(String below) {
        var body = below.startsWith("/evidence") ? "{'claim': 'x'}" : "{'statement': 'x'}";
        var sources = below.startsWith("/sources") ? "{'name': 'x'}" : body;

        Case.isProblem(it.unchanged(() -> it.patch(below, sources)), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ratings/none/left", "/ratings/e1/none"})
    void a_cell_that_is_not_there_is_404(String below) {
        Case.isProblem(it.unchanged(() -> it.put(below, "{'rating': 'C'}")), 404);
        Case.isProblem(it.unchanged(() -> it.delete(below, "{}")), 404);
    }

    @Test
    void an_assessment_that_is_not_there_is_404() {
        Case.isProblem(it.as("an1").post("/api/v1/assessments/none/comments", json("{'text': 'x'}")), 404);
    }

    @Test
    void what_no_path_or_method_can_be_is_400() {
        Case.isProblem(it.as("an1").get("/api/v1/assessments/%00"), 400);
        Case.isProblem(it.as("an1").get("/api/v1/assessments/a%2Fb"), 400);
        Case.isProblem(it.as("an1").send("FROB", it.path("/comments"), "", ""), 400);
    }

    private static HttpResponse<String> sent(BodyPublisher body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(SERVER.url() + it.path("/comments")))
                .header("Authorization", "Bearer " + SERVER.newToken("an1"))
                .header("Content-Type", "application/json")
                .POST(body)
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
