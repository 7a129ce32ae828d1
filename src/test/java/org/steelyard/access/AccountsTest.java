package org.steelyard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steelyard.TestServer.PASSWORD;
import static org.steelyard.TestServer.newKey;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;

class AccountsTest {
    private static final String OTHER_PASSWORD = "an altogether different phrase";

    private final TestServer server = TestServer.shared();
    private final Client admin = server.as("admin");

    @Test
    void an_administrator_adds_a_user_who_signs_in() {
        var user = newUser("ANALYST");

        var me = server.as(user).get("/api/v1/me").expect(200).json();

        assertThat(me.path("user").stringValue()).isEqualTo(user);
        assertThat(me.path("roles").path(0).stringValue()).isEqualTo("ANALYST");
        assertThat(admin.get("/api/v1/users/" + user).expect(200).body()).doesNotContain("hash");
        assertThat(admin.get("/api/v1/users?limit=1000").expect(200).body()).contains(user);
    }

    @Test
    void a_user_that_cannot_be_is_refused_with_the_field_that_is_wrong() {
        refused("{\"user\": \"Upper\", \"password\": \"" + PASSWORD + "\", \"roles\": []}", "/user");
        refused("{\"user\": \"system\", \"password\": \"" + PASSWORD + "\", \"roles\": []}", "/user");
        refused("{\"user\": \"shorty\", \"password\": \"too short\", \"roles\": []}", "/password");
        refused("{\"user\": \"shorty\", \"password\": \"" + "long".repeat(51) + "\", \"roles\": []}", "/password");
        refused("{\"user\": \"shorty\", \"password\": \"nul \\u0000 in the middle\", \"roles\": []}", "/password");
        refused("{\"user\": \"repeated\", \"password\": \"repeatedrepeated\", \"roles\": []}", "/password");
        refused("{\"user\": \"shorty\", \"password\": \"aaaaaaaaaaaaaa\", \"roles\": []}", "/password");
        refused("{\"user\": \"shorty\", \"password\": \"" + PASSWORD + "\", \"roles\": [\"KING\"]}", "/roles/0");
        refused("{\"user\": \"shorty\", \"password\": \"" + PASSWORD + "\"}", "/roles");
        admin.post("/api/v1/users", "{\"user\": \"an1\", \"password\": \"" + PASSWORD + "\", \"roles\": []}")
                .expect(409);
        admin.get("/api/v1/users/shorty").expect(404);
    }

    @Test
    void the_name_of_an_author_in_the_log_is_taken_only_where_the_administrator_says_so() {
        var author = "author-" + newKey();
        server.bean(JdbcTemplate.class).update("INSERT INTO event_author (author) VALUES (?)", author);
        var body = "{\"user\": \"" + author + "\", \"password\": \"" + PASSWORD + "\", \"roles\": []%s}";

        assertThat(admin.post("/api/v1/users", body.formatted("")).expect(409).body())
                .contains("adopt");
        admin.post("/api/v1/users", body.formatted(", \"adopt\": true")).expect(201);
    }

    @Test
    void a_disabled_user_is_out_at_once() {
        var user = newUser("ANALYST");
        var browser = server.browser(user);
        var program = server.as(user);
        browser.get("/account").expect(200);
        program.get("/api/v1/me").expect(200);

        admin.patch("/api/v1/users/" + user, "{\"disabled\": true}").expect(200);

        browser.get("/account").expect(302);
        program.get("/api/v1/me").expect(401);
        server.withPassword(user, PASSWORD)
                .post("/api/v1/tokens", "{\"name\": \"x\"}")
                .expect(401);
        admin.patch("/api/v1/users/" + user, "{\"disabled\": false}").expect(200);
        program.get("/api/v1/me").expect(401);
        browser.get("/account").expect(302);
        server.browser(user).get("/account").expect(200);
    }

