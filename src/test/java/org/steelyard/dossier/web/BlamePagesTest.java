package org.steelyard.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;

/** From what stands on a page to the event that set it. */
class BlamePagesTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final String HOSTILE = "<script>alert(1)</script>\u202Etxt";

    private static final int REGRADED = 10;
    private static final int POLICY = 11;

    private static String key = "";

    @BeforeAll
    static void record_a_case_that_changes() {
        key = TestServer.newKey();
        Client an1 = SERVER.as("an1");
        post(an1, "", """
                "key": "%s", "title": "Was", "question": "Q?", "effectiveAt": "2024-01-01\"""".formatted(key));
        post(
                an1,
                "/sources",
                "\"key\": \"s\", \"name\": \"S\", \"kind\": \"k\", \"reliability\": \"B\", \"effectiveAt\": \"2024-01-01\"");
        post(an1, "/interpretations", "\"key\": \"one\", \"statement\": \"One\", \"effectiveAt\": \"2024-01-01\"");
        post(an1, "/interpretations", "\"key\": \"two\", \"statement\": \"Two\", \"effectiveAt\": \"2024-01-01\"");
        post(an1, "/evidence", """
                "key": "e", "claim": "C", "source": "s", "credibility": 2, "relevance": "H", "effectiveAt": "2024-02-01\"""");
        an1.put(path() + "/ratings/e/one", "{\"rating\": \"CC\", \"effectiveAt\": \"2024-02-02\"}")
                .expect(200);
        post(an1, "/judgments", """
                "probabilities": {"one": 0.6, "two": 0.4}, "confidence": "LOW", "rationale": "r",
                "effectiveAt": "2024-02-03\"""");
        an1.patch(path(), "{\"title\": \"Is\", \"effectiveAt\": \"2024-03-01\"}")
                .expect(200);
        an1.patch(
                        path() + "/interpretations/one",
                        "{\"statement\": \"One, reworded\", \"effectiveAt\": \"2024-03-02\"}")
                .expect(200);
        an1.patch(
                        path() + "/evidence/e",
                        "{\"credibility\": 3, \"effectiveAt\": \"2024-03-03\", \"reason\": \"%s\"}".formatted(HOSTILE))
                .expect(200);
        an1.patch(path(), "{\"policy\": {\"rho\": 0.25}, \"effectiveAt\": \"2024-03-04\"}")
                .expect(200);
    }

    private static void post(Client client, String below, String fields) {
        String where = below.isEmpty() ? "/api/v1/assessments" : path() + below;
        client.post(where, "{" + fields + "}").expect(201);
    }

    private static String path() {
        return "/api/v1/assessments/" + key;
    }

    private static Document page(String below) {
        return SERVER.browser("an1").get("/a/" + key + below).expect(200).html();
    }

    /** The event that stands right behind an element, as it stands in the log. */
    private static Element event(Element by) {
        String href = by.attr("href");
        Document log = SERVER.browser("an1")
                .get(href.substring(0, href.indexOf('#')))
                .expect(200)
                .html();
        Element event = log.expectFirst(href.substring(href.indexOf('#')));
        assertThat(event.classNames()).contains("at");
        return event;
    }

    @Test
    void grades_lead_to_the_event_that_set_each() {
        var grade = page("/evidence/e").expectFirst("dl.facts dd");

        assertThat(grade.select("a.by").eachText()).containsExactly("r2", "r" + REGRADED, "r5");
        assertThat(event(grade.select("a.by").get(1)).text()).contains("regraded e", "credibility 2 → 3");
    }

    @Test
    void who_when_and_why_are_said_and_hostile_text_stays_text() {
        Document page = page("/evidence/e");

        assertThat(page.select("a.by[href$=#r" + REGRADED + "]").attr("title"))
                .startsWith("Set by revision " + REGRADED + ": an1, 3 Mar 2024, recorded ")
                .endsWith("Reason: " + HOSTILE);
        assertThat(page.select("main script")).isEmpty();
    }

    @Test
    void title_statements_policy_and_judgments_lead_to_theirs() {
        Document page = page("");

        assertThat(event(page.expectFirst("h1 a.by")).text()).contains("title: “Was” → “Is”");
        assertThat(event(page.expectFirst("#i-one + dd a.by")).text()).contains("revised one");
        assertThat(event(page.expectFirst("#i-two + dd a.by")).text()).contains("proposed two");
        assertThat(event(page.expectFirst("section[aria-labelledby=h-judgments] a.by"))
                        .text())
                .contains("judged");
        Element policy = page.expectFirst(".qualified a[href$=#r" + POLICY + "]");
        assertThat(policy.text()).isEqualTo("rho 0.25");
        assertThat(event(policy).text()).contains("changed the policy");
    }

    @Test
    void a_rating_leads_to_its_event_and_to_the_one_that_overtook_it() {
        var rating = page("/evidence/e").expectFirst("#i-one li");

        assertThat(event(rating.select("a.by").get(0)).text()).contains("rated e on one: CC");
        assertThat(event(rating.select("a.by").get(1)).text()).contains("revised one", "One, reworded");
    }

    @Test
    void in_a_past_view_the_event_of_that_time_is_named_and_stands_in_the_log_of_that_time() {
        String then = "?effectiveAt=2024-02-15T00:00:00Z";
        var grade = page("/evidence/e" + then).expectFirst("dl.facts dd").select("a.by");

        assertThat(grade.eachText()).containsExactly("r2", "r5", "r5");
        assertThat(grade.get(2).attr("href")).contains("effectiveAt=2024-02-15");
        assertThat(event(grade.get(2)).text()).contains("recorded e");
        assertThat(event(page(then).expectFirst("h1 a.by")).text()).contains("opened the assessment");
    }

    @Test
    void an_event_that_does_not_count_at_the_point_stands_in_the_log_of_now() {
        var reply = SERVER.browser("an1").get("/a/" + key + "/log?at=9&asOf=r5").expect(302);

        assertThat(reply.header("Location")).endsWith("/a/" + key + "/log?at=9#r9");
        assertThat(page("/log?at=9999999").select("li.at")).isEmpty();
    }

    @Test
    void the_log_opens_on_the_page_that_holds_the_event() {
        for (int i = 0; i < 60; i++) {
            SERVER.as("an1")
                    .post(path() + "/comments", "{\"text\": \"Comment\"}")
                    .expect(201);
        }
        Document log = page("/log?at=3");

        assertThat(log.expectFirst("li.at").id()).isEqualTo("r3");
        assertThat(log.select("#h-log").text()).startsWith("Page 2 of");
    }

    @Test
    void an_outsider_learns_nothing_of_events() {
        SERVER.browser("outsider").get("/a/" + key + "/log?at=3").expect(404);
        SERVER.browser("outsider").get("/a/" + key + "/log?at=9&asOf=r5").expect(404);
    }
}
