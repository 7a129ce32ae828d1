package org.steelyard.blind;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.portfolio.Portfolio;
import tools.jackson.databind.JsonNode;

/** What blind mode keeps from whom, and until when. */
class BlindModeTest {
    private static final TestServer SERVER = TestServer.shared();

    private final BlindCase blind = new BlindCase();
    private final Client mine = SERVER.as(blind.analyst);

    private JsonNode read(String user, String below) {
        return SERVER.as(user).get(blind.path(below)).expect(200).json();
    }

    private static List<String> all(JsonNode items, String field) {
        var all = new ArrayList<String>();
        items.forEach(item -> all.add(item.path(field).asString("")));
        return all;
    }

    @Test
    void others_ratings_of_a_row_are_shown_once_one_has_rated_in_it_and_those_of_other_rows_are_not() {
        assertThat(read(blind.analyst, "/ratings").path("items")).isEmpty();
        assertThat(read(blind.analyst, "/ratings").path("blinded").asBoolean()).isTrue();

        blind.rate(mine, "e1", "lasts", "N", "my own");

        assertThat(all(read(blind.analyst, "/ratings").path("items"), "rationale"))
                .containsExactlyInAnyOrder(BlindCase.OF_E1, BlindCase.OF_E1, "my own");
        assertThat(all(read(blind.analyst, "/evidence/e1").path("history"), "author"))
                .contains(blind.other);
        assertThat(all(read(blind.analyst, "/evidence/e2").path("history"), "author"))
                .doesNotContain(blind.other);
        assertThat(read(blind.analyst, "/balance")
                        .path("leaders")
                        .path("judged")
                        .path("key")
                        .isNull())
                .isTrue();
    }

    @Test
    void readings_and_others_judgments_are_shown_once_one_has_judged_and_unrated_rows_stay_hidden() {
        var before = read(blind.analyst, "/balance");
        assertThat(before.path("blinded").asBoolean()).isTrue();
        assertThat(before.path("interpretations")
                        .get(0)
                        .path("weightOfEvidence")
                        .isNull())
                .isTrue();
        assertThat(before.path("analysts")).isEmpty();
        assertThat(read(blind.analyst, "/judgments").path("items")).isEmpty();

        blind.judge(mine, 0.5, "I cannot say");

        assertThat(all(read(blind.analyst, "/balance").path("interpretations"), "judged"))
                .isEqualTo(all(read("reader", "/balance").path("interpretations"), "judged"));
        assertThat(all(read(blind.analyst, "/judgments").path("items"), "rationale"))
                .contains(BlindCase.OF_JUDGMENT, "I cannot say");
        assertThat(read(blind.analyst, "/ratings").path("items")).isEmpty();
        assertThat(read(blind.analyst, "/ratings").path("blinded").asBoolean()).isTrue();

        blind.rate(mine, "e1", "lasts", "N", "one");
        blind.rate(mine, "e2", "ends", "N", "two");

        assertThat(read(blind.analyst, "/balance")).isEqualTo(read("reader", "/balance"));
        assertThat(read(blind.analyst, "/events")).isEqualTo(read("reader", "/events"));
        assertThat(read(blind.analyst, "").has("blinded")).isFalse();
    }

    @Test
    void what_is_recorded_by_oneself_does_not_show_in_readings_before_one_has_judged() {
        blind.rate(mine, "e3", "lasts", "II", "mine");

        var history = read(blind.analyst, "/balance/history");
        var changes = read(blind.analyst, "/changes");
        var whatIf = mine.post(blind.path("/what-if"), "{\"drop\": {\"items\": [\"e3\"]}}")
                .expect(200)
                .json();

        assertThat(history.path("points")).isEmpty();
        assertThat(history.path("before").isNull()).isTrue();
        assertThat(all(changes.path("changes"), "author"))
                .contains(blind.analyst)
                .doesNotContain(blind.other);
        assertThat(changes.path("totals")).isEmpty();
        assertThat(whatIf.path("difference")).isEmpty();
        assertThat(read(blind.analyst, "/sensitivity").path("leaveOneOut")).isEmpty();
        for (JsonNode answer :
                List.of(history, changes, whatIf, read(blind.analyst, "/sensitivity"), read(blind.analyst, ""))) {
            assertThat(answer.path("blinded").asBoolean()).isTrue();
        }
    }

