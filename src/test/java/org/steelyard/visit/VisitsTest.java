package org.steelyard.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;

/** Who is noted as a visitor by the real server, and who is not. */
class VisitsTest {
    private static final TestServer SERVER = TestServer.shared();

    private final String key = TestServer.newKey();

    @BeforeEach
    void open_an_assessment() {
        SERVER.as("an1")
                .post("/api/v1/assessments", "{\"key\": \"%s\", \"title\": \"T\", \"question\": \"Q?\"}".formatted(key))
                .expect(201);
    }

    private List<Instant> requestsOf(String reader) {
        return SERVER.bean(JdbcClient.class)
                .sql("SELECT last_request FROM visit WHERE user_name = ? AND assessment_key = ?")
                .params(reader, key)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }

    @Test
    void whoever_looks_at_a_page_is_noted() {
        SERVER.browser("an1").get("/a/" + key + "/log").expect(200);

        assertThat(requestsOf("an1")).hasSize(1);
        assertThat(requestsOf("admin")).isEmpty();
    }

    @Test
    void what_one_records_oneself_is_no_news_at_the_next_visit() {
        Client an1 = SERVER.browser("an1");
        an1.get("/a/" + key + "/comment").expect(200);
        an1.form("/a/" + key + "/comment", Map.of("text", "Mine")).expect(302);

        Instant recorded = Instant.parse(SERVER.as("an1")
                .get("/api/v1/assessments/" + key)
                .expect(200)
                .json()
                .path("recordedAt")
                .asString());
        assertThat(requestsOf("an1"))
                .singleElement()
                .satisfies(end -> assertThat(end).isAfterOrEqualTo(recorded));
    }

    @Test
    void tokens_and_outsiders_make_no_visit() {
        SERVER.as("an1").get("/api/v1/assessments/" + key).expect(200);
        SERVER.browser("an1").get("/api/v1/assessments/" + key).expect(200);
        SERVER.browser("outsider").get("/a/" + key).expect(404);

        assertThat(requestsOf("an1")).isEmpty();
        assertThat(requestsOf("outsider")).isEmpty();
    }

    @Test
    void a_page_is_shown_where_visits_cannot_be_kept() {
        var jdbc = SERVER.bean(JdbcClient.class);
        var browser = SERVER.browser("an1");
        jdbc.sql("ALTER TABLE visit RENAME TO visit_away").update();
        try {
            browser.get("/a/" + key).expect(200);
        } finally {
            jdbc.sql("ALTER TABLE visit_away RENAME TO visit").update();
        }
        browser.get("/a/" + key).expect(200);
        assertThat(requestsOf("an1")).hasSize(1);
    }
}
