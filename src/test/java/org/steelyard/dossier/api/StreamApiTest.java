package org.steelyard.dossier.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steelyard.Listener.Event;
import org.steelyard.TestServer;
import org.steelyard.assessment.Assessments;
import org.steelyard.assessment.Writing;

/** The stream of one assessment, as its listeners hear it. */
class StreamApiTest {
    private static final TestServer SERVER = TestServer.shared();

    private final String key = TestServer.newKey();
    private final String path = "/api/v1/assessments/" + key;
    private final String stream = path + "/stream";

    @BeforeEach
    void open() {
        SERVER.as("an1")
                .post(
                        "/api/v1/assessments",
                        "{\"key\": \"" + key + "\", \"title\": \"Title\", \"question\": \"Will it?\"}")
                .expect(201);
        member("an2", "ANALYST");
    }

    @Test
    void what_is_recorded_is_told_as_it_happens() {
        try (var listener = SERVER.as("an1").listen(stream)) {
            SERVER.as("an2")
                    .post(
                            path + "/sources",
                            "{\"key\": \"s1\", \"name\": \"A source\", \"kind\": \"PRESS\", \"reliability\": \"B\"}")
                    .expect(201);
            say("and more");

            var events = listener.await(2);
            assertThat(events).extracting(Event::id).containsExactly("2", "3");
            assertThat(events).extracting(Event::name).containsOnly("revision");
            assertThat(events.getFirst().data().toString())
                    .isEqualTo("{\"revision\":2,\"kind\":\"source-recorded\",\"item\":\"s1\",\"actor\":\"an2\","
                            + "\"summary\":\"an2 recorded the source s1 “A source”, reliability B\"}");
            assertThat(events.getLast().data().path("item").isNull()).isTrue();
            assertThat(listener.header("Content-Type")).isEqualTo("text/event-stream");
            assertThat(listener.header("Cache-Control")).isEqualTo("no-store");
            assertThat(listener.header("X-Accel-Buffering")).isEqualTo("no");
            assertThat(listener.text()).contains("retry: ");
        }
    }

    @Test
    void it_begins_now_and_says_where_that_is() {
        say("before");
        try (var listener = SERVER.as("an1").listen(stream)) {
            assertThat(listener.lastId()).isEqualTo("2");
            say("after");
            assertThat(listener.await(1)).extracting(Event::id).containsExactly("3");
        }
    }

    @Test
    void who_comes_back_gets_what_was_missed_and_then_what_happens() {
        say("two");
        say("three");
        try (var listener = SERVER.as("an1").with("Last-Event-ID", "1").listen(stream)) {
            say("four");
            assertThat(listener.await(3)).extracting(Event::id).containsExactly("2", "3", "4");
        }
    }

    @Test
    void the_query_can_say_where_to_begin_and_the_header_of_who_comes_back_counts_more() {
        say("two");
        say("three");
        try (var listener = SERVER.as("an1").listen(stream + "?after=2")) {
            assertThat(listener.await(1)).extracting(Event::id).containsExactly("3");
        }
        try (var listener = SERVER.as("an1").with("Last-Event-ID", "2").listen(stream + "?after=0")) {
            assertThat(listener.await(1)).extracting(Event::id).containsExactly("3");
        }
    }

