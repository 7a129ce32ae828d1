package org.steelyard.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Reply;
import org.steelyard.assessment.AssessmentLog;

/** Case files over HTTP: who may import what, what it answers, and what bad files get. */
class ImportsApiTest {

    private final TestServer server = TestServer.shared();
    private final String key = TestServer.newKey();
    private String file;

    @BeforeEach
    void write() {
        file = """
                casefile: 1
                assessments:
                  - key: KEY
                    title: Does it last?
                    question: Does the alliance outlast the war?
                    effectiveAt: 2024-06-19
                    sources: [{key: s1, name: A minister, kind: official, reliability: C}]
                    interpretations: [{key: i1, statement: It lasts}, {key: i2, statement: It ends}]
                    evidence: [{key: e1, claim: A treaty was signed, source: s1, credibility: 2, relevance: H}]
                    ratings: [{analyst: an1, evidence: e1, interpretation: i1, rating: CC}]
                    judgments:
                      - {analyst: an1, probabilities: {i1: 0.6, i2: 0.4}, confidence: LOW, rationale: Early days}
                """.replace("KEY", key);
    }

    private Reply send(String user, String body) {
        return server.as(user).send("POST", "/api/v1/imports", "application/yaml", body);
    }

    private long revision() {
        return server.bean(AssessmentLog.class).revision(key);
    }

    @Test
    void an_import_says_what_was_recorded_and_its_sender_owns_it() {
        var reply = send("an1", file).expect(201);

        assertThat(reply.header("Location")).isEqualTo("/api/v1/assessments/" + key);
        assertThat(reply.header("ETag")).isEqualTo("\"7\"");
        var one = reply.json().path("assessments").path(0);
        assertThat(one.path("key").stringValue()).isEqualTo(key);
        assertThat(one.path("revision").asLong()).isEqualTo(7);
        assertThat(revision()).isEqualTo(7);
        var members =
                server.as("an1").get("/api/v1/assessments/" + key + "/members").expect(200);
        assertThat(members.body()).contains("an1", "OWNER");
        server.as("outsider").get("/api/v1/assessments/" + key).expect(404);
    }

    @Test
    void a_dry_run_says_what_it_would_do_and_records_nothing() {
        var reply = server.as("an1")
                .send("POST", "/api/v1/imports?dryRun=true", "text/yaml", file)
                .expect(200)
                .json();

        assertThat(reply.path("dryRun").asBoolean()).isTrue();
        assertThat(reply.path("assessments")
                        .path(0)
                        .path("entries")
                        .path("interpretations")
                        .asInt())
                .isEqualTo(2);
        assertThat(reply.path("assessments")
                        .path(0)
                        .path("events")
                        .path("evidence-rated")
                        .asInt())
                .isEqualTo(1);
        assertThat(revision()).isZero();
        server.as("an1")
                .send("POST", "/api/v1/imports?dryrun=true", "text/yaml", file)
                .expect(400);
        server.as("an1")
                .send("POST", "/api/v1/imports?dryRun=yes", "text/yaml", file)
                .expect(400);
        assertThat(revision()).isZero();
    }

    @Test
    void only_an_administrator_imports_what_somebody_else_said() {
        var refused = send("an2", file).expect(403);

        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().path("errors").size()).isEqualTo(2);
        assertThat(refused.json().path("errors").path(0).path("pointer").stringValue())
                .isEqualTo("/assessments/0/ratings/0/analyst");
        assertThat(refused.json().path("errors").path(0).path("message").stringValue())
                .startsWith("line 10: only an administrator imports what somebody else said");
        assertThat(revision()).isZero();

