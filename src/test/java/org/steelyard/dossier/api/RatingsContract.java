package org.steelyard.dossier.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.steelyard.OneItemCase;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import tools.jackson.databind.JsonNode;

/** Ratings over all assessments, whatever the database. Each test has an analyst and two cases of its own. */
abstract class RatingsContract {
    private final String one = TestServer.newKey();
    private final String two = TestServer.newKey();
    private final String analyst = TestServer.newKey();
    private Instant before = Instant.EPOCH;

    abstract TestServer server();

    private Client as(String user) {
        return server().as(user);
    }

    @BeforeEach
    void an_analyst_rates_in_two_cases_and_one_of_them_changes() {
        server().addUser(analyst, "ANALYST");
        OneItemCase changing = open(one);
        open(two);
        before = server().bean(Clock.class).instant();
        changing.regradeAndReword("Up, reworded");
    }

    private static String path(String key) {
        return "/api/v1/assessments/" + key;
    }

    private OneItemCase open(String key) {
        var opened = OneItemCase.open(as("an1"), key, analyst);
        as(analyst).put(path(key) + "/ratings/e/up", "{\"rating\": \"C\"}").expect(200);
        as(analyst).put(path(key) + "/ratings/e/down", "{\"rating\": \"I\"}").expect(200);
        return opened;
    }

    private JsonNode items(String user, String query) {
        return as(user).get("/api/v1" + query).expect(200).json().path("items");
    }

    private static List<String> texts(JsonNode items, String field) {
        return items.valueStream().map(item -> item.path(field).asString()).toList();
    }

    @Test
    void a_rating_names_the_rewording_that_overtook_it() {
        JsonNode overtaken = items(analyst, "/ratings?overtaken=true&analyst=" + analyst);

        assertThat(texts(overtaken, "interpretation")).containsExactly("up");
        assertThat(overtaken.get(0).path("assessment").asString()).isEqualTo(one);
        assertThat(overtaken.get(0).path("overtakenBy").asLong()).isEqualTo(9);
        assertThat(items(analyst, "/ratings?overtaken=false&analyst=" + analyst).size())
                .isEqualTo(3);
    }

    @Test
    void as_of_the_past_nothing_had_overtaken_them_yet() {
        assertThat(items(analyst, "/ratings?overtaken=true&analyst=" + analyst + "&asOf=" + before))
                .isEmpty();
        assertThat(items(analyst, "/ratings?analyst=" + analyst + "&asOf=" + before))
                .hasSize(4);
        assertThat(items(analyst, "/ratings?analyst=" + analyst + "&asOf=2020-01-01"))
                .isEmpty();
        as(analyst).get("/api/v1/ratings?asOf=r3").expect(400);
    }

    @Test
    void parts_follow_each_other_without_gap_or_doubling() {
        var whole = texts(items(analyst, "/ratings?analyst=" + analyst), "revision");
        var parts = new ArrayList<String>();
        String next = "";
        do {
            JsonNode part = as(analyst)
                    .get("/api/v1/ratings?limit=1&analyst=" + analyst + (next.isEmpty() ? "" : "&cursor=" + next))
                    .expect(200)
                    .json();
            assertThat(part.path("items").size()).isLessThanOrEqualTo(1);
            parts.addAll(texts(part.path("items"), "revision"));
            next = part.path("next").asString("");
        } while (!next.isEmpty());

        assertThat(whole).hasSize(4);
        assertThat(parts).containsExactlyElementsOf(whole);
    }

    @Test
    void a_part_that_ended_early_goes_on_behind_the_last_assessment_that_it_looked_at() {
        String first = one.compareTo(two) < 0 ? one : two;
        String second = one.compareTo(two) < 0 ? two : one;
        String cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("1:" + first + " ~").getBytes(StandardCharsets.UTF_8));

        JsonNode rest = items(analyst, "/ratings?analyst=" + analyst + "&cursor=" + cursor);

        assertThat(texts(rest, "assessment")).containsExactly(second, second);
    }

    @Test
    void who_may_not_read_the_assessment_sees_none_of_it_and_lost_rights_rule_the_past() {
        assertThat(items("outsider", "/ratings?analyst=" + analyst)).isEmpty();
        as("an1").delete(path(one) + "/members/" + analyst).expect(200);

        assertThat(texts(items(analyst, "/ratings?analyst=" + analyst), "assessment"))
                .containsOnly(two);
        assertThat(texts(items(analyst, "/ratings?analyst=" + analyst + "&asOf=" + before), "assessment"))
                .containsOnly(two);
    }

    @Test
    void a_cursor_is_no_way_into_an_assessment_that_one_may_not_read() {
        String next = as(analyst)
                .get("/api/v1/ratings?limit=1&analyst=" + analyst)
                .expect(200)
                .json()
                .path("next")
                .asString();

        JsonNode part = as("outsider")
                .get("/api/v1/ratings?limit=10&analyst=" + analyst + "&cursor=" + next)
                .expect(200)
                .json();

        assertThat(part.path("items")).isEmpty();
    }

    @Test
    void bad_parameters_are_named() {
        assertThat(as(analyst).get("/api/v1/ratings?overtaken=1x").expect(400).body())
                .contains("overtaken");
        String ofAnother = as("admin")
                .get("/api/v1/assessments?limit=1")
                .expect(200)
                .json()
                .path("next")
                .asString();
        as(analyst).get("/api/v1/ratings?cursor=" + ofAnother).expect(400);
    }

    @Test
    void it_is_csv_for_who_accepts_it() {
        var reply = as(analyst)
                .with("Accept", "text/csv")
                .get("/api/v1/ratings?analyst=" + analyst)
                .expect(200);

        assertThat(reply.header("Content-Type")).startsWith("text/csv");
        assertThat(reply.body().lines().findFirst().orElseThrow())
                .isEqualTo(
                        "assessment,analyst,evidence,interpretation,rating,revision,recordedAt,effectiveAt,overtakenBy");
    }
}
