package org.steelyard.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.steelyard.site.Sentence.Name;
import org.steelyard.site.Sentence.Part;

class SentenceTest {

    @Test
    void names_stay_apart_from_the_text_around_them() {
        var sentence =
                Sentence.of("{0} leads {1} by {2}.", new Name("a", "i1", null), new Name("b", "i2", "/b"), "3 dB");

        assertThat(sentence.parts())
                .containsExactly(
                        new Part("a", "i1", null),
                        new Part(" leads ", null, null),
                        new Part("b", "i2", "/b"),
                        new Part(" by ", null, null),
                        new Part("3 dB", null, null),
                        new Part(".", null, null));
        assertThat(sentence.text()).isEqualTo("a leads b by 3 dB.");
    }

    @Test
    void a_name_that_looks_like_a_pattern_is_text() {
        var sentence = Sentence.of("by {0}", new Name("{1} 'x' \uffff <b>", "i1", null));

        assertThat(sentence.text()).isEqualTo("by {1} 'x' \uffff <b>");
    }

    @Test
    void a_sentence_in_a_sentence_keeps_its_parts() {
        var change = Sentence.of("{0} → {1}", new Name("N", "old", null), new Name("I", "item", null));

        var sentence = Sentence.of("rated {0}: {1}", "e12", change);

        assertThat(sentence.parts())
                .containsExactly(
                        new Part("rated ", null, null),
                        new Part("e12", null, null),
                        new Part(": ", null, null),
                        new Part("N", "old", null),
                        new Part(" → ", null, null),
                        new Part("I", "item", null));
        assertThat(sentence.text()).isEqualTo("rated e12: N → I");
        assertThat(Sentence.joined(List.of(change, change), ", ").text()).isEqualTo("N → I, N → I");
    }

    @Test
    void a_number_chooses_its_word() {
        String pattern = "{0,choice,0#no items|1#one item|1<{0} items}";

        assertThat(Sentence.of(pattern, 0).text()).isEqualTo("no items");
        assertThat(Sentence.of(pattern, 1).text()).isEqualTo("one item");
        assertThat(Sentence.of(pattern, 24).text()).isEqualTo("24 items");
    }
}
