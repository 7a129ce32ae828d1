package org.steelyard.dossier.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.steelyard.dossier.api.SmallCase.JUDGMENTS;
import static org.steelyard.dossier.api.SmallCase.LAST;
import static org.steelyard.dossier.api.SmallCase.REGRADED;
import static org.steelyard.dossier.api.SmallCase.RETRACTED;
import static org.steelyard.dossier.api.SmallCase.SECOND_ITEM;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.TestServer.Reply;
import tools.jackson.databind.JsonNode;

/** What every read of one assessment answers, on whichever database: docs/api.md, field by field. */
abstract class ReadContract {

    abstract TestServer server();

    /** A case that no test changes. */
    abstract SmallCase small();

    Client an1() {
        return server().as("an1");
    }

    Reply get(String below) {
        return an1().get(small().path() + below).expect(200);
    }

    @Test
    void the_whole_assessment_has_every_field_of_the_contract() {
        var reply = get("");
        var whole = reply.json();

        assertThat(reply.header("ETag")).isEqualTo("\"" + LAST + "\"");
        assertThat(reply.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(whole.propertyNames())
                .containsExactlyInAnyOrder(
                        "key",
                        "revision",
                        "recordedAt",
                        "asOf",
                        "effectiveAt",
                        "since",
                        "title",
                        "question",
                        "relation",
                        "horizon",
                        "marking",
                        "tags",
                        "blind",
                        "archived",
                        "status",
                        "policy",
                        "interpretations",
                        "sources",
                        "evidence",
                        "withdrawn",
                        "ratings",
                        "judgments",
                        "indicators",
                        "reviewRequests",
                        "reviews",
                        "comments",
                        "resolution",
                        "members");
        assertThat(whole.path("revision").asInt()).isEqualTo(LAST);
        assertThat(whole.path("status").asString()).isEqualTo("OPEN");
        assertThat(whole.path("since").asString()).isEqualTo("2024-06-19T00:00:00Z");
        assertThat(whole.path("horizon").asString()).isEqualTo("2027-12-31");
        assertThat(whole.path("marking").asString()).isEqualTo("TLP:AMBER");
        assertThat(strings(whole.path("tags"))).containsExactly("dprk", "long");
        assertThat(whole.path("asOf")).isEqualTo(whole.path("recordedAt"));
        assertThat(whole.path("policy").propertyNames())
                .containsExactlyInAnyOrder("id", "rho", "extremize", "floor", "minCoverage", "staleAbove");
        assertThat(whole.path("policy").path("minCoverage").doubleValue()).isEqualTo(0.9);
        assertThat(keys(whole.path("interpretations"))).containsExactly("ends", "lasts");
        assertThat(keys(whole.path("evidence"))).containsExactly("treaty");
        assertThat(keys(whole.path("withdrawn").path("evidence"))).containsExactly("rumour");
        assertThat(whole.path("withdrawn").path("interpretations")).isEmpty();
        assertThat(all(whole.path("ratings"), "analyst")).containsExactly("an1", "an1", "an2");
        assertThat(all(whole.path("members"), "user")).containsExactly("an1", "an2", "reviewer");
        assertThat(all(whole.path("reviews"), "verdict")).containsExactly("APPROVED");
        assertThat(whole.path("resolution").isNull()).isTrue();
    }

    @Test
    void the_balance_is_what_one_computes_by_hand() {
        var balance = get("/balance?asOf=r" + JUDGMENTS).json();

        var lasts = of(balance.path("interpretations"), "lasts");
        var ends = of(balance.path("interpretations"), "ends");
        assertThat(lasts.path("weightOfEvidence").doubleValue()).isEqualTo(2 * (6 + 0) / 2.0);
        assertThat(ends.path("weightOfEvidence").doubleValue()).isEqualTo(2 * -6.0);
        assertThat(ends.path("behindLeader").doubleValue()).isEqualTo(18.0);
        assertThat(lasts.path("inconsistency").doubleValue()).isZero();
        assertThat(ends.path("inconsistency").doubleValue()).isEqualTo(1.0);
        assertThat(ends.path("weightedInconsistency").doubleValue()).isEqualTo(2.0);
        double pooled = Math.sqrt(0.7 * 0.5) / (Math.sqrt(0.7 * 0.5) + Math.sqrt(0.3 * 0.5));
        assertThat(lasts.path("judged").doubleValue()).isCloseTo(pooled, within(1e-12));
        assertThat(lasts.path("likelihood").asString()).isEqualTo("likely");
        assertThat(ends.path("likelihood").asString()).isEqualTo("unlikely");
        assertThat(balance.path("coverage").doubleValue()).isEqualTo(0.75);
        assertThat(balance.path("confidence").asString()).isEqualTo("LOW");
        assertThat(balance.path("spread").doubleValue()).isCloseTo(0.2, within(1e-12));
        assertThat(balance.path("agreement").asString()).isEqualTo("AGREE");
        for (var reading : List.of("inconsistency", "weightOfEvidence", "judged")) {
            assertThat(balance.path("leaders").path(reading).path("key").asString())
                    .isEqualTo("lasts");
            assertThat(balance.path("leaders").path(reading).path("withheld").isNull())
                    .isTrue();
        }
        var treaty = of(balance.path("evidence"), "treaty");
        assertThat(treaty.path("diagnosticity").doubleValue()).isEqualTo(2 * (3 + 6.0));
        assertThat(treaty.path("disagreement").path("lasts").path("deviation").doubleValue())
                .isEqualTo(1.0);
        assertThat(treaty.path("disagreement").path("lasts").path("band").asString())
                .isEqualTo("mild");
        assertThat(of(balance.path("evidence"), "rumour").path("ungraded").booleanValue())
                .isTrue();
    }

    @Test
    void the_balance_has_every_field_of_the_contract() {
        var balance = get("/balance?asOf=r" + REGRADED).json();

        assertThat(balance.propertyNames())
                .containsExactlyInAnyOrder(
                        "assessment",
                        "revision",
                        "asOf",
                        "effectiveAt",
                        "policy",
                        "interpretations",
                        "leaders",
                        "agreement",
                        "coverage",
                        "evidenceInForce",
                        "confidence",
                        "spread",
                        "analysts",
                        "evidence");
        assertThat(balance.path("assessment").asString()).isEqualTo(small().key);
        assertThat(balance.path("policy").path("id").asString()).isEqualTo("woe-1");
        assertThat(keys(balance.path("interpretations"))).containsExactly("ends", "lasts");
        assertThat(balance.path("interpretations").path(0).propertyNames())
                .containsExactly(
                        "key",
                        "statement",
                        "inconsistency",
                        "weightedInconsistency",
                        "weightOfEvidence",
                        "behindLeader",
                        "judged",
                        "likelihood");
        assertThat(balance.path("interpretations").path(0).path("statement").asString())
                .isEqualTo("It ends");
        var an1 = balance.path("analysts").path(0);
        assertThat(an1.propertyNames()).containsExactly("user", "judged", "confidence", "stale", "incomplete");
        assertThat(an1.path("judged").path("lasts").doubleValue()).isEqualTo(0.7);
        assertThat(an1.path("stale").path(0).toString())
                .isEqualTo("{\"revision\":" + REGRADED
                        + ",\"kind\":\"evidence-regraded\",\"item\":\"treaty\",\"cited\":true}");
        assertThat(balance.path("analysts")
                        .path(1)
                        .path("stale")
                        .path(0)
                        .path("cited")
                        .booleanValue())
                .isFalse();
        assertThat(keys(balance.path("evidence"))).containsExactly("rumour", "treaty");
        assertThat(balance.path("evidence").path(0).propertyNames())
                .containsExactly("key", "weight", "echo", "ungraded", "diagnosticity", "disagreement");
        assertThat(balance.path("evidence").path(0).path("echo").propertyNames())
                .containsExactly("ends", "lasts");
    }

    @Test
    void an_older_policy_can_be_exchanged_for_the_current_one_and_the_answer_says_so() {
        var then = get("/balance?asOf=r" + JUDGMENTS).json();
        var now = get("/balance?policy=current&asOf=r" + JUDGMENTS).json();

        assertThat(then.has("counterfactual")).isFalse();
        assertThat(now.path("counterfactual").booleanValue()).isTrue();
        assertThat(now.path("policy").path("minCoverage").doubleValue()).isEqualTo(0.9);
        assertThat(now.path("leaders").path("weightOfEvidence").path("withheld").asString())
                .isEqualTo("COVERAGE");
        assertThat(now.path("agreement").asString()).isEqualTo("WITHHELD");
        an1().get(small().path() + "/balance?policy=other").expect(400);
    }

    @Test
    void a_view_is_of_the_revision_that_it_says_on_both_clocks() {
        var recorded = get("/balance?asOf=r" + SECOND_ITEM);
        assertThat(recorded.header("ETag")).isEqualTo("\"" + SECOND_ITEM + "\"");
        assertThat(recorded.json().path("evidenceInForce").asInt()).isEqualTo(2);
        var when = recorded.json().path("asOf").asString();
        assertThat(get("/balance?asOf=" + when).json().path("revision").asInt()).isGreaterThanOrEqualTo(SECOND_ITEM);

        var effective = get("/balance?effectiveAt=2024-07-15");
        assertThat(effective.header("ETag")).isEqualTo("\"" + LAST + "\"");
        assertThat(effective.json().path("revision").asInt()).isEqualTo(LAST);
        assertThat(effective.json().path("effectiveAt").asString()).isEqualTo("2024-07-15T00:00:00Z");
        assertThat(effective.json().path("evidenceInForce").asInt()).isEqualTo(1);

        var both =
                get("/balance?asOf=r" + SECOND_ITEM + "&effectiveAt=2024-07-15").json();
        assertThat(both.path("revision").asInt()).isEqualTo(SECOND_ITEM);
        assertThat(both.path("coverage").doubleValue()).isZero();
    }

    @Test
    void before_the_question_stood_everything_is_empty_and_every_reading_null() {
        var balance = get("/balance?effectiveAt=2024-06-18").json();
        assertThat(balance.path("interpretations")).isEmpty();
        assertThat(balance.path("evidence")).isEmpty();
        assertThat(balance.path("analysts")).isEmpty();
        assertThat(balance.path("coverage").isNull()).isTrue();
        assertThat(balance.path("confidence").isNull()).isTrue();
        assertThat(balance.path("spread").isNull()).isTrue();
        assertThat(balance.path("leaders").toString())
                .isEqualTo("{\"inconsistency\":{\"key\":null,\"withheld\":\"COVERAGE\"},"
                        + "\"weightOfEvidence\":{\"key\":null,\"withheld\":\"COVERAGE\"},"
                        + "\"judged\":{\"key\":null,\"withheld\":\"NONE\"}}");

        var whole = get("?effectiveAt=2024-06-18").json();
        for (var list : List.of("interpretations", "sources", "evidence", "ratings", "judgments", "indicators")) {
            assertThat(whole.path(list)).as(list).isEmpty();
        }
        assertThat(get("/evidence?effectiveAt=2024-06-18").json().path("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"r0", "r21", "r999999999999999999", "2020-01-01", "0001-01-01T00:00:00Z"})
    void a_point_that_the_log_does_not_have_is_not_found_and_the_answer_says_which_there_are(String asOf) {
        for (var below : List.of("", "/balance", "/events", "/evidence", "/evidence/treaty", "/comments")) {
            var problem = an1().get(small().path() + below + "?asOf=" + asOf).expect(404);
            assertThat(problem.header("Content-Type")).startsWith("application/problem+json");
            assertThat(problem.json().path("detail").asString()).contains("ask for");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asOf=soon",
                "asOf=r",
                "asOf=r1.5",
                "asOf=R1",
                "effectiveAt=r1",
                "effectiveAt=2024-13-01",
                "asOf=%FF",
                "asOf=%00"
            })
    void what_is_no_time_is_refused(String query) {
        an1().get(small().path() + "/balance?" + query).expect(400);
    }

    @Test
    void the_latest_view_says_when_the_newest_event_was_recorded_and_the_future_is_read_as_now() {
        var latest = get("/balance").json();
        var newest = get("/events?limit=1000").json().path("items").path(LAST - 1);
        assertThat(latest.path("asOf")).isEqualTo(newest.path("recordedAt"));
        assertThat(latest.path("effectiveAt")).isEqualTo(newest.path("recordedAt"));

        var future = get("/balance?asOf=9999-01-01&effectiveAt=9999-01-01").json();
        assertThat(future.path("revision").asInt()).isEqualTo(LAST);
        assertThat(future.path("asOf").asString()).startsWith("20").matches(".*:\\d\\d(\\.\\d{1,6})?Z");
        assertThat(future.path("interpretations")).isEqualTo(latest.path("interpretations"));
    }

    @Test
    void a_misspelled_parameter_is_refused_where_it_would_show_today() {
        var problem = an1().get(small().path() + "/balance?asof=r1").expect(400);
        assertThat(problem.json().path("detail").asString()).contains("asof", "asOf", "effectiveAt", "policy");
        an1().get(small().path() + "?asOf=r1&asOf=r2").expect(400);
        an1().get(small().path() + "?limit=5").expect(400);
    }

    @Test
    void an_answer_is_sent_again_whatever_the_reader_has_kept() {
        var asked = an1().with("If-None-Match", "\"" + LAST + "\"")
                .with("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT");
        assertThat(asked.get(small().path()).expect(200).body()).isEqualTo(get("").body());
    }

    @Test
    void where_the_server_says_that_a_new_thing_is_it_is() {
        assertThat(small().locations).hasSize(13).allSatisfy(location -> {
            assertThat(location).isNotEmpty();
            an1().get(location).expect(200);
        });
    }

    @Test
    void a_retracted_item_is_shown_with_its_history_and_as_out_of_force() {
        var rumour = get("/evidence/rumour").json();
        assertThat(rumour.propertyNames())
                .containsExactlyInAnyOrder(
                        "key",
                        "claim",
                        "source",
                        "credibility",
                        "relevance",
                        "kind",
                        "origin",
                        "occurredOn",
                        "publishedOn",
                        "link",
                        "marking",
                        "effectiveAt",
                        "revision",
                        "recordedAt",
                        "inForce",
                        "history");
        assertThat(rumour.path("inForce").booleanValue()).isFalse();
        assertThat(rumour.path("revision").asInt()).isEqualTo(RETRACTED);
        assertThat(all(rumour.path("history"), "kind"))
                .containsExactly("evidence-recorded", "evidence-rated", "comment-made", "evidence-retracted");

        var before = get("/evidence/rumour?asOf=r" + SECOND_ITEM).json();
        assertThat(before.path("inForce").booleanValue()).isTrue();
        assertThat(all(before.path("history"), "kind")).containsExactly("evidence-recorded");
        an1().get(small().path() + "/evidence/rumour?effectiveAt=2024-07-31").expect(404);
        an1().get(small().path() + "/evidence/lasts").expect(404);
        an1().get(small().path() + "/sources/nobody").expect(404);
        assertThat(get("/sources/voice").json().path("reliability").asString()).isEqualTo("F");
        assertThat(get("/interpretations/lasts").json().path("holder").asString())
                .isEqualTo("optimists");
        assertThat(get("/indicators/visit").json().path("status").asString()).isEqualTo("WATCHING");
    }

    @Test
    void an_event_has_every_field_of_the_contract() {
        var events = get("/events").json();
        assertThat(events.propertyNames()).containsExactly("items", "next");
        var first = events.path("items").path(0);
        assertThat(first.propertyNames())
                .containsExactly(
                        "revision", "kind", "item", "actor", "author", "recordedAt", "effectiveAt", "reason", "data");
        assertThat(first.path("kind").asString()).isEqualTo("assessment-opened");
        assertThat(first.path("item").isNull()).isTrue();
        assertThat(first.path("reason").asString()).isEqualTo("Asked by the board");
        assertThat(first.path("data").path("title").asString()).isEqualTo("Durability");
        assertThat(events.path("items").path(7).path("item").asString()).isEqualTo("treaty/lasts");
        assertThat(ints(events.path("items"), "revision")).hasSize(LAST).isSorted();
        assertThat(ints(get("/events?asOf=r5").json().path("items"), "revision"))
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(all(get("/events?effectiveAt=2024-06-30").json().path("items"), "kind"))
                .hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events", "/ratings", "/interpretations", "/sources", "/judgments", "/evidence?asOf=r9"})
    void a_list_read_in_parts_is_the_list(String list) {
        var together = new ArrayList<JsonNode>();
        var query = list + (list.contains("?") ? "&" : "?") + "limit=";
        var part = get(query + 1).json();
        together.addAll(items(part));
        while (!part.path("next").isNull()) {
            part = get(query + 1 + "&cursor=" + part.path("next").asString()).json();
            together.addAll(items(part));
        }
        assertThat(together)
                .hasSizeGreaterThan(1)
                .isEqualTo(items(get(query + 1000).json()));
        an1().get(small().path() + query + "1&cursor=bm9uZQ").expect(400);
        an1().get(small().path() + query + "0").expect(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events",
                "/ratings",
                "/interpretations",
                "/sources",
                "/evidence",
                "/indicators",
                "/judgments",
                "/comments",
                "/reviews",
                "/review-requests",
                "/ratings/treaty/lasts",
                "/members"
            })
    void every_list_is_to_be_had_as_csv(String list) {
        var csv = an1().with("Accept", "text/csv").get(small().path() + list).expect(200);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("ETag")).isNotEmpty();
        var lines = csv.body().lines().toList();
        var first = get(list).json().path("items").path(0);
        assertThat(lines.getFirst()).isEqualTo(String.join(",", first.propertyNames()));
        assertThat(lines).hasSizeGreaterThan(1);
    }

    @Test
    void csv_goes_on_by_a_link_and_starts_no_formula() {
        var csv = an1().with("Accept", "text/csv")
                .get(small().path() + "/evidence?asOf=r9&limit=1")
                .expect(200);
        assertThat(csv.body()).contains("'=Someone said so");
        assertThat(csv.header("Link")).contains("rel=\"next\"", "asOf=r9", "cursor=");
        an1().with("Accept", "text/csv").get(small().path() + "/balance").expect(406);
    }

    static List<JsonNode> items(JsonNode page) {
        return List.copyOf(page.path("items").values());
    }

    static JsonNode of(JsonNode list, String key) {
        return list.values().stream()
                .filter(item -> item.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    static List<String> keys(JsonNode list) {
        return all(list, "key");
    }

    static List<String> all(JsonNode list, String field) {
        return list.values().stream().map(item -> item.path(field).asString()).toList();
    }

    static List<Integer> ints(JsonNode list, String field) {
        return list.values().stream().map(item -> item.path(field).asInt()).toList();
    }

    static Collection<String> strings(JsonNode list) {
        return list.values().stream().map(JsonNode::asString).toList();
    }
}
