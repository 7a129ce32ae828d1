package org.steelyard.blind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.portfolio.Portfolio;
import tools.jackson.databind.JsonNode;

/**
 * An assessment that all may read: who has no role in it and an analyst's account may be given one tomorrow, so blind mode binds them
 * today. Else an analyst would look first and ask for a role then.
 */
class BlindOutsideTest {
    private static final TestServer SERVER = TestServer.shared();

    private final BlindCase blind = new BlindCase("TLP:CLEAR");

    private JsonNode read(String user, String below) {
        return SERVER.as(user).get(blind.path(below)).expect(200).json();
    }

    @Test
    void an_analyst_of_no_role_sees_as_little_as_one_who_has_yet_to_rate() {
        assertThat(read("outsider", "/ratings").path("items")).isEmpty();
        assertThat(read("outsider", "/judgments").path("items")).isEmpty();
        var balance = read("outsider", "/balance");
        assertThat(balance.path("blinded").asBoolean()).isTrue();
        assertThat(balance.path("interpretations")
                        .get(0)
                        .path("weightOfEvidence")
                        .isNull())
                .isTrue();
        Portfolio.awaitAll();
        assertThat(SERVER.as("outsider")
                        .get("/api/v1/portfolio?q=" + blind.key)
                        .expect(200)
                        .json()
                        .path("items")
                        .get(0)
                        .path("blinded")
                        .asBoolean())
                .isTrue();
        var answer = SERVER.browser("outsider")
                .get("/a/" + blind.key)
                .expect(200)
                .html()
                .select(".answer");
        assertThat(answer.text()).contains("An owner can let you read all as a reader or reviewer");
        assertThat(answer.select("a")).as("nothing that they may not do").isEmpty();
    }

    @Test
    void a_stream_tells_them_that_something_was_recorded_and_not_what() {
        Client outsider = SERVER.as("outsider");
        try (var stream = outsider.listen(blind.path("/stream"))) {
            blind.rate(SERVER.as(blind.other), "e3", "ends", "CC", "new");

            assertThat(stream.await(1).getFirst().data().path("kind").isNull()).isTrue();
        }
    }

    @Test
    void who_can_never_rate_there_sees_all_and_so_does_who_was_let_in_to_read() {
        String idle = "idle-" + blind.key;
        SERVER.addUser(idle, "READER");
        assertThat(read(idle, "/ratings").path("items")).hasSize(4);
        assertThat(read("admin", "/ratings").path("items")).hasSize(4);

        SERVER.as(blind.owner)
                .put(blind.path("/members/outsider"), "{\"role\": \"READER\"}")
                .expect(201);
        assertThat(read("outsider", "/ratings").path("items")).hasSize(4);
    }
}
