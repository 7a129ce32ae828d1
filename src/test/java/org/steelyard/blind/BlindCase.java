package org.steelyard.blind;

import java.util.List;
import java.util.Map;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.TestServer.Reply;

/**
 * An assessment in blind mode on the real server: an owner and two analysts of names of its own, a reviewer, a reader. The other
 * analyst has rated e1 and e2 and judged, in words that stand nowhere else.
 */
final class BlindCase {
    /** In rationales, by the item of evidence that they are about. */
    static final String OF_E1 = "zanzibarwort";

    static final String OF_E2 = "quillbackish";
    static final String OF_JUDGMENT = "obsidianly";
    static final String OF_REASON = "tarragonesque";

    /** Judged of "lasts", in percent; also as it stands in JSON. */
    static final double JUDGED = 83.17;

    final TestServer server = TestServer.shared();
    final String key = TestServer.newKey();
    final String owner = "owner-" + key;
    final String analyst = "analyst-" + key;
    final String other = "canary-" + key;

    BlindCase() {
        this("TLP:AMBER");
    }

    BlindCase(String marking) {
        List.of(owner, analyst, other).forEach(user -> server.addUser(user, "ANALYST"));
        Client opener = server.as(owner);
        opener.post("/api/v1/assessments", """
                {"key": "%s", "title": "Durability %s", "question": "Will it last?", "marking": "%s", "blind": true}""".formatted(key, key, marking)).expect(201);
        Map.of("reviewer", "REVIEWER", "reader", "READER", analyst, "ANALYST", other, "ANALYST")
                .forEach((member, role) -> opener.put(path("/members/" + member), "{\"role\": \"" + role + "\"}")
                        .expect(201));
        post(opener, "/interpretations", "{\"key\": \"lasts\", \"statement\": \"It lasts\"}");
        post(opener, "/interpretations", "{\"key\": \"ends\", \"statement\": \"It ends\"}");
        post(
                opener,
                "/sources",
                "{\"key\": \"s-" + key + "\", \"name\": \"Lankov\", \"kind\": \"scholar\", \"reliability\": \"B\"}");
        for (String item : List.of("e1", "e2", "e3")) {
            post(opener, "/evidence", """
                    {"key": "%s", "claim": "Claim %s", "source": "s-%s", "credibility": 2, "relevance": "H"}""".formatted(item, item, key));
        }
        Client canary = server.as(other);
        rate(canary, "e1", "lasts", "CC", OF_E1);
        rate(canary, "e1", "ends", "II", OF_E1);
        rate(canary, "e2", "lasts", "C", OF_E2);
        rate(canary, "e2", "ends", "I", OF_E2);
        judge(canary, JUDGED / 100, OF_JUDGMENT);
    }

    String path(String below) {
        return "/api/v1/assessments/" + key + below;
    }

    Reply rate(Client client, String item, String interpretation, String rating, String rationale) {
        return client.put(path("/ratings/" + item + "/" + interpretation), """
                {"rating": "%s", "rationale": "%s", "reason": "%s"}""".formatted(
                                rating, rationale, rationale + OF_REASON))
                .expect(200);
    }

    Reply judge(Client client, double lasts, String rationale) {
        return client.post(path("/judgments"), """
                {"probabilities": {"lasts": %s, "ends": %s}, "confidence": "HIGH", "rationale": "%s", "restsOn": ["e2"]}""".formatted(lasts, 1 - lasts, rationale))
                .expect(201);
    }

    private void post(Client client, String below, String body) {
        client.post(path(below), body).expect(201);
    }
}
