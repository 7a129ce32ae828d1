package org.steelyard.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.steelyard.PostgreSql;
import org.steelyard.TestServer;
import tools.jackson.databind.JsonNode;

/** A BI tool reads the views on PostgreSQL as the role that an administrator made for it by docs/operations.md. */
class ViewsForOthersTest {
    private static final String KEY = "viewed";

    @TempDir
    static java.nio.file.Path folder;

    private static TestServer server;
    private static JdbcTemplate tool;

    @BeforeAll
    static void start() {
        var database = PostgreSql.newDatabase();
        server = TestServer.start(folder, database.settings().toArray(String[]::new));
        var owner = server.bean(JdbcTemplate.class);
        // As docs/operations.md says it.
        owner.execute("CREATE ROLE bi LOGIN PASSWORD 'a long one'");
        owner.execute("GRANT USAGE ON SCHEMA steelyard_bi TO bi");
        owner.execute("GRANT SELECT ON ALL TABLES IN SCHEMA steelyard_bi TO bi");
        owner.execute("ALTER DEFAULT PRIVILEGES IN SCHEMA steelyard_bi GRANT SELECT ON TABLES TO bi");
        tool = new JdbcTemplate(new DriverManagerDataSource(database.url(), "bi", "a long one"));
        record();
        Portfolio.awaitAll(server);
    }

    @AfterAll
    static void stop() {
        server.bean(JdbcTemplate.class).execute("DROP OWNED BY bi");
        server.bean(JdbcTemplate.class).execute("DROP ROLE bi");
        server.stop();
    }

    private static void record() {
        post(
                "",
                "{\"key\": \"viewed\", \"title\": \"Title\", \"question\": \"Q?\", \"tags\": [\"x\", \"y z\"],"
                        + " \"policy\": {\"minCoverage\": 0}}");
        post("/viewed/interpretations", "{\"key\": \"a\", \"statement\": \"It will\"}");
        post("/viewed/interpretations", "{\"key\": \"b\", \"statement\": \"It will not\"}");
        post("/viewed/sources", "{\"key\": \"s\", \"name\": \"Envoy\", \"kind\": \"HUMINT\", \"reliability\": \"B\"}");
        post(
                "/viewed/evidence",
                "{\"key\": \"e\", \"claim\": \"Seen\", \"source\": \"s\", \"credibility\": 2, \"relevance\": \"H\"}");
        server.as("admin").put("/api/v1/assessments/viewed/ratings/e/a", "{\"rating\": \"CC\"}");
        server.as("admin").put("/api/v1/assessments/viewed/ratings/e/b", "{\"rating\": \"II\"}");
        post(
                "/viewed/judgments",
                "{\"probabilities\": {\"a\": 0.7, \"b\": 0.3}, \"confidence\": \"LOW\", \"rationale\": \"So\"}");
        post(
                "/viewed/indicators",
                "{\"key\": \"k\", \"statement\": \"Trains\", \"speaksFor\": \"a\", \"deadline\": \"2031-01-01\"}");
        server.addUser("rae", "REVIEWER");
        server.as("admin").put("/api/v1/assessments/viewed/members/rae", "{\"role\": \"REVIEWER\"}");
        post("/viewed/review-requests", "{\"revision\": 1, \"reviewers\": [\"rae\"]}");
    }

    private static void post(String path, String json) {
        server.as("admin").post("/api/v1/assessments" + path, json).expect(201);
    }

    @Test
    void it_reads_what_the_portfolio_answers() {
        JsonNode answered = server.as("admin")
                .get("/api/v1/portfolio")
                .expect(200)
                .json()
                .path("items")
                .get(0);
        var row = tool.queryForMap("SELECT * FROM steelyard_bi.portfolio");

        assertThat(row)
                .containsEntry("assessment", KEY)
                .containsEntry("revision", 10L)
                .containsEntry("title", "Title")
                .containsEntry("marking", answered.path("marking").stringValue())
                .containsEntry("leader_weight", "a")
                .containsEntry("coverage", answered.path("coverage").doubleValue())
                .containsEntry("confidence", "LOW");
        assertThat(tool.queryForObject("SELECT tags[2] FROM steelyard_bi.portfolio", String.class))
                .isEqualTo("y z");
        assertThat(tool.queryForObject(
                        "SELECT to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US') FROM steelyard_bi.portfolio",
                        String.class))
                .startsWith(answered.path("lastChange")
                        .path("recordedAt")
                        .stringValue()
                        .replaceAll("0*Z$", ""));
    }

