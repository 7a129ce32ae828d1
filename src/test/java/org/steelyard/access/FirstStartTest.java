package org.steelyard.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steelyard.TestServer;

class FirstStartTest {
    private static final String NEW_PASSWORD = "a phrase of my own choice";

    @TempDir
    Path data;

    private String printed = "";

    @Test
    void the_first_start_prints_a_password_that_must_be_changed_before_anything_else() {
        var server = printing(() -> TestServer.startPlain(data));
        try {
            var lines = printed.lines()
                    .filter(line -> line.startsWith("first start:"))
                    .toList();
            assertThat(lines).hasSize(1);
            assertThat(lines.getFirst()).startsWith("first start: sign in as admin with the one-time password ");
            var once = lines.getFirst().substring(lines.getFirst().lastIndexOf(' ') + 1);
            var browser = server.browser("admin", once);

            assertThat(browser.get("/").expect(302).header("Location")).endsWith("/account/password");
            browser.get("/api/v1/me").expect(200);
            browser.get("/api/v1/users").expect(403);
            server.withPassword("admin", once)
                    .post("/api/v1/tokens", "{\"name\": \"x\"}")
                    .expect(403);
            browser.get("/account/password").expect(200);
            browser.form("/account/password", Map.of("old", once, "new", NEW_PASSWORD, "again", NEW_PASSWORD))
                    .expect(302);

            var users = browser.get("/api/v1/users").expect(200).json().path("items");
            assertThat(users).hasSize(1);
            for (var name : List.of("an1", "reviewer", "reader", "user", "system")) {
                server.withPassword(name, once)
                        .post("/api/v1/tokens", "{\"name\": \"x\"}")
                        .expect(401);
            }
        } finally {
            server.stop();
        }
    }

    @Test
    void the_demo_prints_one_line_with_its_address_users_and_password_and_keeps_its_last_administrator() {
        var server = printing(
                () -> TestServer.startPlain(data, "--spring.profiles.active=demo", "--management.server.port=0"));
        try {
            var lines = printed.lines().filter(line -> line.startsWith("demo:")).toList();
            assertThat(lines).hasSize(1);
            assertThat(lines.getFirst())
                    .startsWith("demo: " + server.url()
                            + " sign in as admin, an1, an2, an3, reviewer or reader, password ");
            var password = lines.getFirst().substring(lines.getFirst().lastIndexOf(' ') + 1);
            for (var name : List.of("an1", "an2", "an3", "reviewer", "reader")) {
                server.newToken(name, password);
            }
            var admin = server.withToken(server.newToken("admin", password));

            admin.patch("/api/v1/users/admin", "{\"disabled\": true}").expect(409);
            admin.patch("/api/v1/users/admin", "{\"roles\": [\"ANALYST\"]}").expect(409);
            admin.patch("/api/v1/users/an1", "{\"roles\": [\"ADMIN\"], \"disabled\": true}")
                    .expect(200);
            admin.patch("/api/v1/users/admin", "{\"disabled\": true}").expect(409);
            admin.patch("/api/v1/users/an1", "{\"disabled\": false}").expect(200);
            admin.patch("/api/v1/users/admin", "{\"roles\": []}").expect(200);
            admin.get("/api/v1/users").expect(403);
        } finally {
            server.stop();
        }
    }

    @Test
    void the_demo_does_not_start_where_others_could_reach_it() {
        assertThatThrownBy(
                        () -> TestServer.startPlain(data, "--spring.profiles.active=demo", "--server.address=0.0.0.0"))
                .hasStackTraceContaining("this machine alone")
                .hasStackTraceContaining("server.address=127.0.0.1");
    }

    private TestServer printing(Supplier<TestServer> start) {
        var out = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, UTF_8));
        try {
            return start.get();
        } finally {
            System.setOut(out);
            printed = bytes.toString(UTF_8);
        }
    }
}
