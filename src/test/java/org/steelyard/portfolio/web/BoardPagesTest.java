package org.steelyard.portfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.steelyard.DemoCase;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.portfolio.Portfolio;

/** The board: a row an assessment, in the order and as of the time that the address names. */
class BoardPagesTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final Client ADMIN = SERVER.as("admin");

    private static String durability;

    @BeforeAll
    static void aCase() {
        durability = DemoCase.imported("durability");
        Portfolio.awaitAll();
    }

    @Test
    void a_row_says_what_the_api_says_and_draws_a_year_of_each_reading() {
        var item = ADMIN.get("/api/v1/portfolio?q=" + durability)
                .json()
                .path("items")
                .get(0);
        var row = page("/portfolio?q=" + durability).select("table.board tbody tr");

        assertThat(row).hasSize(1);
        assertThat(row.text())
                .contains(item.path("title").stringValue())
                .contains(item.path("leaders").path("judged").path("key").stringValue());
        assertThat(row.select("svg.spark path[d]")).hasSize(3);
    }

    @Test
    void as_recorded_by_a_day_it_wears_a_band_and_has_the_assessments_of_then() {
        var then = page("/portfolio?asOf=2001-01-01");

        assertThat(then.select(".band").text()).contains("1 Jan 2001");
        assertThat(then.select("table.board")).isEmpty();
        assertThat(then.select(".answer").text()).contains("had been opened by then");
    }

    @Test
    void a_day_that_is_picked_leads_to_an_address_that_names_it() {
        var reply = SERVER.browser("admin")
                .get("/portfolio?recordedDay=2025-06-01&sort=moved")
                .expect(302);

        assertThat(reply.header("Location")).contains("asOf=2025-06-0").contains("sort=moved");
    }

    @Test
    void every_order_shows_the_same_assessments() {
        var usual = keys("/portfolio?q=" + durability);
        for (BoardOrder order : BoardOrder.values()) {
            assertThat(keys("/portfolio?q=" + durability + "&sort=" + order))
                    .as(order.name())
                    .isEqualTo(usual);
        }
        assertThat(keys("/portfolio?since=visit&q=" + durability)).isEqualTo(usual);
        assertThat(keys("/portfolio?since=2025-01-01&q=" + durability)).isEqualTo(usual);
    }

    @Test
    void what_changed_last_comes_first_where_that_is_asked() {
        String key = TestServer.newKey();
        ADMIN.post("/api/v1/assessments", "{\"key\": \"" + key + "\", \"title\": \"Newest\", \"question\": \"Which?\"}")
                .expect(201);
        Portfolio.awaitAll();

        assertThat(keys("/portfolio?sort=changed").getFirst()).isEqualTo(key);
    }

    @Test
    void hostile_titles_stay_text() {
        String key = TestServer.newKey();
        ADMIN.post(
                        "/api/v1/assessments",
                        "{\"key\": \"" + key
                                + "\", \"title\": \"<script>alert(1)</script>\", \"question\": \"Which?\"}")
                .expect(201);
        Portfolio.awaitAll();
        var page = page("/portfolio?q=" + key);

        assertThat(page.select("table.board script")).isEmpty();
        assertThat(page.select("table.board th bdi").text()).contains("<script>alert(1)</script>");
    }

    @Test
    void the_file_has_what_the_page_has() {
        var csv = SERVER.browser("admin").get("/portfolio.csv?q=" + durability).expect(200);

        assertThat(csv.body().lines()).hasSize(2);
        assertThat(csv.body()).startsWith("key,title").contains(durability);
    }

    private static List<String> keys(String address) {
        return page(address)
                .select("table.board th[scope=row] .small bdi:first-of-type")
                .eachText();
    }

    private static Document page(String address) {
        return SERVER.browser("admin").get(address).expect(200).html();
    }
}
