package org.steelyard.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steelyard.feed.Receiver.until;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Reply;
import org.steelyard.assessment.WholeLog;
import tools.jackson.databind.JsonNode;

/** Events that are pushed, seen from the receiver's side. Each test has an assessment and a path of its own. */
class WebhooksTest {
    private static final String WEBHOOKS = "/api/v1/webhooks";

    @TempDir
    private static Path data;

    private static final Receiver RECEIVER = new Receiver();
    private static final Receiver STRANGER = Receiver.overHttps();
    private static final String CLOSED = closed();
    private static TestServer server = TestServer.shared();

    private final String key = TestServer.newKey();
    private final String assessment = "/api/v1/assessments/" + key;
    private final String path = "/" + key;

    @BeforeAll
    static void a_server_that_may_send_to_the_receiver() {
        server = started();
        for (var user : List.of("an1", "an2", "an3", "outsider")) {
            server.addUser(user, "ANALYST");
        }
    }

    private static TestServer started() {
        var hosts = String.join(",", RECEIVER.host(), STRANGER.host(), CLOSED);
        return TestServer.start(
                data,
                "--steelyard.webhooks.hosts=" + hosts,
                "--steelyard.webhooks.look-every=100ms",
                "--steelyard.webhooks.first-retry=100ms");
    }

    /** A host that nobody listens at. */
    private static String closed() {
        try (var closed = new Receiver()) {
            return closed.host();
        }
    }

    @AfterAll
    static void stop() {
        server.stop();
        RECEIVER.close();
        STRANGER.close();
    }

    @BeforeEach
    void an_assessment_that_two_may_read() {
        server.as("an1")
                .post("/api/v1/assessments", "{\"key\": \"" + key + "\", \"title\": \"A\", \"question\": \"Which?\"}")
                .expect(201);
        member("an2");
    }

    private void member(String user) {
        server.as("an1")
                .put(assessment + "/members/" + user, "{\"role\": \"ANALYST\"}")
                .expect(201);
    }

    /** Records an event and returns its revision. */
    private int comment() {
        return server.as("an1")
                .post(assessment + "/comments", "{\"text\": \"Zürich \u2696\"}")
                .expect(201)
                .json()
                .path("revision")
                .intValue();
    }

    private String body(String more) {
        return "{\"url\": \"" + RECEIVER.url(path) + "\"" + more + "}";
    }

    /** Makes a webhook for this test's assessment. */
    private JsonNode webhook(String user) {
        return server.as(user)
                .post(WEBHOOKS, body(", \"assessments\": [\"" + key + "\"]"))
                .expect(201)
                .json();
    }

    private static String id(JsonNode webhook) {
        return webhook.path("id").stringValue();
    }

    private static JsonNode seen(JsonNode webhook) {
        return server.as("admin").get(WEBHOOKS + "/" + id(webhook)).expect(200).json();
    }

    private static void awaitState(JsonNode webhook, String state) {
        until(state, () -> seen(webhook).path("state").stringValue().equals(state));
    }

    private String id(int revision) {
        return key + "/" + revision;
    }

    @Test
    void events_arrive_in_order_signed_so_that_the_receiver_can_tell_who_sent_them() {
        var webhook = webhook("an2");
        for (int i = 0; i < 20; i++) {
            comment();
        }

        var messages = RECEIVER.await(path, 20);

        var secret = webhook.path("secret").stringValue();
        assertThat(messages).extracting(Receiver.Message::id).containsExactlyElementsOf(ids(2, 21));
        assertThat(messages).allSatisfy(message -> {
            assertThat(message.isSignedWith(secret)).isTrue();
            assertThat(message.header("Content-Type")).isEqualTo("application/cloudevents+json; charset=UTF-8");
            assertThat(message.json().path("id").stringValue()).isEqualTo(message.id());
        });
        var pulled = server.as("an2").get("/api/v1/feed?limit=1000").json().values();
        assertThat(pulled)
                .containsAll(messages.stream().map(Receiver.Message::json).toList());
        until("the last is noted", () -> !seen(webhook).path("lastSuccess").isNull());
        assertThat(seen(webhook).path("state").stringValue()).isEqualTo("ACTIVE");
    }

