package org.steelyard.feed;

import java.nio.file.Path;
import java.util.concurrent.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steelyard.TestServer;

@SuppressWarnings("all")
class MeasureTest {
    @TempDir
    Path data;

    @Test
    void rates() throws Exception {
        try (var receiver = new Receiver()) {
            var server = TestServer.start(data, "--steelyard.webhooks.hosts=" + receiver.host());
            server.as("admin").post("/api/v1/assessments", "{\"key\": \"here\", \"title\": \"A\", \"question\": \"Which?\"}").expect(201);
            long n = 2000;
            long t = System.nanoTime();
            for (int i = 0; i < n; i++) {
                server.as("admin").post("/api/v1/assessments/here/comments", "{\"text\": \"Hm\"}").expect(201);
            }
            System.out.println("MEASURED writes/s " + n * 1e9 / (System.nanoTime() - t));
            for (int round = 0; round < 3; round++) {
                t = System.nanoTime();
                int got = 0;
                for (int after = 0; after < n; after += 1000) {
                    got += server.as("admin").get("/api/v1/feed?limit=1000&after=" + after).json().size();
                }
                System.out.println("MEASURED pulled " + got + " events/s " + got * 1e9 / (System.nanoTime() - t));
            }
            for (int round = 0; round < 2; round++) {
                String path = "/in" + round;
                server.as("admin").post("/api/v1/webhooks", "{\"url\": \"" + receiver.url(path) + "\", \"after\": \"0\"}").expect(201);
                receiver.await(path, 1);
                t = System.nanoTime();
                receiver.await(path, (int) n);
                System.out.println("MEASURED pushed events/s " + n * 1e9 / (System.nanoTime() - t));
            }
            server.stop();
        }
    }
}
