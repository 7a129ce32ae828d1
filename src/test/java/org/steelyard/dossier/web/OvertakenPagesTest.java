package org.steelyard.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.steelyard.OneItemCase;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;

/** Overtaken ratings over all assessments, and where they and stale judgments are shown. One analyst judged in three cases. */
class OvertakenPagesTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final String HOSTILE = "<script>alert(1)</script> =1+1";

    private static final String ANALYST = TestServer.newKey();
    private static final String FRESH = TestServer.newKey();
    private static final String STALE = TestServer.newKey();
    private static final String CLOSED = TestServer.newKey();

    private static final int REGRADED = 9;
    private static final int REWORDED = 10;

    @BeforeAll
    static void record_three_cases() {
        SERVER.addUser(ANALYST, "ANALYST");
        open(FRESH);
        OneItemCase stale = open(STALE);
        OneItemCase closed = open(CLOSED);
        stale.regradeAndReword(HOSTILE);
        closed.regradeAndReword(HOSTILE);
        post(CLOSED, "/resolution", "\"outcome\": \"up\", \"resolvedOn\": \"2024-04-01\", \"basis\": \"It is up\"");
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
        var analyst = SERVER.as(ANALYST);
        for (String cell : new String[] {"e/up", "e/down"}) {
            analyst.put(path(key) + "/ratings/" + cell, "{\"rating\": \"C\", \"effectiveAt\": \"2024-02-01\"}")
                    .expect(200);
        }
        analyst.post(path(key) + "/judgments", """
                        {"probabilities": {"up": 0.7, "down": 0.3}, "confidence": "LOW", "rationale": "r",
                         "restsOn": ["e"], "effectiveAt": "2024-02-02"}""").expect(201);
        return opened;
    }

    private static void post(String key, String below, String fields) {
        an1().post(path(key) + below, "{" + fields + "}").expect(201);
    }

    private static Document page(String user, String path) {
        return SERVER.browser(user).get(path).expect(200).html();
    }

    private static String reachable(String href) {
        int fragment = href.indexOf('#');
        String path = fragment < 0 ? href : href.substring(0, fragment);
        Document page = page(ANALYST, path);
        assertThat(fragment < 0 || page.selectFirst(href.substring(fragment)) != null)
                .as(href)
                .isTrue();
        return page.select("h1").text();
    }

    @Test
    void overtaken_ratings_stand_below_the_rewording_with_its_old_and_new_words() {
        Document page = page(ANALYST, "/judgments/overtaken");
        var reworded = page.select("section[aria-labelledby=h-overtaken] > ul > li");

        assertThat(page.select(".answer").text()).isEqualTo("Of your ratings 2 are overtaken by a rewording.");
        var open = reworded.stream()
                .filter(li -> li.html().contains("/a/" + STALE))
                .findFirst()
                .orElseThrow();
        assertThat(open.text()).contains("“Up” → “" + HOSTILE, "e × up C").doesNotContain("e × down");
        assertThat(open.select("a").eachAttr("href"))
                .contains(
                        "/a/" + STALE + "/evidence/e#i-up",
                        "/a/" + STALE + "/log?at=" + REWORDED + "#r" + REWORDED,
                        "/a/" + STALE + "/rate")
                .allSatisfy(href -> assertThat(reachable(href)).isNotEmpty());
    }

    @Test
    void as_of_the_past_it_shows_what_held_and_offers_nothing_that_writes() {
        String before = SERVER.as("an1")
                .get(path(STALE) + "/events?asOf=r8")
                .expect(200)
                .json()
                .path("items")
                .get(7)
                .path("recordedAt")
                .asString();
        Document page = page(ANALYST, "/judgments/overtaken?asOf=" + before);

        assertThat(page.select(".band[role=status]").text()).startsWith("You look at ratings as recorded by ");
        assertThat(page.select("section li")).isEmpty();
        String after = "/judgments/overtaken?asOf=" + SERVER.bean(Clock.class).instant();
        assertThat(page(ANALYST, after).select("section li")).isNotEmpty();
        assertThat(page(ANALYST, after).text()).doesNotContain("Rate again");
        assertThat(SERVER.browser(ANALYST)
                        .get("/judgments/overtaken?whose=all&recordedDay=2024-05-01")
                        .expect(302)
                        .header("Location"))
                .endsWith("/judgments/overtaken?whose=all&asOf=2024-05-01T23:59:59.999999Z");
        assertThat(SERVER.browser(ANALYST).get("/judgments/overtaken?asOf=r7").status())
                .isEqualTo(400);
    }

    @Test
    void everybodys_are_those_of_the_assessments_that_one_may_read() {
        Document all = page("reader", "/judgments/overtaken?whose=all");

        assertThat(all.select("a[href=/a/" + STALE + "]")).isNotEmpty();
        assertThat(all.text()).doesNotContain("Rate again");
        assertThat(page("outsider", "/judgments/overtaken?whose=all").html()).doesNotContain(STALE, FRESH, CLOSED);
    }

    @Test
    void the_list_is_a_file_too() {
        String overtaken = SERVER.browser(ANALYST)
                .get("/judgments/overtaken.csv")
                .expect(200)
                .body();

        assertThat(overtaken.lines()).hasSize(1 + 2).anyMatch(line -> line.startsWith(STALE + ","));
        assertThat(SERVER.browser("outsider")
                        .get("/judgments/overtaken.csv?whose=all")
                        .expect(200)
                        .body())
                .doesNotContain(STALE);
    }

    @Test
    void hostile_titles_and_statements_stay_text() {
        Document page = page(ANALYST, "/judgments/overtaken");

        assertThat(page.select("main script")).isEmpty();
        assertThat(page.text()).contains(HOSTILE);
    }

    @Test
    void whoever_judges_anew_sees_what_overtook_the_last_judgment() {
        Document form = page(ANALYST, "/a/" + STALE + "/judge");

        assertThat(form.select("#stale li").eachText())
                .containsExactly("e was regraded r" + REGRADED + " (it rests on that)", "up was reworded r" + REWORDED);
        assertThat(form.select("#stale a[href*=/log?at=]").eachAttr("href"))
                .allSatisfy(href -> assertThat(reachable(href)).isNotEmpty());
        assertThat(page(ANALYST, "/a/" + FRESH + "/judge").select("#stale")).isEmpty();
    }

    @Test
    void whoever_rates_anew_sees_which_event_reworded_what_they_had_rated() {
        Document form = page(ANALYST, "/a/" + STALE + "/rate");

        assertThat(form.select(".rating a.by").eachText()).containsExactly("r" + REWORDED);
        assertThat(page(ANALYST, "/a/" + FRESH + "/rate").select(".rating a.by"))
                .isEmpty();
    }

    @Test
    void the_matrix_marks_an_overtaken_rating_explains_the_mark_and_names_the_event() {
        Document matrix = page(ANALYST, "/a/" + STALE + "/matrix");
        var cells = matrix.select("td.cell a");

        assertThat(cells.get(0).text()).contains("↻");
        assertThat(cells.get(0).attr("title"))
                .isEqualTo("e against up: " + ANALYST + " C (overtaken by r" + REWORDED + ", an1, 2 Mar 2024)");
        assertThat(cells.get(1).text()).doesNotContain("↻");
        assertThat(matrix.select(".legend").text()).contains("↻ overtaken");
    }

    @Test
    void the_mark_is_not_there_before_the_rewording_took_effect() {
        var then = page(ANALYST, "/a/" + STALE + "/matrix?effectiveAt=2024-03-01T12:00:00Z")
                .select("td.cell a");
        var after = page(ANALYST, "/a/" + STALE + "/matrix?asOf=r" + REWORDED).select("td.cell a");

        assertThat(then.get(0).text()).doesNotContain("↻");
        assertThat(after.get(0).text()).contains("↻");
    }
}
