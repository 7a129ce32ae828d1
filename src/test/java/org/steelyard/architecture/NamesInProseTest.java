package org.steelyard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.steelyard.Steelyard;

class NamesInProseTest {

    private final NamesInProse names =
            new NamesInProse(new ClassFileImporter().importPackagesOf(Steelyard.class), Path.of(""));

    @Test
    void what_the_architecture_document_names_exists() throws IOException {
        var document = Files.readString(Path.of("docs/architecture.md"));

        assertThat(names.unknown(document)).isEmpty();
    }

    @Test
    void classes_members_and_paths_that_exist_are_known() {
        assertThat(names.unknown("`Steelyard`, `Steelyard.main`, `Steelyard.main(args)`, `src/main/java/`"))
                .isEmpty();
    }

    @Test
    void classes_members_and_paths_that_are_gone_are_caught() {
        assertThat(names.unknown("`Balancer` and `Steelyard.stop` and `Steelyard.Stop` in `src/old` and `docs/no.md`"))
                .containsExactly("Balancer", "Steelyard.stop", "Steelyard.Stop", "src/old", "docs/no.md");
    }

    @Test
    void what_is_no_name_of_a_class_or_path_is_left_alone() {
        assertThat(names.unknown("`mvn verify`, `HTTP`, `-Pbench`, `balance`, `If-Match`, Balancer"))
                .isEmpty();
    }
}
