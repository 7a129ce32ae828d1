package org.steelyard.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

    @TempDir
    Path folder;

    @Test
    void the_product_keeps_files_and_methods_short_and_does_without_lombok() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();

            assertThat(sources).isNotEmpty();
            assertThat(Sources.violations(sources)).isEmpty();
        }
    }

    @Test
    void a_long_file_is_caught_and_one_at_the_limit_is_not() throws IOException {
        assertThat(violations("\n".repeat(Sources.LONGEST_FILE - 1) + "class Some {}"))
                .isEmpty();
        assertThat(violations("\n".repeat(Sources.LONGEST_FILE) + "class Some {}"))
                .containsExactly("Some.java:301 has 301 lines, more than 300");
    }

    @Test
    void a_long_method_is_caught_and_one_at_the_limit_is_not() throws IOException {
        assertThat(violations("class Some {\nvoid run() {" + "\n".repeat(Sources.LONGEST_METHOD - 1) + "}}"))
                .isEmpty();
        assertThat(violations("class Some {\nvoid run() {" + "\n".repeat(Sources.LONGEST_METHOD) + "}}"))
                .containsExactly("Some.java:2 run has 41 lines, more than 40");
    }

    @Test
    void a_table_of_cases_may_have_a_line_more_for_each() throws IOException {
        var table = "class Some {\nint of(int n) { return switch (n) { case 1 -> 1; default -> 0; };";

        assertThat(violations(table + "\n".repeat(Sources.LONGEST_METHOD + 1) + "}}"))
                .isEmpty();
        assertThat(violations(table + "\n".repeat(Sources.LONGEST_METHOD + 2) + "}}"))
                .containsExactly("Some.java:2 of has 43 lines, more than 42");
    }

    @Test
    void lombok_is_caught() throws IOException {
        assertThat(violations("import lombok.Getter;\n@Getter class Some {}"))
                .containsExactly("Some.java:1 imports lombok.Getter, which this project does without");
    }

    @Test
    void every_migration_has_a_number_of_its_own() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            var numbers = files.map(file -> file.getFileName().toString().split("__", 2)[0])
                    .toList();

            assertThat(numbers).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    private List<String> violations(String source) throws IOException {
        return Sources.violations(List.of(Files.writeString(folder.resolve("Some.java"), source, UTF_8)));
    }
}
