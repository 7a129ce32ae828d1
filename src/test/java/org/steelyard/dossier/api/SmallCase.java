package org.steelyard.dossier.api;

import java.util.ArrayList;
import java.util.List;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;

/**
 * A small case on a server, recorded over HTTP by its owner {@code an1} and the analyst {@code an2}. Its question stands since
 * 2024-06-19; what is said of it is dated in the months after. {@link #locations} are where the server said that each new thing
 * is to be found.
 */
final class SmallCase {

    /** The revisions of some events. */
    static final int SOURCES = 3;

    static final int INTERPRETATIONS = 5;
    static final int FIRST_ITEM = 6;
    static final int SECOND_ITEM = 7;
    static final int RATINGS = 11;
    static final int JUDGMENTS = 13;
    static final int REGRADED = 14;
    static final int POLICY = 15;
    static final int INDICATOR = 16;
    static final int COMMENT = 17;
    static final int REQUEST = 18;
    static final int REVIEW = 19;
    static final int RETRACTED = 20;
    static final int LAST = 20;

    final String key;
    final List<String> locations = new ArrayList<>();
    private final Client an1;
    private final Client an2;
    private final Client reviewer;

    private SmallCase(TestServer server, String key) {
        this.key = key;
        this.an1 = server.as("an1");
        this.an2 = server.as("an2");
        this.reviewer = server.as("reviewer");
    }

    static SmallCase on(TestServer server) {
        var made = new SmallCase(server, TestServer.newKey());
        made.frame();
        made.record();
        made.judge();
        made.goOn();
        return made;
    }

    String path() {
        return "/api/v1/assessments/" + key;
    }

    private void frame() {
        post(an1, "/api/v1/assessments", """
                {"key": "%s", "title": "Durability", "question": "Will it last?", "tags": ["dprk", "long"],
                 "horizon": "2027-12-31", "effectiveAt": "2024-06-19", "reason": "Asked by the board"}""".formatted(key));
        an1.put(path() + "/members/an2", "{\"role\": \"ANALYST\"}").expect(201);
        an1.put(path() + "/members/reviewer", "{\"role\": \"REVIEWER\"}").expect(201);
        post(an1, "/sources", """
                {"key": "tass", "name": "TASS", "kind": "agency", "reliability": "B", "effectiveAt": "2024-06-19"}""");
        post(an1, "/sources", """
                {"key": "voice", "name": "A voice", "kind": "unknown", "reliability": "F", "effectiveAt": "2024-06-19"}""");
        post(an1, "/interpretations", """
                {"key": "lasts", "statement": "It lasts", "holder": "optimists", "effectiveAt": "2024-06-19"}""");
        post(an1, "/interpretations", """
                {"key": "ends", "statement": "It ends", "discriminator": "A treaty lapses", "effectiveAt": "2024-06-19"}""");
    }

    private void record() {
        post(an1, "/evidence", """
                {"key": "treaty", "claim": "A treaty was signed", "source": "tass", "credibility": 2, "relevance": "H",
                 "occurredOn": "2024-06", "publishedOn": "2024-06-20", "link": "https://example.org/treaty",
                 "effectiveAt": "2024-07-01"}""");
        post(an1, "/evidence", """
                {"key": "rumour", "claim": "=Someone said so", "source": "voice", "credibility": 6, "relevance": "M",
                 "kind": "ABSENCE", "origin": "the pub", "effectiveAt": "2024-08-01"}""");
        rate(an1, "treaty/lasts", "CC", "2024-07-02");
        rate(an1, "treaty/ends", "I", "2024-07-02");
        rate(an2, "treaty/lasts", "N", "2024-07-03");
        rate(an2, "rumour/lasts", "NA", "2024-08-02");
    }

    private void judge() {
        post(an1, "/judgments", """
                {"probabilities": {"lasts": 0.7, "ends": 0.3}, "confidence": "LOW", "rationale": "The treaty",
                 "restsOn": ["treaty"], "effectiveAt": "2024-09-01"}""");
        post(an2, "/judgments", """
                {"probabilities": {"lasts": 0.5, "ends": 0.5}, "confidence": "HIGH", "rationale": "A coin",
                 "effectiveAt": "2024-09-02"}""");
    }

    private void goOn() {
        an1.patch(path() + "/evidence/treaty", """
                {"credibility": 3, "reason": "Second thoughts", "effectiveAt": "2024-10-01"}""").expect(200);
        an1.patch(path(), "{\"policy\": {\"minCoverage\": 0.9}, \"effectiveAt\": \"2024-10-02\"}")
                .expect(200);
        post(an1, "/indicators", """
                {"key": "visit", "statement": "A visit is cancelled", "speaksFor": "ends", "deadline": "2025-01-31",
                 "effectiveAt": "2024-10-03"}""");
        post(an2, "/comments", "{\"text\": \"Is it so?\", \"about\": {\"evidence\": \"rumour\"}}");
        post(an1, "/review-requests", "{\"revision\": 16, \"reviewers\": [\"reviewer\"], \"text\": \"Please\"}");
        post(reviewer, "/reviews", "{\"revision\": 16, \"verdict\": \"APPROVED\", \"text\": \"Sound\"}");
        an1.delete(path() + "/evidence/rumour", "{\"reason\": \"Nobody said so\", \"effectiveAt\": \"2024-11-01\"}")
                .expect(200);
    }

    private void rate(Client analyst, String cell, String rating, String effectiveAt) {
        analyst.put(path() + "/ratings/" + cell, """
                {"rating": "%s", "rationale": "As I see it", "effectiveAt": "%s"}""".formatted(rating, effectiveAt))
                .expect(200);
    }

    private void post(Client client, String where, String body) {
        var path = where.startsWith("/api") ? where : path() + where;
        locations.add(client.post(path, body).expect(201).header("Location"));
    }
}
