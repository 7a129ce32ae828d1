package org.steelyard.dossier.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LettersTest {
    private static final double SIZE = 10;

    @Test
    void a_text_that_fits_stays_as_it_is() {
        assertThat(Letters.wrap("wind down", 200, SIZE, 2)).containsExactly("wind down");
    }

    @Test
    void a_long_text_breaks_between_words_and_ends_in_an_ellipsis() {
        List<String> lines = Letters.wrap("one two three four five six seven eight nine", 60, SIZE, 2);

        assertThat(lines)
                .hasSize(2)
                .allSatisfy(line -> assertThat(Letters.width(line, SIZE)).isLessThanOrEqualTo(60));
        assertThat(lines.get(0)).isEqualTo("one two");
        assertThat(lines.get(1)).endsWith("…");
    }

    @Test
    void a_word_without_an_end_is_cut() {
        List<String> lines = Letters.wrap("x".repeat(20_000), 60, SIZE, 2);

        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst()).endsWith("…").hasSizeLessThan(15);
        assertThat(Letters.width(lines.getFirst(), SIZE)).isLessThanOrEqualTo(60);
    }

    @Test
    void letters_of_two_units_are_never_cut_in_half() {
        String cut = Letters.cut("😀".repeat(100), 55, SIZE);

        assertThat(cut.codePoints().filter(Character::isSupplementaryCodePoint).count())
                .isEqualTo((cut.length() - 1) / 2);
    }

    @Test
    void what_xml_forbids_is_replaced() {
        assertThat(Letters.harmless("a\uFFFFb\uFFFEc😀\u0085")).isEqualTo("a\uFFFDb\uFFFDc😀\u0085");
    }
}
