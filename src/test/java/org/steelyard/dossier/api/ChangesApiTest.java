package org.steelyard.dossier.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.steelyard.dossier.api.SmallCase.COMMENT;
import static org.steelyard.dossier.api.SmallCase.INTERPRETATIONS;
import static org.steelyard.dossier.api.SmallCase.JUDGMENTS;
import static org.steelyard.dossier.api.SmallCase.LAST;
import static org.steelyard.dossier.api.SmallCase.POLICY;
import static org.steelyard.dossier.api.SmallCase.REGRADED;
import static org.steelyard.dossier.api.SmallCase.RETRACTED;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Reply;
import tools.jackson.databind.JsonNode;

/** What the API says of why the balance changed: docs/api.md, field by field. */
class ChangesApiTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final SmallCase SMALL = SmallCase.on(SERVER);
    private static final List<String> READINGS =
            List.of("inconsistency", "weightedInconsistency", "weightOfEvidence", "judged");

    private static Reply get(String query) {
        return SERVER.as("an1").get(SMALL.path() + "/changes" + query);
    }

    private static JsonNode changes(String query) {
        return get(query).expect(200).json();
    }

    private static JsonNode balance(String query) {
        return SERVER.as("an1")
                .get(SMALL.path() + "/balance" + query)
                .expect(200)
                .json();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode change(JsonNode changes, long revision) {
        return stream(changes.path("changes"))
                .filter(change -> change.path("revision").asLong() == revision)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void it_says_which_range_it_explains_and_has_every_event_of_it() {
        var reply = get("?from=r" + JUDGMENTS + "&to=r" + LAST).expect(200);
        var changes = reply.json();

        assertThat(reply.header("ETag")).isEqualTo("\"" + LAST + "\"");
        assertThat(changes.propertyNames())
                .containsExactly("assessment", "axis", "from", "to", "changes", "totals", "groups");
        assertThat(changes.path("axis").asString()).isEqualTo("recorded");
        assertThat(changes.path("from").path("revision").asLong()).isEqualTo(JUDGMENTS);
        assertThat(changes.path("to").path("revision").asLong()).isEqualTo(LAST);
        assertThat(stream(changes.path("changes"))
                        .map(change -> change.path("revision").asLong()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(JUDGMENTS + 1, LAST).boxed().toList());
        assertThat(changes.path("changes").get(0).propertyNames())
                .containsExactly(
                        "revision",
                        "recordedAt",
                        "effectiveAt",
                        "actor",
                        "author",
                        "kind",
                        "item",
                        "reason",
                        "summary",
                        "deltas");
        assertThat(changes.path("groups").propertyNames()).containsExactly("kind", "analyst", "item");
    }

    @Test
    void each_change_is_a_plain_sentence_with_its_reason_and_what_it_moved() {
        var regraded = change(changes(""), REGRADED);

        assertThat(regraded.path("summary").asString())
                .isEqualTo("an1 regraded treaty: credibility 2 → 3 “A treaty was signed”");
        assertThat(regraded.path("reason").asString()).isEqualTo("Second thoughts");
        assertThat(regraded.path("item").asString()).isEqualTo("treaty");
        var before = weight(balance("?asOf=r" + (REGRADED - 1)), "lasts");
        var after = weight(balance("?asOf=r" + REGRADED), "lasts");
        assertThat(regraded.path("deltas")
                        .path("lasts")
                        .path("weightOfEvidence")
                        .asDouble())
                .isCloseTo(after - before, within(1e-12))
                .isNegative();
        assertThat(change(changes(""), COMMENT).path("deltas").isEmpty()).isTrue();
    }

    private static double weight(JsonNode balance, String interpretation) {
        return stream(balance.path("interpretations"))
                .filter(reading -> reading.path("key").asString().equals(interpretation))
                .findFirst()
                .orElseThrow()
                .path("weightOfEvidence")
                .asDouble();
    }

    @Test
    void a_change_by_which_a_reading_comes_in_has_no_number_for_it() {
        var changes = changes("");

        var proposed = change(changes, INTERPRETATIONS).path("deltas").path("ends");
        assertThat(proposed.propertyNames()).containsExactlyElementsOf(READINGS);
        assertThat(stream(proposed)).allMatch(JsonNode::isNull);
        var judged = change(changes, JUDGMENTS - 1).path("deltas").path("lasts");
        assertThat(judged.path("judged").isNull()).isTrue();
        assertThat(judged.path("weightOfEvidence").asDouble()).isZero();
        assertThat(changes.path("totals").path("lasts").path("weightOfEvidence").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=r13&to=r20",
                "?from=r5",
                "?from=r7&effectiveAt=2024-10-01",
                "?axis=effective&from=2024-06-20&to=2024-11-02",
                "?axis=effective&from=2024-07-15&asOf=r16"
            })
    void the_groups_add_up_to_the_totals(String range) {
        var changes = changes(range);

        assertThat(changes.path("totals").isEmpty()).isFalse();
        for (var group : changes.path("groups")) {
            changes.path("totals").forEachEntry((interpretation, total) -> {
                for (var reading : READINGS.subList(0, 3)) {
                    double sum = stream(group)
                            .mapToDouble(deltas ->
                                    deltas.path(interpretation).path(reading).asDouble(0))
                            .sum();
                    assertThat(sum)
                            .as("%s of %s", reading, interpretation)
                            .isCloseTo(total.path(reading).asDouble(), within(1e-9));
                }
            });
        }
    }

    @Test
    void groups_name_kinds_authors_and_what_each_event_is_about() {
        var groups = changes("").path("groups");

        assertThat(groups.path("kind").propertyNames()).contains("evidence-rated", "policy-changed");
        assertThat(groups.path("analyst").propertyNames()).containsExactlyInAnyOrder("an1", "an2", "reviewer");
        assertThat(groups.path("item").propertyNames())
                .containsExactlyInAnyOrder("", "treaty", "rumour", "tass", "voice", "lasts", "ends", "visit");
    }

    @Test
    void on_the_effective_axis_events_come_in_the_order_in_which_they_took_effect() {
        var changes = changes("?axis=effective&from=2024-07-02&to=2024-09-02");

        assertThat(changes.path("from").path("effectiveAt").asString()).isEqualTo("2024-07-02T00:00:00Z");
        assertThat(changes.path("to").path("revision").asLong()).isEqualTo(LAST);
        assertThat(stream(changes.path("changes"))
                        .map(change -> change.path("effectiveAt").asString()))
                .isSorted()
                .startsWith("2024-07-03T00:00:00Z")
                .endsWith("2024-09-02T00:00:00Z");
    }

    @Test
    void with_todays_policy_its_change_moves_nothing_and_the_answer_says_so() {
        assertThat(change(changes(""), POLICY).path("kind").asString()).isEqualTo("policy-changed");
        var changes = changes("?policy=current");

        assertThat(changes.path("counterfactual").booleanValue()).isTrue();
        assertThat(changes.path("policy")).isEqualTo(balance("").path("policy"));
        assertThat(change(changes, POLICY).path("deltas").isEmpty()).isTrue();
    }

    @Test
    void as_csv_it_has_a_row_for_each_change_and_interpretation_and_one_for_what_moved_nothing() {
        var reply = SERVER.as("an1")
                .with("Accept", "text/csv")
                .get(SMALL.path() + "/changes?from=r13")
                .expect(200);
        var rows = reply.body().lines().toList();

        assertThat(reply.header("Content-Type")).startsWith("text/csv");
        assertThat(rows.getFirst())
                .isEqualTo("revision,recordedAt,effectiveAt,actor,author,kind,item,reason,summary,"
                        + "interpretation,inconsistency,weightedInconsistency,weightOfEvidence,judged");
        var changes = changes("?from=r13");
        assertThat(rows)
                .hasSize(1
                        + stream(changes.path("changes"))
                                .mapToInt(change ->
                                        Math.max(1, change.path("deltas").size()))
                                .sum());
        assertThat(rows).anyMatch(row -> row.startsWith(RETRACTED + ",") && row.contains("Nobody said so"));
    }

    @Test
    void a_range_without_an_event_is_explained_by_nothing() {
        var changes = changes("?from=r" + LAST);

        assertThat(changes.path("changes").isEmpty()).isTrue();
        assertThat(changes.path("totals").path("lasts").path("weightOfEvidence").asDouble())
                .isZero();
        assertThat(changes.path("groups").path("kind").isEmpty()).isTrue();
        assertThat(changes("?from=r0&to=r1").path("from").isNull()).isTrue();
    }

    @Test
    void what_cannot_be_a_range_is_refused_in_words() {
        assertThat(detail(get("?axis=sideways").expect(400))).contains("recorded or effective");
        assertThat(detail(get("?from=r5&to=r3").expect(400))).contains("exchange from and to");
        assertThat(detail(get("?axis=effective&to=r5").expect(400))).contains("axis=recorded");
        assertThat(detail(get("?to=r" + (LAST + 1)).expect(404))).contains("r1 to r" + LAST);
        assertThat(detail(get("?policy=old").expect(400))).contains("current");
        assertThat(detail(get("?form=r5").expect(400))).contains("from");
        SERVER.as("outsider").get(SMALL.path() + "/changes").expect(404);
    }

    private static String detail(Reply reply) {
        return reply.json().path("detail").asString();
    }
}
