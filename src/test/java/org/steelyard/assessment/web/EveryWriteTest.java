package org.steelyard.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steelyard.assessment.web.Case.SERVER;
import static org.steelyard.assessment.web.Case.SINCE;
import static org.steelyard.assessment.web.Case.json;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Reply;
import org.steelyard.access.Role;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.Recorded;

/** One assessment from its opening to its reopening, by every call of the API that writes. */
class EveryWriteTest {
    private final Case it = new Case(TestServer.newKey());
    private long revision;

    @Test
    void every_call_that_writes_adds_its_events_and_answers_with_what_it_made() {
        frame();
        interpretations();
        evidence();
        views();
        watchAndTalk();
        end();

        assertThat(it.log()).extracting(recorded -> recorded.stamp().actor()).containsOnly("an1", "an2", "reviewer");
    }

    private void frame() {
        var opened = SERVER.as("an1").post("/api/v1/assessments", json("""
                {'key': '%s', 'title': 'Course', 'question': 'Which way does it go?', 'relation': 'EXCLUSIVE',
                 'horizon': '2027-12-31', 'marking': 'TLP:GREEN', 'tags': ['course'], 'policy': {'rho': 0.25},
                 'blind': false, 'reason': 'Asked for', 'effectiveAt': '%s'}
                """, it.key(), SINCE));
        made(opened, it.path(""), "assessment-opened");
        assertThat(opened.json().path("policy").path("rho").doubleValue()).isEqualTo(0.25);
        assertThat(opened.json().path("members").path(0).path("user").stringValue())
                .isEqualTo("an1");
        assertThat(it.members()).singleElement().satisfies(owner -> {
            assertThat(owner.user()).isEqualTo("an1");
            assertThat(owner.role()).isEqualTo(Role.OWNER);
        });
        SERVER.as("an1")
                .put(it.path("/members/an2"), json("{'role': 'ANALYST'}"))
                .expect(201);
        SERVER.as("an1")
                .put(it.path("/members/reviewer"), json("{'role': 'REVIEWER'}"))
                .expect(201);

        var revised = it.patch("", """
                {'title': 'The course', 'horizon': null, 'tags': [], 'marking': 'TLP:AMBER', 'policy': {'minCoverage': 0.5},
                 'blind': true, 'archived': false, 'reason': 'Better'}
                """);
        changed(revised, "assessment-revised", "marking-changed", "policy-changed", "blind-changed", "archive-changed");
        assertThat(revised.json().path("title").stringValue()).isEqualTo("The course");
        assertThat(revised.json().path("horizon").isNull()).isTrue();
        assertThat(revised.json().path("policy").path("rho").doubleValue()).isEqualTo(0.25);
        changed(it.patch("", "{'blind': false}"), "blind-changed");
    }

    private void interpretations() {
        made(it.post("/interpretations", """
                        {'key': 'left', 'statement': 'It goes left', 'holder': 'Some', 'discriminator': 'A turn by May',
                         'effectiveAt': '%s'}
                        """, SINCE), it.path("/interpretations/left"), "interpretation-proposed");
        var unnamed = it.post("/interpretations", "{'statement': 'It goes right', 'effectiveAt': '%s'}", SINCE);
        made(unnamed, it.path("/interpretations/i2"), "interpretation-proposed");
        var revised = it.patch("/interpretations/left", "{'statement': 'It turns left', 'holder': null}");
        changed(revised, "interpretation-revised");
        assertThat(revised.json().path("holder").isNull()).isTrue();
        assertThat(revised.json().path("discriminator").stringValue()).isEqualTo("A turn by May");
        changed(it.delete("/interpretations/i2", "{'reason': 'Hasty'}"), "interpretation-withdrawn");
        changed(it.post("/interpretations/i2/reinstatement", "{'reason': 'Not so'}"), "interpretation-reinstated");
    }

    private void evidence() {
        made(it.post("/sources", """
                        {'key': 'wire', 'name': 'A wire', 'kind': 'agency', 'reliability': 'B', 'origin': 'the ministry',
                         'effectiveAt': '%s'}
                        """, SINCE), it.path("/sources/wire"), "source-recorded");
        changed(it.patch("/sources/wire", "{'reliability': 'C'}"), "source-regraded");
        changed(
                it.patch("/sources/wire", "{'name': 'The wire', 'reliability': 'B', 'origin': null}"),
                "source-corrected");
        made(it.post("/evidence", """
                        {'key': 'e1', 'claim': 'It was seen', 'source': 'wire', 'credibility': 2, 'relevance': 'H',
                         'kind': 'REPORT', 'origin': 'a witness', 'occurredOn': '2023-12', 'publishedOn': '2024',
                         'link': 'https://example.org/1', 'marking': 'TLP:GREEN', 'effectiveAt': '%s'}
                        """, SINCE), it.path("/evidence/e1"), "evidence-recorded");
        var regraded = it.patch("/evidence/e1", "{'credibility': 3, 'relevance': 'M'}");
        changed(regraded, "evidence-regraded");
        assertThat(regraded.json().path("credibility").intValue()).isEqualTo(3);
        var corrected = it.patch("/evidence/e1", "{'claim': 'It was heard', 'link': null, 'marking': null}");
        changed(corrected, "evidence-corrected");
        assertThat(corrected.json().path("link").isNull()).isTrue();
        assertThat(corrected.json().path("occurredOn").stringValue()).isEqualTo("2023-12");
        changed(
                it.as("an1").delete(it.path("/evidence/e1?reason=Withdrawn%20by%20its%20source")),
                "evidence-retracted");
        assertThat(last().stamp().reason()).isEqualTo("Withdrawn by its source");
        changed(it.post("/evidence/e1/reinstatement", "{'reason': 'Confirmed after all'}"), "evidence-reinstated");
    }

