package org.steelyard;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests that want one, started by the first. It forces commits to the disk, as a real one does. */
public final class PostgreSql {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgreSql() {}

    /** An empty database of one's own. */
    public record Database(String url) {

        /** The settings with which the application starts on it. */
        public List<String> settings() {
            return List.of(
                    "--spring.datasource.url=" + url,
                    "--spring.datasource.username=postgres",
                    "--spring.datasource.password=");
        }
    }

    public static Database newDatabase() {
        String name = "steelyard_" + DATABASES.incrementAndGet();
        try (var connection = Running.SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Database("jdbc:postgresql://localhost:" + Running.SERVER.getPort() + "/" + name);
    }

    private static final class Running {
        // Stopped by its own shutdown hook.
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
