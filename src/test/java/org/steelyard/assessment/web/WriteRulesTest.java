package org.steelyard.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steelyard.assessment.web.Case.SERVER;
import static org.steelyard.assessment.web.Case.SINCE;
import static org.steelyard.assessment.web.Case.json;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Reply;
import org.steelyard.assessment.Recorded;

/** The rules of the domain as a client of the API meets them. */
class WriteRulesTest {
    private static final String JUDGED = "'confidence': 'LOW', 'rationale': 'x'";

    private final Case it = Case.withEvidence();

    @Test
    void a_judgment_names_exactly_what_is_in_force() {
        refused(it.unchanged(() -> judge("{'left': 1}", "2024-05-01")), "left, right");
        it.delete("/interpretations/right", "{'reason': 'Out', 'effectiveAt': '2024-06-01'}")
                .expect(200);

        refused(it.unchanged(() -> judge("{'left': 0.5, 'right': 0.5}", "2024-07-01")), "are left:");
        refused(it.unchanged(() -> judge("{}", "2024-07-01")), "are left:");
        judge("{'left': 1}", "2024-07-01").expect(201);
        judge("{'left': 0.5, 'right': 0.5}", "2024-05-01").expect(201);
    }

    @Test
    void nothing_is_judged_where_no_interpretation_is_in_force() {
        var empty = Case.open();

        refused(
                empty.unchanged(() -> empty.post("/judgments", "{'probabilities': {}, " + JUDGED + "}")),
                "propose some first");
    }

