package org.steelyard.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.steelyard.balance.Rating.C;
import static org.steelyard.balance.Rating.CC;
import static org.steelyard.balance.Rating.I;
import static org.steelyard.balance.Rating.II;
import static org.steelyard.balance.Rating.N;
import static org.steelyard.balance.Rating.NA;

import java.util.Map;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** docs/scoring.md sections 2 to 4. */
class WeightOfEvidenceTest {
    @Test
    void each_rating_counts_its_points_and_decibans() {
        var balance = Draft.of("cc", "c", "i", "ii", "n", "na")
                .item("e1")
                .rate("ada", "e1", "cc", CC)
                .rate("ada", "e1", "c", C)
                .rate("ada", "e1", "n", N)
                .rate("ada", "e1", "i", I)
                .rate("ada", "e1", "ii", II)
                .rate("ada", "e1", "na", NA)
                .balance();

        assertThat(balance.interpretations())
                .extracting(Balance.Reading::key, Balance.Reading::inconsistency, Balance.Reading::weightOfEvidence)
                .containsExactly(
                        tuple("c", 0, 3),
                        tuple("cc", 0, 6),
                        tuple("i", 1, -6),
                        tuple("ii", 2, -12),
                        tuple("n", 0, 0),
                        tuple("na", 0, 0));
    }

    @Test
    void a_cell_is_the_mean_of_those_who_rated_it_with_anything_but_NA() {
        var reading = reading(Draft.of("h1")
                .item("e1")
                .rate("ada", "e1", "h1", II)
                .rate("ben", "e1", "h1", C)
                .rate("cyd", "e1", "h1", N)
                .rate("dov", "e1", "h1", NA));

        assertThat(reading.inconsistency()).isEqualTo(2 / 3.0);
        assertThat(reading.weightOfEvidence()).isEqualTo(-3);
    }

    @Test
    void an_item_counts_by_its_weight() {
        var reading = reading(Draft.of("h1")
                .item("e1", "o1", Reliability.A, 1, Relevance.H)
                .item("e2", "o2", Reliability.A, 1, Relevance.M)
                .item("e3", "o3", Reliability.E, 1, Relevance.L)
                .row("ada", "e1", I)
                .row("ada", "e2", I)
                .row("ada", "e3", II));

        assertThat(reading.inconsistency()).isEqualTo(4);
        assertThat(reading.weightedInconsistency()).isEqualTo(2 + Math.sqrt(2) + 2 * 0.5);
        assertThat(reading.weightOfEvidence()).isCloseTo(-6 * (2 + Math.sqrt(2) + 2 * 0.5), within(1e-12));
    }

    @Test
    void credibility_is_the_lower_of_source_and_information() {
        assertThat(weight(Reliability.A, 5)).isEqualTo(Math.sqrt(0.5));
        assertThat(weight(Reliability.E, 1)).isEqualTo(Math.sqrt(0.5));
        assertThat(weight(Reliability.C, 2)).isEqualTo(1);
        assertThat(weight(Reliability.B, 2)).isEqualTo(Math.sqrt(2));
    }

    @Test
    void where_one_of_the_two_cannot_be_judged_the_other_stands_alone() {
        assertThat(weight(Reliability.F, 1)).isEqualTo(Math.sqrt(2));
        assertThat(weight(Reliability.F, 4)).isEqualTo(Math.sqrt(0.5));
        assertThat(weight(Reliability.A, 6)).isEqualTo(Math.sqrt(2));
        assertThat(weight(Reliability.D, 6)).isEqualTo(Math.sqrt(0.5));
    }

    @Test
    void only_where_neither_can_be_judged_the_item_is_ungraded() {
        assertThat(grade(Reliability.F, 6)).isEqualTo(new Grade(1, true));
        assertThat(grade(Reliability.F, 3)).isEqualTo(new Grade(1, false));
        assertThat(grade(Reliability.C, 6)).isEqualTo(new Grade(1, false));
    }

