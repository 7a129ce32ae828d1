package org.steelyard.dossier.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steelyard.dossier.api.SmallCase.JUDGMENTS;
import static org.steelyard.dossier.api.SmallCase.LAST;
import static org.steelyard.dossier.api.SmallCase.POLICY;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Reply;
import tools.jackson.databind.JsonNode;

/** What the API says of the balance over time: docs/api.md, field by field. */
class HistoryApiTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final SmallCase SMALL = SmallCase.on(SERVER);

    private static Reply get(String query) {
        return SERVER.as("an1").get(SMALL.path() + "/balance/history" + query);
    }

    private static List<JsonNode> points(String query) {
        return StreamSupport.stream(get(query).expect(200).json().path("points").spliterator(), false)
                .toList();
    }

    private static JsonNode balance(String query) {
        return SERVER.as("an1")
                .get(SMALL.path() + "/balance" + query)
                .expect(200)
                .json();
    }

    @Test
    void every_point_on_the_recorded_axis_is_the_balance_at_its_revision() {
        var points = points("");

        assertThat(points).hasSizeGreaterThan(5);
        for (var point : points) {
            same(point, balance("?asOf=r" + point.path("revision").asLong()));
        }
    }

    @Test
    void every_point_on_the_effective_axis_is_the_balance_at_its_effective_time() {
        var points = points("?axis=effective");

        assertThat(points).hasSizeGreaterThan(5);
        for (int i = 0; i < points.size(); i++) {
            var when = points.get(i).path("effectiveAt").asString();
            boolean lastThen = i == points.size() - 1
                    || !points.get(i + 1).path("effectiveAt").asString().equals(when);
            if (lastThen) {
                same(points.get(i), balance("?effectiveAt=" + when));
            }
        }
        assertThat(points.stream().map(point -> point.path("effectiveAt").asString()))
                .isSorted();
    }

    private static void same(JsonNode point, JsonNode balance) {
        assertThat(point.path("leaders")).isEqualTo(balance.path("leaders"));
        assertThat(point.path("coverage")).isEqualTo(balance.path("coverage"));
        assertThat(point.path("agreement")).isEqualTo(balance.path("agreement"));
        for (var reading : balance.path("interpretations")) {
            var same = point.path("interpretations").path(reading.path("key").asString());
            for (var name : List.of("inconsistency", "weightedInconsistency", "weightOfEvidence", "judged")) {
                assertThat(same.path(name)).as(name).isEqualTo(reading.path(name));
            }
        }
        assertThat(point.path("interpretations").size())
                .isEqualTo(balance.path("interpretations").size());
    }

    @Test
    void it_says_which_range_it_shows_what_came_before_and_how_many_points_there_were() {
        var reply = get("?from=r" + JUDGMENTS + "&to=r" + LAST + "&points=1").expect(200);
        var history = reply.json();

        assertThat(reply.header("ETag")).isEqualTo("\"" + LAST + "\"");
        assertThat(history.propertyNames())
                .containsExactly("assessment", "axis", "from", "to", "all", "before", "points");
        assertThat(history.path("axis").asString()).isEqualTo("recorded");
        assertThat(history.path("from").path("revision").asLong()).isEqualTo(JUDGMENTS);
        assertThat(history.path("to").path("revision").asLong()).isEqualTo(LAST);
        assertThat(history.path("before").path("leaders"))
                .isEqualTo(balance("?asOf=r" + JUDGMENTS).path("leaders"));
        assertThat(history.path("points").get(0).propertyNames())
                .containsExactly(
                        "revision", "recordedAt", "effectiveAt", "interpretations", "leaders", "coverage", "agreement");
        assertThat(history.path("all").asInt())
                .isEqualTo(points("?from=r" + JUDGMENTS + "&to=r" + LAST).size());
    }

    @Test
    void what_begins_after_all_that_is_recorded_ends_now_and_holds_nothing() {
        for (var axis : List.of("recorded", "effective")) {
            var history = get("?axis=" + axis + "&from=2999-01-01").expect(200).json();
            assertThat(history.path("points").isEmpty()).isTrue();
            assertThat(history.path("to")).isEqualTo(history.path("from"));
            assertThat(history.path("to").path("asOf").asString()).isLessThan("2999");
        }
    }

    @Test
    void before_the_first_event_there_is_nothing() {
        var history = get("?from=r0&to=r1").expect(200).json();

        assertThat(history.path("from").isNull()).isTrue();
        assertThat(history.path("before").path("interpretations").isEmpty()).isTrue();
        assertThat(history.path("points").isEmpty()).isTrue();
    }

    @Test
    void with_todays_policy_every_point_is_weighed_by_it_and_the_answer_says_so() {
        var history = get("?policy=current&to=r" + (POLICY - 1)).expect(200).json();

        assertThat(history.path("counterfactual").booleanValue()).isTrue();
        assertThat(history.path("policy")).isEqualTo(balance("").path("policy"));
        for (var point : history.path("points")) {
            same(
                    point,
                    balance("?policy=current&asOf=r" + point.path("revision").asLong()));
        }
    }

    @Test
    void what_cannot_be_a_range_is_refused_in_words() {
        assertThat(detail(get("?axis=sideways").expect(400))).contains("recorded or effective");
        assertThat(detail(get("?from=r5&to=r3").expect(400))).contains("exchange from and to");
        assertThat(detail(get("?axis=effective&from=r5").expect(400))).contains("instant");
        assertThat(detail(get("?axis=effective&from=2024-09-01&to=2024-08-01").expect(400)))
                .contains("exchange from and to");
        assertThat(detail(get("?asOf=r3").expect(400))).contains("to");
        assertThat(detail(get("?axis=effective&effectiveAt=2024-08-01").expect(400)))
                .contains("to");
        assertThat(detail(get("?points=0").expect(400))).contains("1 to 100000");
        assertThat(detail(get("?to=r" + (LAST + 1)).expect(404))).contains("r1 to r" + LAST);
        assertThat(detail(get("?from=r" + (LAST + 1)).expect(404))).contains("r1 to r" + LAST);
        SERVER.as("outsider").get(SMALL.path() + "/balance/history").expect(404);
    }

    private static String detail(Reply reply) {
        return reply.json().path("detail").asString();
    }
}
