package org.steelyard.blind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.portfolio.Portfolio;
import tools.jackson.databind.JsonNode;

/**
 * Walks every route that answers a GET, and every stream, as a blinded analyst: no answer has a word or a number of what others
 * rated and judged, and one who judged nothing of ratings in rows that they have yet to rate. The same walk as a reviewer finds them, so that it could fail. A new route is walked as soon as it is in
 * routes.txt.
 */
class BlindWalkTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final List<String> OF_RATINGS =
            List.of("inconsistency", "weightedInconsistency", "weightOfEvidence", "behindLeader");
    private static final List<String> READINGS =
            List.of("inconsistency", "weightedInconsistency", "weightOfEvidence", "behindLeader", "judged");

    private final BlindCase blind = new BlindCase();

    @Test
    void a_blinded_analyst_finds_nothing_of_what_others_rated_and_judged_and_a_reviewer_does() {
        Portfolio.awaitAll();
        var figures = figures(READINGS);
        var words = new ArrayList<>(List.of(
                BlindCase.OF_E1,
                BlindCase.OF_E2,
                BlindCase.OF_JUDGMENT,
                BlindCase.OF_REASON,
                "83.17",
                "0.8317",
                "16.83"));
        words.addAll(figures);

        var byReviewer = found("reviewer", words);
        assertThat(byReviewer.keySet())
                .as("what a reviewer finds, so that the walk could fail")
                .contains(
                        "GET /api/v1/assessments/{a}",
                        "GET /api/v1/assessments/{a}/balance",
                        "GET /api/v1/assessments/{a}/balance/history",
                        "GET /api/v1/assessments/{a}/changes",
                        "GET /api/v1/assessments/{a}/events",
                        "GET /api/v1/assessments/{a}/evidence/{e}",
                        "GET /api/v1/assessments/{a}/judgments",
                        "GET /api/v1/assessments/{a}/ratings",
                        "GET /api/v1/assessments/{a}/sensitivity",
                        "GET /api/v1/assessments/{assessment}/export",
                        "GET /api/v1/feed");
        assertThat(new TreeSet<>(
                        byReviewer.values().stream().flatMap(Set::stream).toList()))
                .as("each of the words is found somewhere")
                .containsAll(figures)
                .contains(BlindCase.OF_E1, BlindCase.OF_E2, BlindCase.OF_JUDGMENT, BlindCase.OF_REASON);

        assertThat(found(blind.analyst, words))
                .as("what a blinded analyst finds")
                .isEmpty();
        blind.judge(SERVER.as(blind.owner), 0.5, "so so");
        Portfolio.awaitAll();
        var ofRatings = new ArrayList<>(List.of(BlindCase.OF_E1, BlindCase.OF_E2, BlindCase.OF_REASON));
        ofRatings.addAll(figures(OF_RATINGS));
        assertThat(found(blind.owner, ofRatings))
                .as("what an owner finds, who may rate too, judged and has yet to rate")
                .isEmpty();
    }

    /** Figures of the balance, as JSON has them, that are too long to stand anywhere by chance. */
    private List<String> figures(List<String> names) {
        JsonNode balance =
                SERVER.as("reviewer").get(blind.path("/balance")).expect(200).json();
        var figures = new LinkedHashSet<String>();
        for (JsonNode reading : balance.path("interpretations")) {
            for (String name : names) {
                String figure = reading.path(name).asString("");
                if (figure.length() > 6) {
                    figures.add(figure);
                }
            }
        }
        assertThat(figures).isNotEmpty();
        return List.copyOf(figures);
    }

    /** By route, which of the words somebody finds there. */
    private Map<String, Set<String>> found(String user, List<String> words) {
        Client browser = SERVER.browser(user);
        browser.get("/account").expect(200);
        var found = new LinkedHashMap<String, Set<String>>();
        for (String route : routes()) {
            for (String path : paths(route)) {
                boolean api = path.startsWith("/api/") || path.startsWith("/v3/");
                Client client = api ? SERVER.as(user) : browser;
                var reply = client.get(path);
                assertThat(reply.status()).as(reply.request()).isLessThan(500);
                note(found, route, reply.body(), words);
                if (api) {
                    note(
                            found,
                            route,
                            client.with("Accept", "text/csv").get(path).body(),
                            words);
                }
            }
        }
        return found;
    }

    private static void note(Map<String, Set<String>> found, String route, String body, List<String> words) {
        for (String word : words) {
            if (body.contains(word)) {
                found.computeIfAbsent(route, ignored -> new TreeSet<>()).add(word);
            }
        }
    }

    private static List<String> routes() {
        try {
            return new ClassPathResource("routes.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(" GET ") && !line.contains("/stream"))
                    .map(line -> line.substring(line.indexOf("GET ")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The addresses of a route: as it is by itself, and with what it asks for or takes. */
    private List<String> paths(String route) {
        String path = route.substring("GET ".length())
                .replaceFirst("(/assessments/|/a/)\\{[^}]*}", "$1" + blind.key)
                .replaceAll("\\{(evidence|item|e)}", "e2")
                .replace("{i}", "lasts")
                .replace("{user}", blind.other)
                .replaceAll("\\{(s|source|key)}", "s-" + blind.key)
                .replace("{revision}", "1")
                .replaceAll("\\{[^}]*}", "x");
        if (path.equals("/search")) {
            return List.of(path + "?q=Durability");
        }
        if (path.endsWith("/search")) {
            return List.of(path + "?q=" + BlindCase.OF_JUDGMENT, path + "?q=Durability");
        }
        if (path.endsWith("/export")) {
            return List.of(path + "?format=casefile", path + "?format=casefile&syntax=json&asOf=r12");
        }
        if (path.equals("/api/v1/feed")) {
            return feed(path);
        }
        boolean past = path.contains(blind.key) && !path.contains("/stream");
        return past ? List.of(path, path + "?asOf=r13") : List.of(path, path + "?limit=1000");
    }

    /** All parts of the feed. */
    private static List<String> feed(String path) {
        var parts = new ArrayList<String>();
        String next = path + "?limit=1000";
        while (!next.isEmpty()) {
            parts.add(next);
            String link = SERVER.as("admin").get(next).expect(200).header("Link");
            next = link.isEmpty() ? "" : link.substring(link.indexOf("/api"), link.indexOf('>'));
        }
        return parts;
    }
}
