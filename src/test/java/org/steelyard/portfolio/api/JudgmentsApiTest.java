package org.steelyard.portfolio.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.steelyard.OneItemCase;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.portfolio.Portfolio;
import tools.jackson.databind.JsonNode;

/** Judgments over all assessments. Each test has an analyst and two cases of its own, the second of which changes. */
class JudgmentsApiTest {
    private static final TestServer SERVER = TestServer.shared();

    private final String analyst = TestServer.newKey();
    private final String fresh = analyst + "-1";
    private final String stale = analyst + "-2";
    private Instant before = Instant.EPOCH;

    private static Client as(String user) {
        return SERVER.as(user);
    }

    @BeforeEach
    void an_analyst_judges_in_two_cases_and_one_of_them_changes() {
        SERVER.addUser(analyst, "ANALYST");
        open(fresh);
        OneItemCase changing = open(stale);
        before = SERVER.bean(Clock.class).instant();
        changing.regradeAndReword("Up, reworded");
        Portfolio.awaitAll();
    }

    private static String path(String key) {
        return "/api/v1/assessments/" + key;
    }

    private OneItemCase open(String key) {
        var opened = OneItemCase.open(as("an1"), key, analyst);
        judge(key);
        return opened;
    }

    private void judge(String key) {
        as(analyst).post(path(key) + "/judgments", """
                        {"probabilities": {"up": 0.7, "down": 0.3}, "confidence": "LOW", "rationale": "r",
                         "restsOn": ["e"]}""").expect(201);
    }

    private JsonNode judgments(String user, String query) {
        return as(user).get("/api/v1/judgments?analyst=" + analyst + query)
                .expect(200)
                .json()
                .path("items");
    }

    private static List<String> texts(JsonNode items, String field) {
        return items.valueStream().map(item -> item.path(field).asString()).toList();
    }

    @Test
    void stale_judgments_come_first_and_say_what_overtook_them() {
        JsonNode judgments = judgments(analyst, "");

        assertThat(texts(judgments, "assessment")).containsExactly(stale, fresh);
        JsonNode events = judgments.get(0).path("stale");
        assertThat(texts(events, "kind")).containsExactly("evidence-regraded", "interpretation-revised");
        assertThat(events.get(0).path("cited").asBoolean()).isTrue();
        assertThat(events.get(1).path("cited").asBoolean()).isFalse();
        assertThat(events).isEqualTo(staleInTheBalance());
        assertThat(texts(judgments(analyst, "&stale=true"), "assessment")).containsExactly(stale);
        assertThat(texts(judgments(analyst, "&stale=false"), "assessment")).containsExactly(fresh);
    }

    private JsonNode staleInTheBalance() {
        return as("an1")
                .get(path(stale) + "/balance")
                .expect(200)
                .json()
                .path("analysts")
                .valueStream()
                .filter(line -> line.path("user").asString().equals(analyst))
                .findFirst()
                .orElseThrow()
                .path("stale");
    }

    @Test
    void a_judgment_given_anew_is_fresh_and_one_that_was_taken_back_is_gone() {
        judge(stale);
        as(analyst).delete(path(fresh) + "/judgments").expect(200);
        Portfolio.awaitAll();

        assertThat(texts(judgments(analyst, "&stale=true"), "assessment")).isEmpty();
        assertThat(texts(judgments(analyst, ""), "assessment")).containsExactly(stale);
    }

    @Test
    void as_of_the_past_nothing_had_overtaken_them_yet() {
        assertThat(judgments(analyst, "&stale=true&asOf=" + before)).isEmpty();
        assertThat(texts(judgments(analyst, "&asOf=" + before), "assessment")).containsExactly(fresh, stale);
        assertThat(judgments(analyst, "&asOf=2020-01-01")).isEmpty();
        as(analyst).get("/api/v1/judgments?asOf=r3").expect(400);
    }

    @Test
    void it_says_up_to_when_it_tells_what_is_recorded() {
        JsonNode list = as(analyst)
                .get("/api/v1/judgments?analyst=" + analyst)
                .expect(200)
                .json();

        assertThat(Instant.parse(list.path("upTo").asString())).isAfter(before);
    }

    @Test
    void parts_follow_each_other_without_gap_or_doubling() {
        var parts = new ArrayList<String>();
        String next = "";
        do {
            JsonNode part = as(analyst)
                    .get("/api/v1/judgments?limit=1&analyst=" + analyst + (next.isEmpty() ? "" : "&cursor=" + next))
                    .expect(200)
                    .json();
            assertThat(part.path("items")).hasSize(1);
            parts.addAll(texts(part.path("items"), "assessment"));
            next = part.path("next").asString("");
        } while (!next.isEmpty());

        assertThat(parts).containsExactly(stale, fresh);
    }

    @Test
    void who_may_not_read_the_assessment_sees_none_of_it_and_lost_rights_rule_the_past() {
        assertThat(judgments("outsider", "")).isEmpty();
        as("an1").delete(path(stale) + "/members/" + analyst).expect(200);

        assertThat(texts(judgments(analyst, ""), "assessment")).containsExactly(fresh);
        assertThat(texts(judgments(analyst, "&asOf=" + before), "assessment")).containsExactly(fresh);
    }

    @Test
    void in_blind_mode_who_has_yet_to_judge_there_sees_none_of_others() {
        as("an1").put(path(stale) + "/members/reader", "{\"role\": \"READER\"}").expect(201);
        as("an1")
                .patch(path(stale), "{\"blind\": true, \"reason\": \"Judge on your own\"}")
                .expect(200);
        Portfolio.awaitAll();

        assertThat(texts(judgments("an1", ""), "assessment")).containsExactly(fresh);
        assertThat(texts(judgments("an1", "&asOf=" + before), "assessment")).containsExactly(fresh);
        assertThat(SERVER.browser("an1")
                        .get("/judgments.csv?whose=all")
                        .expect(200)
                        .body())
                .contains(fresh)
                .doesNotContain(stale);
        assertThat(texts(judgments("reader", ""), "assessment")).containsExactly(stale);
        assertThat(texts(judgments(analyst, ""), "assessment")).containsExactly(stale, fresh);
    }

    @Test
    void bad_parameters_are_named() {
        assertThat(as(analyst)
                        .get("/api/v1/judgments?stale=perhaps")
                        .expect(400)
                        .body())
                .contains("stale");
        String ofAnother = as("admin")
                .get("/api/v1/assessments?limit=1")
                .expect(200)
                .json()
                .path("next")
                .asString();
        as(analyst).get("/api/v1/judgments?cursor=" + ofAnother).expect(400);
    }

    @Test
    void it_is_csv_for_who_accepts_it() {
        var reply = as(analyst)
                .with("Accept", "text/csv")
                .get("/api/v1/judgments?analyst=" + analyst)
                .expect(200);

        assertThat(reply.header("Content-Type")).startsWith("text/csv");
        assertThat(reply.body().lines().findFirst().orElseThrow())
                .isEqualTo("assessment,analyst,revision,recordedAt,effectiveAt,confidence,incomplete,stale");
    }
}
