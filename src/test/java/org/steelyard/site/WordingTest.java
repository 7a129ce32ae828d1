package org.steelyard.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    private final Wording say = new Wording();

    @ParameterizedTest
    @CsvSource({
        "12.345, 12.3",
        "9.6, 9.60",
        "-18.44, −18.4",
        "0.7071067811865476, 0.707",
        "0.0123, 0.0123",
        "1, 1.00",
        "9.999, 10.0",
        "99.96, 100",
        "1234.5, 1230",
        "0, 0",
        "-0.0, 0",
        "-0.0001, 0"
    })
    void a_number_has_three_significant_digits_and_a_true_minus(double value, String written) {
        assertThat(say.number(value)).isEqualTo(written);
    }

    @Test
    void a_signed_number_shows_its_plus_and_nothing_has_no_sign() {
        assertThat(say.signed(9.6)).isEqualTo("+9.60");
        assertThat(say.signed(-2.7)).isEqualTo("−2.70");
        assertThat(say.signed(0.0)).isEqualTo("0");
    }

    @Test
    void what_is_missing_is_a_dash_and_not_nought() {
        assertThat(say.number(null)).isEqualTo("–");
        assertThat(say.signed(null)).isEqualTo("–");
        assertThat(say.decibans(null)).isEqualTo("–");
        assertThat(say.percent(null)).isEqualTo("–");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 %",
        "0.0002, < 0.1 %",
        "0.004, 0.4 %",
        "0.01, 1 %",
        "0.4846, 48 %",
        "0.995, 99.5 %",
        "0.99999, > 99.9 %",
        "1, 100 %"
    })
    void a_share_is_a_whole_percentage_but_near_the_ends(double share, String written) {
        assertThat(say.percent(share)).isEqualTo(written.replace(' ', '\u202f'));
    }

    @Test
    void a_day_and_a_moment_are_utc() {
        Instant late = Instant.parse("2025-03-14T23:59:59.999999Z");

        assertThat(say.day(late)).isEqualTo("14 Mar 2025");
        assertThat(say.moment(late)).isEqualTo("14 Mar 2025, 23:59 UTC");
        assertThat(say.date(late)).isEqualTo("2025-03-14");
        assertThat(say.day(Instant.parse("2025-09-01T00:00:00Z"))).isEqualTo("1 Sep 2025");
    }

    @Test
    void a_date_is_written_no_finer_than_it_is_known() {
        assertThat(say.rough("2025")).isEqualTo("2025");
        assertThat(say.rough("2025-07")).isEqualTo("Jul 2025");
        assertThat(say.rough("2025-07-17")).isEqualTo("17 Jul 2025");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "0.2, 1 s", "59, 59 s", "60, 1 min", "150, 3 min", "3599, 1 h 0 min", "7500, 2 h 5 min"})
    void a_span_of_time_is_no_finer_than_one_needs(double seconds, String written) {
        assertThat(say.duration(seconds).replace('\u202f', ' ')).isEqualTo(written);
    }
}
