package org.steelyard.browser;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.steelyard.Routes;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Reply;

/** The addresses of all pages there are: the GET routes of routes.txt that answer with a page, filled in from one case. */
final class Addresses {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /** A page may be many: those whose other states show more than what their route alone does. */
    private static final List<String> STATES = List.of(
            "/search?q=alliance",
            "/search?q=no-such-word-anywhere",
            "/a/{key}?effectiveAt=2025-03-14T23:59:59.999999Z",
            "/a/{key}?reading=judged",
            "/a/{key}/firm?if=item:e28&if=rating:one-more/e12/hedge:CC",
            "/a/{key}/replay?at=r82",
            "/a/{new}",
            "/a/{new}/matrix",
            "/a/{new}/rate");

    private final TestServer server;
    private final Map<String, String> parts;

    /** @param key of an imported durability case, in which the administrator records */
    Addresses(TestServer server, String key) {
        this.server = server;
        this.parts = Map.ofEntries(
                Map.entry("key", key),
                Map.entry("new", opened()),
                Map.entry("evidence", "e28"),
                Map.entry("item", "e28"),
                Map.entry("user", "an1"),
                Map.entry("term", "admiralty-code"),
                Map.entry("revision", "315"),
                Map.entry("token", shared(key)));
    }

    private String opened() {
        String key = TestServer.newKey();
        server.as("admin")
                .post(
                        "/api/v1/assessments",
                        "{\"key\": \"" + key + "\", \"title\": \"New\", \"question\": \"Will it?\"}")
                .expect(201);
        return key;
    }

    private String shared(String key) {
        var browser = server.browser("admin");
        browser.get("/a/" + key + "/embeds").expect(200);
        String lastDay = LocalDate.now(ZoneOffset.UTC).plusDays(7).toString();
        var page = browser.form("/a/" + key + "/embeds", Map.of("lastDay", lastDay))
                .html();
        return page.expectFirst("#embed-address").text().replaceFirst(".*/embed/([^/]+)/.*", "$1");
    }

    /** Of every page, as the administrator may open them. */
    List<String> all() {
        var reader = server.browser("admin");
        var all = new ArrayList<String>();
        for (String route : Routes.needs().keySet()) {
            String path = route.substring(route.indexOf(' ') + 1);
            if (route.startsWith("GET ") && !path.startsWith("/api/") && !path.equals("/error")) {
                var reply = reader.get(filled(path));
                String leadsTo = reply.header("Location");
                String there = leadsTo.isEmpty() ? filled(path) : leadsTo.replace(server.url(), "");
                if (isPage(leadsTo.isEmpty() ? reply : reader.get(there))) {
                    all.add(there);
                }
            }
        }
        STATES.forEach(state -> all.add(filled(state)));
        return all;
    }

    private static boolean isPage(Reply reply) {
        boolean page = reply.header("Content-Type").startsWith("text/html")
                && reply.body().stripLeading().startsWith("<!DOCTYPE html>");
        if (page) {
            reply.expect(200);
        }
        return page;
    }

    private String filled(String path) {
        // Of a source over all assessments the key is another's word than of an assessment.
        return PLACE.matcher(path.replace("/sources/{key}", "/sources/{name}")).replaceAll(this::part);
    }

    private String part(MatchResult place) {
        if (place.group(1).equals("name")) {
            return server.as("admin")
                    .get("/api/v1/sources")
                    .expect(200)
                    .json()
                    .at("/items/0/key")
                    .asString();
        }
        String part = parts.get(place.group(1));
        if (part == null) {
            throw new AssertionError("Say in Addresses what stands for " + place.group() + " in addresses of pages");
        }
        return part;
    }
}
