package org.steelyard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steelyard.TestServer.newKey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.steelyard.TestServer;

class MembersTest {
    private static final String OWNER = "{\"role\": \"OWNER\"}";

    private final TestServer server = TestServer.shared();
    private final String key = newKey();
    private final String members = "/api/v1/assessments/" + key + "/members";

    MembersTest() {
        open(key, "TLP:AMBER");
    }

    @Test
    void whoever_opens_an_assessment_owns_it() {
        var items = server.as("an1").get(members).expect(200).json().path("items");

        assertThat(items).hasSize(1);
        assertThat(items.path(0).path("user").stringValue()).isEqualTo("an1");
        assertThat(items.path(0).path("role").stringValue()).isEqualTo("OWNER");
    }

    @Test
    void an_owner_names_members_and_takes_them_away() {
        var made =
                put("reader", "{\"role\": \"READER\", \"reason\": \"to look\"}").expect(201);
        assertThat(made.header("Location")).isEqualTo(members + "/reader");
        server.as("reader").get(members).expect(200);

        server.as("an1").delete(members + "/reader?reason=done").expect(200);
        server.as("reader").get(members).expect(404);
        server.as("an1").get(members + "/reader").expect(404);
        server.as("an1").delete(members + "/reader").expect(404);

        put("an2", "{\"role\": \"ANALYST\"}").expect(201);
        put("an2", "{\"role\": \"READER\"}").expect(200);
        assertThat(server.as("an1").get(members + "/an2").json().path("role").stringValue())
                .isEqualTo("READER");
        assertThat(kinds())
                .containsExactly(
                        "assessment.member-added.v1",
                        "assessment.member-added.v1",
                        "assessment.member-removed.v1",
                        "assessment.member-added.v1",
                        "assessment.member-added.v1");
    }

    @Test
    void members_have_a_revision_of_their_own() {
        var seen = put("an2", "{\"role\": \"ANALYST\"}").expect(201).header("ETag");

        assertThat(seen).isEqualTo("\"2\"");
        assertThat(server.as("an1").get(members).header("ETag")).isEqualTo(seen);
        server.as("an1").with("If-Match", "\"1\"").put(members + "/an3", OWNER).expect(412);
        server.as("an1").with("If-Match", seen).put(members + "/an3", OWNER).expect(201);
    }

    @Test
    void a_repeated_write_is_answered_once_and_recorded_once() {
        var client = server.as("an1").with("Idempotency-Key", newKey());

        var first = client.put(members + "/an2", OWNER).expect(201);
        var again = client.put(members + "/an2", OWNER).expect(201);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(kinds()).hasSize(2);
    }

    @Test
    void the_last_owner_stays() {
        server.as("an1").delete(members + "/an1").expect(409);
        put("an1", "{\"role\": \"ANALYST\"}").expect(409);
        put("an2", OWNER).expect(201);
        server.as("an1").delete(members + "/an1").expect(200);
        server.as("an2").delete(members + "/an2").expect(409);
        assertThat(kinds()).hasSize(3);
    }

    @Test
    void an_owner_who_may_not_govern_is_no_owner_beside_the_last() {
        add("reader", Role.OWNER);
        var disabled = "left-" + key;
        server.addUser(disabled, "ANALYST");
        put(disabled, OWNER).expect(201);
        server.as("admin")
                .patch("/api/v1/users/" + disabled, "{\"disabled\": true}")
                .expect(200);

        var refused = server.as("an1").delete(members + "/an1").expect(409);
        assertThat(refused.json().path("detail").stringValue()).contains("last owner");
        put("an1", "{\"role\": \"ANALYST\"}").expect(409);

        put("an2", OWNER).expect(201);
        server.as("an1").delete(members + "/an1").expect(200);
    }

    @Test
    void an_administrator_counts_as_an_owner_where_they_are_one() {
        put("admin", OWNER).expect(201);

        server.as("an1").delete(members + "/an1").expect(200);
    }

    @Test
    void a_role_that_the_role_in_the_installation_does_not_allow_is_granted_and_does_not_count() {
        for (String role : List.of("OWNER", "ANALYST", "REVIEWER")) {
            assertThat(put("reader", "{\"role\": \"" + role + "\"}").status()).isIn(200, 201);
            server.as("reader").get(members).expect(200);
            server.as("reader").put(members + "/outsider", OWNER).expect(403);
        }
        server.as("an1").delete(members + "/an1").expect(409);
    }

    @Test
    void two_owners_cannot_leave_at_once() throws Exception {
        for (int round = 0; round < 10; round++) {
            var assessment = newKey();
            open(assessment, "TLP:AMBER");
            var path = "/api/v1/assessments/" + assessment + "/members/";
            server.as("an1").put(path + "an2", OWNER).expect(201);
            var leaving = List.<Callable<Integer>>of(
                    () -> server.as("an1").delete(path + "an1").status(),
                    () -> server.as("an2").delete(path + "an2").status());

            var statuses = new ArrayList<Integer>();
            try (var threads = Executors.newFixedThreadPool(2)) {
                for (Future<Integer> left : threads.invokeAll(leaving)) {
                    statuses.add(left.get());
                }
            }

            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void a_user_who_does_not_exist_cannot_become_a_member() {
        put("nobody-of-this-name", OWNER).expect(404);
        put("an2", "{\"role\": \"KING\"}").expect(400);
        put("an2", "{\"role\": \"OWNER\", \"effectiveAt\": \"2024-01-01\"}").expect(400);
        assertThat(kinds()).hasSize(1);
    }

    @Test
    void only_owners_and_administrators_change_members() {
        put("an2", "{\"role\": \"ANALYST\"}").expect(201);
        server.as("an2").put(members + "/an3", OWNER).expect(403);
        server.as("outsider").put(members + "/outsider", OWNER).expect(404);
        server.as("admin").put(members + "/an3", OWNER).expect(201);
    }

    @Test
    void what_is_marked_clear_is_read_by_all_who_are_signed_in_and_changed_by_none_of_them() {
        var open = newKey();
        open(open, "TLP:CLEAR");
        var path = "/api/v1/assessments/" + open + "/members";

        server.as("outsider").get(path).expect(200);
        server.as("outsider").put(path + "/outsider", OWNER).expect(403);
        server.anonymous().get(path).expect(401);
    }

    @Test
    void an_assessment_that_is_not_there_has_no_members() {
        server.as("an1").get("/api/v1/assessments/" + newKey() + "/members").expect(404);
        server.as("admin").get("/api/v1/assessments/" + newKey() + "/members").expect(404);
    }

    private void add(String user, Role role) {
        server.bean(Members.class).add(key, user, role, "an1", Instant.parse("2025-01-01T00:00:00Z"));
    }

    private TestServer.Reply put(String user, String body) {
        return server.as("an1").put(members + "/" + user, body);
    }

    private void open(String assessment, String marking) {
        var body = "{\"key\": \"%s\", \"title\": \"Title\", \"question\": \"Will it?\", \"marking\": \"%s\"}"
                .formatted(assessment, marking);
        server.as("an1").post("/api/v1/assessments", body).expect(201);
    }

    private List<String> kinds() {
        RowMapper<String> kind = (row, number) -> row.getString("kind");
        return server.bean(JdbcTemplate.class)
                .query("SELECT kind FROM member_event WHERE assessment_key = ? ORDER BY revision", kind, key);
    }
}
