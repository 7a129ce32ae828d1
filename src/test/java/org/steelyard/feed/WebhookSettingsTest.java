package org.steelyard.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WebhookSettingsTest {
    private final WebhookSettings settings =
            new WebhookSettings(List.of(), Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofDays(5));

    @Test
    void pauses_double_up_to_the_longest() {
        var pauses = IntStream.of(1, 2, 3, 10, 11, 1_000, Integer.MAX_VALUE)
                .mapToObj(failures -> settings.pause(failures, null, 0).toSeconds());

        assertThat(pauses).containsExactly(5L, 10L, 20L, 2_560L, 3_600L, 3_600L, 3_600L);
    }

    @Test
    void half_of_a_pause_is_left_to_chance() {
        assertThat(settings.pause(2, null, 0.5)).isEqualTo(Duration.ofMillis(7_500));
        assertThat(settings.pause(2, null, 1)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void a_receiver_may_ask_for_more_patience_but_not_without_end() {
        assertThat(settings.pause(1, Duration.ofMinutes(2), 0)).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.pause(1, Duration.ofSeconds(1), 0)).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.pause(1, Duration.ofDays(2), 0)).isEqualTo(Duration.ofHours(1));
    }
}
