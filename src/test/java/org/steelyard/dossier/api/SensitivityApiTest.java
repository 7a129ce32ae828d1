package org.steelyard.dossier.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steelyard.dossier.api.SmallCase.JUDGMENTS;
import static org.steelyard.dossier.api.SmallCase.LAST;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.steelyard.DemoCase;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Reply;
import tools.jackson.databind.JsonNode;

/** What the API says of how firm a lead is: docs/api.md, field by field. */
class SensitivityApiTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final SmallCase SMALL = SmallCase.on(SERVER);

    private static Reply get(String query) {
        return SERVER.as("an1").get(SMALL.path() + "/sensitivity" + query).expect(200);
    }

    @Test
    void it_has_every_field_of_the_contract_and_the_revision_it_shows() {
        var reply = get("?asOf=r" + JUDGMENTS);

        assertThat(reply.header("ETag")).isEqualTo("\"" + JUDGMENTS + "\"");
        assertThat(reply.json().propertyNames())
                .containsExactly(
                        "assessment",
                        "revision",
                        "asOf",
                        "effectiveAt",
                        "policy",
                        "leaveOneOut",
                        "linchpins",
                        "robustness");
        assertThat(reply.json().path("assessment").asString()).isEqualTo(SMALL.key);
        assertThat(reply.json().path("policy").path("minCoverage").doubleValue())
                .isEqualTo(0.6);
    }

    @Test
    void it_is_what_one_computes_by_hand() {
        var sensitivity = get("?asOf=r" + JUDGMENTS).json();

        assertThat(sensitivity.path("linchpins").path("weightOfEvidence").toString())
                .isEqualTo("[{\"against\":\"ends\",\"lead\":18.0,\"items\":[\"treaty\"],"
                        + "\"contributions\":{\"treaty\":18.0},"
                        + "\"then\":{\"key\":null,\"withheld\":\"TIE\",\"lead\":0.0}}]");
        assertThat(sensitivity
                        .path("linchpins")
                        .path("inconsistency")
                        .path(0)
                        .path("lead")
                        .doubleValue())
                .isEqualTo(2.0);
        assertThat(sensitivity.path("robustness").toString()).isEqualTo("{\"inconsistency\":1,\"weightOfEvidence\":1}");
        assertThat(without(sensitivity))
                .containsExactly(
                        "{\"item\":\"rumour\"} lasts 18.0",
                        "{\"item\":\"treaty\"} TIE 0.0",
                        "{\"origin\":\"tass\"} TIE 0.0",
                        "{\"origin\":\"the pub\"} lasts 18.0",
                        "{\"source\":\"tass\"} TIE 0.0",
                        "{\"source\":\"voice\"} lasts 18.0",
                        "{\"analyst\":\"an1\"} TIE 0.0",
                        "{\"analyst\":\"an2\"} lasts 24.0");
        assertThat(sensitivity.path("leaveOneOut").path(2).path("items").toString())
                .isEqualTo("[\"treaty\"]");
        assertThat(sensitivity.path("leaveOneOut").path(6).path("items")).isEmpty();
    }

    private static List<String> without(JsonNode sensitivity) {
        var lines = new ArrayList<String>();
        for (var row : sensitivity.path("leaveOneOut")) {
            var leader = row.path("leaders").path("weightOfEvidence");
            String who = leader.path("key").isNull()
                    ? leader.path("withheld").asString()
                    : leader.path("key").asString();
            lines.add(row.path("without") + " " + who + " " + leader.path("lead"));
        }
        return lines;
    }

    @Test
    void where_a_leader_is_withheld_there_is_nothing_to_test_and_the_answer_says_why() {
        var withheld = get("?policy=current&asOf=r" + JUDGMENTS).json();

        assertThat(withheld.path("counterfactual").booleanValue()).isTrue();
        assertThat(withheld.path("policy").path("minCoverage").doubleValue()).isEqualTo(0.9);
        assertThat(withheld.path("linchpins").toString()).isEqualTo("{\"inconsistency\":[],\"weightOfEvidence\":[]}");
        assertThat(withheld.path("robustness").toString())
                .isEqualTo("{\"inconsistency\":null,\"weightOfEvidence\":null}");
        assertThat(withheld.path("leaveOneOut"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(
                                row.path("leaders").path("weightOfEvidence").toString())
                        .isEqualTo("{\"key\":null,\"withheld\":\"COVERAGE\",\"lead\":null}"));
        SERVER.as("an1").get(SMALL.path() + "/sensitivity?policy=other").expect(400);
    }

    @Test
    void a_past_point_is_tested_as_it_stood() {
        assertThat(get("").json().path("revision").asInt()).isEqualTo(LAST);
        assertThat(get("").json().has("counterfactual")).isFalse();
        var before = get("?effectiveAt=2024-06-18").json();
        assertThat(before.path("leaveOneOut")).isEmpty();
        assertThat(before.path("robustness").path("weightOfEvidence").isNull()).isTrue();
    }

    @Test
    void of_the_demo_case_each_item_origin_source_and_analyst_is_left_out_once() {
        String path = "/api/v1/assessments/" + DemoCase.imported("durability");
        var admin = SERVER.as("admin");
        var balance = admin.get(path + "/balance").expect(200).json();
        var sensitivity = admin.get(path + "/sensitivity").expect(200).json();

        var items = new ArrayList<String>();
        var analysts = new ArrayList<String>();
        for (var row : sensitivity.path("leaveOneOut")) {
            row.path("without").optional("item").ifPresent(item -> items.add(item.asString()));
            row.path("without").optional("analyst").ifPresent(analyst -> analysts.add(analyst.asString()));
        }
        assertThat(items).containsExactlyElementsOf(texts(balance.path("evidence"), "key"));
        assertThat(analysts).containsExactlyElementsOf(texts(balance.path("analysts"), "user"));
        String leader =
                balance.path("leaders").path("weightOfEvidence").path("key").asString();
        var others = texts(balance.path("interpretations"), "key");
        others.remove(leader);
        assertThat(texts(sensitivity.path("linchpins").path("weightOfEvidence"), "against"))
                .isEqualTo(others);
    }

    private static List<String> texts(JsonNode list, String field) {
        var texts = new ArrayList<String>();
        list.forEach(entry -> texts.add(entry.path(field).asString()));
        return texts;
    }
}
