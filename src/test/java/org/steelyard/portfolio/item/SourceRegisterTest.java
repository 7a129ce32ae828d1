package org.steelyard.portfolio.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.portfolio.Portfolio;
import tools.jackson.databind.JsonNode;

/** Sources over two assessments: one source carries both leaders, its double of the same key in the second is graded otherwise. */
class SourceRegisterTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final String HOSTILE = "=1+1 <script>alert(1)</script>";

    private static final String ONE = TestServer.newKey();
    private static final String TWO = TestServer.newKey();
    /** In the keys of both sources, and of no other that the shared server has. */
    private static final String PAIR = TestServer.newKey() + "-pair";

    private static final String SHARED = PAIR + "-shared";
    private static final String WEAK = PAIR + "-weak";
    private static final String USER = TestServer.newKey();
    private static String before = "";

    @BeforeAll
    static void two_assessments_lean_on_one_source() {
        SERVER.addUser(USER, "READER");
        open(ONE, "B");
        before = newest(ONE);
        open(TWO, "C");
        an1().patch(path(TWO) + "/sources/" + SHARED, "{\"name\": \"" + HOSTILE + "\"}")
                .expect(200);
        Portfolio.awaitAll();
    }

    private static Client an1() {
        return SERVER.as("an1");
    }

    private static String path(String key) {
        return "/api/v1/assessments/" + key;
    }

    private static String newest(String key) {
        return an1().get(path(key)).expect(200).json().path("recordedAt").asString();
    }

    private static void open(String key, String grade) {
        an1().post("/api/v1/assessments", """
                        {"key": "%s", "title": "%s", "question": "Q?"}""".formatted(key, HOSTILE)).expect(201);
        an1().put(path(key) + "/members/" + USER, "{\"role\": \"READER\"}").expect(201);
        post(key, "/sources", """
                "key": "%s", "name": "The shared one", "kind": "k", "reliability": "%s\"""".formatted(SHARED, grade));
        post(key, "/sources", """
                "key": "%s", "name": "Weak", "kind": "k", "reliability": "E\"""".formatted(WEAK));
        post(key, "/interpretations", "\"key\": \"up\", \"statement\": \"Up\"");
        post(key, "/interpretations", "\"key\": \"down\", \"statement\": \"Down\"");
        evidence(key, "e1", SHARED, "CC", "II");
        evidence(key, "e2", WEAK, "N", "N");
    }

    private static void evidence(String key, String item, String source, String up, String down) {
        post(key, "/evidence", """
                "key": "%s", "claim": "C", "source": "%s", "credibility": 2, "relevance": "H\"""".formatted(item, source));
        an1().put(path(key) + "/ratings/" + item + "/up", "{\"rating\": \"" + up + "\"}")
                .expect(200);
        an1().put(path(key) + "/ratings/" + item + "/down", "{\"rating\": \"" + down + "\"}")
                .expect(200);
    }

    private static void post(String key, String below, String fields) {
        an1().post(path(key) + below, "{" + fields + "}").expect(201);
    }

    private static JsonNode answer(String user, String query) {
        return SERVER.as(user).get("/api/v1/sources" + query).expect(200).json();
    }

    private static JsonNode source(String key, String query) {
        return answer(USER, query)
                .path("items")
                .valueStream()
                .filter(item -> item.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode items, String field) {
        return items.valueStream().map(item -> item.path(field).asString()).toList();
    }

    private static Document page(String user, String path) {
        return SERVER.browser(user).get(path).expect(200).html();
    }

    @Test
    void a_source_of_one_key_is_one_source_over_all_assessments() {
        JsonNode shared = source(SHARED, "");

        assertThat(shared.path("name").asString()).isEqualTo(HOSTILE);
        assertThat(shared.path("reliabilities").valueStream().map(JsonNode::asString))
                .containsExactly("B", "C");
        assertThat(shared.path("items").asInt()).isEqualTo(2);
        assertThat(shared.path("assessments").asInt()).isEqualTo(2);
        assertThat(answer(USER, "").path("upTo").asString()).isNotBlank();
    }

    @Test
    void weights_and_leaders_are_those_of_balance_and_sensitivity() {
        for (String key : List.of(SHARED, WEAK)) {
            double weight = 0;
            var hanging = new TreeSet<String>();
            for (String assessment : List.of(ONE, TWO)) {
                String item = key.equals(SHARED) ? "e1" : "e2";
                weight += weight(assessment, item);
                if (falls(assessment, key)) {
                    hanging.add(assessment);
                }
            }
            JsonNode source = source(key, "");
            assertThat(source.path("weight").asDouble()).isEqualTo(weight);
            assertThat(source.path("leadersHanging").valueStream().map(JsonNode::asString))
                    .containsExactlyElementsOf(hanging);
        }
        assertThat(source(SHARED, "").path("leadersHanging")).hasSize(2);
        assertThat(source(WEAK, "").path("leadersHanging")).isEmpty();
    }

    private static double weight(String assessment, String item) {
        return an1().get(path(assessment) + "/balance")
                .json()
                .path("evidence")
                .valueStream()
                .filter(line -> line.path("key").asString().equals(item))
                .findFirst()
                .orElseThrow()
                .path("weight")
                .asDouble();
    }

    private static boolean falls(String assessment, String source) {
        JsonNode leaders = an1().get(path(assessment) + "/balance").json().path("leaders");
        JsonNode without = an1().get(path(assessment) + "/sensitivity")
                .json()
                .path("leaveOneOut")
                .valueStream()
                .filter(row -> row.path("without").path("source").asString("").equals(source))
                .findFirst()
                .orElseThrow()
                .path("leaders");
        return List.of("weightOfEvidence", "inconsistency").stream()
                .anyMatch(by -> !leaders.path(by).path("key").isNull()
                        && !leaders.path(by).path("key").equals(without.path(by).path("key")));
    }

    @Test
    void as_of_the_past_it_is_as_it_was_then() {
        JsonNode then = source(SHARED, "?asOf=" + before);

        assertThat(then.path("name").asString()).isEqualTo("The shared one");
        assertThat(then.path("assessments").asInt()).isEqualTo(1);
        assertThat(then.path("leadersHanging").valueStream().map(JsonNode::asString))
                .containsExactly(ONE);
        assertThat(answer(USER, "?asOf=2020-01-01").path("items")).isEmpty();
        assertThat(answer(USER, "?asOf=2999-01-01").path("items"))
                .isEqualTo(answer(USER, "").path("items"));
        SERVER.as(USER).get("/api/v1/sources?asOf=r3").expect(400);
    }

    @Test
    void parts_follow_each_other_without_gap_or_doubling() {
        var parts = new ArrayList<String>();
        String next = "";
        do {
            JsonNode part = answer(USER, "?limit=1&q=" + PAIR + (next.isEmpty() ? "" : "&cursor=" + next));
            parts.addAll(texts(part.path("items"), "key"));
            next = part.path("next").asString("");
        } while (!next.isEmpty());

        assertThat(parts).containsExactlyElementsOf(new TreeSet<>(List.of(SHARED, WEAK)));
        assertThat(texts(answer(USER, "?q=WEAK%20k").path("items"), "key")).containsExactly(WEAK);
    }

    @Test
    void one_source_is_told_by_assessment() {
        JsonNode each = answer(USER, "/" + SHARED).path("items");

        assertThat(texts(each, "assessment")).containsExactlyElementsOf(new TreeSet<>(List.of(ONE, TWO)));
        assertThat(each)
                .allSatisfy(in -> assertThat(in.path("carriesWeightOfEvidence").asBoolean())
                        .isTrue());
        assertThat(texts(answer(USER, "/" + SHARED + "?asOf=" + before).path("items"), "assessment"))
                .containsExactly(ONE);
    }

    @Test
    void who_may_read_none_of_it_sees_nothing_and_lost_rights_rule_the_past() {
        String leaving = TestServer.newKey();
        SERVER.addUser(leaving, "READER");
        an1().put(path(ONE) + "/members/" + leaving, "{\"role\": \"READER\"}").expect(201);
        assertThat(texts(answer(leaving, "").path("items"), "key")).contains(SHARED);
        an1().delete(path(ONE) + "/members/" + leaving).expect(200);

        for (String user : List.of("outsider", leaving)) {
            assertThat(answer(user, "").toString()).doesNotContain(SHARED);
            assertThat(answer(user, "?asOf=" + before).toString()).doesNotContain(SHARED);
            SERVER.as(user).get("/api/v1/sources/" + SHARED).expect(404);
            assertThat(page(user, "/sources").html()).doesNotContain(SHARED);
            assertThat(SERVER.browser(user).get("/sources/" + SHARED).status()).isEqualTo(404);
        }
    }

    @Test
    void it_is_csv_for_who_accepts_it_and_formulas_in_it_are_none() {
        var reply = SERVER.as(USER)
                .with("Accept", "text/csv")
                .get("/api/v1/sources")
                .expect(200);

        assertThat(reply.body().lines().findFirst().orElseThrow())
                .isEqualTo("key,name,kind,reliabilities,items,weight,assessments,leadersHanging");
        assertThat(reply.body()).contains(SHARED + ",'=1+1 ");
        assertThat(SERVER.browser(USER).get("/sources.csv").expect(200).body()).contains(SHARED + ",'=1+1 ");
    }

    @Test
    void the_page_says_whose_word_is_leant_on_and_which_leaders_would_fall() {
        Document page = page(USER, "/sources?q=" + PAIR);

        assertThat(page.select(".answer").text())
                .startsWith("Of 2 sources, " + HOSTILE + " carries most")
                .endsWith("2 leaders would fall without one of them or another; most of them, 2, without " + HOSTILE
                        + ".");
        assertThat(page.select("main script")).isEmpty();
        assertThat(page.select("tbody tr:first-child a").eachAttr("href"))
                .contains("/sources/" + SHARED, "/a/" + ONE + "/firm", "/a/" + TWO + "/firm")
                .allSatisfy(href -> SERVER.browser(USER).get(href).expect(200));
        assertThat(page(USER, "/sources?q=weak").select("tbody tr")).hasSize(1);
        assertThat(page("outsider", "/sources?q=" + SHARED).text()).contains("Nothing matches.");
    }

    @Test
    void the_page_of_a_source_tells_what_hangs_on_it_by_assessment() {
        Document page = page(USER, "/sources/" + SHARED);

        assertThat(page.select("h1").text()).isEqualTo("The shared one");
        assertThat(page.text()).contains(HOSTILE);
        assertThat(page.select(".answer").text()).contains("The leaders of 2 assessments would fall without it.");
        assertThat(page.select("tbody a").eachAttr("href"))
                .contains("/a/" + ONE, "/a/" + TWO + "/matrix")
                .allSatisfy(href -> SERVER.browser(USER).get(href).expect(200));
        assertThat(SERVER.browser(USER)
                        .get("/sources/" + SHARED + "/assessments.csv")
                        .expect(200)
                        .body()
                        .lines())
                .hasSize(3);
    }

    @Test
    void a_past_page_says_which_past_it_is() {
        Document page = page(USER, "/sources?asOf=" + before);

        assertThat(page.select(".band[role=status]").text()).startsWith("You look at sources as recorded by ");
        assertThat(page.select("tbody a").eachAttr("href")).contains("/sources/" + SHARED + "?asOf=" + before);
        assertThat(SERVER.browser(USER)
                        .get("/sources?q=&recordedDay=2024-05-01")
                        .expect(302)
                        .header("Location"))
                .endsWith("/sources?asOf=2024-05-01T23:59:59.999999Z");
        assertThat(page(USER, "/sources?asOf=2020-01-01").text()).contains("No source had items in force by then.");
    }
}
