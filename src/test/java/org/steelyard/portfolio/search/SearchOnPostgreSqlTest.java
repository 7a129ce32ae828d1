package org.steelyard.portfolio.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steelyard.PostgreSql;
import org.steelyard.TestServer;

class SearchOnPostgreSqlTest {
    @TempDir
    Path data;

    @Test
    void words_are_found_there_too_by_their_beginnings_now_and_then() {
        var server = TestServer.start(data, PostgreSql.newDatabase().settings().toArray(String[]::new));
        try {
            var admin = server.as("admin");
            admin.post("/api/v1/assessments", "{\"key\": \"here\", \"title\": \"Title\", \"question\": \"Will it?\"}")
                    .expect(201);
            String then = admin.post("/api/v1/assessments/here/interpretations", """
                            {"key": "left", "statement": "Пётр went to Łódź with 김정은"}
                            """)
                    .expect(201)
                    .json()
                    .path("recordedAt")
                    .stringValue();
            admin.patch("/api/v1/assessments/here/interpretations/left", "{\"statement\": \"Nobody went\"}")
                    .expect(200);
            awaitFound(server, "nobody");

            assertThat(found(server, "title nob", "")).containsExactly("here");
            assertThat(found(server, "пет", "")).isEmpty();
            for (String words : List.of("пет", "lod", "김정", "петр lodz")) {
                assertThat(found(server, words, "&asOf=" + then)).as(words).containsExactly("here");
            }
            assertThat(found(server, "nobody", "&asOf=" + then)).isEmpty();
            assertThat(admin.get("/api/v1/assessments?q=nobod")
                            .expect(200)
                            .json()
                            .path("items"))
                    .hasSize(1);
        } finally {
            server.stop();
        }
    }

    private static void awaitFound(TestServer server, String words) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (found(server, words, "").isEmpty()) {
            assertThat(Instant.now()).isBefore(end);
        }
    }

    private static List<String> found(TestServer server, String words, String more) {
        String query = "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + more;
        return server.as("admin").get("/api/v1/search" + query).expect(200).json().path("items").values().stream()
                .map(item -> item.path("assessment").stringValue())
                .toList();
    }
}