    @Test
    void a_credibility_off_the_scale_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> grade(Reliability.A, 7))
                .withMessage("credibility is 1 to 6, not 7");
    }

    @Test
    void echoes_count_less_and_less() {
        var balance = echoes(0.5).balance();

        assertThat(reading(balance).weightOfEvidence()).isCloseTo(3 * Math.sqrt(3), within(1e-12));
        assertThat(echo(balance, "e1")).isEqualTo(1);
        assertThat(echo(balance, "e2")).isEqualTo(Math.sqrt(2) - 1);
        assertThat(echo(balance, "e3")).isEqualTo(Math.sqrt(3) - Math.sqrt(2));
    }

    @Test
    void without_discount_echoes_count_in_full() {
        assertThat(reading(echoes(0)).weightOfEvidence()).isEqualTo(9);
    }

    @Test
    void with_full_discount_only_the_strongest_voice_counts() {
        assertThat(reading(echoes(1).row("ada", "e2", CC)).weightOfEvidence()).isEqualTo(6);
    }

    @Test
    void the_strongest_voice_of_an_origin_is_first_by_weight_times_decibans() {
        var balance = Draft.of("h1")
                .item("e1", "one", Reliability.C, 3, Relevance.M)
                .item("e2", "one", Reliability.A, 1, Relevance.H)
                .row("ada", "e1", C)
                .row("ada", "e2", N)
                .row("ben", "e2", CC)
                .balance();

        assertThat(echo(balance, "e2")).isEqualTo(1);
        assertThat(echo(balance, "e1")).isEqualTo(Math.sqrt(2) - 1);
    }

    @Test
    void equally_strong_voices_are_ranked_by_key() {
        var balance = Draft.of("h1")
                .item("e2", "one", Reliability.A, 1, Relevance.H)
                .item("e1", "one", Reliability.C, 3, Relevance.M)
                .row("ada", "e2", C)
                .row("ada", "e1", CC)
                .balance();

        assertThat(echo(balance, "e1")).isEqualTo(1);
        assertThat(echo(balance, "e2")).isEqualTo(Math.sqrt(2) - 1);
    }

    @Test
    void voices_for_and_against_are_no_echoes_of_each_other() {
        var balance = echoes(0.5).row("ada", "e2", I).row("ada", "e3", N).balance();

        assertThat(echo(balance, "e1")).isEqualTo(1);
        assertThat(echo(balance, "e2")).isEqualTo(1);
        assertThat(echo(balance, "e3")).isEqualTo(1);
    }

    @Test
    void items_of_different_origins_are_no_echoes() {
        var balance =
                echoes(0.5).item("e2", "another", Reliability.C, 3, Relevance.M).balance();

        assertThat(echo(balance, "e2")).isEqualTo(1);
        assertThat(echo(balance, "e3")).isEqualTo(Math.sqrt(2) - 1);
    }

    @Test
    void every_interpretation_in_force_has_an_echo_factor() {
        var balance = Draft.of("h1", "h2", "h3")
                .item("e1", "one", Reliability.C, 3, Relevance.M)
                .item("e2", "one", Reliability.C, 3, Relevance.M)
                .rate("ada", "e1", "h2", C)
                .rate("ada", "e2", "h2", C)
                .balance();

        assertThat(line(balance, "e1").echo()).isEqualTo(Map.of("h1", 1.0, "h2", 1.0, "h3", 1.0));
        assertThat(line(balance, "e2").echo()).isEqualTo(Map.of("h1", 1.0, "h2", Math.sqrt(2) - 1, "h3", 1.0));
    }

    @Test
    void diagnosticity_is_the_weighted_range_of_what_a_row_says() {
        var line = line(
                Draft.of("h1", "h2", "h3")
                        .item("e1", "one", Reliability.A, 1, Relevance.H)
                        .row("ada", "e1", CC, II, N)
                        .balance(),
                "e1");

        assertThat(line.diagnosticity()).isEqualTo(2 * (6 + 12));
    }

    @Test
    void diagnosticity_needs_two_interpretations_rated_with_anything_but_NA() {
        var draft = Draft.of("h1", "h2").item("e1").row("ada", "e1", CC, NA);
        assertThat(line(draft.balance(), "e1").diagnosticity()).isNull();
        assertThat(line(draft.rate("ben", "e1", "h2", N).balance(), "e1").diagnosticity())
                .isEqualTo(6);
    }

    @Test
    void diagnosticity_hears_an_echo_as_discounted() {
        var balance = Draft.of("h1", "h2")
                .item("e1", "one", Reliability.C, 3, Relevance.M)
                .item("e2", "one", Reliability.C, 3, Relevance.M)
                .row("ada", "e1", C, N)
                .row("ada", "e2", C, C)
                .balance();

        assertThat(line(balance, "e2").diagnosticity()).isCloseTo(3 - 3 * (Math.sqrt(2) - 1), within(1e-12));
    }

    private static Draft echoes(double rho) {
        var draft = Draft.of("h1").rho(rho);
        for (String key : new String[] {"e1", "e2", "e3"}) {
            draft.item(key, "one", Reliability.C, 3, Relevance.M).row("ada", key, C);
        }
        return draft;
    }

    private static double weight(Reliability reliability, int credibility) {
        return grade(reliability, credibility).weight();
    }

    private static Grade grade(Reliability reliability, int credibility) {
        return Grade.of(new Situation.Item("e1", "s1", "o1", reliability, credibility, Relevance.M));
    }

    private static Balance.ItemLine line(Balance balance, String key) {
        return Objects.requireNonNull(balance.evidenceByKey().get(key));
    }

    private static double echo(Balance balance, String key) {
        return Objects.requireNonNull(line(balance, key).echo().get("h1"));
    }

    private static Balance.Reading reading(Draft draft) {
        return reading(draft.balance());
    }

    private static Balance.Reading reading(Balance balance) {
        return Objects.requireNonNull(balance.reading("h1"));
    }

    private static Tuple tuple(String key, double inconsistency, double weightOfEvidence) {
        return new Tuple(key, inconsistency, weightOfEvidence);
    }
}
