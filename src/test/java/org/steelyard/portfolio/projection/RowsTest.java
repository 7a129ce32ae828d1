package org.steelyard.portfolio.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.steelyard.Node;
import org.steelyard.PostgreSql;
import org.steelyard.assessment.AssessmentState;
import org.steelyard.assessment.RandomHistories;
import org.steelyard.assessment.Recorded;

/** However the events of an assessment come, one by one or all at once, its rows are the same in the end. */
class RowsTest {
    private static final int BIT_BY_BIT = 101;
    private static final int AT_ONCE = 102;

    @TempDir
    static Path folder;

    static Stream<Function<Path, Node>> databases() {
        return Stream.of(
                path -> Node.on(path),
                path -> Node.with(PostgreSql.newDatabase().settings()));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void rows_made_bit_by_bit_are_those_made_at_once(Function<Path, Node> database) {
        try (Node node = database.apply(folder)) {
            var jdbc = node.get(JdbcTemplate.class);
            List<Projection> projections = node.all(Projection.class);
            RandomHistories.each(15, (random, events) -> {
                var bits = bits(random, events);
                for (Projection projection : projections) {
                    inTransaction(node, writer -> bits.forEach(bit -> writer.advance(projection, BIT_BY_BIT, bit)));
                    inTransaction(
                            node, writer -> writer.begin(projection, AT_ONCE, List.of(AssessmentState.fold(events))));

                    List<Map<String, Object>> gradually = rows(jdbc, projection, BIT_BY_BIT);
                    assertThat(gradually).as(projection.name()).isEqualTo(rows(jdbc, projection, AT_ONCE));
                    Stream.of(BIT_BY_BIT, AT_ONCE).forEach(generation -> delete(node, projection, generation, bits));
                    assertThat(rows(jdbc, projection, BIT_BY_BIT)).isEmpty();
                }
            });
        }
    }

    private static List<AssessmentState> bits(Random random, List<Recorded> events) {
        var bits = new ArrayList<AssessmentState>();
        AssessmentState state = AssessmentState.none();
        for (Recorded event : events) {
            state = state.evolve(event);
            if (random.nextInt(5) == 0) {
                bits.add(state);
            }
        }
        bits.add(state);
        return bits;
    }

    private static void delete(Node node, Projection projection, int generation, List<AssessmentState> bits) {
        String key = bits.getFirst().key();
        inTransaction(node, writer -> writer.delete(projection, generation, key));
        inTransaction(node, writer -> node.get(Generations.class).forget(projection.name(), generation, key));
    }

    private static void inTransaction(Node node, java.util.function.Consumer<Writer> work) {
        new TransactionTemplate(node.get(JdbcTransactionManager.class))
                .executeWithoutResult(status -> work.accept(node.get(Writer.class)));
    }

    /** All rows of a generation in all its tables, but for the generation itself. */
    static List<Map<String, Object>> rows(JdbcTemplate jdbc, Projection projection, int generation) {
        String table = projection.deletion().replaceAll("DELETE FROM (\\w+) .*", "$1");
        String where = projection.deletion().replaceAll(".*WHERE (.*) AND assessment_key = \\?", "$1");
        return jdbc.queryForList("SELECT * FROM " + table + " WHERE " + where, generation).stream()
                .map(row -> {
                    row.remove("generation");
                    row.replaceAll((column, value) ->
                            value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value);
                    return row;
                })
                .sorted(java.util.Comparator.comparing(Object::toString))
                .collect(Collectors.toList());
    }
}
