package org.steelyard.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.steelyard.balance.Confidence.HIGH;
import static org.steelyard.balance.Confidence.LOW;
import static org.steelyard.balance.Confidence.MODERATE;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** docs/scoring.md section 5. */
class JudgedTest {
    @Test
    void one_judgment_is_its_own_pool() {
        var balance = Draft.of("h1", "h2").judge("ada", HIGH, 0.7, 0.3).balance();

        assertThat(judged(balance)).containsExactly(new double[] {0.7, 0.3}, within(1e-12));
        assertThat(balance.interpretations())
                .extracting(Balance.Reading::likelihood)
                .containsExactly(Likelihood.LIKELY, Likelihood.UNLIKELY);
        assertThat(balance.confidence()).isEqualTo(HIGH);
        assertThat(balance.spread()).isNull();
    }

    @Test
    void of_two_interpretations_the_pool_is_the_geometric_mean_of_odds() {
        var balance = Draft.of("h1", "h2")
                .judge("ada", HIGH, 0.9, 0.1)
                .judge("ben", HIGH, 0.5, 0.5)
                .balance();

        double odds = Math.sqrt(9.0 * 1);
        assertThat(judged(balance)).containsExactly(new double[] {odds / (1 + odds), 1 / (1 + odds)}, within(1e-12));
    }

    @Test
    void extremizing_raises_the_pooled_odds_to_a_power() {
        var balance = Draft.of("h1", "h2")
                .policy(new Policy(0.5, 2, 0.001, 0.6, 6))
                .judge("ada", HIGH, 0.75, 0.25)
                .balance();

        assertThat(judged(balance)).containsExactly(new double[] {0.9, 0.1}, within(1e-12));
    }

    @Test
    void no_probability_is_pooled_below_the_floor() {
        var balance = Draft.of("h1", "h2", "h3").judge("ada", HIGH, 1, 0, 0).balance();

        assertThat(judged(balance))
                .containsExactly(new double[] {1 / 1.002, 0.001 / 1.002, 0.001 / 1.002}, within(1e-12));
    }

    @Test
    void incoherent_probabilities_are_moved_before_they_are_pooled_and_shown_as_given() {
        var balance =
                Draft.of("h1", "h2", "h3").judge("ada", HIGH, 0.5, 0.4, 0.3).balance();

        assertThat(judged(balance))
                .containsExactly(new double[] {0.5 - 0.2 / 3, 0.4 - 0.2 / 3, 0.3 - 0.2 / 3}, within(1e-12));
        assertThat(balance.analysts().getFirst().judged()).isEqualTo(Map.of("h1", 0.5, "h2", 0.4, "h3", 0.3));
    }

    @Test
    void a_judgment_that_names_too_few_or_too_many_is_kept_shown_and_left_out() {
        var balance = Draft.of("h1", "h2")
                .judge("ada", HIGH, Map.of("h1", 1.0), Set.of())
                .judge("ben", LOW, 0.6, 0.4)
                .judge("cyd", HIGH, Map.of("h1", 0.1, "h2", 0.1, "h3", 0.8), Set.of())
                .balance();

        assertThat(judged(balance)).containsExactly(new double[] {0.6, 0.4}, within(1e-12));
        assertThat(balance.confidence()).isEqualTo(LOW);
        assertThat(balance.spread()).isNull();
        assertThat(balance.analysts())
                .extracting(Balance.AnalystLine::user, Balance.AnalystLine::incomplete)
                .containsExactly(tuple("ada", true), tuple("ben", false), tuple("cyd", true));
        assertThat(balance.analysts().getFirst().judged()).isEqualTo(Map.of("h1", 1.0));
    }

    @Test
    void with_nothing_pooled_there_is_no_probability() {
        var balance = Draft.of("h1", "h2")
                .judge("ada", HIGH, Map.of("h1", 1.0), Set.of())
                .balance();

        assertThat(balance.interpretations())
                .extracting(Balance.Reading::judged)
                .containsOnlyNulls();
        assertThat(balance.interpretations())
                .extracting(Balance.Reading::likelihood)
                .containsOnlyNulls();
        assertThat(balance.confidence()).isNull();
        assertThat(balance.leaders().judged()).isEqualTo(new Balance.Leader(null, Balance.Withheld.NONE));
    }