    @Test
    void after_an_event_that_is_not_there_yet_it_begins_now() {
        try (var listener = SERVER.as("an1").with("Last-Event-ID", "77").listen(stream)) {
            say("two");
            assertThat(listener.await(1)).extracting(Event::id).containsExactly("2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "9999999999999999999999", "0x1"})
    void an_id_that_is_no_number_is_refused(String id) {
        SERVER.as("an1").with("Last-Event-ID", id).get(stream).expect(400);
        SERVER.as("an1").get(stream + "?after=" + id).expect(400);
    }

    @Test
    void it_is_to_be_had_as_events_alone() {
        var refused =
                SERVER.as("an1").with("Accept", "application/json").get(stream).expect(406);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().path("detail").asString()).contains("text/event-stream");
        try (var listener = SERVER.as("an1").with("Accept", "text/event-stream").listen(stream)) {
            assertThat(listener.isOver()).isFalse();
        }
        SERVER.as("an1").send("HEAD", stream, "", "").expect(200);
    }

    @Test
    void a_burst_may_come_as_its_newest_revision() {
        var assessments = SERVER.bean(Assessments.class);
        assessments.record(key, Collections.nCopies(700, Writing.comment("again")), null);

        try (var listener = SERVER.as("an1").with("Last-Event-ID", "1").listen(stream)) {
            var events = listener.awaitId(701);
            assertThat(events).hasSizeLessThan(700);
            assertThat(events)
                    .extracting(event -> Integer.parseInt(event.id()))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void hostile_text_stays_out_of_it() {
        try (var listener = SERVER.as("an1").listen(stream)) {
            say("x\\n\\nevent: revision\\ndata: {}\\n\\n");
            say("y");
            assertThat(listener.await(2)).extracting(Event::id).containsExactly("2", "3");
            assertThat(listener.text()).doesNotContain("data: {}");
        }
    }

    @Test
    void who_may_not_read_the_assessment_does_not_learn_of_it() {
        SERVER.as("outsider").get(stream).expect(404);
        SERVER.anonymous().get(stream).expect(401);
    }

    @Test
    void who_is_no_member_any_more_hears_nothing_of_what_comes_then() {
        try (var listener = SERVER.as("an2").listen(stream)) {
            say("still heard");
            listener.await(1);
            SERVER.as("an1").delete(path + "/members/an2").expect(200);
            say("not for you");

            assertThat(listener.awaitEnd()).extracting(Event::id).containsExactly("2");
        }
    }

    @Test
    void who_loses_the_assessment_is_cut_off_though_nothing_happens() {
        try (var listener = SERVER.as("an2").listen(stream)) {
            SERVER.as("an1").delete(path + "/members/an2").expect(200);
            assertThat(listener.awaitEnd()).isEmpty();
        }
    }

    @Test
    void what_is_clear_is_heard_by_all_until_it_is_not() {
        mark("TLP:CLEAR");
        try (var listener = SERVER.as("outsider").listen(stream)) {
            say("for all");
            listener.await(1);
            mark("TLP:AMBER");
            say("for few");
            assertThat(listener.awaitEnd()).extracting(Event::id).containsExactly("3");
        }
    }

    @Test
    void a_stream_ends_with_the_token_that_it_was_opened_by() {
        var token = SERVER.withPassword("an2", TestServer.PASSWORD)
                .post("/api/v1/tokens", "{\"name\": \"to be revoked\"}")
                .expect(201)
                .json();
        try (var listener = SERVER.withToken(token.path("token").asString()).listen(stream);
                var other = SERVER.as("an2").listen(stream)) {
            SERVER.as("an2")
                    .delete("/api/v1/tokens/" + token.path("id").asString())
                    .expect(204);
            say("after");
            assertThat(listener.awaitEnd()).isEmpty();
            assertThat(other.await(1)).hasSize(1);
        }
    }

    @Test
    void a_stream_ends_when_its_token_expires() {
        var soon = java.time.Instant.now().plusSeconds(2);
        var token = SERVER.withPassword("an2", TestServer.PASSWORD)
                .post("/api/v1/tokens", "{\"name\": \"short\", \"expiresAt\": \"" + soon + "\"}")
                .expect(201)
                .json()
                .path("token")
                .asString();
        try (var listener = SERVER.withToken(token).listen(stream)) {
            assertThat(listener.awaitEnd()).isEmpty();
        }
    }

    @Test
    void a_stream_ends_with_the_session_that_it_was_opened_in() {
        var browser = SERVER.browser("an2");
        browser.get("/account").expect(200);
        try (var listener = browser.listen(stream);
                var other = SERVER.browser("an2").listen(stream)) {
            browser.form("/sign-out", Map.of()).expect(302);
            say("after");
            assertThat(listener.awaitEnd()).isEmpty();
            assertThat(other.await(1)).hasSize(1);
        }
    }

    @Test
    void a_stream_ends_when_its_user_is_disabled_or_gets_another_password() {
        for (var change : List.of("{\"disabled\": true}", "{\"password\": \"another battery and staple\"}")) {
            var user = TestServer.newKey();
            SERVER.addUser(user, "READER");
            member(user, "READER");
            try (var byToken = SERVER.as(user).listen(stream);
                    var inSession = SERVER.browser(user).listen(stream)) {
                SERVER.as("admin").patch("/api/v1/users/" + user, change).expect(200);
                say("after");
                assertThat(byToken.awaitEnd()).isEmpty();
                assertThat(inSession.awaitEnd()).isEmpty();
            }
        }
    }

    private void say(String text) {
        SERVER.as("an1")
                .post(path + "/comments", "{\"text\": \"" + text + "\"}")
                .expect(201);
    }

    private void mark(String marking) {
        SERVER.as("an1").patch(path, "{\"marking\": \"" + marking + "\"}").expect(200);
    }

    private void member(String user, String role) {
        SERVER.as("an1")
                .put(path + "/members/" + user, "{\"role\": \"" + role + "\"}")
                .expect(201);
    }
}