    @Test
    void roles_are_those_of_the_moment() {
        var user = newUser("READER");
        var program = server.as(user);
        var body = "{\"title\": \"Title\", \"question\": \"Will it?\"}";
        program.post("/api/v1/assessments", body).expect(403);

        admin.patch("/api/v1/users/" + user, "{\"roles\": [\"ANALYST\"]}").expect(200);
        program.post("/api/v1/assessments", body).expect(201);

        admin.patch("/api/v1/users/" + user, "{\"roles\": []}").expect(200);
        program.post("/api/v1/assessments", body).expect(403);
        admin.patch("/api/v1/users/" + user, "{\"roles\": null}").expect(400);
    }

    @Test
    void a_new_password_ends_the_other_sessions_and_all_tokens() {
        var user = newUser("ANALYST");
        var here = server.browser(user);
        var elsewhere = server.browser(user);
        var program = server.as(user);
        here.get("/account/password").expect(200);

        here.form("/account/password", passwords("wrong", OTHER_PASSWORD, OTHER_PASSWORD))
                .expect(400);
        here.form("/account/password", passwords(PASSWORD, OTHER_PASSWORD, "something else"))
                .expect(400);
        elsewhere.get("/account").expect(200);
        here.form("/account/password", passwords(PASSWORD, OTHER_PASSWORD, OTHER_PASSWORD))
                .expect(302);

        here.get("/account?changed").expect(200);
        elsewhere.get("/account").expect(302);
        program.get("/api/v1/me").expect(401);
        server.browser(user, OTHER_PASSWORD).get("/account").expect(200);
    }

    @Test
    void a_program_changes_the_password_with_the_old_one_alone() {
        var user = newUser("ANALYST");
        var program = server.as(user);

        program.post("/api/v1/me/password", "{\"old\": \"wrong\", \"new\": \"" + OTHER_PASSWORD + "\"}")
                .expect(403);
        var poor = program.post("/api/v1/me/password", "{\"old\": \"" + PASSWORD + "\", \"new\": \"short\"}");
        assertThat(poor.expect(400)
                        .json()
                        .path("errors")
                        .path(0)
                        .path("pointer")
                        .stringValue())
                .isEqualTo("/new");
        var done = program.post(
                "/api/v1/me/password", "{\"old\": \"" + PASSWORD + "\", \"new\": \"" + OTHER_PASSWORD + "\"}");

        assertThat(done.expect(200).json().path("ended").stringValue()).contains("sessions", "tokens");
        program.get("/api/v1/me").expect(401);
    }

    @Test
    void a_token_is_shown_once_and_kept_as_a_digest() {
        var user = newUser("ANALYST");
        var secret = server.newToken(user);

        var listed = server.withToken(secret).get("/api/v1/tokens").expect(200);

        assertThat(listed.json().path("items")).hasSize(1);
        assertThat(listed.body()).doesNotContain(secret);
        RowMapper<String> hash = (row, number) -> row.getString("secret_hash");
        assertThat(server.bean(JdbcTemplate.class)
                        .query("SELECT secret_hash FROM api_token WHERE user_name = ?", hash, user))
                .singleElement()
                .asString()
                .matches("[0-9a-f]{64}");
    }

    @Test
    void a_revoked_or_expired_token_does_not_work() {
        var user = newUser("ANALYST");
        var kept = server.as(user);
        var revoked = server.newToken(user);
        var expired = server.newToken(user);
        var ids = server.withToken(revoked).get("/api/v1/tokens").json().path("items");
        kept.delete("/api/v1/tokens/" + ids.path(1).path("id").stringValue()).expect(204);
        var past = server.bean(Clock.class).instant().minus(1, ChronoUnit.HOURS).atOffset(java.time.ZoneOffset.UTC);
        server.bean(JdbcTemplate.class)
                .update(
                        "UPDATE api_token SET expires_at = ? WHERE id = ?",
                        past,
                        ids.path(2).path("id").stringValue());

        server.withToken(revoked).get("/api/v1/me").expect(401);
        var reply = server.withToken(expired).get("/api/v1/me").expect(401);
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(kept.get("/api/v1/tokens").expect(200).json().path("items")).hasSize(1);
    }

