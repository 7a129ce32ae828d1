package org.steelyard.dossier.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

    @ParameterizedTest
    @CsvSource({
        "0, 7.9, 0, 8, 2",
        "-18.4, 9.6, -20, 10, 10",
        "-0.3, -0.1, -0.3, 0, 0.1",
        "3, 212, 0, 250, 50",
        "-1e6, 1e6, -1000000, 1000000, 500000",
        "0, 5, 0, 5, 1",
    })
    void a_scale_has_round_ends_takes_in_zero_and_has_no_more_steps_than_asked(
            double least, double greatest, double from, double to, double step) {
        Scale scale = Scale.covering(least, greatest, 5, 0, 100);

        assertThat(scale.from()).isCloseTo(from, within(step));
        assertThat(scale.to()).isCloseTo(to, within(step));
        assertThat(scale.step()).isCloseTo(step, within(step));
        assertThat(scale.ticks()).hasSizeLessThanOrEqualTo(6).contains(0.0);
    }

    private static Offset<Double> within(double step) {
        return Offset.offset(step * 1e-6);
    }

    @Test
    void where_there_is_nothing_zero_alone_has_a_tick() {
        Scale scale = Scale.covering(0, 0, 5, 20, 100);

        assertThat(scale.ticks()).containsExactly(0.0);
        assertThat(scale.at(0)).isEqualTo(20);
    }

    @Test
    void values_stand_in_proportion_between_the_ends() {
        Scale scale = new Scale(-20, 10, 10, 100, 400);

        assertThat(scale.at(-20)).isEqualTo(100);
        assertThat(scale.at(0)).isEqualTo(300);
        assertThat(scale.at(10)).isEqualTo(400);
    }

    @Test
    void ticks_are_written_with_a_true_minus_and_no_digits_of_rounding() {
        Scale scale = Scale.covering(-0.3, 0.2, 5, 0, 100);

        assertThat(scale.ticks())
                .extracting(tick -> scale.label(tick, true))
                .containsExactly("−0.3", "−0.2", "−0.1", "0", "+0.1", "+0.2");
    }
}
