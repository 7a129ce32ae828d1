package org.steelyard.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steelyard.DemoCase;
import org.steelyard.TestServer;
import tools.jackson.databind.JsonNode;

/** The pages of the demo case, as its readers get them from the real server. */
class AssessmentPagesTest {
    private static final TestServer SERVER = TestServer.shared();

    private static String key = "";

    @BeforeAll
    static void importTheCase() {
        key = DemoCase.imported("durability");
    }

    private static Document page(String path) {
        return SERVER.browser("admin").get("/a/" + key + path).expect(200).html();
    }

    private static JsonNode balance(String point) {
        return SERVER.as("admin")
                .get("/api/v1/assessments/" + key + "/balance" + point)
                .expect(200)
                .json();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?effectiveAt=2025-02-15", "?effectiveAt=2025-06-10", "?effectiveAt=2025-07-18"})
    void the_answer_is_what_the_balance_says(String point) {
        String answer = page(point).select("#answer").text();
        JsonNode balance = balance(point);
        JsonNode leaders = balance.path("leaders");

        String leader = leaders.path("weightOfEvidence").path("key").asString("");
        if (leader.isEmpty()) {
            assertThat(answer).doesNotContain("leans to");
        } else {
            assertThat(answer).contains(leader + ", " + decibansAhead(balance, leader));
        }
        String judged = leaders.path("judged").path("key").asString("");
        for (JsonNode reading : balance.path("interpretations")) {
            if (reading.path("key").asString().equals(judged)) {
                assertThat(answer).contains(reading.path("likelihood").asString());
            }
        }
        String agreement = balance.path("agreement").asString();
        assertThat(answer.contains("agree.")).isEqualTo(agreement.equals("AGREE"));
        assertThat(answer.contains("conflict")).isEqualTo(agreement.equals("CONFLICT"));
    }

    private static String decibansAhead(JsonNode balance, String leader) {
        double least = Double.MAX_VALUE;
        for (JsonNode reading : balance.path("interpretations")) {
            if (!reading.path("key").asString().equals(leader)) {
                least = Math.min(least, reading.path("behindLeader").asDouble());
            }
        }
        return new BigDecimal(least).round(new MathContext(3)).toPlainString();
    }

    @Test
    void likelihood_and_confidence_never_share_a_sentence() {
        for (String sentence : page("").select("#answer").text().split("\\. ", -1)) {
            assertThat(sentence.contains("confidence") && sentence.contains("%"))
                    .as(sentence)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/matrix", "/log"})
    void a_past_view_says_which_and_offers_nothing_that_writes(String below) {
        Document past = page(below + "?effectiveAt=2025-03-14T23:59:59.999999Z");

        assertThat(past.select(".band[role=status]").text())
                .startsWith("You look at what held on 14 Mar 2025 as recorded by today.");
        assertThat(past.select("main form[method=post], main .acts")).isEmpty();
        assertThat(past.select(".band a").eachAttr("href")).contains("/a/" + key + below);
        assertThat(page(below).select(".band[role=status]")).isEmpty();
    }

    @Test
    void now_offers_to_record_to_whom_may() {
        assertThat(page("").select(".acts a")).isNotEmpty();
        assertThat(SERVER.browser("reader").get("/a/" + key).html().select(".acts"))
                .isEmpty();
    }

    @Test
    void whatever_is_offered_to_record_leads_to_its_form() {
        var admin = SERVER.browser("admin");
        var offered = new LinkedHashSet<String>();
        for (String below : List.of("", "/evidence/e12")) {
            offered.addAll(page(below).select("main .acts a, main .tools a").eachAttr("href"));
        }

        assertThat(offered)
                .hasSizeGreaterThan(10)
                .allSatisfy(
                        href -> assertThat(admin.get(href).status()).as(href).isEqualTo(200));
    }

    @Test
    void a_day_that_is_picked_means_its_end_in_utc() {
        var browser = SERVER.browser("admin");

        assertThat(browser.get("/a/" + key + "?effectiveDay=2025-03-14&recordedDay=&order=key")
                        .expect(302)
                        .header("Location"))
                .endsWith("/a/" + key + "?effectiveAt=2025-03-14T23:59:59.999999Z&order=key");
        assertThat(browser.get("/a/" + key + "?effectiveDay=&recordedDay=")
                        .expect(302)
                        .header("Location"))
                .endsWith("/a/" + key);
    }

    @Test
    void steps_lead_from_event_to_event_and_at_last_back_to_now() {
        var browser = SERVER.browser("admin");
        Document now = page("");
        String before = now.select(".clock a[rel=prev]").attr("href");
        assertThat(before).contains("asOf=r");
        assertThat(now.select(".clock a[rel=next]")).isEmpty();

        Document then = browser.get(before).expect(200).html();
        assertThat(then.select(".clock a[rel=next]").attr("href")).isEqualTo("/a/" + key);
        assertThat(then.select(".band").text()).contains("as recorded by revision");
    }

    @Test
    void the_matrix_stands_in_the_order_that_is_asked() {
        List<String> byKey = page("/matrix?order=key")
                .select(".matrix tbody th a:first-child")
                .eachText();

        assertThat(byKey).isNotEmpty().isSorted();
        assertThat(page("/matrix").select(".matrix tbody th a:first-child").eachText())
                .hasSameSizeAs(byKey)
                .isNotEqualTo(byKey);
    }

    @Test
    void a_cell_has_its_code_and_leads_to_each_ones_rating() {
        Document matrix = page("/matrix");
        Element cell = matrix.expectFirst("td.cell a:has(small)");

        Document item = SERVER.browser("admin")
                .get(cell.attr("href").replaceAll("#.*", ""))
                .expect(200)
                .html();
        String interpretation = cell.attr("href").replaceAll(".*#i-", "");
        assertThat(item.select("#i-" + interpretation + " .chip").eachText())
                .isNotEmpty()
                .contains(cell.select("b").text());
    }

    @Test
    void every_event_of_the_log_is_a_sentence_with_its_revision() {
        Set<String> revisions = new LinkedHashSet<>();
        var browser = SERVER.browser("admin");
        String next = "/a/" + key + "/log";
        while (!next.isEmpty()) {
            Document log = browser.get(next).expect(200).html();
            for (Element entry : log.select("ol.lines > li")) {
                assertThat(entry.select(".what").text()).hasSizeGreaterThan(20);
                revisions.add(entry.select(".point").text());
            }
            next = log.select("header a[rel=next]").attr("href");
        }

        assertThat(revisions).hasSize(balance("").path("revision").asInt());
    }

    @Test
    void files_hold_what_the_page_shows() {
        var admin = SERVER.browser("admin");

        var svg = admin.get("/a/" + key + "/readings.svg").expect(200);
        assertThat(svg.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(svg.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(Jsoup.parse(svg.body(), "", Parser.xmlParser())
                        .select("text.name")
                        .eachText())
                .containsExactly("transactional", "deepening", "hedge");
        assertThat(admin.get("/a/" + key + "/readings.csv").expect(200).body().lines())
                .hasSize(4);
        assertThat(admin.get("/a/" + key + "/matrix.csv").expect(200).body().lines())
                .hasSize(1 + balance("").path("evidenceInForce").asInt());
    }

    @Test
    void what_is_not_there_is_a_page_that_says_so() {
        var admin = SERVER.browser("admin");

        for (String path :
                List.of("/a/nothing-here", "/a/" + key + "/evidence/nothing-here", "/a/" + key + "?asOf=r99999")) {
            Document page = admin.get(path).expect(404).html();
            assertThat(page.select("header.top nav a")).isNotEmpty();
            assertThat(page.select("main .answer").text()).isNotBlank();
        }
    }

    @Test
    void every_link_of_the_readers_pages_leads_somewhere() {
        var browser = SERVER.browser("reader");
        var seen = new LinkedHashSet<String>();
        var open =
                new ArrayDeque<>(List.of("/", "/a/" + key, "/a/" + key + "?effectiveAt=2025-03-14T23:59:59.999999Z"));
        int followed = 0;
        while (!open.isEmpty() && followed < 160) {
            String path = open.poll().replaceAll("#.*", "");
            if (path.startsWith("/") && seen.add(path)) {
                followed++;
                var reply = browser.get(path);
                if (reply.status() == 302) {
                    reply = browser.get(reply.header("Location").replaceFirst("^https?://[^/]+", ""));
                }
                assertThat(reply.status()).as(path).isEqualTo(200);
                if (seen.size() < 12 && reply.header("Content-Type").startsWith("text/html")) {
                    open.addAll(
                            reply.html().select("main a[href], header a[href]").eachAttr("href"));
                }
            }
        }
        assertThat(followed).isGreaterThan(60);
    }
}
