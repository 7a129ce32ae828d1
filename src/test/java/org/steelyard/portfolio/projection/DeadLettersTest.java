package org.steelyard.portfolio.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.steelyard.Awaiting;
import org.steelyard.Node;
import org.steelyard.assessment.ParkedEvents;
import org.steelyard.assessment.ParkedEvents.Parked;

/** Events that cannot be taken are parked, and everything else goes on. */
class DeadLettersTest {
    @TempDir
    Path folder;

    static Stream<Function<Path, List<String>>> databases() {
        return RebuildTest.databases();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_event_that_cannot_be_read_is_parked_with_its_cause_and_others_go_on_until_it_is_mended(
            Function<Path, List<String>> database) {
        try (Node node = Node.with(database.apply(folder))) {
            var work = new Casework(node);
            var rows = new BrokenRows(node.get(JdbcTemplate.class));
            List.of("broken", "unknown", "sound").forEach(work::open);
            work.awaitCaughtUp();

            long broken = rows.append("broken", BrokenRows.COMMENT, "{\"text\":");
            long unknown = rows.append("unknown", "assessment.evidence-burnt.v1", "{}");
            rows.append("broken", BrokenRows.COMMENT, BrokenRows.SOUND);
            Awaiting.until(
                    "all three events are parked for each projection",
                    () -> counts(node).equals(three(node)));

            assertThat(parked(node, "points", "unknown")).singleElement().satisfies(event -> {
                assertThat(event.revision()).isEqualTo(unknown);
                assertThat(event.cause()).contains("assessment.evidence-burnt.v1", "does not know");
            });
            assertThat(parked(node, "points", "broken"))
                    .extracting(Parked::revision)
                    .containsExactly(broken, broken + 1);
            assertThat(parked(node, "points", "broken").getFirst().cause()).isNotBlank();

            work.goOn("sound", new Random(1));
            Awaiting.until("others go on", () -> work.progress("points").lag() == 3);
            assertThat(work.progress("points").upTo()).isNotNull();

            work.rebuildAll();
            assertThat(counts(node)).as("as before").isEqualTo(three(node));
            assertThat(work.progress("points").lag()).isEqualTo(3);

            ParkedEvents letters = node.get(ParkedEvents.class);
            assertThat(letters.retry("points", "broken")).isFalse();
            rows.mend("broken", broken);
            rows.mend("unknown", unknown);
            for (Projection projection : node.all(Projection.class)) {
                // The end of the rebuild tries them too, and may be at it.
                Awaiting.until("it is taken", () -> letters.retry(projection.name(), "broken"));
                Awaiting.until("it is taken", () -> letters.retry(projection.name(), "unknown"));
            }
            assertThat(counts(node)).isEmpty();
            work.awaitCaughtUp();
            var mended = work.rows();
            work.rebuildAll();
            assertThat(mended).isEqualTo(work.rows());
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void where_a_projection_fails_for_one_assessment_a_rebuild_finishes_without_it_and_a_retry_brings_it_back(
            Function<Path, List<String>> database) {
        try (Node node = Node.with(database.apply(folder), Gated.Bring.class)) {
            var work = new Casework(node);
            var gated = node.get(Gated.class);
            List.of("fine", "unbearable").forEach(work::open);
            work.awaitCaughtUp();
            gated.unbearable.add("unbearable");

            work.goOn("unbearable", new Random(1));
            work.goOn("unbearable", new Random(2));
            Awaiting.until(
                    "both are parked",
                    () -> parked(node, Gated.NAME, "unbearable").stream()
                            .map(Parked::revision)
                            .toList()
                            .containsAll(List.of(8L, 9L)));
            assertThat(parked(node, Gated.NAME, "unbearable").getFirst().cause())
                    .contains("Too much for the gated one");
            assertThat(work.progress("points").parked()).isZero();

            assertThat(node.get(Projections.class).rebuild(Gated.NAME)).isTrue();
            work.awaitServing(Gated.NAME);
            assertThat(work.serving(Gated.NAME)).isEqualTo(2);
            assertThat(RowsTest.rows(node.get(JdbcTemplate.class), gated, 2))
                    .extracting(row -> row.get("assessment_key"))
                    .containsOnly("fine");

            gated.unbearable.clear();
            assertThat(node.get(ParkedEvents.class).retry(Gated.NAME, "unbearable"))
                    .isTrue();
            work.awaitCaughtUp();
            assertThat(RowsTest.rows(node.get(JdbcTemplate.class), gated, 2))
                    .extracting(row -> row.get("assessment_key"))
                    .contains("fine", "unbearable");
        }
    }

    private static List<Parked> parked(Node node, String follower, String assessment) {
        return node.get(ParkedEvents.class).list(null, 1_000).stream()
                .filter(event ->
                        event.follower().equals(follower) && event.assessment().equals(assessment))
                .sorted(java.util.Comparator.comparingLong(Parked::revision))
                .toList();
    }

    /** Of each projection. */
    private static List<Long> three(Node node) {
        return Collections.nCopies(node.all(Projection.class).size(), 3L);
    }

    private static List<Long> counts(Node node) {
        return new ArrayList<>(node.get(ParkedEvents.class).counts().values());
    }
}
