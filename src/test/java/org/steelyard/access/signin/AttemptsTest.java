package org.steelyard.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private final Time time = new Time();
    private final Attempts attempts = new Attempts(time);

    @Test
    void one_name_from_one_address_has_ten_attempts_and_then_one_a_minute() {
        fail(10, "an1", "10.0.0.1");

        assertThat(attempts.begin("an1", "10.0.0.1").attempt()).isNull();
        assertThat(attempts.begin("an1", "10.0.0.1").delay()).isEqualTo(Duration.ofMinutes(1));
        time.pass(Duration.ofMinutes(1));
        assertThat(attempts.begin("an1", "10.0.0.1").attempt()).isNotNull();
        assertThat(attempts.begin("an1", "10.0.0.1").attempt()).isNull();
    }

    @Test
    void one_address_has_sixty_attempts_whatever_the_names() {
        for (int i = 0; i < 60; i++) {
            fail(1, "name" + i, "10.0.0.1");
        }

        assertThat(attempts.begin("another", "10.0.0.1").attempt()).isNull();
        assertThat(attempts.begin("another", "10.0.0.2").attempt()).isNotNull();
    }

    @Test
    void a_network_of_ipv6_counts_as_one_address() {
        fail(10, "an1", "2001:db8:1:2:3:4:5:6");

        assertThat(attempts.begin("an1", "2001:db8:1:2:ffff::1").attempt()).isNull();
        assertThat(attempts.begin("an1", "2001:db8:1:3::1").attempt()).isNotNull();
    }

    @Test
    void right_passwords_do_not_count() {
        for (int i = 0; i < 1_000; i++) {
            succeed("an1", "10.0.0.1");
        }
    }

    @Test
    void an_attack_from_many_addresses_stops_and_leaves_the_owner_in_at_their_usual_place() {
        succeed("an1", "10.0.0.1");
        for (int i = 0; i < 10; i++) {
            fail(10, "an1", "192.0.2." + i);
        }

        assertThat(attempts.begin("an1", "192.0.2.99").attempt()).isNull();
        succeed("an1", "10.0.0.1");
        assertThat(attempts.begin("an2", "192.0.2.99").attempt()).isNotNull();
    }

    @Test
    void an_attempt_that_has_to_wait_does_not_count() {
        fail(10, "an1", "10.0.0.1");
        for (int i = 0; i < 1_000; i++) {
            assertThat(attempts.begin("an1", "10.0.0.1").attempt()).isNull();
        }

        assertThat(attempts.begin("an2", "10.0.0.1").attempt()).isNotNull();
    }

    private void fail(int times, String name, String address) {
        for (int i = 0; i < times; i++) {
            assertThat(attempts.begin(name, address).attempt()).isNotNull();
        }
    }

    private void succeed(String name, String address) {
        var attempt = attempts.begin(name, address).attempt();
        assertThat(attempt).isNotNull();
        if (attempt != null) {
            attempt.succeeded();
        }
    }

    private static final class Time extends Clock {
        private Instant now = Instant.parse("2025-01-01T00:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
