package org.steelyard.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steelyard.TestServer;

class HostileRequestsTest {
    private final TestServer server = TestServer.shared();

    @ParameterizedTest
    @ValueSource(strings = {"/%61pi/v1/me", "/api/v1/%6de", "/%61%70%69/v1/me"})
    void a_path_of_the_api_is_one_however_it_is_encoded(String path) {
        assertThat(server.as("an1").get(path).expect(200).json().path("user").asString())
                .isEqualTo("an1");
        assertThat(server.anonymous().get(path).expect(401).header("Content-Type"))
                .startsWith("application/problem+json");
    }

    @Test
    void no_encoded_path_takes_a_larger_body() {
        var tooLarge = "x".repeat((16 << 20) + 1);
        server.as("an1")
                .send("POST", "/%61pi/v1/imports", "application/yaml", tooLarge)
                .expect(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=x", "multipart/mixed"})
    void files_are_taken_nowhere(String type) {
        server.as("an1").send("POST", "/api/v1/assessments", type, "x").expect(415);
        server.anonymous().send("POST", "/sign-in", type, "x").expect(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "tag"})
    void a_list_is_narrowed_down_by_a_text_of_bounded_length(String parameter) {
        var tooMany = "?" + parameter + "=" + "a+".repeat(150) + "a";
        server.as("an1").get("/api/v1/assessments" + tooMany).expect(400);
        server.browser("an1").get("/" + tooMany).expect(400);
        server.browser("an1").get("/?" + parameter + "=%00").expect(400);
    }

    @Test
    void the_error_page_is_nothing_to_ask_for() {
        server.anonymous().get("/error").expect(404);
        server.as("an1").get("/%65rror").expect(404);
    }
}