    @Test
    void with_nothing_in_force_nothing_is_pooled() {
        var balance = Draft.of().judge("ada", HIGH, Map.of(), Set.of()).balance();

        assertThat(balance.confidence()).isNull();
        assertThat(balance.leaders().judged()).isEqualTo(new Balance.Leader(null, Balance.Withheld.NONE));
    }

    @Test
    void overlapping_interpretations_are_pooled_each_alone() {
        var balance = Draft.of("h1", "h2")
                .relation(Relation.OVERLAPPING)
                .policy(new Policy(0.5, 4, 0.001, 0.6, 6))
                .judge("ada", HIGH, 0.9, 0.9)
                .judge("ben", HIGH, 0.5, 0.9)
                .balance();

        assertThat(judged(balance)).containsExactly(new double[] {0.75, 0.9}, within(1e-12));
    }

    @Test
    void overlapping_probabilities_are_clipped_at_both_ends() {
        var balance = Draft.of("h1", "h2")
                .relation(Relation.OVERLAPPING)
                .judge("ada", HIGH, 0, 1)
                .balance();

        assertThat(judged(balance)).containsExactly(new double[] {0.001, 0.999}, within(1e-12));
    }

    @Test
    void overlapping_interpretations_may_all_have_none() {
        var balance = Draft.of("h1", "h2")
                .relation(Relation.OVERLAPPING)
                .judge("ada", HIGH, 0, 0)
                .balance();

        assertThat(judged(balance)).containsExactly(new double[] {0.001, 0.001}, within(1e-12));
        assertThat(balance.leaders().judged().withheld()).isEqualTo(Balance.Withheld.TIE);
    }

    @Test
    void confidence_is_the_median_and_of_two_in_the_middle_the_lower() {
        var draft = Draft.of("h1").judge("ada", HIGH, 1).judge("ben", LOW, 1);
        assertThat(draft.balance().confidence()).isEqualTo(LOW);
        assertThat(draft.judge("cyd", MODERATE, 1).balance().confidence()).isEqualTo(MODERATE);
        assertThat(draft.judge("dov", HIGH, 1).balance().confidence()).isEqualTo(MODERATE);
    }

    @Test
    void spread_is_the_mean_over_pairs_of_half_the_distance() {
        var draft = Draft.of("h1", "h2").judge("ada", HIGH, 0.9, 0.1).judge("ben", HIGH, 0.5, 0.5);
        assertThat(draft.balance().spread()).isCloseTo(0.4, within(1e-12));
        draft.judge("cyd", HIGH, 0, 1);
        assertThat(draft.balance().spread()).isCloseTo((0.4 + 0.9 + 0.5) / 3, within(1e-12));
    }

    @Test
    void spread_is_taken_before_the_floor() {
        var balance = Draft.of("h1", "h2")
                .judge("ada", HIGH, 1, 0)
                .judge("ben", HIGH, 0, 1)
                .balance();

        assertThat(balance.spread()).isEqualTo(1);
    }

    @Test
    void spread_of_overlapping_interpretations_is_the_mean_over_them_clipped() {
        var balance = Draft.of("h1", "h2")
                .relation(Relation.OVERLAPPING)
                .judge("ada", HIGH, 1, 0.5)
                .judge("ben", HIGH, 0, 0.2)
                .balance();

        assertThat(balance.spread()).isCloseTo((0.998 + 0.3) / 2, within(1e-12));
    }

    private static double[] judged(Balance balance) {
        return balance.interpretations().stream()
                .mapToDouble(reading -> Objects.requireNonNull(reading.judged()))
                .toArray();
    }

    private static Tuple tuple(String user, boolean incomplete) {
        return new Tuple(user, incomplete);
    }
}
