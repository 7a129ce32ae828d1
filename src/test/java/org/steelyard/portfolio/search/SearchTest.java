package org.steelyard.portfolio.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final JsonMapper JSON = new JsonMapper();

    private final String key = TestServer.newKey();

    /** A word that no other test writes. */
    private final String own = "w" + key.replace("-", "") + "z";

    private final String path = "/api/v1/assessments/" + key;

    @BeforeEach
    void an_assessment_with_a_reader() {
        open(key);
        SERVER.as("an1").put(path + "/members/reader", "{\"role\": \"READER\"}").expect(201);
        post("/sources", "{\"key\": \"s1\", \"name\": \"Источник\", \"kind\": \"Press\", \"reliability\": \"B\"}");
    }

    private static void open(String key) {
        SERVER.as("an1").post("/api/v1/assessments", """
                        {"key": "%s", "title": "A case", "question": "Which way?"}
                        """.formatted(key)).expect(201);
    }

    private JsonNode post(String below, String body) {
        return SERVER.as("an1").post(path + below, body).expect(201).json();
    }

    private JsonNode record(String item, String claim) {
        var body = JSON.createObjectNode()
                .put("key", item)
                .put("claim", claim)
                .put("source", "s1")
                .put("credibility", 2)
                .put("relevance", "H")
                .put("kind", "REPORT")
                .put("link", "https://www." + own + ".example.org/page");
        return post("/evidence", body.toString());
    }

    private static String query(String words) {
        return "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static Reply search(String user, String words) {
        return SERVER.as(user).get("/api/v1/search" + query(words)).expect(200);
    }

    private static Document page(String user, String words) {
        return SERVER.browser(user).get("/search" + query(words)).expect(200).html();
    }

    /** What is found, as "assessment/SORT/item", once all that was recorded so far was looked through. */
    private static List<String> hits(String user, String words) {
        awaitCurrent();
        return hits(search(user, words));
    }

    private static List<String> hits(Reply reply) {
        var hits = new ArrayList<String>();
        for (JsonNode item : reply.json().path("items")) {
            for (JsonNode hit : item.path("hits")) {
                hits.add(item.path("assessment").stringValue() + "/"
                        + hit.path("sort").stringValue() + "/"
                        + hit.path("item").stringValue());
            }
        }
        return hits;
    }

    private static void awaitCurrent() {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(end)) {
            for (JsonNode projection : SERVER.as("admin")
                    .get("/api/v1/projections")
                    .expect(200)
                    .json()
                    .path("items")) {
                if (projection.path("name").stringValue().equals("search")
                        && projection.path("state").stringValue().equals("SERVING")
                        && projection.path("lag").intValue() == 0) {
                    return;
                }
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("The search is still behind the log");
    }

    private List<String> listed(String user, String words) {
        return SERVER
                .as(user)
                .get("/api/v1/assessments" + query(words))
                .expect(200)
                .json()
                .path("items")
                .values()
                .stream()
                .map(item -> item.path("key").stringValue())
                .toList();
    }

    @Test
    void whatever_is_written_is_found_where_it_stands() {
        record("e1", "Łódź got " + own + "claim shells");
        long comment = post("/comments", "{\"text\": \"Said " + own + "remark\"}")
                .path("revision")
                .longValue();
        post(
                "/interpretations",
                "{\"key\": \"left\", \"statement\": \"It goes left\", \"holder\": \"" + own + "holder\"}");
        post("/interpretations", "{\"key\": \"right\", \"statement\": \"It goes right\"}");
        post("/indicators", "{\"key\": \"k1\", \"statement\": \"Watch " + own + "sign\", \"speaksFor\": \"left\"}");
        post("/judgments", """
                {"probabilities": {"left": 0.6, "right": 0.4}, "confidence": "LOW", "rationale": "Since %srationale"}
                """.formatted(own));

        assertThat(hits("reader", own + "claim")).containsExactly(key + "/EVIDENCE/e1");
        assertThat(hits("reader", own + "remark")).containsExactly(key + "/COMMENT/" + comment);
        assertThat(hits("reader", own + "holder")).containsExactly(key + "/INTERPRETATION/left");
        assertThat(hits("reader", own + "sign")).containsExactly(key + "/INDICATOR/k1");
        assertThat(hits("reader", own + "rationale")).containsExactly(key + "/JUDGMENT/an1");
        assertThat(hits("reader", own + ".example.org")).containsExactly(key + "/EVIDENCE/e1");
        assertThat(hits("reader", key)).contains(key + "/ASSESSMENT/");
    }

    @Test
    void each_word_may_stand_in_another_text_and_the_last_one_need_only_begin() {
        record("e1", own + " Пётр Лавров met 김정은 in Łódź");
        post("/comments", "{\"text\": \"A remark on delivery\"}");

        assertThat(hits("reader", own.toUpperCase(java.util.Locale.ROOT) + " ПЕТР лодзь"))
                .isEmpty();
        assertThat(hits("reader", own + " лавров ПЕТР")).containsExactly(key + "/EVIDENCE/e1");
        assertThat(hits("reader", own + " 김정은")).containsExactly(key + "/EVIDENCE/e1");
        assertThat(hits("reader", own + " lodz")).containsExactly(key + "/EVIDENCE/e1");
        assertThat(hits("reader", own + " deliv")).hasSize(2).first().isEqualTo(key + "/EVIDENCE/e1");
        assertThat(hits("reader", "deliv " + own)).isEmpty();
    }

    @Test
    void what_was_corrected_is_found_as_of_then_alone() {
        var recorded = record("e1", own + " before");
        SERVER.as("an1")
                .patch(path + "/evidence/e1", "{\"claim\": \"" + own + " later\"}")
                .expect(200);
        String then = "&asOf=" + recorded.path("recordedAt").stringValue();

        assertThat(hits("reader", own + " before")).isEmpty();
        assertThat(hits("reader", own + " later")).containsExactly(key + "/EVIDENCE/e1");
        String old = "/api/v1/search" + query(own + " before") + then;
        assertThat(hits(SERVER.as("reader").get(old).expect(200))).containsExactly(key + "/EVIDENCE/e1");
        String listedThen = "/api/v1/assessments" + query(own + " before") + then;
        assertThat(SERVER.as("reader").get(listedThen).expect(200).json().path("items"))
                .hasSize(1);
        assertThat(listed("reader", own + " before")).isEmpty();
        assertThat(listed("reader", own + " la")).containsExactly(key);

        var html = SERVER.browser("reader")
                .get("/search" + query(own + " before") + then)
                .expect(200)
                .html();
        assertThat(html.select("main a[href*='/a/" + key + "/evidence/e1?asOf=']"))
                .hasSize(1);
        assertThat(html.select(".band")).isNotEmpty();
    }

    @Test
    void what_is_out_of_force_is_not_found_until_it_is_back() {
        record("e1", own + " retractable");
        assertThat(hits("reader", own + " retractable")).hasSize(1);
        SERVER.as("an1")
                .delete(path + "/evidence/e1", "{\"reason\": \"Wrong\"}")
                .expect(200);
        assertThat(hits("reader", own + " retractable")).isEmpty();
        SERVER.as("an1")
                .post(path + "/evidence/e1/reinstatement", "{\"reason\": \"Right after all\"}")
                .expect(200);
        assertThat(hits("reader", own + " retractable")).hasSize(1);
    }

    @Test
    void who_may_not_read_finds_nothing_and_no_hint_of_it() {
        record("e1", own + " secret");
        assertThat(hits("reader", own)).hasSize(1);

        assertThat(hits("outsider", own)).isEmpty();
        assertThat(search("outsider", own).json().path("next").isNull()).isTrue();
        assertThat(listed("outsider", own)).isEmpty();
        String found = page("outsider", own).select("main").text();
        String nothing = page("outsider", own + "x").select("main").text();
        assertThat(found).isEqualTo(nothing).doesNotContain(key);

        SERVER.as("an1").delete(path + "/members/reader").expect(200);
        assertThat(hits("reader", own)).isEmpty();
    }

    @Test
    void hostile_texts_stay_texts() {
        record("e1", "<script>alert(1)</script> <b>" + own + "</b> \"onmouseover=");
        awaitCurrent();

        var html = page("reader", own);
        assertThat(html.select("main mark")).hasSize(1);
        assertThat(html.select("main mark").text()).isEqualTo(own);
        assertThat(html.select("main script, main b")).isEmpty();
        assertThat(html.select("main").text()).contains("<script>alert(1)</script>");
        assertThat(page("reader", "\"><script>").select("main script")).isEmpty();
        record("e2", "=1+1 " + own + "formula");
        awaitCurrent();
        String csv = SERVER.as("reader")
                .with("Accept", "text/csv")
                .get("/api/v1/search" + query(own + "formula"))
                .expect(200)
                .body();
        assertThat(csv.lines()).first().isEqualTo("assessment,title,sort,item,revision,excerpt");
        assertThat(csv).contains("e2").contains("'=1+1 " + own + "formula");
    }

    @Test
    void a_part_leads_to_the_next() {
        var keys = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            String other = TestServer.newKey();
            keys.add(other);
            open(other);
            SERVER.as("an1")
                    .post("/api/v1/assessments/" + other + "/comments", "{\"text\": \"" + own + "\"}")
                    .expect(201);
        }
        awaitCurrent();

        var found = new ArrayList<String>();
        String cursor = "";
        do {
            var part = SERVER.as("an1")
                    .get("/api/v1/search" + query(own) + "&limit=2" + cursor)
                    .expect(200)
                    .json();
            assertThat(part.path("items").size()).isLessThanOrEqualTo(2);
            part.path("items").forEach(item -> found.add(item.path("assessment").stringValue()));
            assertThat(part.path("upTo").stringValue()).isNotNull();
            cursor = part.path("next").isNull()
                    ? ""
                    : "&cursor=" + part.path("next").stringValue();
        } while (!cursor.isEmpty());
        keys.sort(null);
        assertThat(found).isEqualTo(keys);
    }

    @Test
    void a_search_for_nothing_is_told_what_to_do() {
        SERVER.as("reader").get("/api/v1/search").expect(400);
        assertThat(search("reader", "—").json().path("items").size()).isZero();
        assertThat(page("reader", "").select("main .answer").text()).startsWith("Type words.");
        SERVER.as("reader").get("/api/v1/search?q=a&asOf=soon").expect(400);
    }
}
