package org.steelyard.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.steelyard.Awaiting;
import org.steelyard.Steelyard;
import org.steelyard.TestServer;
import org.steelyard.portfolio.projection.Progress;
import picocli.CommandLine;

/** {@code java -jar steelyard.jar rebuild}, against a server of its own and in a folder. */
class RebuildCommandTest {
    @TempDir
    static Path folder;

    @TempDir
    Path ownFolder;

    private static TestServer server;
    private static JdbcTemplate jdbc;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
        server.addUser("an1", "ANALYST");
        jdbc = server.bean(JdbcTemplate.class);
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    private static ConfigurableApplicationContext noFolder() {
        throw new AssertionError("the folder was opened");
    }

    private int run(
            Supplier<ConfigurableApplicationContext> application, Map<String, String> environment, String... names) {
        return new CommandLine(new RebuildCommand(application, environment))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(names);
    }

    private static Map<String, String> asks(String user) {
        return Map.of("STEELYARD_URL", server.url(), "STEELYARD_TOKEN", server.newToken(user));
    }

    @Test
    void a_running_server_builds_and_the_command_ends_when_it_is_done() {
        int before = serving("points");

        assertThat(run(RebuildCommandTest::noFolder, asks("admin"), "points", "portfolio"))
                .as(err.toString())
                .isZero();

        assertThat(serving("points")).isEqualTo(before + 1);
        assertThat(out.toString())
                .contains("points 100 %", "rebuilt points", "rebuilt portfolio", "at the server " + server.url());
    }

    @Test
    void who_is_no_administrator_is_refused_with_a_sentence() {
        assertThat(run(RebuildCommandTest::noFolder, asks("an1"), "points")).isEqualTo(1);
        assertThat(err.toString()).isNotBlank();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_rebuild_that_runs_is_joined() throws Exception {
        // As another node would say that it is at it.
        jdbc.update(
                "UPDATE projection SET building = serving + 1, builder = 'another', beat_at = ? WHERE name = 'sources'",
                Instant.now().plusSeconds(3_600).toEpochMilli() * 1_000);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var exit = others.submit(() -> run(RebuildCommandTest::noFolder, asks("admin"), "sources"));
            try {
                Awaiting.until("it is joined", () -> out.toString().contains("sources is being built already"));
                assertThat(exit.isDone()).isFalse();
            } finally {
                jdbc.update(
                        "UPDATE projection SET building = NULL, builder = NULL, beat_at = NULL WHERE name = 'sources'");
            }
            assertThat(exit.get()).isZero();
        }
        assertThat(out.toString()).contains("was being rebuilt, and is done: sources");
    }

    @Test
    void a_build_that_fails_ends_it_with_a_sentence() {
        jdbc.update(
                "UPDATE projection SET building = serving + 1, builder = 'another', beat_at = ?, failure = 'no room'"
                        + " WHERE name = 'sources'",
                Instant.now().plusSeconds(3_600).toEpochMilli() * 1_000);
        try {
            assertThat(run(RebuildCommandTest::noFolder, asks("admin"), "sources"))
                    .isEqualTo(1);
        } finally {
            jdbc.update("UPDATE projection SET building = NULL, builder = NULL, beat_at = NULL, failure = NULL"
                    + " WHERE name = 'sources'");
        }
        assertThat(err.toString()).contains("Building sources failed", "no room");
    }

    @Test
    void what_to_rebuild_must_be_said_and_be_there() {
        assertThat(run(RebuildCommandTest::noFolder, asks("admin"))).isEqualTo(1);
        assertThat(run(RebuildCommandTest::noFolder, asks("admin"), "points", "--all"))
                .isEqualTo(1);
        assertThat(run(RebuildCommandTest::noFolder, asks("admin"), "nothing")).isEqualTo(1);
        assertThat(err.toString()).contains("or give --all", "points, portfolio", "There is no projection nothing");
    }

    @Test
    void where_no_server_answers_it_says_so() {
        var environment = Map.of("STEELYARD_URL", "http://127.0.0.1:1", "STEELYARD_TOKEN", "any");

        assertThat(run(RebuildCommandTest::noFolder, environment, "--all")).isEqualTo(1);

        assertThat(err.toString()).contains("No server answers at http://127.0.0.1:1");
    }

    @Test
    void where_none_runs_the_folder_is_opened_and_all_is_built_there() {
        Supplier<ConfigurableApplicationContext> opens = () -> new SpringApplicationBuilder(Steelyard.class)
                .web(WebApplicationType.NONE)
                .run("--steelyard.data-dir=" + ownFolder, "--logging.level.root=off");

        assertThat(run(opens, Map.of(), "--all")).as(err.toString()).isZero();

        assertThat(out.toString())
                .contains("rebuilt points", "rebuilt sources", "as user system in the data folder " + ownFolder);
    }

    @Test
    void on_a_terminal_a_bar_is_drawn_over_itself() {
        try (var bar = new ProgressBar(new PrintWriter(out), true)) {
            bar.show(progress(500_000, 25_000.0, 20.0));
            bar.show(progress(1_000_000, 25_000.0, 0.0));
        }

        assertThat(out.toString())
                .startsWith(
                        "\rpoints [###############---------------]  50 %, 500,000 of 1,000,000 events, 25,000 a second, 20")
                .contains("\rpoints [##############################] 100 %, 1,000,000 of 1,000,000 events");
        assertThat(out.toString().strip()).as("one line").doesNotContain("\n");
    }

    private static Progress progress(long done, double rate, double left) {
        return new Progress("points", Progress.State.REBUILDING, done, 1_000_000, rate, left, 0, null, 0, null);
    }

    private static int serving(String name) {
        return jdbc.queryForList("SELECT serving FROM projection WHERE name = ?", Integer.class, name)
                .getFirst();
    }
}
