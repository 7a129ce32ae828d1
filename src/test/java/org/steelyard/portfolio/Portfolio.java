package org.steelyard.portfolio;

import java.time.Duration;
import java.time.Instant;
import org.steelyard.TestServer;
import tools.jackson.databind.JsonNode;

/** Waits for the portfolio of the shared server, which follows the log. */
public final class Portfolio {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Portfolio() {}

    /** Returns once every projection has all that is recorded so far. */
    public static void awaitAll() {
        Instant end = Instant.now().plus(PATIENCE);
        while (!isThere()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("The projections do not catch up: " + projections());
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    private static boolean isThere() {
        for (JsonNode each : projections().path("items")) {
            if (each.path("lag").longValue() > 0
                    || each.path("state").stringValue().equals("BUILDING")) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode projections() {
        return TestServer.shared()
                .as("admin")
                .get("/api/v1/projections")
                .expect(200)
                .json();
    }
}