    private List<String> ids(int first, int last) {
        return Stream.iterate(first, i -> i <= last, i -> i + 1).map(this::id).toList();
    }

    @Test
    void what_failed_is_sent_again_before_anything_that_came_later() {
        RECEIVER.answer(path, message -> message.attempt() <= 3 ? 500 : 204);
        var webhook = webhook("an2");
        comment();
        RECEIVER.await(path, 1);
        comment();

        var messages = RECEIVER.await(path, 5);

        assertThat(messages).extracting(Receiver.Message::id).containsExactly(id(2), id(2), id(2), id(2), id(3));
        assertThat(messages)
                .allMatch(message -> message.isSignedWith(webhook.path("secret").stringValue()));
        awaitState(webhook, "ACTIVE");
        assertThat(seen(webhook).path("failures").intValue()).isZero();
        assertThat(seen(webhook).path("cause").stringValue()).isEqualTo("The receiver answered 500.");
    }

    @Test
    void nothing_is_lost_while_the_server_is_started_anew() {
        RECEIVER.answer(path, message -> 503);
        webhook("an2");
        comment();
        RECEIVER.await(path, 1);
        comment();
        server.stop();
        int before = RECEIVER.at(path).size();
        RECEIVER.answer(path, message -> 200);

        server = started();
        comment();

        var messages = RECEIVER.await(path, before + 3);
        assertThat(RECEIVER.ids(path).subList(before, messages.size())).containsExactly(id(2), id(3), id(4));
        assertThat(messages)
                .extracting(message -> message.json().path("source"))
                .containsOnly(messages.getFirst().json().path("source"));
    }

    @Test
    void what_its_maker_may_not_read_any_more_is_not_sent() {
        var webhook = server.as("an3").post(WEBHOOKS, body("")).expect(201).json();
        member("an3");
        comment();
        RECEIVER.await(path, 1);
        server.as("an1").delete(assessment + "/members/an3").expect(200);
        comment();
        long unseen = server.bean(WholeLog.class).newest();
        until("it passed by", () -> Long.parseLong(seen(webhook).path("upTo").stringValue()) >= unseen);
        member("an3");
        comment();

        RECEIVER.await(path, 2);

        assertThat(RECEIVER.ids(path)).containsExactly(id(2), id(4));
    }

    @Test
    void a_webhook_of_a_disabled_user_is_paused_and_goes_on_where_it_stopped() {
        server.addUser("leaver", "ANALYST");
        member("leaver");
        var webhook = webhook("leaver");
        server.as("admin").patch("/api/v1/users/leaver", "{\"disabled\": true}").expect(200);
        comment();
        awaitState(webhook, "PAUSED");
        assertThat(seen(webhook).path("paused").stringValue()).contains("leaver is disabled");
        assertThat(RECEIVER.at(path)).isEmpty();

        server.as("admin")
                .patch("/api/v1/users/leaver", "{\"disabled\": false}")
                .expect(200);
        server.as("admin")
                .post(WEBHOOKS + "/" + id(webhook) + "/resumption", "{}")
                .expect(200);

        assertThat(RECEIVER.await(path, 1)).extracting(Receiver.Message::id).containsExactly(id(2));
    }

    @Test
    void a_receiver_that_is_gone_pauses_its_webhook() {
        RECEIVER.answer(path, message -> 410);
        var webhook = webhook("an2");
        comment();

        awaitState(webhook, "PAUSED");

        assertThat(seen(webhook).path("paused").stringValue()).contains("410");
        assertThat(RECEIVER.at(path)).hasSize(1);
    }

    @Test
    void a_receiver_that_fails_for_days_pauses_its_webhook() {
        RECEIVER.answer(path, message -> 500);
        var webhook = webhook("an2");
        comment();
        awaitState(webhook, "FAILING");

        server.bean(JdbcClient.class)
                .sql("UPDATE webhook SET failing_since = ? WHERE id = ?")
                .params(OffsetDateTime.now(java.time.ZoneOffset.UTC).minusDays(6), id(webhook))
                .update();

        awaitState(webhook, "PAUSED");
        assertThat(seen(webhook).path("paused").stringValue()).contains("has taken nothing since");
    }

