package org.steelyard.visit;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.steelyard.Node;
import org.steelyard.PostgreSql;

/** The contract on both databases. */
class VisitTableTest {
    private static Node h2;
    private static Node postgreSql;

    @BeforeAll
    static void start(@TempDir Path data) {
        h2 = Node.on(data);
        postgreSql = Node.on(PostgreSql.newDatabase());
    }

    @AfterAll
    static void stop() {
        h2.close();
        postgreSql.close();
    }

    @Nested
    class OnH2 extends VisitContract {
        @Override
        Node node() {
            return h2;
        }
    }

    @Nested
    class OnPostgreSql extends VisitContract {
        @Override
        Node node() {
            return postgreSql;
        }
    }
}