    @Test
    void a_judgment_rests_on_evidence_in_force() {
        it.delete("/evidence/e1", "{'reason': 'Out', 'effectiveAt': '2024-06-01'}")
                .expect(200);
        var body = "{'probabilities': {'left': 1, 'right': 0}, " + JUDGED + ", 'restsOn': ['e1'], 'effectiveAt': '%s'}";

        refused(it.unchanged(() -> it.post("/judgments", body, "2024-07-01")), "Evidence e1 is not in force");
        it.post("/judgments", body, "2024-05-01").expect(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'key': 'late', 'statement': 'x', 'effectiveAt': '2023-12-31T23:59:59.999999Z'}",
                "{'statement': 'x', 'effectiveAt': '0001-01-01'}"
            })
    void nothing_is_dated_before_the_question(String body) {
        refused(it.unchanged(() -> it.post("/interpretations", body)), "earliest date allowed is " + SINCE);
    }

    @Test
    void a_rating_is_not_dated_before_its_item_and_hears_the_earliest_date() {
        it.post("/evidence", """
                {'key': 'e3', 'claim': 'x', 'source': 'wire', 'credibility': 1, 'relevance': 'L', 'effectiveAt': '2024-03-05'}
                """).expect(201);

        refused(
                it.unchanged(() -> it.put("/ratings/e3/left", "{'rating': 'C', 'effectiveAt': '2024-03-04'}")),
                "earliest date allowed is 2024-03-05T00:00:00Z");
        it.put("/ratings/e3/left", "{'rating': 'C', 'effectiveAt': '2024-03-05'}")
                .expect(200);
    }

    @Test
    void what_was_in_force_then_may_be_rated_later_with_the_date_of_then() {
        it.delete("/evidence/e1", "{'reason': 'Out', 'effectiveAt': '2024-06-01'}")
                .expect(200);

        refused(it.unchanged(() -> it.put("/ratings/e1/left", "{'rating': 'C'}")), "not in force");
        it.put("/ratings/e1/left", "{'rating': 'C', 'effectiveAt': '2024-05-31'}")
                .expect(200);
    }

    @Test
    void many_ratings_are_recorded_all_or_none_and_the_wrong_one_is_named() {
        var reply = it.unchanged(() -> it.post("/ratings", """
                {'ratings': [{'evidence': 'e1', 'interpretation': 'left', 'rating': 'C'},
                             {'evidence': 'e2', 'interpretation': 'left', 'rating': null}]}
                """));

        refused(reply, "ratings/1: ");
    }

    @Test
    void a_change_dated_before_a_later_one_is_answered_as_it_stood_then() {
        it.patch("/evidence/e1", "{'credibility': 5, 'effectiveAt': '2024-06-01'}")
                .expect(200);

        var earlier = it.patch("/evidence/e1", "{'credibility': 3, 'effectiveAt': '2024-05-01'}")
                .expect(200);

        assertThat(earlier.json().path("credibility").intValue()).isEqualTo(3);
        assertThat(earlier.json().path("revision").longValue()).isEqualTo(it.revision());
        var today = it.as("an1").get(it.path("/evidence/e1")).expect(200);
        assertThat(today.json().path("credibility").intValue()).isEqualTo(5);
    }

    @Test
    void only_what_is_in_force_is_retracted_and_only_what_is_not_is_reinstated() {
        refused(it.unchanged(() -> it.post("/evidence/e1/reinstatement", "{'reason': 'x'}")), "nothing to reinstate");
        it.delete("/evidence/e1", "{'reason': 'x'}").expect(200);
        refused(it.unchanged(() -> it.delete("/evidence/e1", "{'reason': 'x'}")), "nothing to take back");
        it.post("/evidence/e1/reinstatement", "{'reason': 'x'}").expect(200);
        refused(it.unchanged(() -> it.delete("/ratings/e1/left", "{}")), "nothing to take back");
        refused(it.unchanged(() -> it.delete("/judgments", "{}")), "nothing to take back");
    }

    @Test
    void a_review_is_not_by_someone_who_rated_or_judged_up_to_its_revision() {
        var other = Case.open();
        SERVER.as("an1")
                .put(other.path("/members/an3"), json("{'role': 'OWNER'}"))
                .expect(201);
        other.filled();
        long before = other.revision();
        other.as("an3")
                .put(other.path("/ratings/e1/left"), json("{'rating': 'C'}"))
                .expect(200);
        other.as("an3").delete(other.path("/ratings/e1/left")).expect(200);
        SERVER.as("admin")
                .put(other.path("/ratings/e2/left"), json("{'rating': 'C'}"))
                .expect(200);
        var review = json("{'revision': %d, 'verdict': 'APPROVED', 'text': 'Sound'}", other.revision());

        refused(
                other.unchanged(() -> SERVER.as("admin").post(other.path("/reviews"), review)),
                "admin rated or judged");

        SERVER.as("admin")
                .post(other.path("/reviews"), json("{'revision': %d, 'verdict': 'APPROVED', 'text': 'Sound'}", before))
                .expect(201);
        other.as("reviewer").post(other.path("/reviews"), review).expect(201);
    }

    @Test
    void a_reviewer_in_a_session_gives_the_password_again() {
        var signedIn = SERVER.browser("reviewer");
        var token = signedIn.get("/sign-in").html().select("input[name=_csrf]").attr("value");
        var browser = signedIn.with("X-XSRF-TOKEN", token);
        var review = "{'revision': 1, 'verdict': 'APPROVED', 'text': 'Sound'%s}";
        var path = it.path("/reviews");

        it.unchanged(() -> browser.post(path, json(review, ""))).expect(403);
        it.unchanged(() -> browser.post(path, json(review, ", 'password': 'a guess at it'")))
                .expect(403);
        it.unchanged(() -> browser.with("Idempotency-Key", "x")
                        .post(path, json(review, ", 'password': '" + TestServer.PASSWORD + "'")))
                .expect(400);
        var given = browser.post(path, json(review, ", 'password': '" + TestServer.PASSWORD + "'"))
                .expect(201);

        assertThat(given.json().path("knownBy").stringValue()).isEqualTo("PASSWORD_AGAIN");
        assertThat(it.log().getLast().event().toString()).doesNotContain(TestServer.PASSWORD);
    }

    @Test
    void from_a_resolution_on_only_talk_marking_tags_and_archive_remain() {
        var resolved = it.post("/resolution", "{'outcome': 'left', 'resolvedOn': '2024-06-01', 'basis': 'Seen'}");
        assertThat(resolved.expect(201).json().path("outcome").stringValue()).isEqualTo("left");

        for (var call : List.of(
                "POST /interpretations {'statement': 'x'}",
                "PATCH /interpretations/left {'statement': 'x'}",
                "DELETE /interpretations/left {'reason': 'x'}",
                "POST /sources {'name': 'x', 'kind': 'x', 'reliability': 'A'}",
                "PATCH /sources/wire {'reliability': 'A'}",
                "POST /evidence {'claim': 'x', 'source': 'wire', 'credibility': 2, 'relevance': 'H'}",
                "PATCH /evidence/e1 {'claim': 'x'}",
                "DELETE /evidence/e1 {'reason': 'x'}",
                "PUT /ratings/e1/left {'rating': 'C'}",
                "POST /judgments {'probabilities': {'left': 1, 'right': 0}, " + JUDGED + "}",
                "POST /indicators {'statement': 'x', 'speaksFor': 'left'}",
                "POST /review-requests {'revision': 1, 'reviewers': ['reviewer']}",
                "POST /resolution {'outcome': null, 'resolvedOn': '2024-06-02', 'basis': 'x'}",
                "PATCH / {'title': 'x'}",
                "PATCH / {'question': 'x'}",
                "PATCH / {'horizon': '2030-01-01'}",
                "PATCH / {'policy': {'rho': 1}}",
                "PATCH / {'blind': true}",
                "PATCH / {'blind': true, 'tags': ['x']}")) {
            refused(it.unchanged(() -> sent(call)), "reopen the assessment first");
        }
        for (var call : List.of(
                "POST /comments {'text': 'x', 'about': {'evidence': 'e1'}}",
                "PATCH / {'tags': ['x'], 'marking': 'TLP:GREEN', 'archived': true}",
                "PUT /ratings/e1/left {'rating': 'C', 'effectiveAt': '2024-05-31'}",
                "DELETE /resolution {'reason': 'x'}",
                "PUT /ratings/e1/right {'rating': 'C'}")) {
            assertThat(sent(call).status()).as(call).isIn(200, 201);
        }
        it.as("reviewer")
                .post(it.path("/reviews"), json("{'revision': 1, 'verdict': 'APPROVED', 'text': 'x'}"))
                .expect(201);
    }

    @Test
    void only_what_is_resolved_is_reopened() {
        refused(it.unchanged(() -> it.delete("/resolution", "{'reason': 'x'}")), "nothing to reopen");
        it.post("/resolution", "{'outcome': null, 'resolvedOn': '2024-06-01', 'basis': 'Moot'}")
                .expect(201);
        it.unchanged(() -> it.delete("/resolution", "{}")).expect(400);
    }

    @Test
    void an_overlapping_question_is_resolved_for_each_interpretation() {
        var overlapping = Case.open("OVERLAPPING").filled();
        var body = "{'outcomes': %s, 'resolvedOn': '2024-06-01', 'basis': 'x'}";

        refused(overlapping.unchanged(() -> overlapping.post("/resolution", body, "{'left': true}")), "left, right");
        overlapping.post("/resolution", body, "{'left': true, 'right': true}").expect(201);
    }

    @Test
    void evidence_is_marked_no_stricter_than_its_assessment() {
        it.patch("/evidence/e1", "{'marking': 'TLP:AMBER'}").expect(200);

        refused(it.unchanged(() -> it.patch("/evidence/e1", "{'marking': 'TLP:RED'}")), "TLP:AMBER");
        refused(it.unchanged(() -> it.patch("", "{'marking': 'TLP:CLEAR'}")), "Evidence e1");
    }

    @Test
    void a_key_of_an_assessment_is_taken_once_and_its_taker_learns_no_more() {
        var taken = SERVER.as("outsider")
                .post("/api/v1/assessments", json("{'key': '%s', 'title': 'x', 'question': 'y'}", it.key()));

        refused(it.unchanged(() -> taken), "choose another");
        var stale = SERVER.as("outsider")
                .with("If-Match", "\"1\"")
                .post("/api/v1/assessments", json("{'key': '%s', 'title': 'x', 'question': 'y'}", it.key()));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.body()).doesNotContain(Long.toString(it.revision()) + " now");
        assertThat(it.members()).noneMatch(member -> member.user().equals("outsider"));
    }

    @Test
    void an_assessment_without_a_key_gets_one_of_its_title() {
        var title = "Über  %s: „What?“".formatted(it.key());
        var body = json("{'title': '%s', 'question': 'Which?'}", title);

        var first = SERVER.as("an1").post("/api/v1/assessments", body).expect(201);
        var second = SERVER.as("an2").post("/api/v1/assessments", body).expect(201);

        assertThat(first.json().path("key").stringValue()).isEqualTo("uber-" + it.key() + "-what");
        assertThat(second.json().path("key").stringValue()).isEqualTo("uber-" + it.key() + "-what-2");
        assertThat(SERVER.as("an1").get(second.header("Location")).status()).isEqualTo(404);
    }

    @Test
    void only_owners_govern_and_only_analysts_record() {
        it.unchanged(() -> it.as("an2").patch(it.path(""), json("{'title': 'x'}")))
                .expect(403);
        it.unchanged(() -> it.as("an2").post(it.path("/resolution"), "{}")).expect(403);
        it.unchanged(() -> it.as("an2").post(it.path("/reviews"), "{}")).expect(403);
        it.unchanged(() -> it.as("reviewer").put(it.path("/ratings/e1/left"), "{}"))
                .expect(403);
        it.unchanged(() -> it.as("reader").post(it.path("/comments"), "{}")).expect(403);
        it.unchanged(() -> it.as("outsider").post(it.path("/comments"), "{}")).expect(404);
        it.unchanged(() -> SERVER.anonymous().post(it.path("/comments"), "{}")).expect(401);
        SERVER.as("reader").post("/api/v1/assessments", "{}").expect(403);
    }

    @Test
    void a_value_that_is_said_again_is_an_event_too() {
        it.put("/ratings/e1/left", "{'rating': 'C'}").expect(200);
        it.put("/ratings/e1/left", "{'rating': 'C'}").expect(200);

        assertThat(it.log().reversed()).extracting(Recorded::kind).startsWith("evidence-rated", "evidence-rated");
    }

    private Reply judge(String probabilities, String effectiveAt) {
        return it.post(
                "/judgments",
                "{'probabilities': " + probabilities + ", " + JUDGED + ", 'effectiveAt': '" + effectiveAt + "'}");
    }

    private Reply sent(String call) {
        var parts = call.split(" ", 3);
        var below = parts[1].equals("/") ? "" : parts[1];
        return it.as("an1").send(parts[0], it.path(below), "application/json", json(parts[2]));
    }

    private static void refused(Reply reply, String why) {
        reply.expect(409);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().path("detail").stringValue()).contains(why);
    }
}
