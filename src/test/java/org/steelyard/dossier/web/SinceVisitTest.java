package org.steelyard.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.steelyard.DemoCase;
import org.steelyard.TestServer;
import org.steelyard.site.Wording;
import tools.jackson.databind.JsonNode;

/** What the page of an assessment says of the time since its reader's last visit, whose end the test puts into the table. */
class SinceVisitTest {
    private static final TestServer SERVER = TestServer.shared();

    private final Wording say = SERVER.bean(Wording.class);
    private String key = "";
    private Instant left = Instant.EPOCH;

    @BeforeEach
    void import_a_case_that_an_administrator_looks_at() {
        key = DemoCase.imported("patron");
        assertThat(page("").select(".visit")).isEmpty();
        left = SERVER.bean(Clock.class).instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Document page(String point) {
        return SERVER.browser("admin").get("/a/" + key + point).expect(200).html();
    }

    private void lastVisitEnded() {
        SERVER.bean(JdbcClient.class)
                .sql("UPDATE visit SET previous_end = ? WHERE user_name = 'admin' AND assessment_key = ?")
                .params(OffsetDateTime.ofInstant(left, ZoneOffset.UTC), key)
                .update();
    }

    private String api() {
        return "/api/v1/assessments/" + key;
    }

    private void something_moves_the_readings() {
        JsonNode rated =
                SERVER.as("admin").get(api()).expect(200).json().path("ratings").get(0);
        String cell = rated.path("evidence").asString() + "/"
                + rated.path("interpretation").asString();
        SERVER.as("admin")
                .put(api() + "/ratings/" + cell, "{\"rating\": \"II\"}")
                .expect(200);
        SERVER.as("admin").delete(api() + "/ratings/" + cell).expect(200);
        SERVER.as("admin")
                .put(api() + "/ratings/" + cell, "{\"rating\": \"II\"}")
                .expect(200);
    }

    private static List<String> marks(Document page) {
        return page.select(".wide .earlier title").eachText();
    }

    @Test
    void marks_show_where_each_reading_stood_and_the_sentence_leads_to_what_changed() {
        something_moves_the_readings();
        lastVisitEnded();

        Document page = page("");

        var then = say.moment(left);
        assertThat(page.select("p.visit").text()).isEqualTo("Since your last visit on " + then + ": 3 events.");
        assertThat(page.select("p.visit a").attr("href"))
                .isEqualTo("/a/" + key + "/compare?from=" + left + "&axis=recorded");
        assertThat(marks(page)).isNotEmpty().containsExactlyInAnyOrderElementsOf(moved(then));
        assertThat(page.select(".narrow .earlier title").eachText()).containsExactlyInAnyOrderElementsOf(marks(page));
        assertThat(page.select(".was").eachAttr("title")).containsExactlyInAnyOrderElementsOf(marks(page));
        assertThat(page.select("figcaption").text()).contains("Dotted marks: where a reading stood at your last visit");
    }

    /** What the marks are to say, by the balance of the API then and now. */
    private List<String> moved(String when) {
        var moved = new ArrayList<String>();
        JsonNode now = interpretations("");
        JsonNode then = interpretations("?asOf=" + left);
        for (int i = 0; i < now.size(); i++) {
            String name = now.get(i).path("key").asString();
            add(moved, name, now.get(i), then.get(i), "weightedInconsistency", when);
            add(moved, name, now.get(i), then.get(i), "weightOfEvidence", when);
            add(moved, name, now.get(i), then.get(i), "judged", when);
        }
        return moved;
    }

    private void add(List<String> moved, String name, JsonNode now, JsonNode then, String reading, String when) {
        double before = then.path(reading).asDouble();
        if (Math.abs(before - now.path(reading).asDouble()) > 1e-9) {
            String number = switch (reading) {
                case "weightedInconsistency" -> say.number(before);
                case "weightOfEvidence" -> say.signedDecibans(before);
                default -> say.percent(before);
            };
            moved.add(name + ": " + number + " at your last visit, " + when);
        }
    }

    private JsonNode interpretations(String point) {
        return SERVER.as("admin")
                .get(api() + "/balance" + point)
                .expect(200)
                .json()
                .path("interpretations");
    }

    @Test
    void where_nothing_was_recorded_it_says_so_and_marks_nothing() {
        lastVisitEnded();

        Document page = page("");

        assertThat(page.select("p.visit").text())
                .isEqualTo("Nothing was recorded since your last visit on " + say.moment(left) + ".");
        assertThat(page.select("p.visit a, .earlier, figcaption .visit, .was")).isEmpty();
    }

    @Test
    void events_that_move_no_reading_are_counted_and_mark_nothing() {
        SERVER.as("admin").post(api() + "/comments", "{\"text\": \"Well\"}").expect(201);
        lastVisitEnded();

        Document page = page("");

        assertThat(page.select("p.visit").text()).endsWith(": one event.");
        assertThat(page.select(".earlier, figcaption .visit, .was")).isEmpty();
    }

    @Test
    void neither_past_views_nor_files_nor_other_readers_are_told() {
        something_moves_the_readings();
        lastVisitEnded();

        assertThat(page("?asOf=r100").select(".visit, .earlier")).isEmpty();
        assertThat(SERVER.browser("admin")
                        .get("/a/" + key + "/readings.svg")
                        .expect(200)
                        .body())
                .doesNotContain("earlier", "visit");
        assertThat(SERVER.browser("reader").get("/a/" + key).html().select(".visit, .earlier"))
                .isEmpty();
    }
}