    @Test
    void tokens_are_made_by_password_and_seen_by_their_owner() {
        var user = newUser("ANALYST");
        var basic = server.withPassword(user, PASSWORD);
        var id = basic.post("/api/v1/tokens", "{\"name\": \"x\", \"expiresAt\": \"2999-01-01\"}")
                .expect(201)
                .json()
                .path("id")
                .stringValue();

        basic.post("/api/v1/tokens", "{\"name\": \"x\", \"expiresAt\": \"2001-01-01\"}")
                .expect(400);
        basic.get("/api/v1/tokens").expect(401);
        server.as(user).post("/api/v1/tokens", "{\"name\": \"x\"}").expect(403);
        server.as("an1").delete("/api/v1/tokens/" + id).expect(404);
        server.as(user).get("/api/v1/tokens/" + id).expect(200);
    }

    @Test
    void passwords_are_tried_ten_times_whatever_they_come_by() {
        var user = newUser("ANALYST");
        var browser = server.browser(user);
        var signIn = server.anonymous();
        signIn.get("/sign-in").expect(200);
        browser.get("/account/password").expect(200);
        for (int i = 0; i < 4; i++) {
            server.withPassword(user, "wrong")
                    .post("/api/v1/tokens", "{\"name\": \"x\"}")
                    .expect(401);
            signIn.form("/sign-in", Map.of("user", user, "password", "wrong")).expect(401);
        }
        browser.form("/account/password", passwords("wrong", OTHER_PASSWORD, OTHER_PASSWORD))
                .expect(400);
        browser.form("/account/password", passwords("wrong", OTHER_PASSWORD, OTHER_PASSWORD))
                .expect(400);

        var basic = server.withPassword(user, PASSWORD).post("/api/v1/tokens", "{\"name\": \"x\"}");
        var form = signIn.form("/sign-in", Map.of("user", user, "password", PASSWORD));
        var change = browser.form("/account/password", passwords(PASSWORD, OTHER_PASSWORD, OTHER_PASSWORD));

        for (var reply : List.of(basic, form, change)) {
            assertThat(reply.expect(429).header("Retry-After")).matches("[1-9]\\d*");
        }
        browser.get("/account").expect(200);
    }

    @Test
    void users_are_managed_on_pages() {
        var browser = server.browser("admin");
        var user = "page-" + newKey();
        browser.get("/admin/users").expect(200);
        var wrong = browser.form("/admin/users", Map.of("user", "No Name", "password", PASSWORD));
        assertThat(wrong.expect(400).html().select("#user-wrong").text()).contains("is no user name");
        browser.form("/admin/users", Map.of("user", user, "password", PASSWORD, "roles", "READER"))
                .expect(302);
        browser.form("/admin/users/" + user, Map.of("roles", "ANALYST")).expect(302);

        assertThat(browser.get("/admin/users/" + user)
                        .html()
                        .select("input[name=roles][checked]")
                        .attr("value"))
                .isEqualTo("ANALYST");
        browser.form("/admin/users/" + user, Map.of("roles", "ANALYST", "disabled", "true"))
                .expect(302);
        server.withPassword(user, PASSWORD)
                .post("/api/v1/tokens", "{\"name\": \"x\"}")
                .expect(401);
    }

    @Test
    void a_token_is_made_on_the_page_of_ones_account_and_shown_there_once() {
        var user = newUser("ANALYST");
        var browser = server.browser(user);
        browser.get("/account").expect(200);

        var made = browser.form("/account/tokens", Map.of("name", "<b>mine</b>", "expires", ""))
                .expect(200)
                .html();

        var secret = made.select("code.secret").text();
        server.withToken(secret).get("/api/v1/me").expect(200);
        var later = browser.get("/account").html();
        assertThat(later.text()).contains("<b>mine</b>").doesNotContain(secret);
        browser.form(later.select("main table form").attr("action"), Map.of()).expect(302);
        server.withToken(secret).get("/api/v1/me").expect(401);
    }

    private void refused(String body, String pointer) {
        var reply = admin.post("/api/v1/users", body).expect(400);
        assertThat(reply.json().path("errors").path(0).path("pointer").stringValue())
                .isEqualTo(pointer);
    }

    private String newUser(String role) {
        var name = "user-" + newKey();
        server.addUser(name, role);
        return name;
    }

    private static Map<String, String> passwords(String old, String replacement, String again) {
        return Map.of("old", old, "new", replacement, "again", again);
    }
}
