package org.steelyard.portfolio.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.steelyard.Awaiting;
import org.steelyard.TestServer;
import tools.jackson.databind.JsonNode;

/** What administrators ask of the projections, on a server of its own: it is made to look as if others worked there too. */
class ProjectionsApiTest {
    @TempDir
    static Path folder;

    private static TestServer server;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
        server.addUser("an1", "ANALYST");
        jdbc = server.bean(JdbcTemplate.class);
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void administrators_alone_see_and_start_them() {
        for (var path : new String[] {"/api/v1/projections", "/api/v1/dead-letters"}) {
            assertThat(server.as("an1").get(path).status()).isEqualTo(403);
            server.as("admin").get(path).expect(200);
        }
        server.as("an1").post("/api/v1/projections/portfolio/rebuild", "").expect(403);
        server.as("an1").post("/api/v1/dead-letters/any/retry", "").expect(403);
    }

    @Test
    void what_there_is_not_is_said_to_be_not_there() {
        var rebuilt = server.as("admin")
                .post("/api/v1/projections/nothing/rebuild", "")
                .expect(404);
        assertThat(rebuilt.json().path("detail").stringValue()).contains("nothing", "GET /api/v1/projections");
        server.as("admin").post("/api/v1/dead-letters/nothing/retry", "").expect(404);
    }

    @Test
    void a_rebuild_is_begun_once_and_says_how_far_it_is() {
        // As another node would say that it is at it.
        jdbc.update(
                "UPDATE projection SET building = serving + 1, builder = 'another', beat_at = ? WHERE name = 'points'",
                Instant.now().plusSeconds(3_600).toEpochMilli() * 1_000);
        try {
            server.as("admin").post("/api/v1/projections/points/rebuild", "").expect(409);
            assertThat(progress("points").path("state").stringValue()).isEqualTo("REBUILDING");
        } finally {
            jdbc.update("UPDATE projection SET building = NULL, builder = NULL, beat_at = NULL WHERE name = 'points'");
        }
        int serving = serving("points");

        var begun = server.as("admin")
                .post("/api/v1/projections/points/rebuild", "")
                .expect(202);

        assertThat(begun.json().path("name").stringValue()).isEqualTo("points");
        Awaiting.until("the new generation serves", () -> serving("points") == serving + 1);
        assertThat(progress("points").path("eventsDone"))
                .isEqualTo(progress("points").path("eventsTotal"));
    }

    @Test
    void a_build_that_fails_says_why_and_is_tried_again_later() {
        jdbc.update("UPDATE projection SET failure = 'IllegalStateException: no', failures = 3 WHERE name = 'sources'");
        try {
            assertThat(progress("sources").path("failure").stringValue()).isEqualTo("IllegalStateException: no");
        } finally {
            jdbc.update("UPDATE projection SET failure = NULL, failures = 0");
        }
    }

    @Test
    void the_server_is_ready_once_every_projection_serves_and_lives_before() {
        assertThat(server.anonymous().get("/readyz").status()).isEqualTo(200);
        int serving = serving("sources");
        jdbc.update("UPDATE projection SET serving = 0 WHERE name = 'sources'");
        try {
            assertThat(server.anonymous().get("/readyz").status()).isEqualTo(503);
            assertThat(server.anonymous().get("/livez").status()).isEqualTo(200);
        } finally {
            jdbc.update("UPDATE projection SET serving = ? WHERE name = 'sources'", serving);
        }
        assertThat(server.anonymous().get("/readyz").status()).isEqualTo(200);
    }

    private static int serving(String name) {
        return jdbc.queryForList("SELECT serving FROM projection WHERE name = ?", Integer.class, name)
                .getFirst();
    }

    private static JsonNode progress(String name) {
        for (var each :
                server.as("admin").get("/api/v1/projections").expect(200).json().path("items")) {
            if (each.path("name").stringValue().equals(name)) {
                return each;
            }
        }
        throw new AssertionError("There is no projection " + name);
    }
}
