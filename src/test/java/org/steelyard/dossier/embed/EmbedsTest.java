package org.steelyard.dossier.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steelyard.TestServer.newKey;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Reply;
import tools.jackson.databind.JsonNode;

/** Who may show a balance outside the sign-in, and what ends it. */
class EmbedsTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final String ASSESSMENTS = "/api/v1/assessments/";

    private final String key = newKey();

    private void open(String maker, String marking) {
        SERVER.as(maker)
                .post("/api/v1/assessments", """
                        {"key": "%s", "title": "Durability", "question": "Will it last?", "marking": "%s"}""".formatted(key, marking))
                .expect(201);
        for (String interpretation : new String[] {"lasts", "ends"}) {
            SERVER.as(maker)
                    .post(ASSESSMENTS + key + "/interpretations", """
                            {"key": "%s", "statement": "It %s"}""".formatted(interpretation, interpretation))
                    .expect(201);
        }
    }

    private Reply post(String maker, String view, Instant expiresAt) {
        var body = "{\"view\": \"" + view + "\", \"expiresAt\": \"" + expiresAt + "\"}";
        return SERVER.as(maker).post(ASSESSMENTS + key + "/embeds", body);
    }

    private JsonNode made(String maker, String view) {
        return post(maker, view, tomorrow()).expect(201).json();
    }

    private static Instant tomorrow() {
        return Instant.now().plus(Duration.ofDays(1));
    }

    private static Reply seen(JsonNode made) {
        return SERVER.anonymous().get(made.path("url").asString());
    }

    private static void showsNothing(JsonNode made) {
        var picture = seen(made).expect(404);
        var page = SERVER.anonymous().get(made.path("html").asString()).expect(404);
        var unknown = SERVER.anonymous().get("/embed/never-was/balance.svg").expect(404);

        assertThat(picture.body()).isEqualTo(unknown.body()).isEqualTo(page.body());
        assertThat(picture.header("Content-Type")).startsWith("text/plain");
        assertThat(picture.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whoever_has_the_address_sees_the_readings_without_signing_in() {
        open("an1", "TLP:AMBER");
        var reply = post("an1", "balance", tomorrow()).expect(201);
        var made = reply.json();

        assertThat(made.path("url").asString()).matches("/embed/[A-Za-z0-9_-]{43}/balance\\.svg");
        assertThat(made.path("html").asString()).matches("/embed/[A-Za-z0-9_-]{43}/balance\\.html");
        assertThat(made.path("view").asString()).isEqualTo("balance");
        assertThat(made.path("maker").asString()).isEqualTo("an1");
        assertThat(seen(made).expect(200).body())
                .contains("TLP:AMBER", "Durability", "No evidence is in force", "revision 3");
        var one = SERVER.as("an1").get(reply.header("Location")).expect(200).json();
        assertThat(one.path("id")).isEqualTo(made.path("id"));
        assertThat(one.propertyNames()).doesNotContain("url", "html");
    }

    @Test
    void the_secret_is_in_no_list_and_in_no_row() {
        open("an1", "TLP:AMBER");
        var secret = made("an1", "balance").path("url").asString().split("/", -1)[2];

        assertThat(SERVER.as("an1").get(ASSESSMENTS + key + "/embeds").body()).doesNotContain(secret);
        assertThat(SERVER.bean(org.springframework.jdbc.core.JdbcTemplate.class)
                        .queryForList("SELECT * FROM embed WHERE assessment_key = ?", key)
                        .toString())
                .contains("an1", "balance")
                .doesNotContain(secret);
    }

    @Test
    void owners_see_and_revoke_all_and_others_their_own() {
        open("an1", "TLP:AMBER");
        SERVER.as("an1")
                .put(ASSESSMENTS + key + "/members/an2", "{\"role\": \"ANALYST\"}")
                .expect(201);
        var of1 = made("an1", "balance");
        var of2 = made("an2", "balance?width=narrow");
        var embeds = ASSESSMENTS + key + "/embeds";

        assertThat(SERVER.as("an1").get(embeds).json().path("items")).hasSize(2);
        assertThat(SERVER.as("an2").get(embeds).json().path("items"))
                .singleElement()
                .satisfies(item -> assertThat(item.path("maker").asString()).isEqualTo("an2"));
        SERVER.as("an2").delete(embeds + "/" + of1.path("id").asString()).expect(404);
        seen(of1).expect(200);
        SERVER.as("an1").delete(embeds + "/" + of2.path("id").asString()).expect(204);
        showsNothing(of2);
        SERVER.as("an1").delete(embeds + "/" + of2.path("id").asString()).expect(404);
    }

    @Test
    void it_ends_at_its_time() throws InterruptedException {
        open("an1", "TLP:AMBER");
        var made =
                post("an1", "balance", Instant.now().plusSeconds(2)).expect(201).json();

        seen(made).expect(200);
        while (seen(made).status() == 200) {
            assertThat(Instant.now())
                    .isBefore(Instant.parse(made.path("expiresAt").asString()).plusSeconds(5));
            Thread.sleep(100);
        }
        showsNothing(made);
        assertThat(SERVER.as("an1").get(ASSESSMENTS + key + "/embeds").json().path("items"))
                .isEmpty();
    }

    @Test
    void it_shows_nothing_once_its_maker_may_no_longer_make_it() {
        open("an1", "TLP:AMBER");
        var members = ASSESSMENTS + key + "/members/an2";
        SERVER.as("an1").put(members, "{\"role\": \"ANALYST\"}").expect(201);
        var made = made("an2", "balance");

        SERVER.as("an1").put(members, "{\"role\": \"READER\"}").expect(200);
        showsNothing(made);
        SERVER.as("an1").put(members, "{\"role\": \"ANALYST\"}").expect(200);
        seen(made).expect(200);
        SERVER.as("an1").delete(members).expect(200);
        showsNothing(made);
    }

    @Test
    void it_shows_nothing_while_its_maker_is_disabled() {
        var user = "maker-" + key;
        SERVER.addUser(user, "ANALYST");
        open(user, "TLP:AMBER");
        var made = made(user, "balance");

        SERVER.as("admin")
                .patch("/api/v1/users/" + user, "{\"disabled\": true}")
                .expect(200);
        showsNothing(made);
    }

    @Test
    void a_marking_that_became_red_hides_it_a_picture_of_the_past_too() {
        open("an1", "TLP:AMBER");
        var now = made("an1", "balance");
        var past = made("an1", "balance?asOf=r2");

        SERVER.as("an1").patch(ASSESSMENTS + key, "{\"marking\": \"TLP:RED\"}").expect(200);

        showsNothing(now);
        showsNothing(past);
        post("an1", "balance", tomorrow()).expect(409);
    }

    @Test
    void a_picture_of_the_past_is_marked_as_today() {
        open("an1", "TLP:CLEAR");
        var past = made("an1", "balance?asOf=r2");

        SERVER.as("an1")
                .patch(ASSESSMENTS + key, "{\"marking\": \"TLP:AMBER+STRICT\"}")
                .expect(200);

        assertThat(seen(past).expect(200).body()).contains("TLP:AMBER+STRICT").doesNotContain("TLP:CLEAR");
    }

    @Test
    void blind_mode_is_not_led_around() {
        open("an1", "TLP:AMBER");
        var made = made("an1", "balance");

        SERVER.as("an1").patch(ASSESSMENTS + key, "{\"blind\": true}").expect(200);

        showsNothing(made);
        post("an1", "balance", tomorrow()).expect(409);
    }

    @Test
    void an_archived_assessment_is_still_shown() {
        open("an1", "TLP:AMBER");
        var made = made("an1", "balance");

        SERVER.as("an1").patch(ASSESSMENTS + key, "{\"archived\": true}").expect(200);

        seen(made).expect(200);
    }

    @Test
    void a_fixed_point_stays_and_one_that_goes_on_goes_on() {
        open("an1", "TLP:AMBER");
        var fixed = made("an1", "balance?asOf=r3");
        var going = made("an1", "balance");

        SERVER.as("an1")
                .patch(ASSESSMENTS + key, "{\"title\": \"Renamed since\"}")
                .expect(200);

        assertThat(seen(fixed).expect(200).body())
                .contains("Durability", "revision 3")
                .doesNotContain("Renamed");
        assertThat(seen(going).expect(200).body()).contains("Renamed since", "revision 4");
    }

    @Test
    void readers_make_one_only_of_what_all_may_read() {
        open("an1", "TLP:AMBER");
        SERVER.as("an1")
                .put(ASSESSMENTS + key + "/members/reader", "{\"role\": \"READER\"}")
                .expect(201);

        post("reader", "balance", tomorrow()).expect(403);
        post("outsider", "balance", tomorrow()).expect(404);
        SERVER.as("an1")
                .patch(ASSESSMENTS + key, "{\"marking\": \"TLP:CLEAR\"}")
                .expect(200);
        var made = made("outsider", "balance");
        seen(made).expect(200);
        SERVER.as("an1")
                .patch(ASSESSMENTS + key, "{\"marking\": \"TLP:GREEN\"}")
                .expect(200);
        showsNothing(made);
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_makes_none() {
        open("an1", "TLP:AMBER");

        assertThat(post("an1", "matrix", tomorrow()).expect(400).body()).contains("/view");
        assertThat(post("an1", "balance", Instant.now().minusSeconds(1))
                        .expect(400)
                        .body())
                .contains("/expiresAt");
        assertThat(post("an1", "balance", Instant.now().plus(Duration.ofDays(367)))
                        .expect(400)
                        .body())
                .contains("/expiresAt");
        assertThat(post("an1", "balance?asOf=2999-01-01", tomorrow())
                        .expect(400)
                        .body())
                .contains("/view");
        post("an1", "balance?asOf=r99", tomorrow()).expect(409);
        SERVER.as("an1")
                .post(ASSESSMENTS + key + "/embeds", "{\"view\": \"balance\"}")
                .expect(400);
        assertThat(SERVER.as("an1").get(ASSESSMENTS + key + "/embeds").json().path("items"))
                .isEmpty();
    }

    @Test
    void a_session_sees_no_more_at_such_an_address_than_anybody() {
        open("an1", "TLP:AMBER");
        var made = made("an1", "balance");
        SERVER.as("an1")
                .delete(ASSESSMENTS + key + "/embeds/" + made.path("id").asString())
                .expect(204);

        SERVER.browser("an1").get(made.path("url").asString()).expect(404);
        SERVER.as("an1").get(made.path("url").asString()).expect(404);
        assertThat(SERVER.anonymous().get(made.path("url").asString()).header("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void guessing_is_throttled(@TempDir Path data) {
        var server = TestServer.start(data);
        try {
            var stranger = server.anonymous();
            for (int i = 0; i < 60; i++) {
                stranger.get("/embed/guess-" + i + "/balance.svg").expect(404);
            }

            var refused = stranger.get("/embed/one-more/balance.svg").expect(429);

            assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
            assertThat(refused.header("Content-Type")).startsWith("text/plain");
        } finally {
            server.stop();
        }
    }
}
