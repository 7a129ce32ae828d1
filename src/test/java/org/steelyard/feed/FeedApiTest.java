package org.steelyard.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Reply;
import org.steelyard.assessment.EventTypes;
import org.steelyard.assessment.WholeLog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedApiTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final Pattern NEXT = Pattern.compile("<http://[^/]+(/[^>]+)>; rel=\"next\"");

    private final long before = SERVER.bean(WholeLog.class).newest();
    private final String key = TestServer.newKey();
    private final String path = "/api/v1/assessments/" + key;

    @BeforeEach
    void an_assessment_with_a_reader() {
        open(key);
        SERVER.as("an1").put(path + "/members/reader", "{\"role\": \"READER\"}").expect(201);
        SERVER.as("an1")
                .post(path + "/interpretations", "{\"key\": \"left\", \"statement\": \"It goes left\"}")
                .expect(201);
    }

    private static void open(String key) {
        SERVER.as("an1").post("/api/v1/assessments", """
                        {"key": "%s", "title": "A case", "question": "Which?", "reason": "Asked\\nfor"}
                        """.formatted(key)).expect(201);
    }

    private void comment(String text) {
        SERVER.as("an1")
                .post(path + "/comments", "{\"text\": \"" + text + "\"}")
                .expect(201);
    }

    private static Reply feed(String user, String query) {
        return SERVER.as(user).get("/api/v1/feed" + query).expect(200);
    }

    private static List<String> ids(Reply reply) {
        return reply.json().values().stream()
                .map(event -> event.path("id").stringValue())
                .toList();
    }

    @Test
    void an_event_is_a_cloud_event() {
        var reply = feed("reader", "?after=" + before);

        assertThat(reply.header("Content-Type")).isEqualTo("application/cloudevents-batch+json");
        assertThat(reply.header("Link")).isEmpty();
        assertThat(ids(reply)).containsExactly(key + "/1", key + "/2");
        var proposed = reply.json().get(1);
        var logged = SERVER.as("an1").get(path + "/events").json().path("items").get(1);
        assertThat(proposed.propertyNames())
                .containsExactly(
                        "specversion",
                        "id",
                        "source",
                        "type",
                        "subject",
                        "time",
                        "datacontenttype",
                        "sequence",
                        "revision",
                        "effectivetime",
                        "actor",
                        "author",
                        "data")
                .allMatch(name -> name.matches("[a-z0-9]{1,20}"));
        assertThat(proposed.path("specversion").stringValue()).isEqualTo("1.0");
        assertThat(proposed.path("type").stringValue()).isEqualTo("assessment.interpretation-proposed.v1");
        assertThat(proposed.path("subject").stringValue()).isEqualTo("left");
        assertThat(proposed.path("source").stringValue()).matches("urn:steelyard:[0-9a-f-]{36}:" + key);
        assertThat(proposed.path("time")).isEqualTo(logged.path("recordedAt"));
        assertThat(proposed.path("effectivetime")).isEqualTo(logged.path("effectiveAt"));
        assertThat(proposed.path("revision").intValue()).isEqualTo(2);
        assertThat(proposed.path("actor").stringValue()).isEqualTo("an1");
        assertThat(proposed.path("data")).isEqualTo(logged.path("data"));
    }

    @Test
    void the_assessment_itself_is_a_subject_and_a_reason_is_on_one_line() {
        var opened = feed("reader", "?after=" + before).json().get(0);

        assertThat(opened.path("subject").stringValue()).isEqualTo(key);
        assertThat(opened.path("reason").stringValue()).isEqualTo("Asked for");
    }

    @Test
    void where_recorded_times_are_made_up_every_event_says_so() {
        var made = new CloudEvents(
                SERVER.bean(EventTypes.class), SERVER.bean(Installation.class), () -> true, new JsonMapper());
        var event = SERVER.bean(WholeLog.class).after(before, 1).events().getFirst();

        var json = new JsonMapper().readTree(made.one(event));

        assertThat(json.path("simulatedtimes").booleanValue()).isTrue();
        assertThat(feed("reader", "?after=" + before).body()).doesNotContain("simulatedtimes");
    }

    @Test
    void whoever_follows_the_links_gets_every_event_once_and_in_order() {
        for (int i = 0; i < 5; i++) {
            comment("Number " + i);
        }
        var got = new ArrayList<String>();
        var sequences = new ArrayList<String>();
        String next = "/api/v1/feed?limit=3&after=" + before;
        while (!next.isEmpty()) {
            var part = SERVER.as("reader").get(next).expect(200);
            got.addAll(ids(part));
            part.json()
                    .values()
                    .forEach(event -> sequences.add(event.path("sequence").stringValue()));
            var link = NEXT.matcher(part.header("Link"));
            next = link.matches() ? link.group(1) : "";
        }

        assertThat(got)
                .containsExactly(key + "/1", key + "/2", key + "/3", key + "/4", key + "/5", key + "/6", key + "/7");
        assertThat(sequences).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void who_polls_gets_what_is_new() {
        var first = feed("reader", "?after=" + before);
        var sequence = first.json().get(1).path("sequence").stringValue();
        assertThat(first.header("Steelyard-Up-To")).isEqualTo(sequence);
        assertThat(feed("reader", "?after=" + sequence).body()).isEqualTo("[]");

        comment("Later");

        assertThat(ids(feed("reader", "?after=" + sequence))).containsExactly(key + "/3");
    }

    @Test
    void what_one_may_not_read_is_left_out_and_passed_by() {
        for (int i = 0; i < 12; i++) {
            comment("Number " + i);
        }
        var first = feed("outsider", "?limit=1&after=" + before);
        assertThat(first.body()).isEqualTo("[]");
        var link = NEXT.matcher(first.header("Link"));
        assertThat(link.matches()).isTrue();

        var last = SERVER.as("outsider").get(link.group(1)).expect(200);
        assertThat(last.body()).isEqualTo("[]");
        assertThat(last.header("Link")).isEmpty();
        long newest = SERVER.bean(WholeLog.class).newest();
        assertThat(Long.parseLong(last.header("Steelyard-Up-To"))).isEqualTo(newest);
    }

    @Test
    void todays_rights_rule_old_events() {
        assertThat(ids(feed("reader", "?after=" + before))).hasSize(2);

        SERVER.as("an1").delete(path + "/members/reader").expect(200);
        assertThat(ids(feed("reader", "?after=" + before))).isEmpty();

        SERVER.as("an1").patch(path, "{\"marking\": \"TLP:CLEAR\"}").expect(200);
        assertThat(ids(feed("reader", "?after=" + before))).hasSize(3);
        assertThat(ids(feed("admin", "?after=" + before))).hasSize(3);
    }

    @Test
    void each_event_is_a_line_for_who_asks_for_lines() {
        var reply = SERVER.as("reader")
                .with("Accept", "application/x-ndjson")
                .get("/api/v1/feed?after=" + before)
                .expect(200);

        assertThat(reply.header("Content-Type")).isEqualTo("application/x-ndjson");
        var json = new JsonMapper();
        List<JsonNode> lines = reply.body().lines().map(json::readTree).toList();
        assertThat(lines)
                .containsExactlyElementsOf(
                        feed("reader", "?after=" + before).json().values());
    }

    @Test
    void a_place_that_the_feed_does_not_have_is_refused() {
        long newest = SERVER.bean(WholeLog.class).newest();
        for (var after :
                List.of("-1", "x", "1.0", "" + (newest + 1_000_000), "9999999999999999999", "12345678901234567890")) {
            var reply = SERVER.as("reader").get("/api/v1/feed?after=" + after).expect(400);
            assertThat(reply.json().path("detail").stringValue()).contains("start over");
        }
        SERVER.as("reader").get("/api/v1/feed?limit=1001").expect(400);
        SERVER.as("reader").get("/api/v1/feed?since=1").expect(400);
        SERVER.anonymous().get("/api/v1/feed").expect(401);
    }
}
