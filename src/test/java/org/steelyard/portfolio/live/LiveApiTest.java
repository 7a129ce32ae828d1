package org.steelyard.portfolio.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.steelyard.Listener;
import org.steelyard.Listener.Event;
import org.steelyard.TestServer;
import org.steelyard.assessment.WholeLog;

class LiveApiTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final String STREAM = "/api/v1/portfolio/stream";

    private final WholeLog log = SERVER.bean(WholeLog.class);

    @Test
    void each_change_is_told_with_where_and_when_it_was_recorded() {
        var key = open("an1");
        try (var listener = SERVER.as("an1").listen(STREAM)) {
            say(key);

            var event = listener.await(1).getFirst();
            assertThat(event.name()).isEqualTo("change");
            assertThat(event.id()).isEqualTo(Long.toString(log.newest()));
            var recorded = SERVER.as("an1")
                    .get("/api/v1/assessments/" + key + "/events?limit=5")
                    .expect(200)
                    .json()
                    .path("items")
                    .path(1);
            assertThat(event.data().propertyNames())
                    .containsExactly("assessment", "revision", "kind", "item", "actor", "recordedAt");
            assertThat(event.data().path("assessment").asString()).isEqualTo(key);
            for (var field : List.of("revision", "kind", "item", "actor", "recordedAt")) {
                assertThat(event.data().path(field)).as(field).isEqualTo(recorded.path(field));
            }
        }
    }

    @Test
    void one_hears_of_what_one_may_read_and_of_nothing_else() {
        var shared = open("an1");
        var hidden = open("an1");
        member(shared, "an2", "READER");
        try (var an2 = SERVER.as("an2").listen(STREAM);
                var outsider = SERVER.as("outsider").listen(STREAM);
                var admin = SERVER.as("admin").listen(STREAM)) {
            say(hidden);
            say(shared);
            say(hidden);
            var own = open("outsider");

            assertThat(heard(admin, 4)).containsExactly(hidden, shared, hidden, own);
            assertThat(heard(an2, 1)).containsExactly(shared);
            assertThat(heard(outsider, 1)).containsExactly(own);
            assertThat(outsider.text()).doesNotContain(hidden, shared);
        }
    }

    @Test
    void what_is_clear_is_heard_by_all_as_long_as_it_is() {
        var key = open("an1");
        var other = open("outsider");
        try (var outsider = SERVER.as("outsider").listen(STREAM)) {
            say(key);
            mark(key, "TLP:CLEAR");
            say(key);
            outsider.await(2);
            mark(key, "TLP:GREEN");
            say(key);
            SERVER.as("outsider")
                    .post("/api/v1/assessments/" + other + "/comments", "{\"text\": \"last\"}")
                    .expect(201);

            // The change to another marking is itself not for all any more.
            assertThat(heard(outsider, 3)).containsExactly(key, key, other);
        }
    }

    @Test
    void rights_that_are_lost_or_gained_count_for_the_next_change() {
        var key = open("an1");
        var own = open("outsider");
        try (var listener = SERVER.as("outsider").listen(STREAM)) {
            say(key);
            sayToOneself(own);
            // Rights are those when an event goes out, so what is not to be heard any more waits for what was.
            listener.await(1);
            member(key, "outsider", "READER");
            say(key);
            listener.await(2);
            SERVER.as("an1")
                    .delete("/api/v1/assessments/" + key + "/members/outsider")
                    .expect(200);
            say(key);
            sayToOneself(own);

            assertThat(listener.await(3))
                    .extracting(event -> event.data().path("assessment").asString()
                            + event.data().path("revision").asInt())
                    .containsExactly(own + 2, key + 3, own + 3);
        }
    }

    private static void sayToOneself(String own) {
        SERVER.as("outsider")
                .post("/api/v1/assessments/" + own + "/comments", "{\"text\": \"heard\"}")
                .expect(201);
    }

    @Test
    void who_comes_back_has_missed_nothing_whether_or_not_somebody_listened_meanwhile() {
        var key = open("an1");
        long before = log.newest();
        say(key);
        say(key);
        List<String> fromLog;
        try (var first =
                SERVER.as("an1").with("Last-Event-ID", Long.toString(before)).listen(STREAM)) {
            fromLog = first.await(2).stream().map(Event::id).toList();
            say(key);
            first.await(3);
            try (var second = SERVER.as("an1").listen(STREAM + "?after=" + fromLog.getFirst());
                    var third = SERVER.as("an1").listen(STREAM + "?after=" + before)) {
                say(key);
                var all = first.await(4).stream().map(Event::id).toList();
                assertThat(second.await(3)).extracting(Event::id).isEqualTo(all.subList(1, 4));
                assertThat(third.await(4)).extracting(Event::id).isEqualTo(all);
                assertThat(all).startsWith(fromLog.toArray(String[]::new)).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void the_whole_log_can_be_heard_from_its_start() {
        var key = open("outsider");
        var after = log.newest();
        try (var listener = SERVER.as("outsider").with("Last-Event-ID", "0").listen(STREAM)) {
            var events = listener.awaitId(after);
            assertThat(events.getLast().data().path("assessment").asString()).isEqualTo(key);
            assertThat(events)
                    .extracting(event -> Long.parseLong(event.id()))
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(events)
                    .extracting(event -> event.data().path("assessment").asString())
                    .allSatisfy(heard -> SERVER.as("outsider")
                            .get("/api/v1/assessments/" + heard)
                            .expect(200));
        }
    }

    @Test
    void it_begins_now_also_after_an_index_that_is_not_there_yet() {
        var key = open("an1");
        try (var plain = SERVER.as("an1").listen(STREAM);
                var early =
                        SERVER.as("an1").with("Last-Event-ID", "999999999999").listen(STREAM)) {
            assertThat(plain.lastId()).isEqualTo(early.lastId()).isEqualTo(Long.toString(log.newest()));
            say(key);
            assertThat(plain.await(1)).isEqualTo(early.await(1));
        }
        SERVER.as("an1").with("Last-Event-ID", "x").get(STREAM).expect(400);
        SERVER.as("an1").with("Accept", "text/csv").get(STREAM).expect(406);
        SERVER.anonymous().get(STREAM).expect(401);
    }

    @Test
    void who_is_disabled_is_cut_off_though_nothing_happens() {
        var user = TestServer.newKey();
        SERVER.addUser(user, "READER");
        try (var listener = SERVER.as(user).listen(STREAM)) {
            SERVER.as("admin")
                    .patch("/api/v1/users/" + user, "{\"disabled\": true}")
                    .expect(200);
            assertThat(listener.awaitEnd()).isEmpty();
        }
    }

    @Test
    void a_user_without_a_role_in_the_installation_hears_nothing_though_a_member() {
        var user = TestServer.newKey();
        SERVER.addUser(user, "READER");
        var key = open("an1");
        var open = open("an1");
        mark(open, "TLP:CLEAR");
        member(key, user, "READER");
        SERVER.as("admin").patch("/api/v1/users/" + user, "{\"roles\": []}").expect(200);
        try (var listener = SERVER.as(user).listen(STREAM)) {
            say(key);
            say(open);
            assertThat(heard(listener, 1)).containsExactly(open);
        }
    }

    private static List<String> heard(Listener listener, int count) {
        return listener.await(count).stream()
                .map(event -> event.data().path("assessment").asString())
                .toList();
    }

    private static String open(String owner) {
        var key = TestServer.newKey();
        SERVER.as(owner)
                .post(
                        "/api/v1/assessments",
                        "{\"key\": \"" + key + "\", \"title\": \"Title\", \"question\": \"Will it?\"}")
                .expect(201);
        return key;
    }

    private static void say(String key) {
        SERVER.as("an1")
                .post("/api/v1/assessments/" + key + "/comments", "{\"text\": \"again\"}")
                .expect(201);
    }

    private static void mark(String key, String marking) {
        SERVER.as("an1")
                .patch("/api/v1/assessments/" + key, "{\"marking\": \"" + marking + "\"}")
                .expect(200);
    }

    private static void member(String key, String user, String role) {
        SERVER.as("an1")
                .put("/api/v1/assessments/" + key + "/members/" + user, "{\"role\": \"" + role + "\"}")
                .expect(201);
    }
}
