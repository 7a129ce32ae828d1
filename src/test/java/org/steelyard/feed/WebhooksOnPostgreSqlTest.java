package org.steelyard.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steelyard.PostgreSql;
import org.steelyard.TestServer;

class WebhooksOnPostgreSqlTest {
    @TempDir
    Path data;

    @Test
    void of_two_nodes_one_sends_at_a_time_and_the_other_goes_on_when_it_stops() {
        try (var receiver = new Receiver()) {
            var settings = new ArrayList<>(PostgreSql.newDatabase().settings());
            settings.add("--steelyard.webhooks.hosts=" + receiver.host());
            var first = TestServer.start(data, settings.toArray(String[]::new));
            var second = TestServer.start(data, settings.toArray(String[]::new));
            try {
                first.as("admin")
                        .post("/api/v1/assessments", "{\"key\": \"here\", \"title\": \"A\", \"question\": \"Which?\"}")
                        .expect(201);
                first.as("admin")
                        .post("/api/v1/webhooks", "{\"url\": \"" + receiver.url("/in") + "\"}")
                        .expect(201);
                for (int i = 0; i < 40; i++) {
                    comment(i % 2 == 0 ? first : second);
                }
                receiver.await("/in", 40);
                first.stop();
                comment(second);
                receiver.await("/in", 41);
            } finally {
                first.stop();
                second.stop();
            }

            var expected =
                    IntStream.rangeClosed(2, 42).mapToObj(i -> "here/" + i).toList();
            assertThat(receiver.ids("/in")).containsExactlyElementsOf(expected);
        }
    }

    private static void comment(TestServer server) {
        server.as("admin")
                .post("/api/v1/assessments/here/comments", "{\"text\": \"Hm\"}")
                .expect(201);
    }
}
