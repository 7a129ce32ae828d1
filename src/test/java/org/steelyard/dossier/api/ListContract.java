package org.steelyard.dossier.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.TestServer.Reply;
import tools.jackson.databind.JsonNode;

/** The list of assessments, and who sees what of it: docs/api.md, on whichever database. */
abstract class ListContract {

    private final String word = "w" + TestServer.newKey();

    abstract TestServer server();

    private Client an1() {
        return server().as("an1");
    }

    private String open(String title, String more) {
        var key = TestServer.newKey();
        an1().post("/api/v1/assessments", """
                {"key": "%s", "title": "%s", "question": "Of %s?" %s}""".formatted(key, title, word, more)).expect(201);
        return key;
    }

    private JsonNode list(Client client, String query) {
        return client.get("/api/v1/assessments?limit=1000&q=" + word + query)
                .expect(200)
                .json()
                .path("items");
    }

    private List<String> keys(Client client, String query) {
        return ReadContract.keys(list(client, query));
    }

    @Test
    void an_entry_says_what_a_list_needs() {
        var key = open("Title", ", \"tags\": [\"t1\"]");
        var reply = an1().get("/api/v1/assessments?q=" + word).expect(200);
        assertThat(reply.header("Cache-Control")).isEqualTo("private, no-cache");
        var entry = reply.json().path("items").path(0);
        assertThat(entry.propertyNames())
                .containsExactly(
                        "key",
                        "title",
                        "question",
                        "relation",
                        "marking",
                        "status",
                        "tags",
                        "revision",
                        "recordedAt",
                        "changedBy",
                        "changedKind");
        assertThat(entry.path("key").asString()).isEqualTo(key);
        assertThat(entry.path("changedBy").asString()).isEqualTo("an1");
        assertThat(entry.path("changedKind").asString()).isEqualTo("assessment-opened");
    }

    @Test
    void filters_narrow_the_list_down_and_wrong_ones_are_refused() {
        var plain = open("Plain 100% sure_thing", "");
        var tagged = open("Tagged", ", \"tags\": [\"north\"], \"marking\": \"TLP:AMBER+STRICT\"");
        an1().post("/api/v1/assessments/" + tagged + "/interpretations", "{\"key\": \"x\", \"statement\": \"X\"}")
                .expect(201);
        an1().post("/api/v1/assessments/" + tagged + "/judgments", """
                {"probabilities": {"x": 1}, "confidence": "LOW", "rationale": "So"}""").expect(201);
        an1().patch("/api/v1/assessments/" + plain, "{\"archived\": true}").expect(200);

        assertThat(keys(an1(), "")).containsExactly(plain, tagged);
        assertThat(keys(an1(), "&tag=north")).containsExactly(tagged);
        assertThat(keys(an1(), "&tag=nor")).isEmpty();
        assertThat(keys(an1(), "&marking=TLP:AMBER%2BSTRICT")).containsExactly(tagged);
        assertThat(keys(an1(), "&marking=TLP:AMBER+STRICT")).containsExactly(tagged);
        assertThat(keys(an1(), "&analyst=an1")).containsExactly(tagged);
        assertThat(keys(an1(), "&analyst=an")).isEmpty();
        assertThat(keys(an1(), "&status=ARCHIVED")).containsExactly(plain);
        assertThat(keys(an1(), "+100%25+SURE_")).containsExactly(plain);
        var changed = list(an1(), "&tag=north").path(0).path("recordedAt").asString();
        assertThat(keys(an1(), "&changedSince=" + changed)).contains(plain);
        assertThat(keys(an1(), "&changedSince=9999-01-01")).isEmpty();
        for (var wrong : List.of(
                "status=open",
                "marking=RED",
                "changedSince=soon",
                "tag=%00",
                "q=%FF",
                "asOf=r1",
                "limit=0",
                "effectiveAt=2024-01-01",
                "cursor=MTo")) {
            var asked = an1().get("/api/v1/assessments?" + wrong);
            assertThat(asked.status()).as(wrong).isEqualTo(wrong.startsWith("cursor") ? 200 : 400);
        }
    }

