package org.steelyard.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.steelyard.Steelyard;
import org.steelyard.TestServer;
import org.steelyard.assessment.AssessmentLog;
import picocli.CommandLine;

/** The demo on a store of its own, and the commands of the jar beside it. */
class DemoCasesTest {

    @TempDir
    static Path data;

    @TempDir
    Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = demo();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    private static TestServer demo() {
        return TestServer.start(
                data, "--spring.profiles.active=demo", "--STEELYARD_DEMO_PASSWORD=" + TestServer.PASSWORD);
    }

    @Test
    void an_empty_store_gets_the_three_cases_recorded_by_their_authors_at_simulated_times() {
        var log = server.bean(AssessmentLog.class);
        for (String key : new String[] {"durability", "conduct", "patron"}) {
            assertThat(log.read(key, 0)).as(key).isNotEmpty().allSatisfy(event -> {
                assertThat(event.stamp().actor()).isEqualTo(event.stamp().author());
                assertThat(event.stamp().recordedAt()).isBetween("2024-06-19T00:00:00Z", "2025-08-01T00:00:00Z");
            });
        }
        var members = server.as("reader")
                .get("/api/v1/assessments/patron")
                .expect(200)
                .json()
                .path("members");
        assertThat(members.valueStream()
                        .map(member -> member.path("user").stringValue() + " "
                                + member.path("role").stringValue()))
                .containsExactly("an1 OWNER", "an2 ANALYST", "an3 ANALYST", "reader READER", "reviewer REVIEWER");
    }

    @Test
    void pages_and_exports_say_that_the_times_are_simulated() {
        assertThat(server.browser("an1").get("/help").expect(200).body()).contains("simulated");
        assertThat(server.as("an1")
                        .get("/api/v1/assessments/durability/export?format=casefile")
                        .expect(200)
                        .body())
                .contains("simulatedTimes: true");
    }

    /** On a difference the failure shows what the document has to say there. */
    @Test
    void the_document_of_the_demo_says_what_the_server_answers() throws Exception {
        var document = Files.readString(Path.of("docs", "demo.md"));
        var paths = DemoDocument.paths(document);

        assertThat(paths).hasSizeGreaterThanOrEqualTo(15).allMatch(path -> path.contains("asOf="));
        assertThat(paths).allSatisfy(path -> {
            var below = document.substring(document.indexOf("8080" + path + "'"));
            var said =
                    below.substring(below.indexOf("```\n") + "```\n".length()).stripLeading();
            assertThat(said).startsWith(DemoDocument.block(server.as("reader"), path));
        });
    }

    @Test
    void the_story_in_the_document_of_the_demo_is_what_the_server_explains() throws Exception {
        var document = Files.readString(Path.of("docs", "demo.md"));
        var paths = StoryDocument.paths(document);

        assertThat(paths).hasSize(2);
        assertThat(paths).allSatisfy(path -> {
            var below = document.substring(document.indexOf("8080" + path + "'"));
            var said =
                    below.substring(below.indexOf("```\n") + "```\n".length()).stripLeading();
            assertThat(said).startsWith(StoryDocument.block(server.as("reader"), path));
        });
    }

    @Test
    void a_second_start_finds_its_own_data_and_what_was_added() {
        server.as("an1")
                .post("/api/v1/assessments/durability/comments", "{\"text\": \"Read again.\"}")
                .expect(201);
        long before = server.bean(AssessmentLog.class).revision("durability");
        server.stop();
        server = demo();

        assertThat(server.bean(AssessmentLog.class).revision("durability")).isEqualTo(before);
        assertThat(server.bean(StoredSimulatedTimes.class).areThere()).isTrue();
    }

    @Test
    void export_and_import_work_at_a_running_server() throws Exception {
        var out = folder.resolve("conduct.yaml");
        var token = server.newToken("admin");
        var exported = run(
                new ExportCommand(DemoCasesTest::none, Map.of()),
                "conduct",
                "--out",
                out.toString(),
                "--url",
                server.url(),
                "--token",
                token);
        assertThat(exported.code()).as(exported.err()).isZero();
        assertThat(exported.out()).startsWith("exported conduct to ").contains("server http://127.0.0.1:");

        Files.writeString(
                out,
                Files.readString(out)
                        .replace("key: conduct", "key: conduct-again")
                        .replace("\n", "\r\n"));
        var environment = Map.of("STEELYARD_URL", server.url(), "STEELYARD_TOKEN", token);
        assertThat(run(new ImportCommand(DemoCasesTest::none, environment), out.toString(), "--dry-run")
                        .out())
                .startsWith("would import conduct-again");
        assertThat(run(new ImportCommand(DemoCasesTest::none, environment), out.toString())
                        .out())
                .startsWith("imported conduct-again, ");
        var twice = run(new ImportCommand(DemoCasesTest::none, environment), out.toString());
        assertThat(twice.code()).isEqualTo(1);
        assertThat(twice.err()).matches("(?s)line \\d+: the key \"conduct-again\" is taken.*");
    }

    @Test
    void import_and_export_open_a_data_folder_that_no_server_has_open() throws Exception {
        var file = folder.resolve("case.json");
        Files.writeString(
                file,
                "\uFEFF{\"casefile\": 1, \"assessments\": [{\"key\": \"k\", \"title\": \"t\", \"question\": \"q\"}]}");
        var data = folder.resolve("own");

        var imported = run(new ImportCommand(application(data), Map.of()), file.toString());
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.out())
                .startsWith("imported k, 1 event, as user system in ")
                .contains(data.toString());
        assertThat(run(new ExportCommand(application(data), Map.of()), "k").out())
                .startsWith("casefile: 1");
        assertThat(run(new ExportCommand(application(data), Map.of()), "other").code())
                .isEqualTo(1);
    }

    @Test
    void a_file_that_is_wrong_or_missing_is_said_in_lines_and_ends_with_1() throws Exception {
        var file = folder.resolve("bad.yaml");
        Files.writeString(file, "casefile: 1\nassessments:\n  - {key: k, title: t, qestion: q}\n");
        var bad = run(new ImportCommand(application(folder.resolve("bad")), Map.of()), file.toString());

        assertThat(bad.code()).isEqualTo(1);
        assertThat(bad.err())
                .contains("line 3: unknown field \"qestion\"")
                .contains("the field \"question\" is missing");
        assertThat(run(new ImportCommand(DemoCasesTest::none, Map.of()), "nowhere.yaml")
                        .err())
                .contains("cannot be read");
        assertThat(run(new ImportCommand(DemoCasesTest::none, Map.of())).code()).isEqualTo(2);
    }

    @Test
    void where_a_server_has_the_data_folder_open_a_token_is_asked_for() throws Exception {
        var file = Files.writeString(folder.resolve("case.yaml"), "casefile: 1");

        Supplier<ConfigurableApplicationContext> locked = () -> {
            throw new IllegalStateException(new SQLException("in use", "90020", 90020));
        };
        var refused = run(new ImportCommand(locked, Map.of()), file.toString());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).startsWith("A server has the data folder open: give an API token");
    }

    private static ConfigurableApplicationContext none() {
        throw new AssertionError("the application was opened");
    }

    private static Supplier<ConfigurableApplicationContext> application(Path data) {
        return () -> new SpringApplicationBuilder(Steelyard.class)
                .web(WebApplicationType.NONE)
                .run("--steelyard.data-dir=" + data);
    }

    private static Ended run(Object command, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Ended(code, out.toString(), err.toString());
    }

    private record Ended(int code, String out, String err) {}
}
