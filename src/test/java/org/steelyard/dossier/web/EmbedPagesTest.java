package org.steelyard.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.steelyard.DemoCase;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.TestServer.Reply;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/** The picture of a balance where no page of ours stands around it, and the page on which one makes its address. */
class EmbedPagesTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String HOSTILE =
            "\"></title></desc><script>alert(1)</script><img src=x onerror=alert(1)>\uFFFE";

    private static String key = "";

    @BeforeAll
    static void importTheCase() {
        key = DemoCase.imported("durability");
    }

    private static Document form(Client browser, String assessment, Map<String, String> fields) {
        browser.get("/a/" + assessment + "/embeds").expect(200);
        return browser.form("/a/" + assessment + "/embeds", fields).expect(200).html();
    }

    private static String inAWeek() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(7).toString();
    }

    private static String path(String url) {
        return url.replaceFirst("^https?://[^/]+", "");
    }

    private static String picture(String assessment, String... more) {
        var fields = new java.util.HashMap<>(Map.of("lastDay", inAWeek()));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        var page = form(SERVER.browser("admin"), assessment, fields);
        return path(page.expectFirst("#embed-address").text());
    }

    private static Reply seen(String path) {
        return SERVER.anonymous().get(path).expect(200);
    }

    @Test
    void the_assessment_leads_to_where_one_shares_its_picture() {
        var page = SERVER.browser("admin").get("/a/" + key).expect(200).html();

        assertThat(page.select("a[href='/a/" + key + "/embeds']").text()).isEqualTo("Share this picture");
        assertThat(SERVER.browser("admin")
                        .get("/a/" + key + "?asOf=r20")
                        .html()
                        .select("a[href*=/embeds]")
                        .attr("href"))
                .isEqualTo("/a/" + key + "/embeds?asOf=r20");
    }

    @Test
    void it_leads_nobody_there_who_may_not() {
        SERVER.as("admin").put("/api/v1/assessments/" + key + "/members/reviewer", "{\"role\": \"REVIEWER\"}");
        boolean open = SERVER.as("admin")
                .get("/api/v1/assessments/" + key)
                .json()
                .path("marking")
                .asString()
                .equals("TLP:CLEAR");

        var links =
                SERVER.browser("reviewer").get("/a/" + key).expect(200).html().select("a[href*=/embeds]");

        assertThat(links.isEmpty()).isEqualTo(!open);
    }

    @Test
    void the_form_answers_with_the_address_once_and_what_to_paste() {
        var browser = SERVER.browser("admin");
        var page = form(browser, key, Map.of("lastDay", inAWeek()));
        var url = page.expectFirst("#embed-address").text();

        assertThat(url).startsWith(SERVER.url() + "/embed/").endsWith("/balance.svg");
        var pasted = Jsoup.parse(page.expectFirst("#embed-picture").text()).expectFirst("img");
        assertThat(pasted.attr("src")).isEqualTo(url);
        assertThat(pasted.attr("alt")).isNotBlank();
        var frame = Jsoup.parse(page.expectFirst("#embed-frame").text()).expectFirst("iframe");
        seen(path(frame.attr("src")));
        var secret = url.split("/", -1)[4];
        assertThat(browser.get("/a/" + key + "/embeds").body()).doesNotContain(secret);
    }

    @Test
    void one_is_revoked_by_its_button() {
        String mine = HostileTitle.opened();
        var browser = SERVER.browser("an1");
        var page = form(browser, mine, Map.of("lastDay", inAWeek()));
        var address = path(page.expectFirst("#embed-address").text());
        seen(address);

        browser.form(page.expectFirst("form[action$=/revocation]").attr("action"), Map.of())
                .expect(302);

        SERVER.anonymous().get(address).expect(404);
        var after = browser.get("/a/" + mine + "/embeds").html();
        assertThat(after.select("[role=status]").text()).contains("shows nothing any more");
        assertThat(after.select("form[action$=/revocation]")).isEmpty();
    }

    @Test
    void a_wrong_day_comes_back_with_what_is_wrong() {
        var browser = SERVER.browser("admin");
        browser.get("/a/" + key + "/embeds").expect(200);

        for (String day : new String[] {"", "soon", "2001-01-01", "2999-01-01"}) {
            var page = browser.form("/a/" + key + "/embeds", Map.of("lastDay", day))
                    .expect(400)
                    .html();
            assertThat(page.select("[role=alert]").text()).contains("The last day is a date");
        }
    }

    @Test
    void a_form_without_its_token_makes_none() {
        SERVER.browser("admin")
                .send("POST", "/a/" + key + "/embeds", "application/x-www-form-urlencoded", "lastDay=" + inAWeek())
                .expect(403);
    }

    @Test
    void the_picture_says_all_that_has_to_be_read_with_it() {
        var svg = Jsoup.parse(seen(picture(key)).body(), "", org.jsoup.parser.Parser.xmlParser());
        var page = SERVER.browser("admin").get("/a/" + key).html();
        var words = svg.select("text").eachText();

        assertThat(String.join(" ", words)).contains(page.select("#answer").text());
        assertThat(words).anyMatch(line -> line.startsWith("TLP:")).anyMatch(line -> line.contains("As it stood on"));
        assertThat(svg.select("text.name").eachText()).containsExactly("transactional", "deepening", "hedge");
        assertThat(svg.select("style").html())
                .contains("prefers-color-scheme: dark")
                .doesNotContain("url(", "@import");
        assertThat(svg.select("a, image, use, script, foreignObject, [href]")).isEmpty();
    }

    @Test
    void the_picture_names_no_analyst() {
        var own = SERVER.browser("admin").get("/a/" + key + "/readings.svg").body();
        assertThat(own).contains("an1: ");

        assertThat(seen(picture(key)).body()).doesNotContain("an1", "an2", "an3");
    }

    @Test
    void a_narrow_one_is_narrow_and_one_of_the_past_says_which() {
        var svg = seen(picture(key, "width", "narrow", "asOf", "r40")).body();

        assertThat(svg).contains("width=\"384", "revision 40", "as recorded by");
    }

    @Test
    void the_page_shows_the_same_with_its_table_and_leads_nowhere() {
        var page = seen(picture(key).replace(".svg", ".html")).html();

        assertThat(page.select("#answer").text())
                .isEqualTo(SERVER.browser("admin")
                        .get("/a/" + key)
                        .html()
                        .select("#answer")
                        .text());
        assertThat(page.select("tbody th").eachText()).containsExactly("transactional", "deepening", "hedge");
        assertThat(page.select("figure > svg")).hasSize(2);
        assertThat(page.select("script, link, a, img, form, [href], [src]")).isEmpty();
    }

    @Test
    void the_page_may_be_framed_and_nothing_else() {
        var picture = seen(picture(key));
        var page = seen(picture(key).replace(".svg", ".html"));

        for (var reply : new Reply[] {picture, page}) {
            assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
            assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
            assertThat(reply.header("X-Frame-Options")).isEmpty();
            assertThat(reply.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "sandbox")
                    .doesNotContain("script");
            assertThat(reply.response().headers().allValues("Content-Security-Policy"))
                    .hasSize(1);
        }
        assertThat(page.header("Content-Security-Policy")).endsWith("frame-ancestors *");
        assertThat(picture.header("Content-Security-Policy")).endsWith("frame-ancestors 'none'");
        var elsewhere = SERVER.browser("admin").get("/a/" + key + "/embeds");
        assertThat(elsewhere.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(elsewhere.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    }

    @Test
    void hostile_text_is_shown_and_does_nothing() throws Exception {
        String hostile = HostileTitle.opened();
        var browser = SERVER.browser("an1");
        var made = form(browser, hostile, Map.of("lastDay", inAWeek()));
        var address = path(made.expectFirst("#embed-address").text());

        var svg = seen(address).body();
        var parsed =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(parsed.getElementsByTagName("script").getLength()).isZero();
        assertThat(parsed.getDocumentElement().getTextContent()).contains("<script>alert(1)");

        var page = seen(address.replace(".svg", ".html")).html();
        assertThat(page.select("script, img")).isEmpty();
        assertThat(page.select("h1").text()).contains("<script>alert(1)");

        for (String snippet : new String[] {"#embed-picture", "#embed-frame"}) {
            var pasted = Jsoup.parse(made.expectFirst(snippet).text());
            assertThat(pasted.select("script, [onerror]")).isEmpty();
            assertThat(pasted.body().children()).hasSize(1);
        }
    }

    @Test
    void nothing_else_is_to_be_had_with_the_address() {
        var address = picture(key, "asOf", "r40");

        for (String other : new String[] {"matrix.svg", "readings.csv", "", "balance.svg/"}) {
            SERVER.anonymous().get(address.replace("balance.svg", other)).expect(404);
        }
        assertThat(seen(address + "?asOf=r20&effectiveAt=2025-01-01").body())
                .isEqualTo(seen(address).body())
                .contains("revision 40");
    }

    /** An assessment of an1 whose every text is hostile. */
    private static final class HostileTitle {
        static String opened() {
            String key = TestServer.newKey();
            var an1 = SERVER.as("an1");
            an1.post(
                            "/api/v1/assessments",
                            JSON.createObjectNode()
                                    .put("key", key)
                                    .put("title", HOSTILE)
                                    .put("question", HOSTILE)
                                    .toString())
                    .expect(201);
            an1.post(
                            "/api/v1/assessments/" + key + "/interpretations",
                            JSON.createObjectNode()
                                    .put("key", "a")
                                    .put("statement", HOSTILE)
                                    .toString())
                    .expect(201);
            return key;
        }
    }
}