    @Test
    void a_past_view_shows_what_today_may_be_seen_and_no_more() {
        long newest = read("reader", "").path("revision").asLong();

        assertThat(read(blind.analyst, "/judgments?asOf=r" + newest).path("items"))
                .isEmpty();
        assertThat(read(blind.analyst, "?asOf=r" + newest).path("revision").asLong())
                .isEqualTo(newest);

        blind.judge(mine, 0.5, "later");

        assertThat(all(read(blind.analyst, "/judgments?asOf=r" + newest).path("items"), "rationale"))
                .containsExactly(BlindCase.OF_JUDGMENT);
    }

    @Test
    void an_administrator_sees_all_unless_they_may_rate_there() {
        assertThat(read("admin", "/ratings").path("items")).hasSize(4);

        SERVER.as(blind.owner)
                .put(blind.path("/members/admin"), "{\"role\": \"ANALYST\"}")
                .expect(201);

        assertThat(read("admin", "/ratings").path("items")).isEmpty();
    }

    @Test
    void an_analyst_whose_account_is_a_readers_sees_all_as_readers_do() {
        String user = "capped-" + blind.key;
        SERVER.addUser(user, "ANALYST");
        SERVER.as(blind.owner)
                .put(blind.path("/members/" + user), "{\"role\": \"ANALYST\"}")
                .expect(201);
        assertThat(read(user, "/ratings").path("items")).isEmpty();

        SERVER.as("admin")
                .patch("/api/v1/users/" + user, "{\"roles\": [\"READER\"]}")
                .expect(200);

        assertThat(read(user, "/ratings").path("items")).hasSize(4);
    }

    @Test
    void nothing_is_kept_once_blind_mode_is_off_and_all_of_it_again_once_it_is_on() {
        var owner = SERVER.as(blind.owner);

        var off = owner.patch(blind.path(""), "{\"blind\": false}").expect(200).json();
        assertThat(off.path("ratings")).hasSize(4);
        assertThat(read(blind.analyst, "/ratings").path("items")).hasSize(4);

        var on = owner.patch(blind.path(""), "{\"blind\": true}").expect(200).json();
        assertThat(on.path("ratings")).isEmpty();
        assertThat(on.path("blinded").asBoolean()).isTrue();
        assertThat(read(blind.analyst, "/ratings").path("items")).isEmpty();
    }

    @Test
    void nothing_is_kept_once_the_question_is_resolved_since_nobody_rates_any_more() {
        SERVER.as(blind.owner)
                .post(
                        blind.path("/resolution"),
                        "{\"outcome\": \"lasts\", \"resolvedOn\": \"%s\", \"basis\": \"It did\"}"
                                .formatted(LocalDate.now(ZoneOffset.UTC)))
                .expect(201);

        assertThat(read(blind.analyst, "/ratings").path("items")).hasSize(4);
    }

    @Test
    void what_a_resolution_showed_is_kept_again_once_the_question_is_reopened_and_ratings_say_that_it_was_seen() {
        var owner = SERVER.as(blind.owner);
        owner.post(
                        blind.path("/resolution"),
                        "{\"outcome\": null, \"resolvedOn\": \"%s\", \"basis\": \"Asked wrongly\"}"
                                .formatted(LocalDate.now(ZoneOffset.UTC)))
                .expect(201);
        assertThat(read(blind.analyst, "/ratings").path("items")).hasSize(4);

        owner.send("DELETE", blind.path("/resolution"), "application/json", "{\"reason\": \"It was right\"}")
                .expect(200);

        assertThat(read(blind.analyst, "/ratings").path("items")).isEmpty();
        assertThat(read(blind.analyst, "/balance").path("blinded").asBoolean()).isTrue();
        blind.rate(mine, "e1", "lasts", "N", "mine");
        assertThat(seen()).containsExactly("true true");
    }

    @Test
    void what_its_author_had_seen_stands_in_each_rating_and_in_words_in_the_log() {
        blind.rate(mine, "e1", "lasts", "N", "first");
        blind.rate(mine, "e1", "ends", "N", "second");
        blind.judge(mine, 0.5, "now");
        blind.rate(mine, "e2", "ends", "N", "third");

        assertThat(seen()).containsExactly("false false", "true false", "false true");
        assertThat(SERVER.browser("reader")
                        .get("/a/" + blind.key + "/log")
                        .expect(200)
                        .html()
                        .select("ol.lines")
                        .text())
                .contains("before seeing others’ ratings of the cell or any reading")
                .contains("having seen others’ ratings of the cell, and no reading")
                .contains("having seen the readings, and no other rating of the cell");
        assertThat(all(read("reader", "/changes").path("changes"), "summary"))
                .anyMatch(summary -> summary.startsWith(blind.analyst)
                        && summary.endsWith("having seen others’ ratings of the cell, and no reading"));
    }

