package org.steelyard.portfolio.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.steelyard.DemoCase;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.portfolio.Portfolio;
import tools.jackson.databind.JsonNode;

/** Where all assessments stand, now and at any recorded instant, for those who may see them. */
class PortfolioApiTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final Client ADMIN = SERVER.as("admin");

    private static String durability;
    private static String conduct;

    @BeforeAll
    static void twoCases() {
        durability = DemoCase.imported("durability");
        conduct = DemoCase.imported("conduct");
        Portfolio.awaitAll();
    }

    @Test
    void a_row_says_what_the_balance_of_its_assessment_says() {
        for (String key : List.of(durability, conduct)) {
            JsonNode row = row(ADMIN, key, "");
            JsonNode balance =
                    ADMIN.get("/api/v1/assessments/" + key + "/balance").json();
            JsonNode whole = ADMIN.get("/api/v1/assessments/" + key).json();

            for (String same : List.of("leaders", "agreement", "coverage", "confidence", "spread")) {
                assertThat(row.path(same)).as(same).isEqualTo(balance.path(same));
            }
            for (String same : List.of("title", "marking", "status", "tags")) {
                assertThat(row.path(same)).as(same).isEqualTo(whole.path(same));
            }
            for (JsonNode reading : balance.path("interpretations")) {
                assertThat(row.path("judged")
                                .path(reading.path("key").stringValue())
                                .doubleValue())
                        .isEqualTo(reading.path("judged").doubleValue());
            }
            long stale = balance.path("analysts")
                    .valueStream()
                    .filter(analyst -> !analyst.path("stale").isEmpty())
                    .count();
            assertThat(row.path("stale").longValue()).isEqualTo(stale);
            assertThat(row.path("lastChange").path("revision").longValue())
                    .isEqualTo(balance.path("revision").longValue());
        }
    }

    @Test
    void as_of_an_instant_it_is_what_the_balance_was_then() {
        String key = opened();
        var moments = new ArrayList<String>();
        moments.add(recordedAt(key));
        for (var step : List.of("title one", "title two", "title three")) {
            ADMIN.patch("/api/v1/assessments/" + key, "{\"title\": \"" + step + "\"}")
                    .expect(200);
            moments.add(recordedAt(key));
        }
        Portfolio.awaitAll();

        for (String moment : moments) {
            JsonNode then = row(ADMIN, key, "&asOf=" + moment);
            JsonNode whole =
                    ADMIN.get("/api/v1/assessments/" + key + "?asOf=" + moment).json();

            assertThat(then.path("title")).isEqualTo(whole.path("title"));
            assertThat(then.path("lastChange").path("revision").longValue())
                    .isEqualTo(whole.path("revision").longValue());
        }
    }

    @Test
    void before_its_first_event_an_assessment_is_not_there() {
        assertThat(keys(ADMIN, "?limit=1000&asOf=2001-01-01")).isEmpty();
    }

    @Test
    void an_instant_after_all_that_is_read_answers_at_that() {
        var now = ADMIN.get("/api/v1/portfolio?limit=1000").expect(200).json();
        var later = ADMIN.get("/api/v1/portfolio?limit=1000&asOf=2999-01-01")
                .expect(200)
                .json();

        assertThat(later.path("upTo").stringValue())
                .isGreaterThanOrEqualTo(now.path("upTo").stringValue());
        assertThat(later.path("items").size())
                .isGreaterThanOrEqualTo(now.path("items").size());
    }

    @Test
    void nobody_sees_what_they_may_not_read_today_whatever_the_instant() {
        String key = opened();
        String moment = recordedAt(key);
        Portfolio.awaitAll();
        Client outsider = SERVER.as("outsider");

        assertThat(keys(outsider, "?q=" + key)).isEmpty();
        assertThat(keys(outsider, "?q=" + key + "&asOf=" + moment)).isEmpty();

        String member = "/api/v1/assessments/" + key + "/members/outsider";
        ADMIN.put(member, "{\"role\": \"READER\"}").expect(201);
        assertThat(keys(outsider, "?q=" + key)).contains(key);
        assertThat(keys(outsider, "?q=" + key + "&asOf=" + moment)).contains(key);

        ADMIN.delete(member).expect(200);
        assertThat(keys(outsider, "?q=" + key + "&asOf=" + moment)).isEmpty();
    }

    @Test
    void filters_take_the_same_rows_from_the_present_and_from_the_past() {
        String moment = ADMIN.get("/api/v1/portfolio").json().path("upTo").stringValue();
        String agreement = row(ADMIN, durability, "").path("agreement").stringValue();

        for (String at : List.of("", "&asOf=" + moment)) {
            assertThat(keys(ADMIN, "?limit=1000&agreement=" + agreement + at)).contains(durability);
            assertThat(keys(ADMIN, "?limit=1000&status=RESOLVED" + at)).doesNotContain(durability);
            assertThat(keys(ADMIN, "?limit=1000&q=" + durability.toUpperCase(Locale.ROOT) + at))
                    .contains(durability)
                    .doesNotContain(conduct);
            assertThat(keys(ADMIN, "?limit=1000&changedSince=2999-01-01" + at)).isEmpty();
        }
    }

    @Test
    void pages_follow_each_other_and_hold_each_assessment_once() {
        var all = keys(ADMIN, "?limit=1000");
        var paged = new ArrayList<String>();
        String cursor = "";
        do {
            var page =
                    ADMIN.get("/api/v1/portfolio?limit=1" + cursor).expect(200).json();
            page.path("items").forEach(item -> paged.add(item.path("key").stringValue()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").stringValue();
        } while (!cursor.isEmpty() && paged.size() < 5);

        assertThat(paged).isEqualTo(all.subList(0, paged.size())).hasSizeGreaterThan(1);
    }

    @Test
    void it_is_a_table_for_whoever_wants_one() {
        var csv = ADMIN.with("Accept", "text/csv")
                .get("/api/v1/portfolio?q=" + durability)
                .expect(200);

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body()).startsWith("key,title,marking").contains(durability);
    }

    @Test
    void what_is_no_instant_or_no_filter_is_refused() {
        for (String wrong :
                List.of("asOf=r3", "asOf=yesterday", "agreement=MAYBE", "stale=perhaps", "asof=2025-01-01")) {
            ADMIN.get("/api/v1/portfolio?" + wrong).expect(400);
        }
        SERVER.anonymous().get("/api/v1/portfolio").expect(401);
    }

    private static List<String> keys(Client client, String query) {
        return client.get("/api/v1/portfolio" + query)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("key").stringValue())
                .toList();
    }

    private static JsonNode row(Client client, String key, String query) {
        var items = client.get("/api/v1/portfolio?limit=1000&q=" + key + query)
                .expect(200)
                .json()
                .path("items");
        return items.valueStream()
                .filter(item -> item.path("key").stringValue().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** A small assessment of the administrator's. */
    private static String opened() {
        String key = TestServer.newKey();
        ADMIN.post("/api/v1/assessments", "{\"key\": \"" + key + "\", \"title\": \"zero\", \"question\": \"Which?\"}")
                .expect(201);
        return key;
    }

    private static String recordedAt(String key) {
        return ADMIN.get("/api/v1/assessments/" + key).json().path("asOf").stringValue();
    }
}
