package org.steelyard.portfolio;

import java.time.Duration;
import java.time.Instant;
import org.steelyard.TestServer;
import tools.jackson.databind.JsonNode;

/** Waits for what follows the log. */
public final class Portfolio {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Portfolio() {}

    /** Returns once every projection has all that is recorded so far. */
    public static void awaitAll() {
        awaitAll(TestServer.shared());
    }

    /** The same of another server. */
    public static void awaitAll(TestServer server) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!isThere(server)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("The projections do not catch up: " + projections(server));
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    private static boolean isThere(TestServer server) {
        for (JsonNode each : projections(server).path("items")) {
            if (each.path("lag").longValue() > 0
                    || each.path("state").stringValue().equals("BUILDING")) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode projections(TestServer server) {
        return server.as("admin").get("/api/v1/projections").expect(200).json();
    }
}