    /** What the analyst had seen at each of their ratings: others' ratings of the cell, readings. */
    private List<String> seen() {
        var seen = new ArrayList<String>();
        for (JsonNode event : read("reader", "/events?limit=1000").path("items")) {
            if (event.path("author").asString("").equals(blind.analyst)
                    && event.path("data").has("seen")) {
                var said = event.path("data").path("seen");
                seen.add(said.path("othersRatings").asBoolean() + " "
                        + said.path("readings").asBoolean());
            }
        }
        return seen;
    }

    @Test
    void a_stream_says_that_something_was_recorded_and_not_what() {
        long newest = read("reader", "").path("revision").asLong();
        try (var deaf = mine.listen(blind.path("/stream"));
                var all = SERVER.as("reader").listen(blind.path("/stream"))) {
            blind.rate(SERVER.as(blind.other), "e3", "ends", "CC", "new");

            var told = deaf.await(1).getFirst().data();
            assertThat(told.path("revision").asLong()).isEqualTo(newest + 1);
            assertThat(told.path("item").isNull()
                            && told.path("kind").isNull()
                            && told.path("actor").isNull())
                    .as(told.toString())
                    .isTrue();
            assertThat(all.await(1).getFirst().data().path("item").asString()).isEqualTo("e3/ends");
        }
    }

    @Test
    void the_portfolio_has_the_row_without_its_readings_and_no_filter_tells_them() {
        Portfolio.awaitAll();
        var row = mine.get("/api/v1/portfolio?q=" + blind.key)
                .expect(200)
                .json()
                .path("items")
                .get(0);

        assertThat(row.path("blinded").asBoolean()).isTrue();
        assertThat(row.path("leaders").path("weightOfEvidence").path("key").isNull())
                .isTrue();
        assertThat(row.path("judged")).isEmpty();
        assertThat(row.path("confidence").isNull() && row.path("coverage").isNull())
                .isTrue();
        assertThat(found("AGREE") + found("CONFLICT")).isZero();
        assertThat(found("WITHHELD")).isOne();
    }

    private int found(String agreement) {
        return mine.get("/api/v1/portfolio?q=" + blind.key + "&agreement=" + agreement)
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    @Test
    void words_of_hidden_texts_find_nothing_even_beside_words_that_may_be_seen() {
        Portfolio.awaitAll();
        for (String query : List.of(BlindCase.OF_JUDGMENT, "durability+" + BlindCase.OF_JUDGMENT)) {
            assertThat(mine.get("/api/v1/search?q=" + query).expect(200).json().path("items"))
                    .isEmpty();
            assertThat(mine.get("/api/v1/assessments?limit=1000&q=" + query)
                            .expect(200)
                            .json()
                            .path("items"))
                    .isEmpty();
            assertThat(all(
                            SERVER.as("reader")
                                    .get("/api/v1/search?q=" + query)
                                    .expect(200)
                                    .json()
                                    .path("items"),
                            "assessment"))
                    .contains(blind.key);
        }
    }

    @Test
    void a_case_file_without_what_is_hidden_says_so_and_is_not_taken_back() {
        String file =
                mine.get(blind.path("/export?format=casefile")).expect(200).body();

        assertThat(file).contains("blinded: true").doesNotContain(BlindCase.OF_JUDGMENT);
        var refused = SERVER.as("admin").send("POST", "/api/v1/imports?dryRun=true", "application/yaml", file);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("blind mode");
        assertThat(SERVER.as("reader")
                        .get(blind.path("/export?format=casefile"))
                        .expect(200)
                        .body())
                .doesNotContain("blinded: true")
                .contains(BlindCase.OF_JUDGMENT);
    }

    @Test
    void pages_say_that_one_works_blind_and_what_to_do_first() {
        var browser = SERVER.browser(blind.analyst);
        for (String page : List.of("", "/matrix", "/firm", "/replay", "/compare?axis=recorded")) {
            var html = browser.get("/a/" + blind.key + page).expect(200).html();
            assertThat(html.select(".answer").text()).as(page).contains("You are working blind");
            assertThat(html.select(".answer a[href$=/rate]")).as(page).hasSize(1);
            assertThat(html.select(".answer a[href$=/judge]")).as(page).hasSize(1);
            assertThat(html.select("figure")).as(page).isEmpty();
        }
        for (String file : List.of(
                "readings.csv", "readings.svg", "history.csv", "firm.csv", "falls.csv", "replay.svg", "compare.csv")) {
            browser.get("/a/" + blind.key + "/" + file).expect(403);
        }
        assertThat(SERVER.browser("reader")
                        .get("/a/" + blind.key)
                        .expect(200)
                        .html()
                        .select("figure"))
                .isNotEmpty();
    }

    @Test
    void each_rater_has_rows_in_an_order_of_their_own_that_stays_or_by_key() {
        var items = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            String item = "f%02d".formatted(i);
            items.add(item);
            SERVER.as(blind.owner)
                    .post(
                            blind.path("/evidence"),
                            "{\"key\": \"%s\", \"claim\": \"Claim\", \"source\": \"s-%s\", \"credibility\": 2, \"relevance\": \"H\"}"
                                    .formatted(item, blind.key))
                    .expect(201);
        }
        items.addAll(0, List.of("e1", "e2", "e3"));

        var rows = rows(blind.analyst, "");
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(items)
                .isEqualTo(rows(blind.analyst, ""))
                .isNotEqualTo(items);
        assertThat(rows(blind.owner, "")).isNotEqualTo(rows);
        assertThat(rows(blind.analyst, "?order=key")).isEqualTo(items);
        assertThat(rows(blind.analyst, "?order=date"))
                .as("by date only once one has rated")
                .isEqualTo(rows);

        for (String item : items) {
            blind.rate(mine, item, "lasts", "N", "mine");
            blind.rate(mine, item, "ends", "N", "mine");
        }
        assertThat(rows(blind.analyst, "?order=date")).isEqualTo(items);
        assertThat(rows(blind.owner, "?order=date")).isEqualTo(rows(blind.owner, ""));
    }

