package org.steelyard.portfolio.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.portfolio.Portfolio;
import tools.jackson.databind.JsonNode;

/** What waits for somebody: reviews that are owed, indicators that are due. */
class QueueApiTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final Client ADMIN = SERVER.as("admin");

    @Test
    void a_review_is_owed_from_the_request_until_it_is_given() {
        String key = opened();
        String at = "/api/v1/assessments/" + key;
        ADMIN.put(at + "/members/reviewer", "{\"role\": \"REVIEWER\"}").expect(201);
        ADMIN.post(
                        at + "/review-requests",
                        "{\"revision\": 1, \"reviewers\": [\"reviewer\"], \"text\": \"<b>Please</b>\"}")
                .expect(201);
        String asked = ADMIN.get(at).json().path("asOf").stringValue();
        Portfolio.awaitAll();

        JsonNode owed = one("/api/v1/reviews?limit=1000&open=true&reviewer=reviewer", key);
        assertThat(owed.path("askedBy").stringValue()).isEqualTo("admin");
        assertThat(owed.path("reviewed").longValue()).isEqualTo(1);
        assertThat(owed.path("verdict").isNull()).isTrue();
        var page = SERVER.browser("reviewer").get("/reviews").expect(200).html();
        assertThat(page.select("a[href*=/a/" + key + "/review]")).isNotEmpty();
        assertThat(page.select("table b:contains(Please)")).isEmpty();

        SERVER.as("reviewer")
                .post(at + "/reviews", "{\"revision\": 1, \"verdict\": \"APPROVED\", \"text\": \"Well founded.\"}")
                .expect(201);
        Portfolio.awaitAll();
        assertThat(one("/api/v1/reviews?limit=1000&open=false", key)
                        .path("verdict")
                        .stringValue())
                .isEqualTo("APPROVED");
        assertThat(of("/api/v1/reviews?limit=1000&open=true", key)).isEmpty();
        assertThat(of("/api/v1/reviews?limit=1000&open=true&asOf=" + asked, key))
                .hasSize(1);
        assertThat(of(SERVER.as("outsider"), "/api/v1/reviews?limit=1000", key)).isEmpty();
    }

    @Test
    void a_review_is_outdated_from_the_event_on_that_moves_the_balance_and_by_nothing_that_is_only_said() {
        String key = weighed();
        String at = "/api/v1/assessments/" + key;
        ask(at, 5);
        approve(at, 5);
        ADMIN.post(at + "/comments", "{\"text\": \"Hm\"}").expect(201);
        String current = ADMIN.get(at).json().path("asOf").stringValue();
        Portfolio.awaitAll();
        assertThat(one("/api/v1/reviews?limit=1000", key).path("outdatedBy").isNull())
                .isTrue();

        ADMIN.put(at + "/ratings/e/one", "{\"rating\": \"II\"}").expect(200);
        Portfolio.awaitAll();

        assertThat(one("/api/v1/reviews?limit=1000", key).path("outdatedBy").longValue())
                .isEqualTo(9);
        assertThat(one("/api/v1/reviews?limit=1000&asOf=" + current, key)
                        .path("outdatedBy")
                        .isNull())
                .isTrue();
        var reviewer = SERVER.browser("reviewer");
        assertThat(row(reviewer.get("/reviews").expect(200).html(), key))
                .contains("approved revision 7", "outdated by revision 9");
        assertThat(row(reviewer.get("/reviews?asOf=" + current).expect(200).html(), key))
                .contains("approved")
                .doesNotContain("outdated");
        assertThat(reviewer.get("/reviews.csv").expect(200).body().lines())
                .anyMatch(line -> line.startsWith(key + ",") && line.endsWith(",APPROVED,7,9"));
        var page = reviewer.get("/a/" + key).expect(200).html().select("#r7").text();
        assertThat(page).contains("reviewed r5: approved one change since · outdated by r9");
    }

    @Test
    void a_review_that_was_overtaken_before_it_was_given_is_outdated_at_once() {
        String key = weighed();
        String at = "/api/v1/assessments/" + key;
        ask(at, 1);
        approve(at, 1);
        Portfolio.awaitAll();

        assertThat(one("/api/v1/reviews?limit=1000", key).path("outdatedBy").longValue())
                .isEqualTo(2);
    }

    /** An assessment with two interpretations and an item: five events. */
    private static String weighed() {
        String key = opened();
        String at = "/api/v1/assessments/" + key;
        ADMIN.put(at + "/members/reviewer", "{\"role\": \"REVIEWER\"}").expect(201);
        ADMIN.post(at + "/interpretations", "{\"key\": \"one\", \"statement\": \"One\"}")
                .expect(201);
        ADMIN.post(at + "/interpretations", "{\"key\": \"two\", \"statement\": \"Two\"}")
                .expect(201);
        ADMIN.post(at + "/sources", "{\"key\": \"s\", \"name\": \"S\", \"kind\": \"k\", \"reliability\": \"B\"}")
                .expect(201);
        ADMIN.post(
                        at + "/evidence",
                        "{\"key\": \"e\", \"claim\": \"C\", \"source\": \"s\", \"credibility\": 2, \"relevance\": \"H\"}")
                .expect(201);
        return key;
    }

    private static void ask(String at, int revision) {
        ADMIN.post(at + "/review-requests", "{\"revision\": " + revision + ", \"reviewers\": [\"reviewer\"]}")
                .expect(201);
    }

    private static void approve(String at, int revision) {
        SERVER.as("reviewer")
                .post(
                        at + "/reviews",
                        "{\"revision\": " + revision + ", \"verdict\": \"APPROVED\", \"text\": \"Well founded.\"}")
                .expect(201);
    }

    private static String row(Document page, String assessment) {
        return page.select("tbody tr:has(a[href*=/a/" + assessment + "])").text();
    }

    @Test
    void an_indicator_is_due_by_the_day_of_the_view() {
        String key = opened();
        String at = "/api/v1/assessments/" + key;
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        ADMIN.post(at + "/interpretations", "{\"key\": \"one\", \"statement\": \"One\"}")
                .expect(201);
        indicator(at, "past", today.minusDays(1));
        indicator(at, "near", today.plusDays(29));
        indicator(at, "far", today.plusDays(90));
        indicator(at, "seen", today.minusDays(1));
        ADMIN.patch(at + "/indicators/seen", "{\"status\": \"OBSERVED\", \"reason\": \"It was seen.\"}")
                .expect(200);
        Portfolio.awaitAll();

        assertThat(keys("OVERDUE", key)).containsExactly("past");
        assertThat(keys("SOON", key)).containsExactly("near");
        assertThat(keys("LATER", key)).containsExactly("far");
        assertThat(keys("SETTLED", key)).containsExactly("seen");
        ADMIN.get("/api/v1/indicators?due=TODAY").expect(400);
        assertThat(SERVER.browser("admin").get("/indicators").expect(200).html().text())
                .contains("overdue");
        assertThat(of(SERVER.as("outsider"), "/api/v1/indicators?limit=1000", key))
                .isEmpty();
    }

    private static void indicator(String at, String key, LocalDate deadline) {
        ADMIN.post(
                        at + "/indicators",
                        "{\"key\": \"" + key + "\", \"statement\": \"S\", \"speaksFor\": \"one\", \"deadline\": \""
                                + deadline + "\"}")
                .expect(201);
    }

    private static List<String> keys(String due, String assessment) {
        return of("/api/v1/indicators?limit=1000&due=" + due, assessment).stream()
                .map(item -> item.path("key").stringValue())
                .toList();
    }

    private static JsonNode one(String path, String assessment) {
        var found = of(path, assessment);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<JsonNode> of(String path, String assessment) {
        return of(ADMIN, path, assessment);
    }

    private static List<JsonNode> of(Client client, String path, String assessment) {
        return client.get(path)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("assessment").stringValue().equals(assessment))
                .toList();
    }

    private static String opened() {
        String key = TestServer.newKey();
        ADMIN.post("/api/v1/assessments", "{\"key\": \"" + key + "\", \"title\": \"Queue\", \"question\": \"Which?\"}")
                .expect(201);
        return key;
    }
}
