package org.steelyard.blind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.portfolio.Portfolio;
import tools.jackson.databind.JsonNode;

/**
 * The readings of one who judged and has yet to rate e2 and e3 hold no rating that is kept from them: whoever compares two readings,
 * or asks what would be without a row, would else tell it. Each test is an attempt to.
 */
class BlindReadingsTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final BlindCase BLIND = new BlindCase();
    private static final Client MINE = SERVER.as(BLIND.analyst);
    private static final Client READER = SERVER.as("reader");

    /** The revision before the first rating of e2, and the last of e2. */
    private static long before;

    private static long after;

    @BeforeAll
    static void who_judged_and_rated_one_row() {
        BLIND.rate(MINE, "e1", "lasts", "C", "mine");
        BLIND.rate(MINE, "e1", "ends", "N", "mine");
        BLIND.judge(MINE, 0.4, "mine");
        for (JsonNode event : read(READER, "/events?limit=1000").path("items")) {
            if (event.path("item").asString("").startsWith("e2/")) {
                before = before == 0 ? event.path("revision").asLong() - 1 : before;
                after = event.path("revision").asLong();
            }
        }
    }

    private static JsonNode read(Client client, String below) {
        return client.get(BLIND.path(below)).expect(200).json();
    }

    private static List<String> all(JsonNode items, String field) {
        var all = new ArrayList<String>();
        items.forEach(item -> all.add(item.path(field).asString("")));
        return all;
    }

    private static JsonNode readings(Client client, long revision) {
        return read(client, "/balance?asOf=r" + revision).path("interpretations");
    }

    @Test
    void two_balances_around_a_hidden_rating_are_alike_and_differ_for_who_sees_it() {
        assertThat(readings(MINE, after)).isEqualTo(readings(MINE, before));
        assertThat(readings(READER, after)).isNotEqualTo(readings(READER, before));
        assertThat(read(MINE, "/balance")
                        .path("interpretations")
                        .get(0)
                        .path("weightOfEvidence")
                        .asDouble())
                .as("what is shown counts")
                .isNotZero();
        assertThat(read(MINE, "/balance").path("blinded").asBoolean()).isTrue();
    }

    @Test
    void neither_history_nor_changes_jump_where_a_rating_is_hidden() {
        for (String axis : List.of("recorded", "effective")) {
            assertThat(all(read(MINE, "/balance/history?axis=" + axis).path("points"), "revision"))
                    .doesNotContain(Long.toString(after));
            assertThat(all(read(READER, "/balance/history?axis=" + axis).path("points"), "revision"))
                    .contains(Long.toString(after));
        }
        String range = "/changes?from=r" + before + "&to=r" + after;
        assertThat(read(MINE, range).path("changes")).isEmpty();
        for (JsonNode total : read(MINE, range).path("totals")) {
            assertThat(total.path("weightOfEvidence").asDouble()).isZero();
        }
        assertThat(read(READER, range).path("changes")).hasSize(2);
        JsonNode all = read(MINE, "/changes?from=r3");
        double parts = 0;
        for (JsonNode change : all.path("changes")) {
            parts +=
                    change.path("deltas").path("lasts").path("weightOfEvidence").asDouble();
        }
        assertThat(parts)
                .as("the parts add up, so nothing hidden is in the whole")
                .isCloseTo(
                        all.path("totals")
                                .path("lasts")
                                .path("weightOfEvidence")
                                .asDouble(),
                        within(1e-9))
                .isNotZero();
    }

    @Test
    void without_a_hidden_row_nothing_would_be_different() {
        String without = "{\"drop\": {\"items\": [\"e2\"]}}";

        for (JsonNode moved :
                MINE.post(BLIND.path("/what-if"), without).expect(200).json().path("difference")) {
            assertThat(moved.path("weightOfEvidence").asDouble()).isZero();
        }
        assertThat(READER.post(BLIND.path("/what-if"), without)
                        .expect(200)
                        .json()
                        .path("difference")
                        .path("lasts")
                        .path("weightOfEvidence")
                        .asDouble())
                .isNotZero();
        assertThat(read(MINE, "/sensitivity").path("linchpins").toString()).doesNotContain("e2");
        assertThat(read(READER, "/sensitivity").path("linchpins").toString()).contains("e2");
    }

    @Test
    void the_portfolio_reads_as_the_assessment_does_and_its_filters_too() {
        Portfolio.awaitAll();
        JsonNode row = row("");
        JsonNode balance = read(MINE, "/balance");

        assertThat(row.path("blinded").asBoolean()).isTrue();
        assertThat(row.path("leaders")).isEqualTo(balance.path("leaders"));
        assertThat(row.path("coverage")).isEqualTo(balance.path("coverage"));
        assertThat(row.path("judged").path("lasts").asDouble())
                .isEqualTo(balance.path("interpretations").get(1).path("judged").asDouble());
        assertThat(row.path("coverage")).isNotEqualTo(read(READER, "/balance").path("coverage"));
        String agreement = balance.path("agreement").asString();
        assertThat(row("&agreement=" + agreement).isMissingNode()).isFalse();
        for (String other : List.of("AGREE", "CONFLICT", "WITHHELD")) {
            assertThat(row("&agreement=" + other).isMissingNode()).isEqualTo(!other.equals(agreement));
        }
    }

    private static JsonNode row(String more) {
        return MINE.get("/api/v1/portfolio?q=" + BLIND.key + more)
                .expect(200)
                .json()
                .path("items")
                .path(0);
    }

    @Test
    void the_page_says_that_hidden_rows_are_in_no_reading() {
        var page =
                SERVER.browser(BLIND.analyst).get("/a/" + BLIND.key).expect(200).html();

        assertThat(page.select(".qualified").text()).contains("are in no reading here until you have");
        assertThat(page.select("figure")).isNotEmpty();
    }
}
