package org.steelyard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.steelyard.http.Problem;

class GuessesTest {
    private final Guesses guesses = new Guesses(Clock.fixed(Instant.parse("2025-01-01T00:00:00Z"), ZoneOffset.UTC));

    private Optional<String> guess(String address) {
        return guesses.from(address, Optional::empty);
    }

    @Test
    void after_sixty_that_open_nothing_one_place_is_not_even_listened_to() {
        for (int i = 0; i < 60; i++) {
            assertThat(guess("10.0.0.1")).isEmpty();
        }

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> guesses.from("10.0.0.1", () -> {
                    throw new AssertionError("it was looked up");
                }))
                .satisfies(problem -> assertThat(problem.status().value()).isEqualTo(429));
        assertThat(guess("10.0.0.2")).isEmpty();
    }

    @Test
    void those_that_open_something_do_not_count() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(guesses.from("10.0.0.1", () -> Optional.of("it"))).contains("it");
        }
    }
}
