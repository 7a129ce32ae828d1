package org.steelyard.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;

/** Pages that show now listen to what is recorded meanwhile; those of the past do not. */
class LivePagesTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final String KEY = TestServer.newKey();

    @BeforeAll
    static void an_assessment_of_four_events() {
        Client an1 = SERVER.as("an1");
        String path = "/api/v1/assessments/" + KEY;
        an1.post("/api/v1/assessments", """
                {"key": "%s", "title": "Durability", "question": "Will it last?"}""".formatted(KEY)).expect(201);
        for (String key : new String[] {"lasts", "ends"}) {
            an1.post(path + "/interpretations", "{\"key\": \"" + key + "\", \"statement\": \"It " + key + "\"}")
                    .expect(201);
        }
        an1.post(path + "/comments", "{\"text\": \"Begun\"}").expect(201);
    }

    private static int lines(String below) {
        return SERVER.browser("an1")
                .get("/a/" + KEY + below)
                .expect(200)
                .html()
                .select("main [data-live*=" + KEY + "][data-after=4]:not(div[hidden] *)")
                .size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/matrix",
                "/team",
                "/firm",
                "/replay?axis=recorded",
                "/known",
                "/compare?axis=recorded&from=r1",
                "/log"
            })
    void a_page_that_shows_now_listens(String below) {
        assertThat(lines(below)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?asOf=r3",
                "/matrix?asOf=r3",
                "/team?asOf=r3",
                "/firm?asOf=r3",
                "/replay?axis=recorded&at=r3",
                "/known?asOf=r3",
                "/compare?axis=recorded&from=r1&to=r3",
                "/log?asOf=r3"
            })
    void a_page_of_the_past_does_not(String below) {
        assertThat(lines(below)).isZero();
    }
}
