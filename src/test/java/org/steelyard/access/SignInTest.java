package org.steelyard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steelyard.TestServer.PASSWORD;
import static org.steelyard.TestServer.newKey;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Reply;

class SignInTest {
    private final TestServer server = TestServer.shared();

    @Test
    void one_is_sent_to_sign_in_and_back_to_the_page_asked_for() {
        var browser = server.anonymous();
        var sent = browser.get("/account?x=1").expect(302).header("Location");
        assertThat(sent).endsWith("/sign-in?to=%2Faccount%3Fx%3D1");

        var form = browser.get(sent.substring(sent.indexOf("/sign-in"))).expect(200);
        var back = signIn(browser, "an1", form.html().select("input[name=to]").attr("value"));

        assertThat(back.expect(302).header("Location")).endsWith("/account?x=1");
        browser.get("/account").expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https://evil.example", "/\\evil.example", "evil", "/a\r\nX: y", "/sign-out"})
    void one_is_sent_back_to_no_other_host(String to) {
        var browser = server.anonymous();
        browser.get("/sign-in").expect(200);

        assertThat(signIn(browser, "an1", to).expect(302).header("Location")).isIn("/", server.url() + "/");
    }

    @Test
    void the_cookie_of_a_session_is_for_this_site_and_no_script() {
        var browser = server.anonymous();
        var before = browser.get("/sign-in");
        assertThat(cookies(before)).noneMatch(cookie -> cookie.startsWith("STEELYARD="));
        assertThat(cookies(before))
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));

        var after = signIn(browser, "an1", "/");

        assertThat(cookies(after).filter(cookie -> cookie.startsWith("STEELYARD=")))
                .singleElement()
                .asString()
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .doesNotContain("Secure");
    }

    @Test
    void a_session_gets_another_name_when_somebody_signs_in() {
        var browser = server.browser("an1");
        var first = browser.get("/account").html().text();
        browser.get("/sign-in").expect(200);
        var cookie = cookies(signIn(browser, "an2", "/")).filter(one -> one.startsWith("STEELYARD="));

        assertThat(cookie).hasSize(1);
        assertThat(first).contains("an1");
        assertThat(browser.get("/account").html().select("h1").text()).isEqualTo("an2");
    }

    @Test
    void signing_out_ends_the_session() {
        var browser = server.browser("an1");
        browser.get("/account").expect(200);

        browser.form("/sign-out", Map.of()).expect(302);

        browser.get("/account").expect(302);
        browser.get("/api/v1/me").expect(401);
    }

    @Test
    void a_stranger_and_a_wrong_password_get_the_same_answer() {
        var browser = server.anonymous();
        browser.get("/sign-in").expect(200);

        var stranger = browser.form("/sign-in", Map.of("user", "stranger-1", "password", "wrong"));
        browser.get("/sign-in").expect(200);
        var wrong = browser.form("/sign-in", Map.of("user", "an3", "password", "wrong"));

        assertThat(stranger.expect(401).html().select(".wrong").text())
                .isEqualTo(wrong.expect(401).html().select(".wrong").text())
                .isNotEmpty();
        assertThat(browser.get("/account").status()).isEqualTo(302);
    }

    @Test
    void a_form_without_its_token_changes_nothing() {
        var browser = server.browser("an1");
        var body = "name=x&expires=";

        browser.send("POST", "/account/tokens", "application/x-www-form-urlencoded", body)
                .expect(403);
        browser.post("/api/v1/tokens", "{\"name\": \"x\"}").expect(403);
        server.anonymous()
                .send("POST", "/sign-in", "application/x-www-form-urlencoded", "user=an1&password=" + PASSWORD)
                .expect(302);
    }

    @Test
    void htmx_is_told_to_go_to_the_sign_in_page() {
        var part = server.anonymous()
                .with("HX-Request", "true")
                .with("HX-Current-URL", server.url() + "/a/durability?asOf=r3")
                .get("/a/durability")
                .expect(401);

        assertThat(part.header("HX-Redirect")).isEqualTo("/sign-in?to=%2Fa%2Fdurability%3FasOf%3Dr3");
        assertThat(part.body()).isEmpty();
    }

    @Test
    void every_answer_carries_its_safety_headers() {
        for (var path : new String[] {"/sign-in", "/api/v1/me", "/livez", "/css/steelyard.css"}) {
            var reply = server.anonymous().get(path);
            assertThat(reply.header("Content-Security-Policy"))
                    .isEqualTo("default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                            + " form-action 'self'; frame-ancestors 'none'");
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(reply.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(reply.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
        }
        assertThat(server.browser("an1").get("/account").header("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void a_request_that_follows_on_the_same_connection_is_nobodys() {
        var client = server.anonymous();
        var token = server.newToken("an1");

        client.with("Authorization", "Bearer " + token).get("/api/v1/me").expect(200);
        client.get("/api/v1/me").expect(401);
        client.with("Authorization", "Bearer " + newKey()).get("/api/v1/me").expect(401);
    }

    @Test
    void a_bad_token_is_not_made_good_by_a_session() {
        var browser = server.browser("an1");
        browser.get("/api/v1/me").expect(200);

        browser.with("Authorization", "Bearer nonsense").get("/api/v1/me").expect(401);
    }

    @Test
    void the_probes_are_open_and_the_rest_of_the_actuator_is_closed() {
        assertThat(server.anonymous().get("/livez").expect(200).body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(server.anonymous().get("/readyz").expect(200).body()).isEqualTo("{\"status\":\"UP\"}");
        server.anonymous().get("/actuator/health").expect(302);
        server.browser("admin").get("/actuator/health").expect(403);
        server.anonymous().get("/v3/api-docs").expect(401);
        server.as("reader").get("/v3/api-docs").expect(200);
        server.browser("admin").get("/h2-console").expect(404);
    }

    private static Reply signIn(TestServer.Client browser, String user, String to) {
        return browser.form("/sign-in", Map.of("user", user, "password", PASSWORD, "to", to));
    }

    private static Stream<String> cookies(Reply reply) {
        return reply.response().headers().allValues("Set-Cookie").stream();
    }
}
