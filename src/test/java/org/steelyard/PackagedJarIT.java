package org.steelyard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedJarIT {

    private static final String THIS_JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String JAR = System.getProperty("steelyard.jar");

    /** Axon's update checker, were it there, would call a second after the start. */
    private static final Duration AFTER_AXONS_CHECK = Duration.ofSeconds(4);

    @Test
    void help_lists_the_commands() throws Exception {
        var answer = run(THIS_JAVA, "-jar", JAR, "help");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.output()).startsWith("Usage: steelyard").contains("Commands:");
    }

    @Test
    void a_case_file_goes_into_a_data_folder_and_comes_out_again(@TempDir Path folder) throws Exception {
        var file = Files.writeString(
                folder.resolve("case.yaml"), "casefile: 1\nassessments:\n  - {key: k, title: t, question: q}\n");
        var data = "-Dsteelyard.data-dir=" + folder.resolve("data");

        var imported = run(THIS_JAVA, data, "-jar", JAR, "import", file.toString());
        assertThat(imported.output()).startsWith("imported k, 1 event, as user system in the data folder");
        assertThat(imported.exitCode()).isZero();

        var exported = run(THIS_JAVA, data, "-jar", JAR, "export", "k");
        assertThat(exported.output()).startsWith("casefile: 1\n").contains("by: system", "key: k");

        var twice = run(THIS_JAVA, data, "-jar", JAR, "import", file.toString());
        assertThat(twice.output()).startsWith("line 3: the key \"k\" is taken").hasLineCount(1);
        assertThat(twice.exitCode()).isEqualTo(1);
    }

    @Test
    void the_version_is_that_of_the_build() throws Exception {
        assertThat(run(THIS_JAVA, "-jar", JAR, "--version").output()).matches("Steelyard \\d+\\.\\d+\\.\\d+\\S*\\R");
    }

    @Test
    void an_older_java_is_told_what_is_missing_in_one_line() throws Exception {
        assumeTrue(defaultJava() < Launcher.OLDEST_JAVA, "the default java is new enough");

        var answer = run("java", "-jar", JAR);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.output())
                .startsWith("Steelyard needs Java 25 or later")
                .hasLineCount(1);
    }

    @Test
    void the_server_starts_on_nothing_stops_when_asked_and_starts_again_on_its_data(@TempDir Path folder)
            throws Exception {
        try (var first = ServedJar.start(THIS_JAVA, JAR, folder)) {
            assertThat(first.status("/livez")).isEqualTo(200);
            assertThat(first.status("/readyz")).isEqualTo(200);
            assertThat(first.status("/api/v1/assessments")).isEqualTo(401);
            assertThat(first.stop()).isIn(0, 143);
            assertThat(first.output())
                    .containsOnlyOnce("first start: sign in as admin with the one-time password ")
                    .doesNotContain("demo:");
        }
        try (var second = ServedJar.start(THIS_JAVA, JAR, folder)) {
            assertThat(second.status("/readyz")).isEqualTo(200);
            assertThat(second.stop()).isIn(0, 143);
            assertThat(second.output()).doesNotContain("first start");
        }
    }

    /** In a process of its own: within a test Axon's update checker keeps quiet by itself. */
    @Test
    void the_server_calls_nobody_and_leaves_the_home_of_its_user_alone(@TempDir Path folder) throws Exception {
        try (var served = ServedJar.start(THIS_JAVA, JAR, folder)) {
            Thread.sleep(AFTER_AXONS_CHECK);

            assertThat(served.calls()).isEmpty();
            assertThat(served.home()).isEmptyDirectory();
        }
    }

    @Test
    void a_call_to_outside_would_be_noticed(@TempDir Path folder) throws Exception {
        var checker = "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration";
        try (var served = ServedJar.start(THIS_JAVA, JAR, folder, "--spring.main.sources=" + checker)) {
            assertThat(served.nextCall()).startsWith("CONNECT ");
        }
    }

    /** The feature number of the {@code java} on the path; this one's where there is none. */
    private static int defaultJava() throws InterruptedException {
        try {
            var version = run("java", "-version").output().replaceFirst("(?s)^[^\"]*\"(1\\.)?(\\d+).*", "$2");
            return Integer.parseInt(version);
        } catch (IOException none) {
            return Runtime.version().feature();
        }
    }

    private static Answer run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output);
    }

    private record Answer(int exitCode, String output) {}
}
