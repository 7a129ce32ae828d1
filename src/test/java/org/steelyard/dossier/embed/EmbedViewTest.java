package org.steelyard.dossier.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steelyard.http.PointInTime;
import org.steelyard.http.Problem;

class EmbedViewTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "balance",
                "balance?asOf=r12",
                "balance?width=narrow",
                "balance?asOf=r12&effectiveAt=2025-03-14T12:00:00Z&width=narrow",
                "balance?effectiveAt=2025-03-14T23:59:59.999999Z"
            })
    void what_was_read_is_written_the_same(String text) {
        assertThat(EmbedView.of(text).text()).isEqualTo(text);
    }

    @Test
    void times_are_read_in_every_form_that_an_address_takes() {
        assertThat(EmbedView.of("balance?asOf=2025-03-14").text()).isEqualTo("balance?asOf=2025-03-14T00:00:00Z");
        assertThat(EmbedView.of("balance?asOf=2025-03-14T12:00:00%2B02:00").text())
                .isEqualTo("balance?asOf=2025-03-14T10:00:00Z");
        assertThat(EmbedView.of("balance").point()).isEqualTo(PointInTime.LATEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "matrix",
                "balance/../matrix",
                "balance?asOf",
                "balance?asOf=soon",
                "balance?asOf=r1&asOf=r2",
                "balance?policy=current",
                "balance?width=huge",
                "balance?asOf=%",
                "balance?asOf=r1?width=narrow",
                "balance?&"
            })
    void all_else_is_refused_at_its_field(String text) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> EmbedView.of(text))
                .satisfies(problem -> assertThat(problem.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.pointer()).isEqualTo("/view")));
    }

    @Test
    void a_time_to_come_is_no_fixed_point() {
        var now = Instant.parse("2025-03-14T12:00:00Z");

        EmbedView.of("balance?asOf=2025-03-14T12:00:00Z").requireNotAfter(now);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> EmbedView.of("balance?asOf=2025-03-15").requireNotAfter(now));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> EmbedView.of("balance?effectiveAt=2025-03-15").requireNotAfter(now));
    }
}
