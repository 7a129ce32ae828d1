package org.steelyard.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steelyard.Listener.Event;
import org.steelyard.PostgreSql;
import org.steelyard.TestServer;

/** What is recorded at one node is heard at the other, and rights that are lost at one are lost at the other. */
@Tag("outer")
class StreamsOnTwoNodesTest {
    private static final String KEY = "shared";
    private static final String PATH = "/api/v1/assessments/" + KEY;
    private static final String ALL = "/api/v1/portfolio/stream";

    private static TestServer here;
    private static TestServer there;
    private static String token;

    @BeforeAll
    static void start(@TempDir Path one, @TempDir Path another) {
        var settings = PostgreSql.newDatabase().settings().toArray(String[]::new);
        here = TestServer.start(one, settings);
        there = TestServer.start(another, settings);
        here.addUser("an1", "ANALYST");
        token = here.newToken("an1");
        here.as("an1")
                .post(
                        "/api/v1/assessments",
                        "{\"key\": \"" + KEY + "\", \"title\": \"Title\", \"question\": \"Will it?\"}")
                .expect(201);
    }

    @AfterAll
    static void stop() {
        there.stop();
        here.stop();
    }

    @Test
    void what_one_node_records_is_heard_at_the_other_once_and_in_order() {
        try (var one = there.withToken(token).listen(PATH + "/stream");
                var all = there.withToken(token).listen(ALL)) {
            for (int i = 0; i < 20; i++) {
                (i % 2 == 0 ? here : there)
                        .withToken(token)
                        .post(PATH + "/comments", "{\"text\": \"" + i + "\"}")
                        .expect(201);
            }
            assertThat(one.await(20))
                    .extracting(event -> Long.parseLong(event.id()))
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(all.await(20)).extracting(Event::id).hasSize(20).doesNotHaveDuplicates();
            assertThat(all.events())
                    .extracting(event -> event.data().path("revision").asLong())
                    .isSorted();
            try (var again = here.withToken(token)
                    .with("Last-Event-ID", all.events().get(9).id())
                    .listen(ALL)) {
                assertThat(again.await(10)).isEqualTo(all.events().subList(10, 20));
            }
        }
    }

    @Test
    void who_is_removed_at_one_node_hears_nothing_more_at_the_other() {
        here.addUser("an2", "ANALYST");
        here.as("an1").put(PATH + "/members/an2", "{\"role\": \"READER\"}").expect(201);
        var theirs = here.newToken("an2");
        try (var one = there.withToken(theirs).listen(PATH + "/stream");
                var all = there.withToken(theirs).listen(ALL)) {
            here.as("an1").delete(PATH + "/members/an2").expect(200);
            here.as("an1")
                    .post(PATH + "/comments", "{\"text\": \"not for an2\"}")
                    .expect(201);
            assertThat(one.awaitEnd()).isEmpty();
            here.as("admin").patch("/api/v1/users/an2", "{\"disabled\": true}").expect(200);
            assertThat(all.awaitEnd()).isEmpty();
        }
    }
}