    @Test
    void a_redirect_is_not_followed() {
        RECEIVER.answer(path, message -> 302);
        var webhook = webhook("an2");
        comment();

        awaitState(webhook, "FAILING");

        assertThat(seen(webhook).path("cause").stringValue()).contains("answered 302", "not followed");
        assertThat(RECEIVER.at("/elsewhere")).isEmpty();
    }

    @Test
    void a_receiver_whose_certificate_nobody_vouches_for_gets_nothing() {
        var webhook = server.as("an2")
                .post(WEBHOOKS, "{\"url\": \"" + STRANGER.url(path) + "\", \"assessments\": [\"" + key + "\"]}")
                .expect(201)
                .json();
        comment();

        awaitState(webhook, "FAILING");

        assertThat(seen(webhook).path("cause").stringValue()).contains("certificate");
        assertThat(STRANGER.at(path)).isEmpty();
    }

    @Test
    void a_receiver_that_does_not_listen_is_told_of() {
        var webhook = webhook("an2");
        server.bean(JdbcClient.class)
                .sql("UPDATE webhook SET url = ? WHERE id = ?")
                .params(RECEIVER.url(path).replace(RECEIVER.host(), CLOSED), id(webhook))
                .update();
        comment();

        awaitState(webhook, "FAILING");

        assertThat(seen(webhook).path("cause").stringValue()).isEqualTo("No connection to " + CLOSED + " came about.");
    }

    @Test
    void a_webhook_whose_host_is_not_allowed_any_more_is_paused() {
        var webhook = webhook("an2");
        server.bean(JdbcClient.class)
                .sql("UPDATE webhook SET url = 'https://example.org/' WHERE id = ?")
                .param(id(webhook))
                .update();
        comment();

        awaitState(webhook, "PAUSED");

        assertThat(seen(webhook).path("paused").stringValue()).contains("example.org:443 any more");
    }

    @Test
    void what_another_node_sends_is_left_to_it_until_its_lease_is_over() {
        var webhook = webhook("an2");
        lease(webhook, 1);
        server.as("an2")
                .post(
                        WEBHOOKS,
                        "{\"url\": \"" + RECEIVER.url(path + "-other") + "\", \"assessments\": [\"" + key + "\"]}")
                .expect(201);
        comment();
        RECEIVER.await(path + "-other", 1);
        comment();
        RECEIVER.await(path + "-other", 2);
        assertThat(RECEIVER.at(path)).isEmpty();

        lease(webhook, -1);

        RECEIVER.await(path, 2);
        assertThat(RECEIVER.ids(path)).containsExactly(id(2), id(3));
    }

    /** As a node left it that died, or is at it. */
    private static void lease(JsonNode webhook, int hours) {
        server.bean(JdbcClient.class)
                .sql("UPDATE webhook SET lease = 'another', leased_until = ? WHERE id = ?")
                .params(OffsetDateTime.now(java.time.ZoneOffset.UTC).plusHours(hours), id(webhook))
                .update();
    }

