package org.steelyard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steelyard.PostgreSql;
import org.steelyard.TestServer;

class AccessOnPostgreSqlTest {
    @TempDir
    Path data;

    @Test
    void users_tokens_and_members_are_kept_there_too_and_two_owners_cannot_leave_at_once() throws Exception {
        var settings = PostgreSql.newDatabase().settings();
        var server = TestServer.start(data, settings.toArray(String[]::new));
        try {
            server.addUser("an1", "ANALYST");
            server.addUser("an2", "ANALYST", "REVIEWER");
            var an1 = server.as("an1");
            an1.post("/api/v1/assessments", "{\"key\": \"here\", \"title\": \"Title\", \"question\": \"Will it?\"}")
                    .expect(201);
            var members = "/api/v1/assessments/here/members/";
            an1.put(members + "an2", "{\"role\": \"OWNER\"}").expect(201);
            var leaving = List.<Callable<Integer>>of(
                    () -> an1.delete(members + "an1").status(),
                    () -> server.as("an2").delete(members + "an2").status());

            var statuses = new ArrayList<Integer>();
            try (var threads = Executors.newFixedThreadPool(2)) {
                for (Future<Integer> left : threads.invokeAll(leaving)) {
                    statuses.add(left.get());
                }
            }

            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
            server.as("admin")
                    .patch("/api/v1/users/an1", "{\"disabled\": true}")
                    .expect(200);
            an1.get("/api/v1/me").expect(401);
        } finally {
            server.stop();
        }
    }
}
