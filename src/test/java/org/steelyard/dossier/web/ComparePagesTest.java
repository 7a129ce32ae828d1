package org.steelyard.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.steelyard.DemoCase;
import org.steelyard.TestServer;
import org.steelyard.site.Wording;
import tools.jackson.databind.JsonNode;

/** The page that compares two points of the demo case, as its readers get it from the real server. */
class ComparePagesTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final String SPRING =
            "axis=effective&from=2025-01-31T23:59:59.999999Z&to=2025-07-19T23:59:59.999999Z";
    private static final String LAST_WEEK = "axis=recorded&from=r260&to=r315";

    private static String key = "";

    @BeforeAll
    static void importTheCase() {
        key = DemoCase.imported("durability");
    }

    private static Document page(String query) {
        return SERVER.browser("admin")
                .get("/a/" + key + "/compare?" + query)
                .expect(200)
                .html();
    }

    private static List<NamedCsvRecord> table(String query) {
        String csv = SERVER.browser("admin")
                .get("/a/" + key + "/compare.csv?" + query)
                .expect(200)
                .body();
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }

    private static JsonNode reading(String interpretation, String point) {
        var balance = SERVER.as("admin")
                .get("/api/v1/assessments/" + key + "/balance?" + point)
                .expect(200)
                .json();
        return StreamSupport.stream(balance.path("interpretations").spliterator(), false)
                .filter(reading -> reading.path("key").asString().equals(interpretation))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "weightOfEvidence, item",
        "weightOfEvidence, event",
        "weightedInconsistency, analyst",
        "judged, kind",
        "judged, event",
    })
    void start_and_steps_add_up_to_the_end_and_both_are_what_the_balance_says(String reading, String by) {
        var rows = table(LAST_WEEK + "&reading=" + reading + ":deepening&by=" + by);

        double start = reading("deepening", "asOf=r260").path(reading).asDouble();
        double end = reading("deepening", "asOf=r315").path(reading).asDouble();
        double reached = start;
        assertThat(rows.getFirst().getField("step")).isEqualTo("start");
        assertThat(Double.parseDouble(rows.getFirst().getField("reached"))).isEqualTo(start);
        for (var row : rows.subList(1, rows.size() - 1)) {
            reached += Double.parseDouble(row.getField("amount"));
            assertThat(Double.parseDouble(row.getField("reached"))).isCloseTo(reached, within(1e-9));
        }
        assertThat(rows).hasSizeGreaterThan(2);
        assertThat(reached).isCloseTo(end, within(1e-9));
        assertThat(Double.parseDouble(rows.getLast().getField("reached"))).isEqualTo(end);
    }

    @Test
    void from_before_the_first_event_the_start_is_empty_and_what_comes_in_is_a_step_of_its_own() {
        Document whole = page("axis=effective&reading=judged:hedge&by=analyst");

        assertThat(whole.select(".empty-start").text()).contains("before the first event");
        assertThat(whole.select("figure .wide text").eachText()).contains("not there", "comes in");
        var rows = table("axis=effective&reading=judged:hedge&by=analyst");
        double sum = rows.subList(1, rows.size() - 1).stream()
                .mapToDouble(row -> Double.parseDouble(row.getField("amount")))
                .sum();
        assertThat(rows.getFirst().getField("reached")).isEmpty();
        assertThat(sum)
                .isCloseTo(Double.parseDouble(rows.getLast().getField("reached")), within(1e-9))
                .isPositive();
    }

    @Test
    void the_answer_says_what_moved_what_moved_it_most_and_that_nothing_is_left_unexplained() {
        Document spring = page(SPRING + "&reading=weightOfEvidence:deepening:hedge");

        assertThat(spring.select("h1").text()).isEqualTo("What moved the balance between 31 Jan and 19 Jul 2025?");
        assertThat(spring.select("#answer").text())
                .startsWith(
                        "The lead passed from hedge to deepening: hedge was 2.83\u202fdB ahead at the start, deepening is")
                .contains("from one new item, e17", "; nothing is left unexplained.");
        assertThat(page(LAST_WEEK).select("#answer").text())
                .startsWith("The lead of transactional over deepening grew by 1.74\u202fdB, "
                        + "its largest step from lavrov (+5.63\u202fdB);");
        assertThat(page("axis=recorded&from=r315&to=r315").select("#answer").text())
                .isEqualTo("Nothing happened between these two points.");
    }

    @Test
    void where_no_leader_is_named_at_the_end_the_answer_says_why() {
        assertThat(page("axis=recorded&from=r90&to=r134").select("#answer").text())
                .contains("The rated evidence names no leader, since 33\u202f% of the cells are rated");
    }

    @Test
    void small_steps_are_folded_and_the_table_has_them_all() {
        Document spring = page(SPRING);

        assertThat(spring.select("figure .wide text.item").eachText()).anyMatch(text -> text.endsWith(" more"));
        assertThat(spring.select("#steps tbody tr").size())
                .isGreaterThan(spring.select("figure .wide .fall").size());
        assertThat(spring.select("figure .wide .zero")).isNotEmpty();
        assertThat(spring.select("figure .wide a[href*=/evidence/]")).hasSizeGreaterThan(8);
        assertThat(spring.select("figure .wide a[href*=effectiveAt]").eachText())
                .contains("start", "end");
    }

    @Test
    void what_changed_stands_in_groups_old_struck_through_with_who_and_why() {
        Document week = page(LAST_WEEK);
        String changed = week.select("#changed").text();

        assertThat(week.select("#changed h3").eachText())
                .containsSequence("Retracted 1", "Corrected 2", "Regraded 3", "Re-rated 4", "Re-judged 4", "Rated 33");
        assertThat(changed).contains("an3 regraded the source lavrov: C → D", "Reason: On whether the alliance lasts");
        assertThat(week.select("#changed b.old").eachText()).contains("C", "“MSMT team, second reading”");
        assertThat(week.select("#changed details summary").eachText()).contains("33 ratings · show all");
        assertThat(week.select("#changed .moved").eachText()).contains("+5.63\u202fdB");
        assertThat(week.select("#changed li")).hasSize(55);
    }

    @Test
    void the_matrices_are_one_with_changed_cells_old_to_new_and_rows_that_went() {
        Document week = page(LAST_WEEK);

        var row = week.select(".matrix tbody tr:has(a[href*=/evidence/e03])");
        assertThat(row.select("td.changed").text()).startsWith("N → C");
        assertThat(week.select(".matrix tbody tr.out .presence").eachText()).containsExactly("out of force");
        assertThat(week.select(".matrix tbody tr:has(a[href*=/evidence/e12]) td.aside")
                        .text())
                .isEqualTo("C1 H → D1 H");
        int changed = week.select(".matrix tbody tr").size();
        Document all = page(LAST_WEEK + "&all=yes");
        assertThat(all.select(".matrix tbody tr").size()).isGreaterThan(changed);
        assertThat(page(SPRING).select(".matrix .presence").eachText()).contains("added");
    }

    @Test
    void without_a_range_it_shows_the_whole_story_or_what_is_new_since_the_last_visit() {
        String key = DemoCase.imported("durability");
        var browser = SERVER.browser("reviewer");
        String bare = "/a/" + key + "/compare";
        assertThat(browser.get(bare).expect(302).header("Location")).endsWith(bare + "?axis=effective");

        browser.get("/a/" + key).expect(200);
        Instant left = SERVER.bean(Clock.class).instant().truncatedTo(ChronoUnit.MICROS);
        SERVER.bean(JdbcClient.class)
                .sql("UPDATE visit SET previous_end = ? WHERE user_name = 'reviewer' AND assessment_key = ?")
                .params(left.atOffset(ZoneOffset.UTC), key)
                .update();
        assertThat(browser.get(bare).expect(302).header("Location")).endsWith(bare + "?axis=effective");
        SERVER.as("admin")
                .post("/api/v1/assessments/" + key + "/comments", "{\"text\": \"News\"}")
                .expect(201);
        String since = bare + "?axis=recorded&from=" + left;
        assertThat(browser.get(bare).expect(302).header("Location")).endsWith(since);
        Document page = browser.get(since).expect(200).html();
        assertThat(page.select("h1").text())
                .isEqualTo("What moved the balance since "
                        + SERVER.bean(Wording.class).moment(left) + "?");
        assertThat(page.select(".ranges a[aria-current]").text()).startsWith("since my last visit (");
        assertThat(page.select("#changed li")).hasSize(1);
    }

    @Test
    void a_day_that_is_picked_means_its_end_in_utc_and_a_revision_will_do_on_the_recorded_axis() {
        var browser = SERVER.browser("admin");
        String form = "/a/" + key + "/compare?picked=1&reading=judged:hedge&by=kind";

        assertThat(browser.get(form + "&axis=effective&fromDay=2025-03-02&toDay=2025-03-14")
                        .expect(302)
                        .header("Location"))
                .endsWith("/compare?axis=effective&from=2025-03-02T23:59:59.999999Z&to=2025-03-14T23:59:59.999999Z"
                        + "&reading=judged:hedge&by=kind");
        assertThat(browser.get(form + "&axis=recorded&fromDay=r12&toDay=")
                        .expect(302)
                        .header("Location"))
                .endsWith("/compare?axis=recorded&from=r12&reading=judged:hedge&by=kind");
    }

    @ParameterizedTest
    @CsvSource({
        "axis=effective&fromDay=r12&toDay=, #wrong-from, recorded axis",
        "axis=recorded&fromDay=soon&toDay=, #wrong-from, 2025-03-14",
        "axis=recorded&fromDay=r12&toDay=r3, #wrong-to, before the start",
    })
    void what_is_wrong_with_the_form_stands_at_its_field(String fields, String at, String words) {
        Document page = SERVER.browser("admin")
                .get("/a/" + key + "/compare?picked=1&" + fields)
                .expect(400)
                .html();

        assertThat(page.select(at).text()).contains(words);
        assertThat(page.select("input[aria-invalid]")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"axis=sideways", "axis=recorded&from=r9&to=r3", "axis=effective&from=r5", "axis=recorded&asOf=r3"
            })
    void an_address_that_is_no_range_is_refused(String query) {
        SERVER.browser("admin").get("/a/" + key + "/compare?" + query).expect(400);
    }

    @Test
    void a_range_beyond_the_log_is_not_there_and_neither_is_anything_for_an_outsider() {
        SERVER.browser("admin")
                .get("/a/" + key + "/compare?axis=recorded&to=r999999")
                .expect(404);
        String closed = TestServer.newKey();
        SERVER.as("an1")
                .post(
                        "/api/v1/assessments",
                        "{\"key\": \"%s\", \"title\": \"Closed\", \"question\": \"Who?\"}".formatted(closed))
                .expect(201);
        for (String file : List.of("/compare?axis=effective", "/compare.csv", "/compare.svg")) {
            SERVER.browser("outsider").get("/a/" + closed + file).expect(404);
        }
        assertThat(SERVER.browser("an1")
                        .get("/a/" + closed + "/compare?axis=effective")
                        .expect(200)
                        .html()
                        .select("#answer")
                        .text())
                .startsWith("No interpretation is in force at either point");
    }

    @Test
    void a_comparison_that_ends_in_the_past_says_so_and_offers_nothing_that_writes() {
        Document past = page(SPRING);

        assertThat(past.select(".band[role=status]").text()).startsWith("You look at what held on 19 Jul 2025");
        assertThat(past.select("main .acts, main form[method=post]")).isEmpty();
        assertThat(past.select(".band a").eachAttr("href")).anyMatch(href -> href.endsWith("/compare?" + SPRING));
        assertThat(page("axis=effective").select(".acts")).isNotEmpty();
    }

    @Test
    void every_page_of_a_past_leads_to_what_led_there() {
        assertThat(SERVER.browser("admin")
                        .get("/a/" + key + "?effectiveAt=2025-03-14T23:59:59.999999Z")
                        .expect(200)
                        .html()
                        .select(".pages a[href*=compare]")
                        .attr("href"))
                .endsWith("/compare?axis=effective&to=2025-03-14T23:59:59.999999Z");
    }

    @Test
    void the_picture_as_a_file_has_the_same_steps() {
        var svg = SERVER.browser("admin")
                .get("/a/" + key + "/compare.svg?" + SPRING)
                .expect(200);

        assertThat(svg.header("Content-Security-Policy")).startsWith("default-src 'none'");
        var picture = Jsoup.parse(svg.body(), "", Parser.xmlParser());
        assertThat(picture.select("rect.fall")).hasSameSizeAs(page(SPRING).select("figure .wide .fall"));
        assertThat(picture.select("svg > title").text())
                .isEqualTo("What moved the balance between 31 Jan and 19 Jul 2025?");
    }
}
