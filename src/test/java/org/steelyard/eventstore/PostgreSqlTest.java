package org.steelyard.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.steelyard.Node;
import org.steelyard.PostgreSql;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.Assessments;
import org.steelyard.assessment.Recorded;
import org.steelyard.assessment.Writing;

class PostgreSqlTest {

    @Test
    void postgresql_is_a_matter_of_settings(@TempDir Path folder) {
        try (var onPostgreSql = Node.on(PostgreSql.newDatabase());
                var onH2 = Node.on(folder)) {
            var history = historyOn(onPostgreSql);
            assertThat(history).extracting(Recorded::revision).containsExactly(1L, 2L);
            assertThat(product(onPostgreSql)).isEqualTo("PostgreSQL");
            assertThat(product(onH2)).isEqualTo("H2");

            onH2.get(Assessments.class).importAll(List.of(history), outcomes -> {});

            assertThat(onH2.get(AssessmentLog.class).read("iraq", 0)).isEqualTo(history);
            assertThat(onH2.get(AssessmentLog.class).digest("iraq", 2))
                    .isPresent()
                    .isEqualTo(onPostgreSql.get(AssessmentLog.class).digest("iraq", 2));
        }
    }

    private static List<Recorded> historyOn(Node node) {
        Writing.open(node.get(Assessments.class), "iraq");
        Writing.say(node.get(Assessments.class), "iraq", "ä, \u05d0 and \ud83d\ude80 are bytes too");
        return node.get(AssessmentLog.class).read("iraq", 0);
    }

    private static String product(Node node) {
        return node.get(JdbcTemplate.class)
                .execute((java.sql.Connection connection) ->
                        connection.getMetaData().getDatabaseProductName());
    }
}
