package org.steelyard.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;

/** The page of a team: an1 and an2 rated e1 and differ widely on it; an2 alone rated e2 and judged. */
class TeamPagesTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final String HOSTILE = "=<script>alert(1)</script>";
    private static final String OPEN = TestServer.newKey();
    private static final String BLIND = TestServer.newKey();

    @BeforeAll
    static void record_two_cases() {
        open(OPEN, false);
        open(BLIND, true);
        for (String key : new String[] {OPEN, BLIND}) {
            rate("an2", key, "e1/up", "CC");
            rate("an2", key, "e1/down", "C");
            rate("an2", key, "e2/up", "I");
            SERVER.as("an2").post(path(key) + "/judgments", """
                            {"probabilities": {"up": 0.83, "down": 0.17}, "confidence": "LOW", "rationale": "obsidianly"}""").expect(201);
        }
        rate("an1", OPEN, "e1/up", "II");
        rate("an1", OPEN, "e1/down", "C");
    }

    private static void open(String key, boolean blind) {
        Client an1 = SERVER.as("an1");
        an1.post("/api/v1/assessments", """
                {"key": "%s", "title": "%s", "question": "Q?", "blind": %s}""".formatted(key, HOSTILE, blind)).expect(201);
        an1.put(path(key) + "/members/an2", "{\"role\": \"ANALYST\"}").expect(201);
        an1.put(path(key) + "/members/reader", "{\"role\": \"READER\"}").expect(201);
        an1.post(path(key) + "/sources", "{\"key\": \"s\", \"name\": \"S\", \"kind\": \"k\", \"reliability\": \"B\"}")
                .expect(201);
        for (String way : new String[] {"up", "down"}) {
            an1.post(
                            path(key) + "/interpretations",
                            "{\"key\": \"" + way + "\", \"statement\": \"It goes " + way + "\"}")
                    .expect(201);
        }
        for (String item : new String[] {"e1", "e2"}) {
            an1.post(path(key) + "/evidence", """
                            {"key": "%s", "claim": "%s", "source": "s", "credibility": 2, "relevance": "H"}""".formatted(item, HOSTILE)).expect(201);
        }
    }

    private static String path(String key) {
        return "/api/v1/assessments/" + key;
    }

    private static void rate(String user, String key, String cell, String rating) {
        SERVER.as(user)
                .put(path(key) + "/ratings/" + cell, "{\"rating\": \"" + rating + "\"}")
                .expect(200);
    }

    private static Document page(String user, String key, String query) {
        return SERVER.browser(user)
                .get("/a/" + key + "/team" + query)
                .expect(200)
                .html();
    }

    private static String member(Document page, String user) {
        return page.select("section[aria-labelledby=h-people] tbody tr").stream()
                .filter(row -> row.select("th").text().equals(user))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void a_sentence_says_who_is_at_work_and_where_they_differ_most() {
        assertThat(page("reader", OPEN, "").select("p.answer").text())
                .contains("2 analysts have rated or judged here: an1, an2.")
                .contains("They differ most on e1 against up, with extreme disagreement: an1 II, an2 CC.");
    }

    @Test
    void members_are_listed_with_their_roles_and_how_far_each_is() {
        Document page = page("reader", OPEN, "");

        assertThat(member(page, "an1")).contains("owner", "2 of 4", "not yet");
        assertThat(member(page, "an2")).contains("analyst", "3 of 4").doesNotContain("not yet");
        assertThat(member(page, "reader")).isEqualTo("reader reader – –");
    }

    @Test
    void a_cell_of_the_map_says_how_far_apart_they_are_and_leads_to_who_said_what() {
        var rows = page("reader", OPEN, "").select("section[aria-labelledby=h-apart] tbody tr");

        assertThat(rows).hasSize(1);
        assertThat(rows.select(".apart-extreme b").text()).isEqualTo("2.00");
        assertThat(rows.select(".apart-consensus b").text()).isEqualTo("0.00");
        assertThat(rows.select(".apart-extreme a").attr("href")).isEqualTo("/a/" + OPEN + "/evidence/e1#i-up");
    }

    @Test
    void the_matrices_and_judgments_stand_side_by_side() {
        Document page = page("reader", OPEN, "");
        var sides = page.select("section[aria-labelledby=h-sides] table");

        assertThat(sides.select(".whose").eachText()).containsExactly("an1", "an2");
        assertThat(sides.select("tbody tr:first-child td b").eachText()).containsExactly("II", "C", "CC", "C");
        assertThat(page.select("section[aria-labelledby=h-judged] tbody tr").eachText())
                .containsExactly("up 83\u202f% 83\u202f% –", "down 17\u202f% 17\u202f% –");
    }

    @Test
    void at_a_past_point_the_page_is_of_that_point_and_says_that_members_are_todays() {
        Document page = page("reader", OPEN, "?asOf=r5");

        assertThat(page.select("p.answer").text()).contains("Nobody has rated or judged here yet");
        assertThat(page.select("section[aria-labelledby=h-people]").text()).contains("Members and roles are today’s");
    }

    @Test
    void who_works_blind_sees_of_others_that_they_are_members_and_that_the_rest_is_kept() {
        Document page = page("an1", BLIND, "");

        assertThat(page.select("p.answer").text()).contains("You work blind here");
        assertThat(member(page, "an2")).isEqualTo("an2 analyst kept from you kept from you");
        assertThat(page.select("section[aria-labelledby=h-apart] td, section[aria-labelledby=h-sides] td"))
                .isEmpty();
        assertThat(page.text()).doesNotContain("83\u202f%", "obsidianly");
        for (String file : new String[] {"members", "disagreement"}) {
            assertThat(SERVER.browser("an1")
                            .get("/a/" + BLIND + "/team/" + file + ".csv")
                            .body())
                    .doesNotContain("CC", ",3,4,");
        }
        assertThat(member(page("reader", BLIND, ""), "an2")).contains("3 of 4");
    }

    @Test
    void the_lists_are_files_too_and_no_text_in_them_is_a_formula() {
        var browser = SERVER.browser("reader");

        assertThat(browser.get("/a/" + OPEN + "/team/members.csv").expect(200).body())
                .contains("an1,OWNER,2,4,0,,,,false", "reader,READER,0,4,0,,,,false");
        assertThat(browser.get("/a/" + OPEN + "/team/disagreement.csv")
                        .expect(200)
                        .body())
                .contains("e1,'=<script>alert(1)</script>,up,2.0,extreme,\"an1 II, an2 CC\"");
    }

    @Test
    void who_may_not_know_of_the_assessment_finds_no_team() {
        for (String below : new String[] {"", "/members.csv", "/disagreement.csv"}) {
            SERVER.browser("outsider").get("/a/" + OPEN + "/team" + below).expect(404);
        }
    }
}