    @Test
    void a_slow_receiver_keeps_no_other_waiting() {
        var released = new CountDownLatch(1);
        RECEIVER.answer(path, message -> {
            try {
                released.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return 204;
        });
        webhook("an2");
        server.as("an2")
                .post(
                        WEBHOOKS,
                        "{\"url\": \"" + RECEIVER.url(path + "-other") + "\", \"assessments\": [\"" + key + "\"]}")
                .expect(201);
        comment();
        RECEIVER.await(path, 1);
        comment();

        RECEIVER.await(path + "-other", 2);

        assertThat(RECEIVER.at(path)).hasSize(1);
        released.countDown();
        RECEIVER.await(path, 2);
    }

    @Test
    void only_what_is_asked_for_is_sent_from_where_it_is_asked_for() {
        server.as("an1")
                .post(assessment + "/interpretations", "{\"key\": \"left\", \"statement\": \"It goes left\"}")
                .expect(201);
        comment();
        server.as("an2")
                .post(
                        WEBHOOKS,
                        body(", \"after\": \"0\", \"kinds\": [\"comment-made\"], \"assessments\": [\"" + key + "\"]"))
                .expect(201);
        comment();

        RECEIVER.await(path, 2);

        assertThat(RECEIVER.ids(path)).containsExactly(id(3), id(4));
    }

    @Test
    void a_removed_webhook_sends_no_more() {
        var removed = webhook("an2");
        comment();
        RECEIVER.await(path, 1);
        server.as("an2").delete(WEBHOOKS + "/" + id(removed)).expect(204);
        server.as("an2").get(WEBHOOKS + "/" + id(removed)).expect(404);
        webhook("an2");
        comment();
        comment();

        RECEIVER.await(path, 3);

        var signedByTheFirst = RECEIVER.at(path).stream()
                .filter(message -> message.isSignedWith(removed.path("secret").stringValue()));
        assertThat(signedByTheFirst).extracting(Receiver.Message::id).containsExactly(id(2));
    }

    @Test
    void the_secret_is_said_once() {
        var given = "whsec_" + Base64.getEncoder().encodeToString(new byte[24]);
        var made = server.as("an2")
                .post(WEBHOOKS, body(", \"secret\": \"" + given + "\", \"assessments\": [\"" + key + "\"]"))
                .expect(201);
        assertThat(made.json().path("secret").stringValue()).isEqualTo(given);
        assertThat(webhook("an2").path("secret").stringValue())
                .startsWith("whsec_")
                .hasSize(50);

        var one = server.as("an2").get(made.header("Location")).expect(200);
        var list = server.as("an2").get(WEBHOOKS).expect(200);
        var all = server.as("admin").with("Accept", "text/csv").get(WEBHOOKS).expect(200);
        assertThat(List.of(one, list, all)).allSatisfy(reply -> {
            assertThat(reply.body()).contains(id(made.json())).doesNotContain("whsec_", "secret");
        });

        comment();
        assertThat(RECEIVER.await(path, 2)).anyMatch(message -> message.isSignedWith(given));
    }

    @Test
    void a_webhook_is_its_makers_and_the_administrators_to_see_and_remove() {
        var webhook = webhook("an2");
        var address = WEBHOOKS + "/" + id(webhook);

        for (var user : List.of("outsider", "an1")) {
            assertThat(server.as(user).get(WEBHOOKS).body()).doesNotContain(id(webhook));
            server.as(user).get(address).expect(404);
            server.as(user).delete(address).expect(404);
            server.as(user).post(address + "/resumption", "{}").expect(404);
        }
        assertThat(server.as("admin").get(WEBHOOKS).body()).contains(id(webhook));
        server.as("admin").delete(address).expect(204);
    }

    @Test
    void nothing_is_sent_to_a_host_that_is_not_allowed_however_it_is_written() {
        int port = Integer.parseInt(RECEIVER.host().substring(RECEIVER.host().indexOf(':') + 1));
        var refused = Stream.of(
                "http://127.0.0.1:" + (port - 1) + "/",
                "http://127.0.0.1/",
                "http://localhost:" + port + "/",
                "http://[::1]:" + port + "/",
                "http://[::ffff:127.0.0.1]:" + port + "/",
                "http://[0:0:0:0:0:ffff:7f00:1]:" + port + "/",
                "http://2130706433:" + port + "/",
                "http://0x7f000001:" + port + "/",
                "http://0177.0.0.1:" + port + "/",
                "http://127.1:" + port + "/",
                "http://127.0.0.1.:" + port + "/",
                "http://127.0.0.1.example.org:" + port + "/",
                "http://169.254.169.254/latest/meta-data/",
                "http://user@127.0.0.1:" + port + "/",
                "http://user:password@127.0.0.1:" + port + "/",
                "http://@127.0.0.1:" + port + "/",
                "http://127.0.0.1:" + port + "@example.org/",
                "http://example.org#@127.0.0.1:" + port + "/",
                "http://127.0.0.1:" + port + "#x",
                "http://127.0.0.1:" + port + "\\\\@example.org/",
                "http://１２７.0.0.1:" + port + "/",
                "http://127.0.0.1%2eexample.org:" + port + "/",
                "https://example.org/",
                "http://example.org:" + port + "/",
                "https://127.0.0.1/",
                "ftp://127.0.0.1:" + port + "/",
                "file:///etc/passwd",
                "//127.0.0.1:" + port + "/",
                "http:127.0.0.1:" + port,
                "http://127.0.0.1:" + port + "/" + "x".repeat(2_000));

        assertThat(refused).allSatisfy(url -> {
            var reply = server.as("an2").post(WEBHOOKS, "{\"url\": \"" + url + "\"}");
            assertThat(reply.status()).as(url).isIn(400, 409);
        });
    }

    @Test
    void a_host_is_allowed_with_its_port_alone_and_the_refusal_says_what_to_do() {
        var reply = server.as("an2")
                .post(WEBHOOKS, "{\"url\": \"https://hooks.example.org/in\"}")
                .expect(409);
        assertThat(detail(reply)).contains("hooks.example.org:443", "administrator", "steelyard.webhooks.hosts");
        assertThat(detail(server.as("an2")
                        .post(WEBHOOKS, "{\"url\": \"http://hooks.example.org/\"}")
                        .expect(400)))
                .contains("https");
        assertThat(detail(
                        TestServer.shared().as("admin").post(WEBHOOKS, body("")).expect(409)))
                .contains("Nothing is pushed from this installation", "steelyard.webhooks.hosts");
    }

    @Test
    void fields_that_no_webhook_can_have_are_refused() {
        for (var more : List.of(
                ", \"secret\": \"whsec_c2hvcnQ=\"",
                ", \"secret\": \"" + "x".repeat(40) + "\"",
                ", \"kinds\": [\"evidence-eaten\"]",
                ", \"after\": \"999999999999\"",
                ", \"color\": \"red\"")) {
            server.as("an2").post(WEBHOOKS, body(more)).expect(400);
        }
        for (var unknown : List.of("no-such-assessment", key)) {
            var reply = server.as("outsider")
                    .post(WEBHOOKS, body(", \"assessments\": [\"" + unknown + "\"]"))
                    .expect(409);
            assertThat(detail(reply)).isEqualTo("Name assessments that you may read, or none for all of them.");
        }
        server.anonymous().post(WEBHOOKS, body("")).expect(401);
    }

    private static String detail(Reply reply) {
        return reply.json().path("detail").stringValue();
    }

    @Test
    void in_blind_mode_others_ratings_are_left_out_and_ones_own_are_sent() {
        server.as("an1").patch(assessment, "{\"blind\": true}").expect(200);
        var an1 = server.as("an1");
        an1.post(assessment + "/interpretations", "{\"key\": \"i1\", \"statement\": \"It is\"}")
                .expect(201);
        an1.post(
                        assessment + "/sources",
                        "{\"key\": \"s-" + key + "\", \"name\": \"S\", \"kind\": \"press\", \"reliability\": \"B\"}")
                .expect(201);
        an1.post(
                        assessment + "/evidence",
                        "{\"key\": \"e1\", \"claim\": \"C\", \"source\": \"s-" + key
                                + "\", \"credibility\": 2, \"relevance\": \"H\"}")
                .expect(201);
        webhook("an2");

        an1.put(assessment + "/ratings/e1/i1", "{\"rating\": \"CC\"}").expect(200);
        comment();
        RECEIVER.await(path, 1);
        server.as("an2")
                .put(assessment + "/ratings/e1/i1", "{\"rating\": \"I\"}")
                .expect(200);

        assertThat(RECEIVER.await(path, 2)).extracting(Receiver.Message::id).containsExactly(id(7), id(8));
    }
}
