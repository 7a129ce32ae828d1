package org.steelyard.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SigningSecretTest {

    /** The vector that the libraries of Standard Webhooks are tested with. */
    @Test
    void signs_as_others_do() {
        var secret =
                SigningSecret.read("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").orElseThrow();
        var body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

        assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void a_secret_has_24_to_64_bytes() {
        assertThat(SigningSecret.read(ofBytes(23))).isEmpty();
        assertThat(SigningSecret.read(ofBytes(24))).isPresent();
        assertThat(SigningSecret.read(ofBytes(64))).isPresent();
        assertThat(SigningSecret.read(ofBytes(65))).isEmpty();
        assertThat(SigningSecret.read("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")).isEmpty();
    }

    private static String ofBytes(int count) {
        return "whsec_" + Base64.getEncoder().encodeToString(new byte[count]);
    }

    @Test
    void a_made_secret_is_new_can_be_read_and_does_not_slip_into_a_log() {
        var secret = SigningSecret.made();

        assertThat(SigningSecret.read(secret.text()).orElseThrow().text()).isEqualTo(secret.text());
        assertThat(SigningSecret.made().text()).isNotEqualTo(secret.text());
        assertThat("" + secret).doesNotContain(secret.text().substring("whsec_".length()));
    }
}
