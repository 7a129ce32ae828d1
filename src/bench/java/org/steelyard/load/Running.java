package org.steelyard.load;

import static org.steelyard.load.Wanted.setting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.steelyard.TestServer;
import tools.jackson.databind.JsonNode;

/** The real server on a folder of believable load, which is filled first where it is not there. */
final class Running implements AutoCloseable {
    private static final long LOOK_AGAIN_MILLIS = 250;

    private final TestServer server;

    private Running(TestServer server) {
        this.server = server;
    }

    /** On the folder of {@code load.data}. */
    static Running start() {
        Path data = data();
        return new Running(TestServer.startPlain(
                data,
                "--logging.level.root=WARN",
                "--spring.main.banner-mode=off",
                // Nobody reads the rows that a rebuild replaced.
                "--steelyard.projections.keep-old=1s"));
    }

    /** The folder of {@code load.data}, filled. */
    static Path data() {
        Path data = Path.of(setting("data", "target/load"));
        if (!Files.exists(data.resolve("steelyard.mv.db"))) {
            Load.fill(data, Wanted.asSet());
        }
        return data;
    }

    TestServer server() {
        return server;
    }

    /** A program of this user. */
    TestServer.Client as(String user) {
        return server.withToken(token(user));
    }

    /** A new API token of this user. */
    String token(String user) {
        return server.newToken(user, setting("password", TestServer.PASSWORD));
    }

    /** Waits until every projection serves, and lacks nothing. */
    void awaitProjections(TestServer.Client admin) {
        while (!projections(admin).stream().allMatch(Running::isReady)) {
            pause();
        }
    }

    static List<JsonNode> projections(TestServer.Client admin) {
        var all = new ArrayList<JsonNode>();
        admin.get("/api/v1/projections").expect(200).json().path("items").forEach(all::add);
        return all;
    }

    private static boolean isReady(JsonNode projection) {
        return projection.path("state").stringValue("").equals("SERVING")
                && projection.path("lag").longValue(1) == 0;
    }

    static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