    private void views() {
        var rated = it.put("/ratings/e1/left", "{'rating': 'II', 'rationale': 'It was elsewhere'}");
        changed(rated, "evidence-rated");
        assertThat(rated.json().path("rating").stringValue()).isEqualTo("II");
        assertThat(rated.json().path("analyst").stringValue()).isEqualTo("an1");
        changed(it.delete("/ratings/e1/left", "{}"), "rating-withdrawn");
        var many = it.as("an2").post(it.path("/ratings"), json("""
                {'ratings': [{'evidence': 'e1', 'interpretation': 'left', 'rating': 'C'},
                             {'evidence': 'e1', 'interpretation': 'i2', 'rating': 'NA', 'rationale': 'Has no bearing'},
                             {'evidence': 'e1', 'interpretation': 'left', 'rating': null}]}
                """));
        changed(many, "evidence-rated", "evidence-rated", "rating-withdrawn");
        var judged = it.post("/judgments", """
                {'probabilities': {'left': 0.75, 'i2': 0.25}, 'confidence': 'LOW', 'rationale': 'Early',
                 'restsOn': ['e1'], 'arguedAgainst': []}
                """);
        made(judged, it.path("/judgments/an1"), "judgment-recorded");
        assertThat(judged.json().path("probabilities").path("left").doubleValue())
                .isEqualTo(0.75);
        changed(it.as("an1").delete(it.path("/judgments")), "judgment-withdrawn");
    }

    private void watchAndTalk() {
        made(
                it.post(
                        "/indicators",
                        "{'key': 'turn', 'statement': 'A turn', 'speaksFor': 'left', 'deadline': '2030-01-01'}"),
                it.path("/indicators/turn"),
                "indicator-recorded");
        var observed = it.patch("/indicators/turn", "{'status': 'OBSERVED', 'deadline': null, 'reason': 'Seen today'}");
        changed(observed, "indicator-changed");
        assertThat(observed.json().path("status").stringValue()).isEqualTo("OBSERVED");
        var comment = it.as("reviewer")
                .post(it.path("/comments"), json("{'text': 'Why, @an1?', 'about': {'cell': 'e1/left'}}"));
        made(comment, it.path("/comments/" + (revision + 1)), "comment-made");
        var answer = it.post("/comments", "{'text': 'Because', 'replyTo': %d}", revision);
        made(answer, it.path("/comments/" + (revision + 1)), "comment-made");
        made(
                it.post("/review-requests", "{'revision': %d, 'reviewers': ['reviewer'], 'text': 'Please'}", revision),
                it.path("/review-requests/" + (revision + 1)),
                "review-requested");
        long reviewed = revision;
        var review = it.as("reviewer")
                .post(it.path("/reviews"), json("{'revision': %d, 'verdict': 'APPROVED', 'text': 'Sound'}", reviewed));
        made(review, it.path("/reviews/" + (revision + 1)), "review-given");
        assertThat(review.json().path("knownBy").stringValue()).isEqualTo("TOKEN");
        assertThat(SERVER.bean(AssessmentLog.class).digest(it.key(), reviewed))
                .contains(review.json().path("digest").stringValue());
    }

    private void end() {
        var resolved =
                it.post("/resolution", "{'outcome': 'left', 'resolvedOn': '2024-06-01', 'basis': 'It went left'}");
        made(resolved, it.path("/resolution"), "assessment-resolved");
        assertThat(resolved.json().path("effectiveAt").stringValue()).isEqualTo("2024-06-01T00:00:00Z");
        changed(it.delete("/resolution", "{'reason': 'It came back'}"), "assessment-reopened");
    }

    private void made(Reply reply, String location, String kind) {
        reply.expect(201);
        assertThat(reply.header("Location")).isEqualTo(location);
        checked(reply, List.of(kind));
        var got = it.as("an1").get(location).expect(200);
        assertThat(got.json().path("key")).isEqualTo(reply.json().path("key"));
        assertThat(got.header("ETag")).isEqualTo(reply.header("ETag"));
    }

    private void changed(Reply reply, String... kinds) {
        reply.expect(200);
        checked(reply, List.of(kinds));
    }

    /** The kinds of the events that are new, the newest revision everywhere, and when it was recorded. */
    private void checked(Reply reply, List<String> kinds) {
        var log = it.log();
        assertThat(log.subList((int) revision, log.size()))
                .as(reply.request())
                .extracting(Recorded::kind)
                .isEqualTo(kinds);
        revision = log.size();
        assertThat(reply.header("ETag")).isEqualTo("\"" + revision + "\"");
        assertThat(reply.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(reply.json().path("revision").longValue()).as(reply.body()).isEqualTo(revision);
        assertThat(reply.json().path("recordedAt").stringValue())
                .isEqualTo(last().stamp().recordedAt().toString());
    }

    private Recorded last() {
        return it.log().getLast();
    }
}
