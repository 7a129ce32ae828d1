package org.steelyard.dossier.api;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.steelyard.PostgreSql;
import org.steelyard.TestServer;

/** The same contract where the log is kept in PostgreSQL. */
class OnPostgreSqlTest {
    private static TestServer server;
    private static SmallCase small;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = TestServer.start(data, PostgreSql.newDatabase().settings().toArray(String[]::new));
        for (var user : List.of("an1", "an2", "outsider")) {
            server.addUser(user, "ANALYST");
        }
        server.addUser("reviewer", "REVIEWER");
        small = SmallCase.on(server);
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Nested
    class Reads extends ReadContract {
        @Override
        TestServer server() {
            return server;
        }

        @Override
        SmallCase small() {
            return small;
        }
    }

    @Nested
    class Ratings extends RatingsContract {
        @Override
        TestServer server() {
            return server;
        }
    }

    @Nested
    class Lists extends ListContract {
        @Override
        TestServer server() {
            return server;
        }
    }
}
