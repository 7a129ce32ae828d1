package org.steelyard.portfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.steelyard.OneItemCase;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.portfolio.Portfolio;

/** Stale judgments over all assessments. One analyst judged in three cases, of which two changed and one of these is closed. */
class JudgmentPagesTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final String HOSTILE = "<script>alert(1)</script> =1+1";

    private static final String ANALYST = TestServer.newKey();
    private static final String FRESH = TestServer.newKey();
    private static final String STALE = TestServer.newKey();
    private static final String CLOSED = TestServer.newKey();

    private static final int JUDGED = 6;
    private static final int REGRADED = 7;
    private static final int REWORDED = 8;

    @BeforeAll
    static void record_three_cases() {
        SERVER.addUser(ANALYST, "ANALYST");
        open(FRESH);
        OneItemCase stale = open(STALE);
        OneItemCase closed = open(CLOSED);
        stale.regradeAndReword(HOSTILE);
        closed.regradeAndReword(HOSTILE);
        post(CLOSED, "/resolution", "\"outcome\": \"up\", \"resolvedOn\": \"2024-04-01\", \"basis\": \"It is up\"");
        Portfolio.awaitAll();
    }

    private static Client an1() {
        return SERVER.as("an1");
    }

    private static String path(String key) {
        return "/api/v1/assessments/" + key;
    }

    private static OneItemCase open(String key) {
        var opened = OneItemCase.openIn2024(an1(), key, HOSTILE, ANALYST);
        an1().put(path(key) + "/members/reader", "{\"role\": \"READER\"}").expect(201);
        judge(SERVER.as(ANALYST), key, ", \"restsOn\": [\"e\"], \"effectiveAt\": \"2024-02-02\"");
        return opened;
    }

    private static void judge(Client analyst, String key, String more) {
        analyst.post(path(key) + "/judgments", """
                        {"probabilities": {"up": 0.7, "down": 0.3}, "confidence": "LOW", "rationale": "r\"""" + more + "}").expect(201);
    }

    private static void post(String key, String below, String fields) {
        an1().post(path(key) + below, "{" + fields + "}").expect(201);
    }

    private static Document page(String user, String path) {
        return SERVER.browser(user).get(path).expect(200).html();
    }

    private static void assertReachable(String href) {
        int fragment = href.indexOf('#');
        Document page = page(ANALYST, fragment < 0 ? href : href.substring(0, fragment));
        assertThat(fragment < 0 || page.selectFirst(href.substring(fragment)) != null)
                .as(href)
                .isTrue();
    }

    private static String recordedAt(int revision) {
        return an1().get(path(STALE) + "/events?asOf=r" + revision)
                .expect(200)
                .json()
                .path("items")
                .get(revision - 1)
                .path("recordedAt")
                .asString();
    }

    @Test
    void ones_own_come_stale_ones_first_with_what_overtook_them_and_where_to_judge_again() {
        Document page = page(ANALYST, "/judgments");

        assertThat(page.select(".answer").text()).isEqualTo("Of your 3 judgments 2 are stale.");
        var rows = page.select("tbody tr");
        assertThat(rows.get(0).text())
                .contains("up 70", "down 30", "Confidence: low")
                .contains("e was regraded r" + REGRADED + " (it rests on that); up was reworded r" + REWORDED);
        assertThat(rows.get(0).select("a").eachAttr("href"))
                .contains(
                        "/a/" + STALE,
                        "/a/" + STALE + "/judge",
                        "/a/" + STALE + "/evidence/e",
                        "/a/" + STALE + "/log?at=" + JUDGED + "#r" + JUDGED,
                        "/a/" + STALE + "/log?at=" + REGRADED + "#r" + REGRADED)
                .allSatisfy(JudgmentPagesTest::assertReachable);
        assertThat(rows.get(1).text()).contains("resolved", "stale").doesNotContain("Judge again");
        assertThat(rows.get(2).text()).contains("fresh").doesNotContain("stale");
    }

    @Test
    void as_of_the_past_it_shows_what_held_and_offers_nothing_that_writes() {
        String before = recordedAt(JUDGED);
        Document page = page(ANALYST, "/judgments?asOf=" + before);

        assertThat(page.select(".band[role=status]").text()).startsWith("You look at judgments as recorded by ");
        assertThat(page.select("tbody .flag")).isEmpty();
        assertThat(page.text()).doesNotContain("Judge again");
        assertThat(page.select("tbody a[href=/a/" + STALE + "?asOf=" + before + "]"))
                .isNotEmpty();
        String between = recordedAt(REGRADED);
        assertThat(page(ANALYST, "/judgments?asOf=" + between)
                        .select("tbody tr")
                        .get(0)
                        .text())
                .contains("e was regraded")
                .doesNotContain("was reworded");
        assertThat(SERVER.browser(ANALYST)
                        .get("/judgments?whose=all&recordedDay=2024-05-01")
                        .expect(302)
                        .header("Location"))
                .endsWith("/judgments?whose=all&asOf=2024-05-01T23:59:59.999999Z");
        assertThat(SERVER.browser(ANALYST).get("/judgments?asOf=r7").status()).isEqualTo(400);
    }

    @Test
    void everybodys_are_those_of_the_assessments_that_one_may_read() {
        var csv = SERVER.browser("reader")
                .get("/judgments.csv?whose=all")
                .expect(200)
                .body();

        assertThat(csv).contains(STALE, FRESH, CLOSED);
        assertThat(page("reader", "/judgments?whose=all").text()).doesNotContain("Judge again");
        assertThat(page("reader", "/judgments").text()).contains("You have not judged yet.");
        assertThat(SERVER.browser("outsider")
                        .get("/judgments.csv?whose=all")
                        .expect(200)
                        .body())
                .doesNotContain(STALE, FRESH, CLOSED);
    }

    @Test
    void the_list_is_a_file_too_with_the_first_event_that_overtook_each() {
        var lines = SERVER.browser(ANALYST)
                .get("/judgments.csv")
                .expect(200)
                .body()
                .lines()
                .toList();

        assertThat(lines).hasSize(1 + 3);
        assertThat(lines.get(0)).endsWith(",confidence,incomplete,staleBy");
        assertThat(lines.get(1)).startsWith(STALE + ",OPEN," + ANALYST).endsWith(",LOW,false," + REGRADED);
        assertThat(lines.get(2)).startsWith(CLOSED + ",RESOLVED," + ANALYST).endsWith(",LOW,false," + REGRADED);
        assertThat(lines.get(3)).startsWith(FRESH + ",OPEN," + ANALYST).endsWith(",LOW,false,");
    }

    @Test
    void hostile_titles_stay_text() {
        assertThat(page(ANALYST, "/judgments").select("main script")).isEmpty();
        assertThat(page(ANALYST, "/judgments").text()).contains(HOSTILE);
    }

    @Test
    void what_is_stale_comes_first_over_all_assessments_however_many_pages_there_are() {
        String busy = TestServer.newKey();
        SERVER.addUser(busy, "ANALYST");
        Client analyst = SERVER.as(busy);
        var keys = new ArrayList<String>();
        for (int i = 100; i < 151; i++) {
            String key = busy + "-" + i;
            keys.add(key);
            analyst.post(
                            "/api/v1/assessments",
                            "{\"key\": \"" + key + "\", \"title\": \"T " + i + "\", \"question\": \"Q?\"}")
                    .expect(201);
            for (String answer : List.of("up", "down")) {
                analyst.post(
                                path(key) + "/interpretations",
                                "{\"key\": \"" + answer + "\", \"statement\": \"" + answer + "\"}")
                        .expect(201);
            }
            judge(analyst, key, "");
        }
        analyst.patch(path(keys.getLast()) + "/interpretations/up", "{\"statement\": \"Upwards\"}")
                .expect(200);
        Portfolio.awaitAll();

        Document first = page(busy, "/judgments");
        Document second = page(busy, "/judgments?page=2");

        assertThat(first.select(".answer").text()).isEqualTo("Of your 51 judgments one is stale.");
        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(first.select("tbody tr").get(0).text()).contains("T 150", "up was reworded r5");
        assertThat(second.select("tbody tr")).hasSize(1);
        assertThat(second.select("tbody tr").text()).contains("T 149");
    }
}
