package org.steelyard.portfolio.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.portfolio.Portfolio;
import tools.jackson.databind.JsonNode;

/** Where somebody is named after an @, over all assessments that they may read. */
class MentionsApiTest {
    private static final TestServer SERVER = TestServer.shared();

    private final Client an1 = SERVER.as("an1");
    private final String mentioned = "who-" + TestServer.newKey();
    private final String first = opened();
    private final String second = opened();

    @BeforeEach
    void a_user_reads_both() {
        SERVER.addUser(mentioned, "READER");
        for (String key : List.of(first, second)) {
            an1.put(path(key) + "/members/" + mentioned, "{\"role\": \"READER\"}")
                    .expect(201);
        }
    }

    private String opened() {
        String key = TestServer.newKey();
        an1.post("/api/v1/assessments", """
                {"key": "%s", "title": "Case %s", "question": "Will it?"}""".formatted(key, key)).expect(201);
        return key;
    }

    private static String path(String key) {
        return "/api/v1/assessments/" + key;
    }

    private void say(String key, String text) {
        an1.post(path(key) + "/comments", "{\"text\": \"" + text + "\", \"about\": {\"revision\": 1}}")
                .expect(201);
        Portfolio.awaitAll();
    }

    private List<JsonNode> mentions(String query) {
        var items = new ArrayList<JsonNode>();
        SERVER.as(mentioned)
                .get("/api/v1/mentions" + query)
                .expect(200)
                .json()
                .path("items")
                .forEach(items::add);
        return items;
    }

    @Test
    void mentions_of_all_assessments_come_newest_first_and_once_each() {
        say(first, "@" + mentioned + " and again @" + mentioned);
        say(second, "Not you, x@" + mentioned + ".org");
        say(second, "But you, @" + mentioned + "!");

        var found = mentions("");
        assertThat(found).hasSize(2);
        assertThat(found.getFirst().path("assessment").asString()).isEqualTo(second);
        assertThat(found.getFirst().path("excerpt").asString()).startsWith("But you");
        assertThat(found.getLast().path("assessment").asString()).isEqualTo(first);
        assertThat(found.getLast().path("author").asString()).isEqualTo("an1");
        assertThat(found.getLast().path("kind").asString()).isEqualTo("comment-made");
        assertThat(found.getLast().path("about").asString()).isEqualTo("r1");
        assertThat(found.getLast().path("revision").asLong()).isEqualTo(2);
        assertThat(mentions("?limit=1")).hasSize(1);
        String then = found.getLast().path("recordedAt").asString();
        assertThat(mentions("?asOf=" + then)).hasSize(1);
    }

    @Test
    void who_may_not_read_the_assessment_any_more_is_not_told_what_was_said_there() {
        say(first, "@" + mentioned + " look");
        an1.delete(path(first) + "/members/" + mentioned).expect(200);

        assertThat(mentions("")).isEmpty();
        var page = SERVER.browser(mentioned).get("/mentions").expect(200);
        assertThat(page.html().text()).contains("Mentions go here");
        assertThat(page.body()).doesNotContain(first);
    }

    @Test
    void the_page_leads_to_what_was_said_and_marks_what_is_new_since_the_last_visit() {
        say(first, "<b>@" + mentioned + "</b> " + "long ".repeat(100));
        var browser = SERVER.browser(mentioned);

        var page = browser.get("/mentions").expect(200).html();
        assertThat(page.select("p.answer").text()).startsWith("You are mentioned once; one is new");
        assertThat(page.select(".lines li a[href='/a/" + first + "#r2']").text())
                .isEqualTo("Case " + first);
        assertThat(page.select(".lines .said").text())
                .startsWith("<b>@" + mentioned + "</b> long")
                .endsWith("…");
        assertThat(page.select(".lines .flag").text()).isEqualTo("new since your last visit");
        assertThat(page.select("header .who a[href='/mentions']").attr("aria-label"))
                .isEqualTo("Mentions of you");

        assertThat(browser.get("/mentions.csv").expect(200).body())
                .contains(first)
                .contains("comment-made");
        var past =
                browser.get("/mentions?asOf=2020-01-01T00:00:00Z").expect(200).html();
        assertThat(past.select(".lines li")).isEmpty();
    }
}
