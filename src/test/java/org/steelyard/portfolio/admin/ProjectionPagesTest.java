package org.steelyard.portfolio.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.steelyard.Awaiting;
import org.steelyard.TestServer;
import org.steelyard.assessment.ParkedEvents;
import org.steelyard.portfolio.projection.ProgressReport;

/** The page of projections, on a server of its own. */
class ProjectionPagesTest {
    private static final String PAGE = "/admin/projections";

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
    void it_is_for_administrators_who_find_it_beside_the_users() {
        assertThat(server.browser("an1").get(PAGE).status()).isEqualTo(403);
        assertThat(server.browser("an1").get("/").html().select("nav a[href=" + PAGE + "]"))
                .isEmpty();

        var page = server.browser("admin").get(PAGE).expect(200).html();

        assertThat(page.select("nav a[href=" + PAGE + "]")).hasSize(1);
        assertThat(row(page, "portfolio").text()).contains("serves");
        assertThat(row(page, "portfolio").select("progress")).hasSize(1);
    }

    @Test
    void a_button_builds_a_projection_anew() {
        var browser = server.browser("admin");
        browser.get(PAGE);
        int serving = serving("points");

        browser.form(PAGE + "/points/rebuild", Map.of()).expect(302);

        assertThat(browser.get(PAGE).html().select("[role=status]").text()).contains("points is built anew");
        Awaiting.until("the new generation serves", () -> serving("points") == serving + 1);
        browser.form(PAGE + "/nothing/rebuild", Map.of()).expect(404);
    }

    @Test
    void while_something_is_built_the_table_looks_again_by_itself_and_only_then() {
        var browser = server.browser("admin");
        // As another node would say that it is at it, and failed before.
        jdbc.update(
                "UPDATE projection SET building = serving + 1, builder = 'another', beat_at = ?, failure = '<b>no</b>'"
                        + " WHERE name = 'sources'",
                Instant.now().plusSeconds(3_600).toEpochMilli() * 1_000);
        try {
            var table = browser.get(PAGE + "/progress").expect(200).html();
            assertThat(table.expectFirst("#progress").attr("hx-get")).isEqualTo(PAGE + "/progress");
            assertThat(row(table, "sources").text()).contains("is built anew", "<b>no</b>");
            assertThat(table.expectFirst(".answer").text()).startsWith("A projection is being built");
            assertThat(row(table, "sources").select("button")).isEmpty();
            assertThat(table.select("h1")).as("the table alone").isEmpty();
        } finally {
            jdbc.update("UPDATE projection SET building = NULL, builder = NULL, beat_at = NULL, failure = NULL"
                    + " WHERE name = 'sources'");
        }
        Awaiting.until(
                "nothing is built",
                () -> !browser.get(PAGE + "/progress")
                        .html()
                        .expectFirst("#progress")
                        .hasAttr("hx-get"));
    }

    @Test
    void a_parked_event_is_listed_with_its_cause_and_can_be_tried_again() {
        server.as("admin")
                .post("/api/v1/assessments", "{\"key\": \"parked\", \"title\": \"T\", \"question\": \"Q?\"}")
                .expect(201);
        Awaiting.until(
                "it is followed",
                () -> server.bean(ProgressReport.class).all().stream().allMatch(each -> each.lag() == 0));
        server.bean(ParkedEvents.class)
                .park("portfolio", "parked", 1, new IllegalStateException("<script>alert(1)</script>"));
        var browser = server.browser("admin");

        var page = browser.get(PAGE).expect(200).html();
        var letter = page.expectFirst("#letters tbody tr");
        assertThat(letter.text()).contains("parked r1", "portfolio", "<script>alert(1)</script>");
        assertThat(row(page, "portfolio").select("a[href=#letters]").text()).isEqualTo("1");
        assertThat(page.expectFirst(".answer").text()).startsWith("Some events could not be taken");

        browser.form(letter.expectFirst("form").attr("action"), Map.of()).expect(302);

        var after = browser.get(PAGE).html();
        assertThat(after.select("[role=status]").text()).contains("All that was parked of parked");
        assertThat(after.select("#letters table")).isEmpty();
    }

    private static Element row(Element page, String name) {
        return page.select("#progress tbody tr").stream()
                .filter(row -> row.expectFirst("th").text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static int serving(String name) {
        return jdbc.queryForList("SELECT serving FROM projection WHERE name = ?", Integer.class, name)
                .getFirst();
    }
}