    @Test
    void who_rates_a_row_at_once_had_seen_nothing_of_it_at_any_of_its_cells() {
        mine.post(blind.path("/ratings"), """
                        {"ratings": [{"evidence": "e2", "interpretation": "lasts", "rating": "I"},
                                     {"evidence": "e2", "interpretation": "ends", "rating": "C"}]}""").expect(200);

        assertThat(seen()).containsExactly("false false", "false false");
    }

    @Test
    void pages_of_items_and_the_log_say_that_something_is_left_out() {
        var browser = SERVER.browser(blind.analyst);
        String kept = "What others rated here is kept from you";
        assertThat(browser.get("/a/" + blind.key + "/evidence/e2").expect(200).body())
                .contains(kept)
                .doesNotContain("Nobody has rated it");
        assertThat(browser.get("/a/" + blind.key + "/evidence/e3").expect(200).body())
                .contains("Nobody has rated it")
                .doesNotContain(kept);
        var log = browser.get("/a/" + blind.key + "/log").expect(200).html();
        assertThat(log.text()).contains("what is kept from you is left out");
        assertThat(log.select(".meta").text()).as("who recorded last").doesNotContain(" by ");
    }

    @Test
    void who_has_rated_is_told_that_what_it_moved_is_kept_until_they_have_judged() {
        blind.rate(mine, "e1", "lasts", "N", "mine");
        long revision = read(blind.analyst, "").path("revision").asLong();
        String rated = "/a/" + blind.key + "/rate?recorded=" + revision + "-" + revision;
        var browser = SERVER.browser(blind.analyst);

        var kept = browser.get(rated).expect(200).html();
        assertThat(kept.select(".recorded").text()).contains("What they moved is kept from you until you have judged.");
        assertThat(kept.select(".recorded a[href$=/judge]")).hasSize(1);

        blind.judge(mine, 0.5, "now");
        assertThat(browser.get(rated).expect(200).html().select(".recorded").text())
                .doesNotContain("kept from you");
    }

    private List<String> rows(String user, String query) {
        return SERVER.browser(user)
                .get("/a/" + blind.key + "/rate" + query)
                .expect(200)
                .html()
                .select("table.rating tbody th a[href*=/evidence/]")
                .eachText();
    }

    @Test
    void a_form_records_though_others_recorded_in_between_what_one_may_not_see() {
        var browser = SERVER.browser(blind.analyst);
        var page = browser.get("/a/" + blind.key + "/rate").expect(200).html();
        blind.rate(SERVER.as(blind.other), "e3", "ends", "CC", "in between");

        browser.form(
                        "/a/" + blind.key + "/rate",
                        Map.of(
                                "revision", page.select("input[name=revision]").attr("value"),
                                "once", page.select("input[name=once]").attr("value"),
                                "rating.e3.lasts", "C"))
                .expect(302);

        assertThat(all(read(blind.analyst, "/ratings").path("items"), "rating")).contains("C", "CC");
    }
}
