package org.steelyard.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikenessTest {

    @Test
    void one_claim_in_other_letters_is_the_same() {
        assertThat(Likeness.of("Missiles were delivered", "MISSILES  were delivéred!"))
                .isGreaterThan(0.999);
    }

    @Test
    void a_reworded_claim_is_suspicious_and_another_of_the_same_subject_is_not() {
        String claim = "More than 11,000 soldiers of the DPRK have been sent to the front against Ukraine";

        assertThat(Likeness.of(claim, "The DPRK has sent more than 11,000 soldiers to the front against Ukraine"))
                .isGreaterThan(Likeness.SUSPICIOUS);
        assertThat(Likeness.of(claim, "The DPRK has delivered more than 9 million shells to Russia since 2023"))
                .isLessThan(Likeness.SUSPICIOUS);
    }

    @Test
    void what_says_nothing_is_like_nothing() {
        assertThat(Likeness.of("", "Missiles were delivered")).isZero();
        assertThat(Likeness.of("?", "!")).isZero();
    }
}
