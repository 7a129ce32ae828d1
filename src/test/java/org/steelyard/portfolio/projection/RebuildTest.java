package org.steelyard.portfolio.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.steelyard.Awaiting;
import org.steelyard.Node;
import org.steelyard.PostgreSql;
import org.steelyard.assessment.WholeLog;

/** Projections are made anew while analysts write and dashboards read. */
class RebuildTest {
    private static final int ASSESSMENTS = 12;

    @TempDir
    Path folder;

    static Stream<Function<Path, List<String>>> databases() {
        return Stream.of(
                path -> List.of("--steelyard.data-dir=" + path),
                path -> PostgreSql.newDatabase().settings());
    }

    private static Node start(List<String> settings) {
        var all = new ArrayList<>(settings);
        all.add("--steelyard.projections.portion=20");
        return Node.with(all);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void while_all_is_made_anew_writes_go_on_reads_never_go_back_and_the_rows_are_those_of_a_build_at_rest(
            Function<Path, List<String>> database) throws Exception {
        try (Node node = start(database.apply(folder))) {
            var work = new Casework(node);
            work.open("c-", ASSESSMENTS, 12);
            work.awaitCaughtUp();
            var done = new AtomicBoolean();
            var written = new AtomicLong();
            try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> all = new ArrayList<>();
                all.add(others.submit(() -> write(work, 1, done, written)));
                all.add(others.submit(() -> write(work, 2, done, written)));
                for (Projection projection : node.all(Projection.class)) {
                    all.add(others.submit(() -> read(node, projection, done)));
                }
                long before = written.get();
                try {
                    work.rebuildAll();
                    work.rebuildAll();
                } finally {
                    done.set(true);
                }
                assertThat(written.get()).as("written meanwhile").isGreaterThan(before);
                ask(all);
            }
            work.awaitCaughtUp();
            Map<String, List<Map<String, Object>>> underWrites = work.rows();
            assertThat(underWrites.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
            node.all(Projection.class)
                    .forEach(projection ->
                            assertThat(work.serving(projection.name())).isEqualTo(3));

            work.rebuildAll();

            assertThat(underWrites).isEqualTo(work.rows());
        }
    }

    private static void ask(List<Future<?>> all) throws InterruptedException, ExecutionException {
        for (Future<?> each : all) {
            each.get();
        }
    }

    private static void write(Casework work, int seed, AtomicBoolean done, AtomicLong written) {
        var random = new Random(seed);
        for (int i = 0; !done.get(); i++) {
            if (random.nextInt(20) == 0) {
                work.open("new-" + seed + "-" + i);
            } else {
                work.goOn("c-" + random.nextInt(ASSESSMENTS), random);
            }
            written.incrementAndGet();
            LockSupport.parkNanos(2_000_000);
        }
    }

    /** Reads what serves, again and again: how many events it holds never becomes less, nor how many rows. */
    private static void read(Node node, Projection projection, AtomicBoolean done) {
        var jdbc = node.get(JdbcTemplate.class);
        long events = 0;
        while (!done.get()) {
            long now = Objects.requireNonNull(jdbc.queryForObject(
                    "SELECT SUM(d.revision) FROM projection p JOIN projected d ON d.projection = p.name"
                            + " AND d.generation = p.serving WHERE p.name = ?",
                    Long.class,
                    projection.name()));
            assertThat(now).as(projection.name()).isGreaterThanOrEqualTo(events);
            events = now;
            int generation =
                    node.get(Projections.class).serving(projection.name()).orElseThrow();
            assertThat(RowsTest.rows(jdbc, projection, generation)).isNotEmpty();
            LockSupport.parkNanos(5_000_000);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void events_that_are_followed_a_second_time_change_nothing(Function<Path, List<String>> database) {
        List<String> settings = database.apply(folder);
        Map<String, List<Map<String, Object>>> once;
        try (Node node = start(settings)) {
            var work = new Casework(node);
            work.open("t-", 5, 12);
            work.awaitCaughtUp();
            once = work.rows();
            assertThat(once.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
        }
        ClosedDatabase.of(settings).update("UPDATE follower_token SET token = NULL, token_type = NULL");
        try (Node node = start(settings)) {
            var work = new Casework(node);
            Awaiting.until("all is read again", () -> readUpTo(node) == newest(node));

            assertThat(work.rows()).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_log_that_was_put_back_from_a_copy_is_followed_on_and_what_it_no_longer_has_goes(
            Function<Path, List<String>> database) {
        List<String> settings = database.apply(folder);
        try (Node node = start(settings)) {
            var work = new Casework(node);
            work.open("r-", 3, 12);
            work.awaitCaughtUp();
        }
        JdbcTemplate jdbc = ClosedDatabase.of(settings);
        jdbc.update("DELETE FROM domain_event WHERE aggregate_identifier = 'r-2'");
        jdbc.update("DELETE FROM assessment_index WHERE assessment_key = 'r-2'");
        jdbc.update("UPDATE follower_token SET token = ?", (Object) "{\"index\":100000,\"gaps\":[]}".getBytes(UTF_8));
        try (Node node = start(settings)) {
            var work = new Casework(node);
            work.open("after");
            work.awaitCaughtUp();

            assertThat(work.rows().get("portfolio"))
                    .extracting(row -> row.get("assessment_key"))
                    .containsExactlyInAnyOrder("r-0", "r-1", "after");
            assertThat(readUpTo(node)).isLessThanOrEqualTo(newest(node));
        }
    }

    private static long newest(Node node) {
        return node.get(WholeLog.class).newest();
    }

    /** The place in the log that all segments of all followers have passed; -1 where one has not begun. */
    private static long readUpTo(Node node) {
        return node
                .get(JdbcTemplate.class)
                .query(
                        "SELECT token FROM follower_token",
                        (row, number) -> row.getBytes(1) == null
                                ? -1L
                                : Long.parseLong(
                                        new String(row.getBytes(1), UTF_8).replaceAll(".*\"index\":(\\d+).*", "$1")))
                .stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(-1);
    }
}
