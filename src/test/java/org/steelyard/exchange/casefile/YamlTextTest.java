package org.steelyard.exchange.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"a\n", "(\n", "a\n\n", "a b: c\n", "=\n"})
    void a_text_of_as_many_lines_as_it_may_have_comes_back(String line) {
        String text = line.repeat(20_000 / line.length() - 1) + "a";

        assertThat(YamlDocuments.read(YamlText.of(Map.of("text", text))))
                .isInstanceOfSatisfying(
                        Node.Mapping.class,
                        read -> assertThat(read.fields().get("text"))
                                .isInstanceOfSatisfying(
                                        Node.Scalar.class,
                                        scalar -> assertThat(scalar.text()).isEqualTo(text)));
    }

    /** Nothing is timed here; it took many minutes. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\"", "'"})
    void one_text_that_fills_a_file_is_read(String quote) {
        String text = "a".repeat(15 << 20);

        assertThat(YamlDocuments.read(quote + text + quote))
                .isInstanceOfSatisfying(
                        Node.Scalar.class,
                        scalar -> assertThat(scalar.text().equals(text)).isTrue());
    }
}
