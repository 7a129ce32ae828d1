package org.steelyard.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Text that is lawful and hostile is shown, and does nothing. */
class HostilePagesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TestServer SERVER = TestServer.shared();
    private static final String SCRIPT = "</title></desc><script>alert(1)</script>\u202Eright to left\uFFFF";
    private static final String LONG = "=HYPERLINK(\"http://e\") <img src=x onerror=alert(1)> " + "long ".repeat(3_980);

    private static String key = "";

    @BeforeAll
    static void recordTheCase() {
        key = TestServer.newKey();
        var an1 = SERVER.as("an1");
        post(an1, "", body().put("key", key).put("title", SCRIPT).put("question", SCRIPT + LONG.substring(0, 9_000)));
        post(an1, "/interpretations", body().put("key", "a").put("statement", SCRIPT));
        post(an1, "/interpretations", body().put("key", "b").put("statement", "x".repeat(20_000)));
        post(
                an1,
                "/sources",
                body().put("key", "s").put("name", SCRIPT).put("kind", SCRIPT).put("reliability", "B"));
        post(
                an1,
                "/evidence",
                body().put("key", "e")
                        .put("claim", LONG)
                        .put("source", "s")
                        .put("credibility", 2)
                        .put("relevance", "M"));
        an1.put(
                        "/api/v1/assessments/" + key + "/ratings/e/a",
                        body().put("rating", "CC").put("rationale", SCRIPT).toString())
                .expect(200);
        an1.put("/api/v1/assessments/" + key + "/ratings/e/b", "{\"rating\": \"I\"}")
                .expect(200);
        post(an1, "/comments", body().put("text", SCRIPT + LONG.substring(0, 12_000)));
    }

    private static ObjectNode body() {
        return JSON.createObjectNode();
    }

    private static void post(Client client, String below, ObjectNode body) {
        String path = "/api/v1/assessments" + (below.isEmpty() ? "" : "/" + key + below);
        client.post(path, body.toString()).expect(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/matrix",
                "/log",
                "/evidence/e",
                "/compare?axis=recorded",
                "/compare?axis=effective&by=event&reading=weightOfEvidence:a",
                "/firm",
                "/replay",
                "/replay?at=r2",
                "/known",
                "/firm?if=origin:%3Cscript%3Ealert(1)%3C/script%3E&if=source:s"
            })
    void text_never_becomes_markup(String below) {
        Document page =
                SERVER.browser("an1").get("/a/" + key + below).expect(200).html();

        assertThat(page.select("script:not([src^=/]), main img")).isEmpty();
        assertThat(page.select("main *").stream().flatMap(element -> element.attributes().asList().stream()))
                .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        assertThat(page.text()).contains("<script>alert(1)</script>");
        assertThat(page.select("bdi").text()).contains("right to left");
    }

    @Test
    void the_list_shows_it_too() {
        Document list = SERVER.browser("an1").get("/?q=" + key).expect(200).html();

        assertThat(list.select("main script")).isEmpty();
        assertThat(list.select(".cards h2").text()).contains("<script>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/readings.svg",
                "/firm.svg",
                "/history.svg",
                "/known.svg",
                "/replay.svg",
                "/compare.svg?by=event&reading=weightOfEvidence:a",
                "/compare.svg?reading=weightOfEvidence:a"
            })
    void a_picture_with_it_is_sound_xml(String file) throws Exception {
        String svg = SERVER.browser("an1").get("/a/" + key + file).expect(200).body();

        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getDocumentElement().getTextContent())
                .contains(file.equals("/firm.svg") ? "<img src=x" : "<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/matrix.csv", "/firm.csv", "/falls.csv"})
    void a_cell_of_a_table_is_no_formula(String file) {
        String csv = SERVER.browser("an1").get("/a/" + key + file).expect(200).body();

        assertThat(csv.lines().skip(1).findFirst().orElseThrow()).contains("e,\"'=HYPERLINK(\"\"http");
    }

    @Test
    void neither_is_what_a_step_is_about() {
        String csv = SERVER.browser("an1")
                .get("/a/" + key + "/compare.csv?reading=weightOfEvidence:a")
                .expect(200)
                .body();

        assertThat(csv.lines()).anyMatch(line -> line.startsWith("e,\"'=HYPERLINK(\"\"http"));
    }

    @Test
    void long_texts_fold_up_and_can_be_read_to_their_end() {
        Document item = SERVER.browser("an1")
                .get("/a/" + key + "/evidence/e")
                .expect(200)
                .html();

        assertThat(item.select("details.long summary").text().length()).isLessThan(2_500);
        assertThat(item.select("details.long > p bdi").text()).hasSizeGreaterThan(19_000);
        assertThat(SERVER.browser("an1")
                        .get("/a/" + key)
                        .html()
                        .select(".matrix .clamp")
                        .text()
                        .length())
                .isLessThan(1_000);
    }

    @Test
    void an_assessment_with_nothing_in_it_says_what_goes_there() {
        String empty = TestServer.newKey();
        var an1 = SERVER.as("an1");
        an1.post(
                        "/api/v1/assessments",
                        body().put("key", empty)
                                .put("title", "Empty")
                                .put("question", "Anything?")
                                .toString())
                .expect(201);
        var browser = SERVER.browser("an1");

        Document page = browser.get("/a/" + empty).expect(200).html();
        assertThat(page.select("#answer").text()).startsWith("No interpretation is in force");
        assertThat(page.select("main section p").text())
                .contains(
                        "No evidence is in force here",
                        "Nobody has rated or judged",
                        "No indicator",
                        "Nobody has asked");
        for (String below : List.of(
                "/matrix",
                "/log",
                "/firm",
                "/replay",
                "/known",
                "/readings.svg",
                "/readings.csv",
                "/replay.svg",
                "/known.svg",
                "/known.csv",
                "/history.csv",
                "/matrix.csv",
                "/firm.svg",
                "/firm.csv",
                "/falls.csv")) {
            browser.get("/a/" + empty + below).expect(200);
        }
    }

    @Test
    void interpretations_without_evidence_and_ten_of_them_are_shown() {
        String many = TestServer.newKey();
        var an1 = SERVER.as("an1");
        an1.post(
                        "/api/v1/assessments",
                        body().put("key", many)
                                .put("title", "Many")
                                .put("question", "Which?")
                                .toString())
                .expect(201);
        for (int i = 0; i < 10; i++) {
            an1.post(
                            "/api/v1/assessments/" + many + "/interpretations",
                            body().put("key", "h" + i)
                                    .put("statement", "Interpretation " + i)
                                    .toString())
                    .expect(201);
        }

        Document page = SERVER.browser("an1").get("/a/" + many).expect(200).html();
        assertThat(page.select("#answer").text()).isEqualTo("No evidence is in force; nobody has judged yet.");
        assertThat(page.select("section[aria-labelledby=h-readings] .wide text.name"))
                .hasSize(10);
    }

    @Test
    void before_the_question_stood_there_is_nothing_and_the_page_says_since_when() {
        Document page = SERVER.browser("an1")
                .get("/a/" + key + "?effectiveAt=2001-01-01")
                .expect(200)
                .html();

        assertThat(page.select("#answer").text()).startsWith("The question did not stand yet: it stands since");
    }
}
