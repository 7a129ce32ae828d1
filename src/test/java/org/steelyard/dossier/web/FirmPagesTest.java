package org.steelyard.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steelyard.DemoCase;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import tools.jackson.databind.JsonNode;

/** The page that says how firm a lead is, of the demo case, as its readers get it from the real server. */
class FirmPagesTest {
    private static final TestServer SERVER = TestServer.shared();

    private static final Client READER = SERVER.browser("reader");

    private static String key = "";

    @BeforeAll
    static void importTheCase() {
        key = DemoCase.imported("durability");
    }

    private static Document page(String query) {
        return READER.get("/a/" + key + "/firm" + query).expect(200).html();
    }

    private static JsonNode sensitivity(String query) {
        return SERVER.as("reader")
                .get("/api/v1/assessments/" + key + "/sensitivity" + query)
                .expect(200)
                .json();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"'', weightOfEvidence", "inconsistency, inconsistency"})
    void the_answer_says_which_items_the_lead_rests_on_and_who_leads_without_them(String reading, String field) {
        Document page = page("?reading=" + reading);
        String answer = page.select("#answer").text();
        JsonNode fewest = fewest(sensitivity("").path("linchpins").path(field));

        var marked = page.select("figure .wide text.item").eachText().stream()
                .filter(name -> name.startsWith("◆ "))
                .map(name -> name.substring(2))
                .toList();
        assertThat(marked).isEqualTo(texts(fewest.path("items")));
        assertThat(answer).contains("Take away " + marked.getFirst());
        assertThat(answer)
                .contains("passes to " + fewest.path("then").path("key").asString());
        assertThat(page.select("select[name=against] option[selected]").text())
                .isEqualTo(fewest.path("against").asString());
    }

    @Test
    void the_pages_of_the_assessment_say_how_many_items_the_lead_rests_on() {
        int robustness =
                sensitivity("").path("robustness").path("weightOfEvidence").asInt();
        Element rests = READER.get("/a/" + key).html().expectFirst(".qualified a[href$=/firm]");

        assertThat(rests.text()).isEqualTo(robustness == 1 ? "one item" : robustness + " items");
    }

    private static JsonNode fewest(JsonNode linchpins) {
        JsonNode fewest = linchpins.path(0);
        for (JsonNode each : linchpins) {
            int less = Integer.compare(
                    each.path("items").size(), fewest.path("items").size());
            if (less < 0
                    || (less == 0
                            && each.path("lead").doubleValue()
                                    < fewest.path("lead").doubleValue())) {
                fewest = each;
            }
        }
        return fewest;
    }

    private static List<String> texts(JsonNode list) {
        return list.values().stream().map(JsonNode::asString).toList();
    }

    @Test
    void the_other_interpretation_is_picked_in_the_address() {
        Document page = page("");
        String other =
                page.expectFirst("select[name=against] option:not([selected])").text();

        Document picked = page("?against=" + other);

        assertThat(picked.select("select[name=against] option[selected]").text())
                .isEqualTo(other);
        assertThat(picked.expectFirst("figure .wide text.head").text()).endsWith("over " + other);
        assertThat(page("?against=nobody&reading=nonsense").select("#answer").text())
                .isEqualTo(page.select("#answer").text());
    }

    @Test
    void the_table_has_every_item_and_adds_up_to_the_lead() {
        Document page = page("");
        int inForce = page.select("#contributions tbody tr").size();

        assertThat(inForce)
                .isEqualTo(SERVER.as("reader")
                        .get("/api/v1/assessments/" + key + "/balance")
                        .json()
                        .path("evidenceInForce")
                        .asInt());
        assertThat(page.select("#contributions tbody tr:last-child td").get(1).text())
                .startsWith("0");
    }

    @Test
    void what_ends_a_lead_stands_first_and_is_marked_and_everything_is_there_once() {
        Document page = page("");
        var ending = page.select("#falls > .scroll tbody tr");
        var standing = page.select("#falls details tbody tr");

        assertThat(ending)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.select(".flag")).isNotEmpty());
        assertThat(standing.select(".flag")).isEmpty();
        assertThat(ending.size() + standing.size())
                .isEqualTo(sensitivity("").path("leaveOneOut").size());
        var rows = READER.get("/a/" + key + "/falls.csv").expect(200).body();
        assertThat(rows.lines()).hasSize(1 + ending.size() + standing.size());
    }

    @Test
    void a_form_of_the_bench_leads_to_an_address_that_holds_what_is_assumed() {
        String base = "/a/" + key + "/firm";

        assertThat(READER.get(base + "?assume=item&which=e28&as=&reading=inconsistency&effectiveAt=2025-07-31")
                        .expect(302)
                        .header("Location"))
                .endsWith(base + "?effectiveAt=2025-07-31T00:00:00Z&reading=inconsistency&if=item:e28#bench");
        assertThat(READER.get(base + "?assume=item&which=e28&as=credibility:5&if=item:e28&if=credibility:e28:1")
                        .expect(302)
                        .header("Location"))
                .endsWith(base + "?if=item:e28&if=credibility:e28:5#bench");
        assertThat(READER.get(base + "?assume=source&which=lavrov&as=reliability:F")
                        .expect(302)
                        .header("Location"))
                .endsWith(base + "?if=reliability:lavrov:F#bench");
        assertThat(READER.get(base + "?assume=rating&who=an1&which=e12&of=hedge&as=CC")
                        .expect(302)
                        .header("Location"))
                .endsWith("if=rating:an1%2Fe12%2Fhedge:CC#bench");
        assertThat(READER.get(base + "?assume=policy&rho=0.2&extremize=1&floor=1e-3&minCoverage=&staleAbove=x"
                                + "&if=policy:floor:0.01")
                        .expect(302)
                        .header("Location"))
                .endsWith(base + "?if=policy:rho:0.2#bench");
        assertThat(READER.get(base + "?assume=nonsense&which=e28").expect(302).header("Location"))
                .endsWith(base + "#bench");
    }

    /** Each assumption of the page, and the same in the words of the API. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "item:e28 | {'drop': {'items': ['e28']}}",
                "source:lankov | {'drop': {'sources': ['lankov']}}",
                "origin:Lankov essay, 2025 | {'drop': {'origins': ['Lankov essay, 2025']}}",
                "origin:deployment-reports | {'drop': {'origins': ['deployment-reports']}}",
                "analyst:an1 | {'drop': {'analysts': ['an1']}}",
                "credibility:e28:6 | {'evidence': {'e28': {'credibility': 6}}}",
                "relevance:e28:L | {'evidence': {'e28': {'relevance': 'L'}}}",
                "reliability:lankov:E | {'sources': {'lankov': {'reliability': 'E'}}}",
                "policy:rho:0 | {'policy': {'rho': 0}}",
                "rating:one-more/e28/hedge:CC | {'ratings': [{'analyst': 'one-more', 'evidence': 'e28', 'interpretation': 'hedge', 'rating': 'CC'}]}",
                "rating:an1/e28/transactional:none | {'ratings': [{'analyst': 'an1', 'evidence': 'e28', 'interpretation': 'transactional', 'rating': null}]}",
            })
    void what_comes_of_an_assumption_is_what_the_api_says(String assumed, String body) {
        Document page = page("?if=" + encoded(assumed));
        JsonNode answer = SERVER.as("reader")
                .post("/api/v1/assessments/" + key + "/what-if", body.replace('\'', '"'))
                .expect(200)
                .json();

        assertThat(page.select(".assumed li")).hasSize(1);
        assertThat(page.select(".assumed .flag")).isEmpty();
        String leader = answer.path("balance")
                .path("leaders")
                .path("weightOfEvidence")
                .path("key")
                .asString("");
        var leading = new ArrayList<String>();
        for (Element row : page.select(".outcome tbody tr")) {
            if (row.select("td").get(1).hasClass("leading")) {
                leading.add(row.select("th").text());
            }
            double moved = answer.path("difference")
                    .path(row.select("th").text())
                    .path("weightOfEvidence")
                    .doubleValue();
            String shown = row.select("td").get(2).text().replace("−", "-").replace("+", "");
            assertThat(Double.parseDouble(shown)).isCloseTo(moved, withinPercentage(1));
        }
        assertThat(leading).isEqualTo(leader.isEmpty() ? List.of() : List.of(leader));
        assertThat(page.select("#outcome").text()).contains(leader);
    }

    @Test
    void what_is_assumed_is_listed_and_each_can_be_taken_back() {
        Document page = page("?if=item:e28&if=item:e12&if=item:gone&if=nonsense&if=policy:rho:7&if=item:e28");

        assertThat(page.select(".assumed li").eachText())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("e28 was never recorded"),
                        second -> assertThat(second).startsWith("e12 was never recorded"),
                        third -> assertThat(third).contains("not there at this point in time"),
                        fourth -> assertThat(fourth).startsWith("rho is 7").contains("changes nothing"));
        assertThat(page.select(".assumed li a.small").eachAttr("href").getFirst())
                .isEqualTo("/a/" + key + "/firm?if=item:e12&if=item:gone&if=policy:rho:7#bench");
        assertThat(page.select("#bench p a").eachAttr("href")).contains("/a/" + key + "/firm#bench");
        assertThat(page("?if=item:gone").select("#outcome")).isEmpty();
    }

    @Test
    void the_set_of_linchpins_can_be_assumed_away_at_once() {
        String href = page("?reading=inconsistency").expectFirst("a[href*=if]").attr("href");

        Document page = READER.get(href.replaceAll("#.*", "")).expect(200).html();

        assertThat(page.select(".assumed li"))
                .hasSize(fewest(sensitivity("").path("linchpins").path("inconsistency"))
                        .path("items")
                        .size());
    }

    @Test
    void a_past_view_has_its_bench_too_and_a_day_can_be_picked_without_losing_it() {
        String then = "?effectiveAt=2025-03-14T23:59:59.999999Z&if=item:e12&reading=inconsistency";
        Document past = page(then);

        assertThat(past.select(".band[role=status]").text()).startsWith("You look at what held on 14 Mar 2025");
        assertThat(past.select("main form[method=post]")).isEmpty();
        assertThat(past.select(".picks form input[name=effectiveAt]").eachAttr("value"))
                .isNotEmpty()
                .allMatch("2025-03-14T23:59:59.999999Z"::equals);
        assertThat(past.select(".clock input[name=if]").eachAttr("value")).containsExactly("item:e12");
        assertThat(READER.get("/a/" + key + "?effectiveDay=2025-06-10&recordedDay=&page=/firm&reading=inconsistency"
                                + "&if=item:e12&if=source:lavrov")
                        .expect(302)
                        .header("Location"))
                .endsWith(
                        "/firm?effectiveAt=2025-06-10T23:59:59.999999Z&reading=inconsistency&if=item:e12&if=source:lavrov");
    }

    @Test
    void where_the_leader_is_withheld_the_page_says_why_and_still_lets_one_ask_what_if() {
        Document tie = page("?effectiveAt=2024-09-20T23:59:59.999999Z");

        assertThat(tie.select("#answer").text())
                .contains("are level")
                .endsWith("So there is no lead to test by this reading.");
        assertThat(tie.select("figure, #contributions")).isEmpty();
        assertThat(tie.select("#falls td:nth-of-type(2) .flag")).isEmpty();
        assertThat(tie.select(".picks form")).isNotEmpty();
        assertThat(page("?effectiveAt=2001-01-01").select("#answer").text())
                .startsWith("The question did not stand yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?reading=inconsistency&against=deepening", "?effectiveAt=2024-09-20", "?asOf=r1"})
    void files_hold_what_the_page_shows(String query) {

        var svg = READER.get("/a/" + key + "/firm.svg" + query).expect(200);
        assertThat(svg.header("Content-Security-Policy")).startsWith("default-src 'none'");
        var picture = Jsoup.parse(svg.body(), "", Parser.xmlParser());
        assertThat(picture.expectFirst("title").text()).isNotBlank();
        var csv = READER.get("/a/" + key + "/firm.csv" + query).expect(200).body();
        assertThat(csv.lines())
                .hasSize(1 + page(query).select("#contributions tbody tr").size());
        READER.get("/a/" + key + "/falls.csv" + query).expect(200);
    }

    @Test
    void where_several_interpretations_may_hold_the_evidence_is_tested_the_same_way() {
        var an1 = SERVER.as("an1");
        String path = "/api/v1/assessments/" + overlapping(an1);
        String page = "/a/" + path.substring(path.lastIndexOf('/') + 1) + "/firm";

        var browser = SERVER.browser("an1");
        assertThat(browser.get(page).expect(200).html().select("#answer").text())
                .startsWith(
                        "By weight of evidence one leads two by 9.00\u202fdB. Take away e alone and the lead is gone")
                .contains("it is a tie");
        var without = browser.get(page + "?if=analyst:an1").expect(200).html();
        assertThat(without.select("#outcome").text()).contains("Nothing is rated yet", "nobody has judged yet");
        var difference = an1.post(path + "/what-if", "{\"policy\": {\"floor\": 0.05}}")
                .expect(200)
                .json()
                .path("difference");
        assertThat(difference.path("one").path("judged").doubleValue()).isNegative();
        assertThat(difference.path("two").path("judged").doubleValue()).isZero();
    }

    /** One item for the first of two that may both hold, and a judgment that is certain of the first. */
    private static String overlapping(Client an1) {
        String mine = TestServer.newKey();
        String path = "/api/v1/assessments/" + mine;
        an1.post("/api/v1/assessments", """
                {"key": "%s", "title": "T", "question": "Q?", "relation": "OVERLAPPING"}""".formatted(mine)).expect(201);
        an1.post(path + "/interpretations", "{\"key\": \"one\", \"statement\": \"One\"}")
                .expect(201);
        an1.post(path + "/interpretations", "{\"key\": \"two\", \"statement\": \"Two\"}")
                .expect(201);
        an1.post(path + "/sources", "{\"key\": \"s\", \"name\": \"S\", \"kind\": \"agency\", \"reliability\": \"C\"}")
                .expect(201);
        an1.post(path + "/evidence", """
                {"key": "e", "claim": "C", "source": "s", "credibility": 3, "relevance": "M"}""").expect(201);
        an1.post(path + "/ratings", """
                {"ratings": [{"evidence": "e", "interpretation": "one", "rating": "C"},
                             {"evidence": "e", "interpretation": "two", "rating": "I"}]}""").expect(200);
        an1.post(path + "/judgments", """
                {"probabilities": {"one": 1, "two": 0.5}, "confidence": "LOW", "rationale": "R"}""").expect(201);
        return mine;
    }

    @Test
    void who_may_not_read_it_does_not_learn_of_it() {
        var mine = TestServer.newKey();
        SERVER.as("an1")
                .post("/api/v1/assessments", "{\"key\": \"" + mine + "\", \"title\": \"T\", \"question\": \"Q?\"}")
                .expect(201);

        SERVER.browser("outsider").get("/a/" + mine + "/firm").expect(404);
        SERVER.browser("outsider")
                .get("/a/" + mine + "/firm?assume=item&which=e1")
                .expect(404);
        assertThat(SERVER.browser("an1")
                        .get("/a/" + mine + "/firm")
                        .expect(200)
                        .html()
                        .select("#answer")
                        .text())
                .startsWith("No interpretation is in force");
    }
}
