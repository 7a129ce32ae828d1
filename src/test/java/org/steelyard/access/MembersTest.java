package org.steelyard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steelyard.TestServer.newKey;

import org.junit.jupiter.api.Test;
import org.steelyard.TestServer;

class MembersTest {
    private final TestServer server = TestServer.shared();

    @Test
    void an_assessment_that_is_not_there_has_no_members() {
        server.as("an1").get("/api/v1/assessments/" + newKey() + "/members").expect(404);
        server.as("admin").get("/api/v1/assessments/" + newKey() + "/members").expect(404);
        assertThat(server.anonymous().get("/api/v1/assessments/x/members").status())
                .isEqualTo(401);
        server.browser("an1").get("/help").expect(200);
        server.anonymous().get("/livez").expect(200);
        server.anonymous().get("/readyz").expect(200);
    }
}
