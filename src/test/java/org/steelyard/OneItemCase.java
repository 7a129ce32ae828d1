package org.steelyard;

import org.steelyard.TestServer.Client;

/** A case with one item of evidence and two interpretations, in which an analyst takes part. Its first five revisions make it. */
public final class OneItemCase {
    private final Client owner;
    private final String path;
    private final boolean isOfThePast;

    private OneItemCase(Client owner, String key, boolean isOfThePast) {
        this.owner = owner;
        this.path = "/api/v1/assessments/" + key;
        this.isOfThePast = isOfThePast;
    }

    /** With everything in force from now on. */
    public static OneItemCase open(Client owner, String key, String analyst) {
        var made = new OneItemCase(owner, key, false);
        made.fill(key, "T", analyst);
        return made;
    }

    /** Opened in January 2024, with what is in it in force since the first of February. */
    public static OneItemCase openIn2024(Client owner, String key, String title, String analyst) {
        var made = new OneItemCase(owner, key, true);
        made.fill(key, title, analyst);
        return made;
    }

    private void fill(String key, String title, String analyst) {
        owner.post("/api/v1/assessments", """
                {"key": "%s", "title": "%s", "question": "Q?"%s}""".formatted(key, title, since("2024-01-01")))
                .expect(201);
        owner.put(path + "/members/" + analyst, "{\"role\": \"ANALYST\"}").expect(201);
        add("/sources", "\"key\": \"s\", \"name\": \"S\", \"kind\": \"k\", \"reliability\": \"B\"");
        add("/interpretations", "\"key\": \"up\", \"statement\": \"Up\"");
        add("/interpretations", "\"key\": \"down\", \"statement\": \"Down\"");
        add(
                "/evidence",
                "\"key\": \"e\", \"claim\": \"C\", \"source\": \"s\", \"credibility\": 2, \"relevance\": \"H\"");
    }

    private void add(String below, String fields) {
        owner.post(path + below, "{" + fields + since("2024-02-01") + "}").expect(201);
    }

    private String since(String day) {
        return isOfThePast ? ", \"effectiveAt\": \"" + day + "\"" : "";
    }

    /** Grades the item anew, and gives the interpretation {@code up} this statement. */
    public void regradeAndReword(String statement) {
        owner.patch(path + "/evidence/e", "{\"credibility\": 4" + since("2024-03-01") + "}")
                .expect(200);
        owner.patch(path + "/interpretations/up", "{\"statement\": \"" + statement + "\"" + since("2024-03-02") + "}")
                .expect(200);
    }
}