    @Test
    void it_reads_each_reading_after_each_event() {
        JsonNode balance = server.as("admin")
                .get("/api/v1/assessments/viewed/balance")
                .expect(200)
                .json();
        var newest = tool.queryForList(
                "SELECT * FROM steelyard_bi.readings WHERE assessment = ? AND revision = 10 ORDER BY interpretation",
                KEY);

        assertThat(newest).hasSize(2);
        for (int i = 0; i < 2; i++) {
            JsonNode of = balance.path("interpretations").get(i);
            assertThat(newest.get(i))
                    .containsEntry("interpretation", of.path("key").stringValue())
                    .containsEntry(
                            "weighted_inconsistency",
                            of.path("weightedInconsistency").doubleValue())
                    .containsEntry(
                            "weight_of_evidence", of.path("weightOfEvidence").doubleValue())
                    .containsEntry("judged", of.path("judged").doubleValue());
        }
        assertThat(tool.queryForList("SELECT revision FROM steelyard_bi.points ORDER BY revision", Long.class))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void it_reads_sources_with_the_time_in_which_they_were_so_recorded() {
        var source = tool.queryForMap("SELECT * FROM steelyard_bi.sources WHERE recorded_until IS NULL");

        assertThat(source)
                .containsEntry("source", "s")
                .containsEntry("name", "Envoy")
                .containsEntry("reliability", "B")
                .containsEntry("items", 1)
                .containsEntry("carries_weight_of_evidence", true);
    }

    @Test
    void it_reads_indicators_and_the_reviews_that_are_owed() {
        assertThat(tool.queryForMap("SELECT * FROM steelyard_bi.indicators"))
                .containsEntry("indicator", "k")
                .containsEntry("speaks_for", "a")
                .containsEntry("deadline", java.sql.Date.valueOf("2031-01-01"))
                .containsEntry("status", "WATCHING");
        assertThat(tool.queryForMap("SELECT * FROM steelyard_bi.reviews"))
                .containsEntry("reviewer", "rae")
                .containsEntry("asked_by", "admin")
                .containsEntry("reviewed", 1L)
                .containsEntry("answer", null)
                .containsEntry("outdated_by", null);
        assertThat(tool.queryForObject("SELECT asked_at = recorded_from FROM steelyard_bi.reviews", Boolean.class))
                .isTrue();
    }

    @Test
    void it_reads_the_judgments() {
        assertThat(tool.queryForMap("SELECT * FROM steelyard_bi.judgments"))
                .containsEntry("assessment", KEY)
                .containsEntry("analyst", "admin")
                .containsEntry("status", "OPEN")
                .containsEntry("judgment", 8L)
                .containsEntry("confidence", "LOW")
                .containsEntry("incomplete", false)
                .containsEntry("stale_by", null);
        assertThat(tool.queryForObject(
                        "SELECT CAST(probabilities ->> 'a' AS DOUBLE PRECISION) FROM steelyard_bi.judgments",
                        Double.class))
                .isEqualTo(0.7);
    }

    @Test
    void it_reads_no_table_and_writes_nowhere() {
        for (String denied : List.of(
                "SELECT * FROM domain_event",
                "SELECT * FROM point",
                "SELECT * FROM portfolio_item",
                "UPDATE steelyard_bi.projections SET name = 'x'",
                "DELETE FROM steelyard_bi.projections",
                "CREATE TABLE steelyard_bi.own (id INT)")) {
            assertThatThrownBy(() -> tool.execute(denied)).as(denied).hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void after_a_rebuild_it_reads_the_same_of_the_new_rows() {
        var before = tool.queryForList("SELECT * FROM steelyard_bi.points ORDER BY revision");
        int generation = generation();

        server.as("admin").post("/api/v1/projections/points/rebuild", "").expect(202);
        org.steelyard.Awaiting.until("it is rebuilt", () -> generation() > generation);

        assertThat(tool.queryForList("SELECT * FROM steelyard_bi.points ORDER BY revision")
                        .toString())
                .isEqualTo(before.toString());
    }

    private static int generation() {
        return tool.queryForList("SELECT generation FROM steelyard_bi.projections WHERE name = 'points'", Integer.class)
                .getFirst();
    }

    @Test
    void every_view_says_what_it_shows() {
        assertThat(tool.queryForList(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'steelyard_bi'"
                                + " AND obj_description(CAST('steelyard_bi.' || table_name AS regclass)) IS NULL",
                        String.class))
                .isEmpty();
        assertThat(tool.queryForObject(
                        "SELECT col_description(CAST('steelyard_bi.readings' AS regclass), ordinal_position) FROM"
                                + " information_schema.columns WHERE table_schema = 'steelyard_bi' AND table_name = 'readings'"
                                + " AND column_name = 'weight_of_evidence'",
                        String.class))
                .contains("dB");
    }
}
