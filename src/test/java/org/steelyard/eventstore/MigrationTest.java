package org.steelyard.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.steelyard.PostgreSql;
import org.steelyard.balance.At;

/** What a migration makes of rows that an older version wrote. */
class MigrationTest {
    static List<DriverManagerDataSource> databases() {
        return List.of(
                new DriverManagerDataSource("jdbc:h2:mem:migration;DB_CLOSE_DELAY=-1", "sa", ""),
                new DriverManagerDataSource(PostgreSql.newDatabase().url(), "postgres", ""));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void when_an_assessment_was_opened_is_read_from_its_first_event(DriverManagerDataSource database) {
        migrate(database, "15");
        var jdbc = new JdbcTemplate(database);
        written(jdbc, "whole", "2024-06-19T08:00:00Z");
        written(jdbc, "micros", "2026-06-29T19:09:12.141799Z");

        migrate(database, "latest");

        assertThat(openedAt(jdbc, "whole")).isEqualTo(At.micros(Instant.parse("2024-06-19T08:00:00Z")));
        assertThat(openedAt(jdbc, "micros")).isEqualTo(At.micros(Instant.parse("2026-06-29T19:09:12.141799Z")));
    }

    private static void migrate(DriverManagerDataSource database, String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    /** An assessment of two events, the second on another day. */
    private static void written(JdbcTemplate jdbc, String key, String opened) {
        event(jdbc, key, 0, opened);
        event(jdbc, key, 1, "2026-06-30T00:00:00Z");
        jdbc.update(
                "INSERT INTO assessment_index (assessment_key, title, question, relation, marking, status, tags, analysts,"
                        + " revision, recorded_at, changed_by, changed_kind)"
                        + " VALUES (?, 'T', 'Q', 'EXCLUSIVE', 'AMBER', 'OPEN', '', '', 2, 0, 'an1', 'comment-made')",
                key);
    }

    private static void event(JdbcTemplate jdbc, String key, int number, String recordedAt) {
        jdbc.update(
                "INSERT INTO domain_event (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,"
                        + " payload_type, payload, meta_data) VALUES (?, ?, ?, 'assessment', ?, 'any', '{}', '{}')",
                key + number,
                key,
                number,
                recordedAt);
    }

    private static @Nullable Long openedAt(JdbcTemplate jdbc, String key) {
        return jdbc.queryForObject("SELECT opened_at FROM assessment_index WHERE assessment_key = ?", Long.class, key);
    }
}
