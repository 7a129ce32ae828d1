package org.steelyard.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {
    private static AllowedHosts allowed(String... hosts) {
        var settings = new WebhookSettings(List.of(hosts), Duration.ZERO, Duration.ZERO, Duration.ZERO);
        return new AllowedHosts(settings);
    }

    @Test
    void a_host_without_a_port_means_that_of_https() {
        var hosts = allowed("hooks.example.org", " [::1]:9000 ", "10.0.0.7:8443", "127.0.0.1:80", "");

        assertThat(List.of(
                        "https://hooks.example.org",
                        "https://hooks.example.org:443/in?key=1",
                        "HTTPS://Hooks.Example.ORG/in",
                        "http://[::1]:9000/",
                        "https://[::1]:9000/",
                        "https://10.0.0.7:8443/",
                        "http://127.0.0.1/"))
                .allMatch(url -> hosts.contain(URI.create(url)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.org:8443/",
                "http://hooks.example.org:443/",
                "https://hooks.example.org./",
                "https://a.hooks.example.org/",
                "https://example.org/",
                "https://hooks.example.org@evil.example/",
                "https://evil.example/hooks.example.org",
                "https://evil.example?hooks.example.org",
                "https://hooks.example.org:443@evil.example/",
                "https://[::1]/",
                "http://[0:0:0:0:0:0:0:1]:9000/",
                "http://[::1%25lo]:9000/"
            })
    void any_other_is_not_allowed(String url) {
        assertThat(allowed("hooks.example.org", "[::1]:9000").contain(URI.create(url)))
                .isFalse();
    }

    @Test
    void nothing_is_allowed_unless_it_is_said() {
        assertThat(allowed().contain(URI.create("https://hooks.example.org/"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*.example.org", "https://hooks.example.org", "hooks.example.org/in", "a b", "x:y"})
    void an_entry_that_is_no_host_stops_the_start(String entry) {
        assertThatThrownBy(() -> allowed(entry)).hasMessageContaining("steelyard.webhooks.hosts", entry);
    }
}
