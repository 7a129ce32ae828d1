package org.steelyard.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlossaryTest {
    private final Glossary glossary = new Glossary();

    @Test
    void every_row_of_the_glossary_is_a_term_with_an_address() {
        assertThat(glossary.terms()).hasSizeGreaterThan(40);
        assertThat(glossary.find("weight-of-evidence"))
                .hasValueSatisfying(term -> assertThat(term.source()).isEqualTo("Turing, Good"));
        assertThat(glossary.terms())
                .allSatisfy(term -> assertThat(glossary.find(term.slug())).contains(term));
    }

    @Test
    void a_term_names_the_terms_that_its_meaning_uses() {
        var stale = glossary.find("stale").orElseThrow();

        assertThat(glossary.near(stale)).extracting(Glossary.Term::name).contains("judgment");
    }

    @Test
    void markup_is_left_behind() {
        assertThat(new Glossary("| a *b* | Some `code`. [X] |").terms())
                .containsExactly(new Glossary.Term("a-b", "a b", "Some code.", "X"));
    }
}
