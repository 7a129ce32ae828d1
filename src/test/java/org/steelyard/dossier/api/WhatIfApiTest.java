package org.steelyard.dossier.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.steelyard.dossier.api.SmallCase.JUDGMENTS;
import static org.steelyard.dossier.api.SmallCase.LAST;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import tools.jackson.databind.JsonNode;

/** What the API says would come of it if some things were otherwise: docs/api.md. */
class WhatIfApiTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final SmallCase SMALL = SmallCase.on(SERVER);
    private static final String THEN = "?asOf=r" + JUDGMENTS;

    private static JsonNode ask(String query, String body) {
        return SERVER.as("an1")
                .post(SMALL.path() + "/what-if" + query, body)
                .expect(200)
                .json();
    }

    private static double weight(JsonNode balance, String interpretation) {
        for (var reading : balance.path("interpretations")) {
            if (reading.path("key").asString().equals(interpretation)) {
                return reading.path("weightOfEvidence").doubleValue();
            }
        }
        throw new AssertionError("no " + interpretation + " in " + balance);
    }

    @Test
    void if_nothing_is_otherwise_both_balances_are_that_of_the_point() {
        var answer = ask(THEN, "{}");

        assertThat(answer.propertyNames()).containsExactly("base", "balance", "difference");
        assertThat(answer.path("balance")).isEqualTo(answer.path("base"));
        assertThat(answer.path("base"))
                .isEqualTo(SERVER.as("an1")
                        .get(SMALL.path() + "/balance" + THEN)
                        .expect(200)
                        .json());
        assertThat(answer.path("difference").toString())
                .isEqualTo("{\"ends\":{\"inconsistency\":0.0,\"weightedInconsistency\":0.0,\"weightOfEvidence\":0.0,"
                        + "\"judged\":0.0},\"lasts\":{\"inconsistency\":0.0,\"weightedInconsistency\":0.0,"
                        + "\"weightOfEvidence\":0.0,\"judged\":0.0}}");
    }

    /** The treaty has weight 2: CC and N make 6 dB for lasts, I makes -12 dB for ends. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'drop': {'items': ['treaty']}} | 0 | 0",
                "{'drop': {'sources': ['tass']}} | 0 | 0",
                "{'drop': {'origins': ['tass']}} | 0 | 0",
                "{'drop': {'origins': ['the pub']}} | 6 | -12",
                "{'drop': {'analysts': ['an2']}} | 12 | -12",
                "{'drop': {'analysts': ['an1']}} | 0 | 0",
                "{'evidence': {'treaty': {'credibility': 5}}} | 3 | -6",
                "{'evidence': {'treaty': {'relevance': 'L'}}} | 3 | -6",
                "{'sources': {'tass': {'reliability': 'E'}}} | 3 | -6",
                "{'ratings': [{'analyst': 'an1', 'evidence': 'treaty', 'interpretation': 'lasts', 'rating': 'II'}]} | -12 | -12",
                "{'ratings': [{'analyst': 'an1', 'evidence': 'treaty', 'interpretation': 'lasts', 'rating': null}]} | 0 | -12",
                "{'ratings': [{'analyst': 'zoe', 'evidence': 'rumour', 'interpretation': 'ends', 'rating': 'CC'}]} | 6 | -6",
            })
    void it_is_what_one_computes_by_hand(String body, double lasts, double ends) {
        var answer = ask(THEN, body.replace('\'', '"'));

        assertThat(weight(answer.path("balance"), "lasts")).isEqualTo(lasts);
        assertThat(weight(answer.path("balance"), "ends")).isEqualTo(ends);
        assertThat(weight(answer.path("base"), "lasts")).isEqualTo(6);
        assertThat(answer.path("difference")
                        .path("lasts")
                        .path("weightOfEvidence")
                        .doubleValue())
                .isEqualTo(lasts - 6);
        assertThat(answer.path("difference")
                        .path("ends")
                        .path("weightOfEvidence")
                        .doubleValue())
                .isEqualTo(ends + 12);
    }

    @Test
    void an_analyst_falls_with_the_judgment_and_a_stranger_comes_with_a_rating() {
        var answer = ask(THEN, """
                {"drop": {"analysts": ["an1"]},
                 "ratings": [{"analyst": "zoe", "evidence": "treaty", "interpretation": "ends", "rating": "C"}]}""");

        var analysts = answer.path("balance").path("analysts");
        assertThat(analysts.values().stream().map(a -> a.path("user").asString()))
                .containsExactly("an2", "zoe");
        var judged = answer.path("difference").path("lasts").path("judged").doubleValue();
        double before = answer.path("base")
                .path("interpretations")
                .path(1)
                .path("judged")
                .doubleValue();
        assertThat(before + judged).isCloseTo(0.5, within(1e-12));
        var nobody = ask(THEN, "{\"drop\": {\"analysts\": [\"an1\", \"an2\"]}}");
        assertThat(nobody.path("difference").path("lasts").path("judged").isNull())
                .isTrue();
        assertThat(nobody.path("balance").path("leaders").path("judged").toString())
                .isEqualTo("{\"key\":null,\"withheld\":\"NONE\"}");
    }

    @Test
    void the_policy_may_be_another_and_what_it_leaves_out_keeps_its_value() {
        var answer = ask("", "{\"policy\": {\"minCoverage\": 1, \"rho\": 0.25}}");

        var policy = answer.path("balance").path("policy");
        assertThat(policy.path("minCoverage").doubleValue()).isEqualTo(1);
        assertThat(policy.path("rho").doubleValue()).isEqualTo(0.25);
        assertThat(policy.path("floor").doubleValue()).isEqualTo(0.001);
        assertThat(answer.path("base").path("policy").path("minCoverage").doubleValue())
                .isEqualTo(0.9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'drop': {'items': ['treaty', 'nothing']}} | /drop/items/1 | nothing",
                "{'drop': {'origins': ['<b>x</b>']}} | /drop/origins/0 | <b>x</b>",
                "{'drop': {'sources': ['nobody']}} | /drop/sources/0 | nobody",
                "{'drop': {'analysts': ['zoe']}} | /drop/analysts/0 | zoe",
                "{'evidence': {'nothing': {'credibility': 1}}} | /evidence/nothing | nothing",
                "{'sources': {'nobody': {'reliability': 'A'}}} | /sources/nobody | nobody",
                "{'ratings': [{'analyst': 'zoe', 'evidence': 'e9', 'interpretation': 'ends', 'rating': 'C'}]} | /ratings/0/evidence | e9",
                "{'ratings': [{'analyst': 'zoe', 'evidence': 'treaty', 'interpretation': 'i9', 'rating': 'C'}]} | /ratings/0/interpretation | i9",
            })
    void a_key_that_is_not_there_is_named(String body, String pointer, String key) {
        var problem = SERVER.as("an1")
                .post(SMALL.path() + "/what-if" + THEN, body.replace('\'', '"'))
                .expect(409)
                .json();

        assertThat(problem.path("detail").asString()).startsWith(pointer + ": ").contains(key);
        assertThat(problem.path("errors")).hasSize(1);
        assertThat(problem.path("errors").path(0).path("pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void what_was_retracted_is_not_there_any_more() {
        var body = "{\"drop\": {\"items\": [\"rumour\"]}}";

        assertThat(ask(THEN, body).path("balance").path("evidenceInForce").asInt())
                .isEqualTo(1);
        SERVER.as("an1").post(SMALL.path() + "/what-if", body).expect(409);
        SERVER.as("an1")
                .post(SMALL.path() + "/what-if?effectiveAt=2024-07-15", body)
                .expect(409);
        assertThat(ask("?effectiveAt=2024-06-01", "{}").path("difference")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'dropp': {}} | /dropp",
                "{'drop': {'item': ['treaty']}} | /drop/item",
                "{'drop': {'items': 'treaty'}} | /drop/items",
                "{'drop': {'items': ['No Key']}} | /drop/items/0",
                "{'evidence': {'treaty': {'credibility': 7}}} | /evidence/treaty/credibility",
                "{'evidence': {'treaty': {'weight': 2}}} | /evidence/treaty/weight",
                "{'sources': {'tass': {}}} | /sources/tass/reliability",
                "{'ratings': [{'analyst': 'an1', 'evidence': 'treaty', 'interpretation': 'lasts'}]} | /ratings/0/rating",
                "{'policy': {'rho': 2}} | /policy/rho",
            })
    void a_body_is_read_strictly(String body, String pointer) {
        var problem = SERVER.as("an1")
                .post(SMALL.path() + "/what-if", body.replace('\'', '"'))
                .expect(400)
                .json();

        assertThat(problem.path("errors").path(0).path("pointer").asString()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviewer", "an2", "admin"})
    void whoever_may_read_may_ask_and_nothing_is_recorded(String user) {
        Client client = SERVER.as(user);
        var log = client.get(SMALL.path() + "/events?limit=1000").body();

        var reply = client.post(SMALL.path() + "/what-if", "{\"drop\": {\"analysts\": [\"an1\"]}}")
                .expect(200);

        assertThat(reply.header("ETag")).isEqualTo("\"" + LAST + "\"");
        assertThat(client.get(SMALL.path() + "/events?limit=1000").body()).isEqualTo(log);
        assertThat(client.get(SMALL.path()).header("ETag")).isEqualTo("\"" + LAST + "\"");
    }

    @Test
    void who_may_not_read_learns_nothing_and_a_session_needs_its_token() {
        var body = "{\"drop\": {\"items\": [\"treaty\"]}}";

        SERVER.as("outsider").post(SMALL.path() + "/what-if", body).expect(404);
        SERVER.as("outsider")
                .post(SMALL.path() + "/what-if", "{\"unknown\": 1}")
                .expect(404);
        SERVER.anonymous().post(SMALL.path() + "/what-if", body).expect(401);
        SERVER.browser("an1").post(SMALL.path() + "/what-if", body).expect(403);
        var csrf = SERVER.browser("an1");
        var token = csrf.get("/").html().expectFirst("input[name=_csrf]");
        csrf.with("X-XSRF-TOKEN", token.attr("value"))
                .post(SMALL.path() + "/what-if?effectiveAt=2024-07-15", body)
                .expect(200);
    }

    @Test
    void several_that_are_not_there_are_all_named() {
        var problem = SERVER.as("an1")
                .post(SMALL.path() + "/what-if", "{\"drop\": {\"items\": [\"e8\", \"e9\"], \"analysts\": [\"zoe\"]}}")
                .expect(409)
                .json();

        assertThat(problem.path("errors").values().stream()
                        .map(error -> error.path("pointer").asString()))
                .isEqualTo(List.of("/drop/items/0", "/drop/items/1", "/drop/analysts/0"));
        assertThat(problem.path("detail").asString()).endsWith("(and 2 more, see errors)");
    }
}