        send("admin", file).expect(201);
        var rated = server.bean(AssessmentLog.class).read(key, 0).get(5).stamp();
        assertThat(rated.actor()).isEqualTo("admin");
        assertThat(rated.author()).isEqualTo("an1");
    }

    @Test
    void who_may_not_open_assessments_may_not_import() {
        send("reader", file).expect(403);
        send("reviewer", file).expect(403);
        server.anonymous()
                .send("POST", "/api/v1/imports", "application/yaml", file)
                .expect(401);
        assertThat(revision()).isZero();
    }

    @Test
    void a_key_that_is_there_is_a_conflict_even_for_who_may_not_know() {
        send("an1", file).expect(201);

        var refused =
                send("outsider", file.replaceAll("(?s)    ratings:.*", "")).expect(409);

        assertThat(refused.json().path("errors").path(0).path("pointer").stringValue())
                .isEqualTo("/assessments/0/key");
        assertThat(refused.body()).contains("line 3: the key").doesNotContain("Does it last");
        server.as("outsider")
                .send(
                        "POST",
                        "/api/v1/imports?dryRun=true",
                        "application/yaml",
                        file.replaceAll("(?s)    ratings:.*", ""))
                .expect(409);
        assertThat(revision()).isEqualTo(7);
    }

    @Test
    void a_repeated_import_gets_the_first_answer_and_another_body_is_refused() {
        var client = server.as("an1").with("Idempotency-Key", key);
        var first =
                client.send("POST", "/api/v1/imports", "application/yaml", file).expect(201);
        var again =
                client.send("POST", "/api/v1/imports", "application/yaml", file).expect(201);

        assertThat(again.body()).isEqualTo(first.body());
        client.send("POST", "/api/v1/imports", "application/yaml", file + "\n").expect(422);
        assertThat(revision()).isEqualTo(7);
    }

    @Test
    void one_bad_line_at_the_end_and_nothing_is_recorded_of_any_assessment() {
        var other = TestServer.newKey();
        var both = file + file.substring(file.indexOf("  - key")).replace(key, other)
                + "      - {analyst: an1, probabilities: {i1: 2, i2: 0.4}, confidence: LOW, rationale: x}\n";

        var refused = send("an1", both).expect(400);

        assertThat(refused.json().path("errors").size()).isEqualTo(1);
        assertThat(refused.json().path("errors").path(0).path("pointer").stringValue())
                .isEqualTo("/assessments/1/judgments/1/probabilities/i1");
        assertThat(refused.json().path("errors").path(0).path("message").stringValue())
                .startsWith("line 23: probabilities/i1 is no probability");
        assertThat(revision()).isZero();
        assertThat(server.bean(AssessmentLog.class).revision(other)).isZero();
    }

    @Test
    void all_that_is_wrong_is_said_at_once_and_what_only_follows_is_not() {
        var bad = file.replace("claim: A treaty was signed, ", "claim: ' ', ")
                .replace("confidence: LOW", "confidence: SURE")
                .replace("key: i2, statement: It ends", "key: i2, statement: It ends, holdr: x");

        var errors = send("an1", bad).expect(400).json().path("errors");

        assertThat(errors.valueStream().map(error -> error.path("pointer").stringValue()))
                .containsExactlyInAnyOrder(
                        "/assessments/0/interpretations/1/holdr",
                        "/assessments/0/evidence/0/claim",
                        "/assessments/0/judgments/0/confidence");
        var unordered = bad.replace("reliability: C", "reliability: C, seq: 4");
        assertThat(send("an1", unordered).expect(400).body()).contains("/confidence", "/holdr", "seq");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "casefile: 1\nassessments: [",
                "casefile: 1\nassessments:\n  - &a {key: x}\n  - *a\n",
                "a: &a [x,x,x]\nb: &b [*a,*a,*a]\n",
                "casefile: 1\ncasefile: 1\n",
                "casefile: 1\nassessments: !!java.net.URL [x]\n",
                "casefile: 1\n<<: {a: 1}\n",
                "casefile: .nan\nassessments: []\n",
                "casefile: 1\nassessments:\n  - {key: x, title: t, question: \"a\\0b\"}\n",
                "casefile: 1\nassessments:\n  - {key: x, title: t, question: \"a\\uD800b\"}\n",
                "casefile: 1\nassessments:\n  - {key: x, title: t, question: q, effectiveAt: 2025-02-30}\n",
                "casefile: 1\nassessments:\n  - {key: x, title: t, question: q, effectiveAt: 2999-01-01}\n",
                "casefile: 1\nassessments:\n  - {key: x, title: t, question: q, recordedAt: 2025-01-01}\n",
                "casefile: 1\nassessments:\n  - {key: x, title: t, question: q, policy: {rho: .inf}}\n",
                "casefile: 1\nassessments:\n  - {key: x, title: t, question: q, policy: {rho: 1e308}}\n",
                "casefile: 1\nassessments:\n  - {key: X!, title: t, question: q}\n",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                "casefile: 1\n---\ncasefile: 1\n",
                "\u0000"
            })
    void a_bad_file_gets_400_with_the_line_and_leaves_the_log_alone(String bad) {
        long before = server.as("admin").get("/api/v1/assessments").body().length();

        var refused = send("an1", bad).expect(400);

        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().path("errors").path(0).path("message").stringValue())
                .matches("(?s)line \\d+.*\\.");
        assertThat(refused.body()).doesNotContain("Exception").doesNotContain("org.");
        assertThat(server.as("admin").get("/api/v1/assessments").body().length())
                .isEqualTo(before);
    }

    @Test
    void a_body_of_another_type_or_size_is_refused() {
        server.as("an1").send("POST", "/api/v1/imports", "text/csv", file).expect(415);
        server.as("an1")
                .send("POST", "/api/v1/imports", "application/yaml; charset=iso-8859-1", file)
                .expect(415);
        send("an1", "#".repeat((16 << 20) + 1)).expect(413);
    }

    @Test
    void what_was_imported_is_exported_and_a_beginning_of_it_too() {
        send("an1", file).expect(201);
        var path = "/api/v1/assessments/" + key + "/export?format=casefile";

        var yaml = server.as("an1").get(path).expect(200);
        assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
        assertThat(yaml.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + key + "-r7.yaml\"");
        assertThat(yaml.body()).doesNotContain("simulatedTimes");
        var json = server.as("an1")
                .with("Accept", "application/json")
                .get(path + "&asOf=r3")
                .expect(200);
        assertThat(json.header("ETag")).isEqualTo("\"3\"");
        assertThat(json.json()
                        .path("assessments")
                        .path(0)
                        .path("interpretations")
                        .size())
                .isEqualTo(1);

        var other = TestServer.newKey();
        send("an1", yaml.body().replace("key: " + key, "key: " + other)).expect(201);
        server.as("an1")
                .send("POST", "/api/v1/imports", "application/json", json.body().replace(key, TestServer.newKey()))
                .expect(201);

        server.as("an1").get(path + "&effectiveAt=2025-01-01").expect(400);
        server.as("an1").get(path + "&asOf=r8").expect(404);
        assertThat(server.as("an1")
                        .get(path.replace("casefile", "doc"))
                        .expect(400)
                        .body())
                .contains("casefile");
        server.as("outsider").get(path).expect(404);
    }
}
