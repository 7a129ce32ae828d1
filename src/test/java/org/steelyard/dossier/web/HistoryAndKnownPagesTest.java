package org.steelyard.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steelyard.DemoCase;
import org.steelyard.TestServer;

/** Time as pictures: a reading over time, and what was known when. */
class HistoryAndKnownPagesTest {
    private static final TestServer SERVER = TestServer.shared();

    private static String key = "";

    @BeforeAll
    static void importTheCase() {
        key = DemoCase.imported("durability");
    }

    private static Document page(String path) {
        return SERVER.browser("admin").get("/a/" + key + path).expect(200).html();
    }

    private static Document picture(String path) {
        return Jsoup.parse(
                SERVER.browser("admin").get("/a/" + key + path).expect(200).body(), "", Parser.xmlParser());
    }

    @ParameterizedTest
    @CsvSource({"weight,effective", "inconsistency,effective", "judged,recorded"})
    void a_line_for_each_interpretation_ends_at_what_holds_now(String reading, String axis) {
        Document page = page("?reading=" + reading + "&axis=" + axis);
        Element chart = page.expectFirst("section[aria-labelledby=h-history] .wide svg");

        assertThat(chart.select("path.course")).hasSize(3);
        for (Element label : chart.select("text.name")) {
            String[] parts = label.text().split(" ", 2);
            Element row = page.select("section[aria-labelledby=h-readings] tbody tr").stream()
                    .filter(each -> each.expectFirst("th").text().equals(parts[0]))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.select("td").eachText()).contains(parts[1]);
        }
    }

    @Test
    void every_tick_leads_to_the_point_in_time_and_keeps_the_choice() {
        Document page = page("?reading=judged");
        var ticks = page.select("section[aria-labelledby=h-history] .wide a");

        assertThat(ticks).hasSizeBetween(10, 240);
        assertThat(ticks.select("title").eachText())
                .allSatisfy(title -> assertThat(title).hasSizeGreaterThan(15));
        Element some = ticks.get(ticks.size() / 2);
        assertThat(some.attr("href")).contains("effectiveAt=", "reading=judged").endsWith("#h-history");
        Document then = SERVER.browser("admin")
                .get(some.attr("href").replaceAll("#.*", ""))
                .expect(200)
                .html();
        assertThat(then.select(".band[role=status]")).isNotEmpty();
        assertThat(then.select(".present title").text()).startsWith("shown here: ");
        assertThat(page.select(".present")).isEmpty();
    }

    @Test
    void a_change_of_leader_has_a_mark_of_its_own_shape() {
        Document page = page("");

        assertThat(page.select("section[aria-labelledby=h-history] .wide path.turn"))
                .isNotEmpty();
        assertThat(page.select("section[aria-labelledby=h-history] .wide a:has(path.turn) title")
                        .eachText())
                .allSatisfy(title -> assertThat(title).startsWith("Leader changes."));
    }

    @Test
    void the_table_says_how_many_of_all_it_holds_and_the_file_has_all() {
        Document page = page("");
        int all = SERVER.as("admin")
                .get("/api/v1/assessments/" + key + "/balance/history?axis=effective")
                .json()
                .path("all")
                .asInt();

        assertThat(page.select("section[aria-labelledby=h-history] tbody tr")).hasSize(60);
        assertThat(page.select("section[aria-labelledby=h-history] details p").text())
                .startsWith("The newest 60 of " + all);
        assertThat(SERVER.browser("admin")
                        .get("/a/" + key + "/history.csv")
                        .expect(200)
                        .body()
                        .lines())
                .hasSize(1 + all);
        assertThat(picture("/history.svg?reading=inconsistency").select("path.course"))
                .hasSize(3);
        assertThat(picture("/history.svg").select("a")).isEmpty();
    }

    @Test
    void what_was_learned_late_stands_apart_in_shape_and_comes_first_in_the_table() {
        Document page = page("/known");

        assertThat(page.select(".answer").text()).contains("of 315 events were learned late");
        assertThat(page.select(".wide a path.late")).isNotEmpty();
        var days = page.select("section[aria-labelledby=h-late] td.num").eachText().stream()
                .map(Integer::parseInt)
                .toList();
        assertThat(days).isNotEmpty().isSortedAccordingTo((one, other) -> other - one);
        assertThat(page.select(".view")).isEmpty();
        assertThat(SERVER.browser("admin")
                        .get("/a/" + key + "/known.csv")
                        .expect(200)
                        .body()
                        .lines())
                .hasSize(316);
        SERVER.browser("admin").get(page.expectFirst(".wide a").attr("href")).expect(200);
    }

    @Test
    void the_point_that_is_looked_at_is_a_box() {
        Document past = page("/known?effectiveAt=2025-03-14T23:59:59.999999Z");

        assertThat(past.select(".wide path.view[stroke-dasharray]")).hasSize(1);
        assertThat(past.select(".answer").text())
                .endsWith("The dashed box holds the "
                        + past.expectFirst(".clock p span").text().replace("count here", "that count here"));
    }
}
