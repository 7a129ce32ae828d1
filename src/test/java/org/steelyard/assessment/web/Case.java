package org.steelyard.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.TestServer.Reply;
import org.steelyard.access.Members;
import org.steelyard.access.Members.Member;
import org.steelyard.assessment.AssessmentLog;
import org.steelyard.assessment.Recorded;

/** An assessment on the server that all tests share, and how it is written to. */
record Case(String key) {
    static final TestServer SERVER = TestServer.shared();

    /** Since when the question stands; all in it is dated to this day or later. */
    static final String SINCE = "2024-01-01T00:00:00Z";

    /** Opened by {@code an1}, with {@code an2}, {@code reviewer} and {@code reader} as members, and nothing in it. */
    static Case open() {
        return open("EXCLUSIVE");
    }

    static Case open(String relation) {
        var opened = new Case(TestServer.newKey());
        SERVER.as("an1")
                .post("/api/v1/assessments", json("""
                        {'key': '%s', 'title': 'A case', 'question': 'Which?', 'relation': '%s', 'effectiveAt': '%s'}
                        """, opened.key, relation, SINCE))
                .expect(201);
        opened.member("an2", "ANALYST");
        opened.member("reviewer", "REVIEWER");
        opened.member("reader", "READER");
        return opened;
    }

    /** The same with interpretations {@code left} and {@code right}, source {@code wire} and evidence {@code e1}, {@code e2}. */
    static Case withEvidence() {
        return open().filled();
    }

    Case filled() {
        for (String interpretation : List.of("left", "right")) {
            post(
                            "/interpretations",
                            "{'key': '%s', 'statement': 'It goes %s', 'effectiveAt': '%s'}",
                            interpretation,
                            interpretation,
                            SINCE)
                    .expect(201);
        }
        post(
                        "/sources",
                        "{'key': 'wire', 'name': 'A wire', 'kind': 'agency', 'reliability': 'B', 'effectiveAt': '%s'}",
                        SINCE)
                .expect(201);
        for (String evidence : List.of("e1", "e2")) {
            post("/evidence", """
                    {'key': '%s', 'claim': 'It was seen', 'source': 'wire', 'credibility': 2, 'relevance': 'H',
                     'effectiveAt': '%s'}
                    """, evidence, SINCE).expect(201);
        }
        return this;
    }

    private void member(String user, String role) {
        SERVER.as("an1")
                .put(path("/members/" + user), json("{'role': '%s'}", role))
                .expect(201);
    }

    String path(String below) {
        return "/api/v1/assessments/" + key + below;
    }

    Client as(String user) {
        return SERVER.as(user);
    }

    Reply post(String below, String body, Object... values) {
        return as("an1").post(path(below), json(body, values));
    }

    Reply put(String below, String body, Object... values) {
        return as("an1").put(path(below), json(body, values));
    }

    Reply patch(String below, String body, Object... values) {
        return as("an1").patch(path(below), json(body, values));
    }

    Reply delete(String below, String body, Object... values) {
        return as("an1").delete(path(below), json(body, values));
    }

    List<Recorded> log() {
        return SERVER.bean(AssessmentLog.class).read(key, 0);
    }

    long revision() {
        return SERVER.bean(AssessmentLog.class).revision(key);
    }

    List<Member> members() {
        return SERVER.bean(Members.class).of(key);
    }

    /** Does something, and demands that the log holds what it held before. */
    Reply unchanged(java.util.function.Supplier<Reply> call) {
        var before = log();
        var reply = call.get();
        assertThat(log()).isEqualTo(before);
        return reply;
    }

    /** Demands a problem of one of these statuses that gives nothing of the server away. */
    static void isProblem(Reply reply, Integer... statuses) {
        assertThat(reply.status()).as(reply.request() + ": " + reply.body()).isIn((Object[]) statuses);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        var problem = reply.json();
        assertThat(problem.path("type").stringValue()).startsWith("urn:steelyard:problem:");
        assertThat(problem.path("status").intValue()).isEqualTo(reply.status());
        assertThat(problem.path("detail").stringValue()).isNotBlank();
        assertThat(reply.body()).doesNotContain("Exception", "org.steelyard", "SELECT ", "java.");
    }

    /** JSON written with single quotes, so that it can be read. */
    @SuppressWarnings("AnnotateFormatMethod") // some texts have no values and a % of their own
    static String json(String text, Object... values) {
        return (values.length == 0 ? text : text.formatted(values)).replace('\'', '"');
    }
}
