package org.steelyard.portfolio.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static List<String> words(String text) {
        return Words.of(Words.composed(text)).stream().map(Words.Word::folded).toList();
    }

    private static String excerpt(String text, String wanted) {
        var found = Objects.requireNonNull(Excerpt.of(List.of(text), Wanted.of(wanted, true)));
        var marked = new StringBuilder();
        found.excerpt().parts().forEach(part -> marked.append(part.marked() ? "[" + part.text() + "]" : part.text()));
        return marked.toString();
    }

    @Test
    void case_and_accents_do_not_matter() {
        assertThat(words("Élan, STRAẞE and Łódź: Øresund"))
                .containsExactly("elan", "strasse", "and", "lodz", "oresund");
        assertThat(words("Cafe\u0301")).isEqualTo(words("CAFÉ"));
        assertThat(words("Пётр ЛАВРОВ")).containsExactly("петр", "лавров");
        assertThat(words("김정은 위원장")).containsExactly("김정은", "위원장");
        assertThat(words("हिन्दी")).containsExactly("हिन्दी");
        assertThat(words(" — & … ")).isEmpty();
    }

    @Test
    void a_word_is_no_longer_than_what_is_stored() {
        assertThat(words("a".repeat(150))).containsExactly("a".repeat(64), "a".repeat(64), "a".repeat(22));
        assertThat(words("ß".repeat(64))).containsExactly("s".repeat(64));
    }

    @Test
    void a_host_is_found_by_its_ends() {
        assertThat(Words.found(List.of("www.example.org")))
                .containsExactlyInAnyOrder("www.example.org", "example.org", "org");
    }

    @Test
    void of_the_last_word_alone_the_beginning_is_enough() {
        assertThat(excerpt("Missiles were delivered", "were miss")).isEqualTo("[Missiles] [were] delivered");
        assertThat(excerpt("Missiles were delivered", "miss were")).isEqualTo("Missiles [were] delivered");
    }

    @Test
    void an_excerpt_lies_around_the_first_word_that_was_looked_for() {
        String text = "one two three ".repeat(40) + "needle " + "four five six ".repeat(40);
        assertThat(excerpt(text, "needle"))
                .startsWith("…")
                .endsWith("…")
                .contains(" [needle] ")
                .hasSizeBetween(200, 260);
        assertThat(excerpt("𝒳".repeat(500) + " needle", "needle")).contains("[needle]");
        assertThat(excerpt("needle " + "𝒳".repeat(500), "needle")).doesNotContain("\ud835…");
    }
}