    @Test
    void pages_are_full_whatever_the_reader_may_not_see() {
        List<String> clear = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            var key = open("Number " + i, i % 2 == 0 ? ", \"marking\": \"TLP:CLEAR\"" : "");
            if (i % 2 == 0) {
                clear.add(key);
            }
        }
        clear.sort(null);
        var outsider = server().as("outsider");
        var first = outsider.get("/api/v1/assessments?limit=2&q=" + word)
                .expect(200)
                .json();
        assertThat(ReadContract.keys(first.path("items"))).isEqualTo(clear.subList(0, 2));
        var next = first.path("next").asString();
        var second = outsider.get("/api/v1/assessments?limit=2&q=" + word + "&cursor=" + next)
                .expect(200)
                .json();
        assertThat(ReadContract.keys(second.path("items"))).isEqualTo(clear.subList(2, 3));
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(keys(an1(), "")).hasSize(6);
        assertThat(keys(server().as("admin"), "")).hasSize(6);
    }

    @Test
    void the_list_as_of_an_instant_has_what_had_been_recorded_and_as_of_now_it_is_the_list() {
        var first = open("First title", ", \"tags\": [\"old\"]");
        var then = list(an1(), "").path(0).path("recordedAt").asString();
        var second = open("Second", "");
        an1().patch("/api/v1/assessments/" + first, "{\"title\": \"New title\", \"tags\": []}")
                .expect(200);

        var past = list(an1(), "&asOf=" + then);
        assertThat(ReadContract.keys(past)).containsExactly(first);
        assertThat(past.path(0).path("title").asString()).isEqualTo("First title");
        assertThat(past.path(0).path("revision").asInt()).isEqualTo(1);
        assertThat(keys(an1(), "&asOf=" + then + "&tag=old")).containsExactly(first);
        assertThat(keys(an1(), "&tag=old")).isEmpty();
        assertThat(keys(an1(), "&asOf=2001-01-01")).isEmpty();
        assertThat(list(an1(), "&asOf=9999-01-01")).isEqualTo(list(an1(), ""));
        assertThat(keys(an1(), "&asOf=9999-01-01")).contains(first, second);
    }

    @Test
    void the_list_is_to_be_had_as_csv() {
        open("=cmd", "");
        Reply csv = an1().with("Accept", "text/csv")
                .get("/api/v1/assessments?q=" + word)
                .expect(200);
        assertThat(csv.body().lines().findFirst().orElseThrow()).startsWith("key,title,question");
        assertThat(csv.body()).contains(",'=cmd,");
    }

    @Test
    void todays_rights_rule_yesterdays_views() {
        var key = open("Clear at first", ", \"marking\": \"TLP:CLEAR\"");
        var path = "/api/v1/assessments/" + key;
        an1().put(path + "/members/an2", "{\"role\": \"READER\"}").expect(201);
        var outsider = server().as("outsider");
        var an2 = server().as("an2");
        outsider.get(path + "?asOf=r1").expect(200);

        an1().patch(path, "{\"marking\": \"TLP:RED\"}").expect(200);
        for (var below : List.of("", "?asOf=r1", "/balance?asOf=r1", "/events?asOf=r1", "/evidence?asOf=r1")) {
            outsider.get(path + below).expect(404);
            an2.get(path + below).expect(200);
        }
        assertThat(keys(outsider, "")).isEmpty();
        assertThat(keys(outsider, "&asOf=9999-01-01")).isEmpty();
        assertThat(an2.get(path + "?asOf=r1").json().path("marking").asString()).isEqualTo("TLP:RED");

        an1().delete(path + "/members/an2").expect(200);
        an2.get(path + "?asOf=r1").expect(404);
        assertThat(keys(an2, "")).isEmpty();
    }

    @Test
    void an_assessment_that_does_not_exist_is_not_found_as_one_that_one_may_not_see() {
        var key = open("Hidden", "");
        var outsider = server().as("outsider");
        var hidden = outsider.get("/api/v1/assessments/" + key + "/balance").expect(404);
        var none = outsider.get("/api/v1/assessments/no-such-one/balance").expect(404);
        assertThat(hidden.body().replace(key, "K")).isEqualTo(none.body().replace("no-such-one", "K"));
        server().anonymous().get("/api/v1/assessments").expect(401);
    }
}
