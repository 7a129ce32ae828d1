package org.steelyard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steelyard.TestServer.newKey;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.steelyard.Routes;
import org.steelyard.TestServer;
import org.steelyard.TestServer.Client;
import org.steelyard.TestServer.Reply;

/** Walks every route as everybody. What each route needs stands in routes.txt; a route that is missing there is a failure. */
class RoutesTest {
    private static final String NOT_THERE = "There is no assessment ";

    private final TestServer server = TestServer.shared();
    private final String key = newKey();

    /** Who calls: nobody, a user who is no member, a member of each role, an administrator. */
    private enum Caller {
        ANONYMOUS(""),
        OUTSIDER("outsider"),
        READER("reader"),
        REVIEWER("reviewer"),
        ANALYST("an2"),
        OWNER("an1"),
        ADMIN("admin");

        private final String user;

        Caller(String user) {
            this.user = user;
        }
    }

    /** What a route asks of its caller. */
    private enum Need {
        NOTHING,
        SIGNED_IN,
        PASSWORD,
        READ,
        COMMENT,
        RECORD,
        REVIEW,
        GOVERN,
        OPEN,
        ADMINISTER;

        boolean isMetBy(Caller caller) {
            return switch (this) {
                case NOTHING -> true;
                case SIGNED_IN -> caller != Caller.ANONYMOUS;
                case PASSWORD -> false;
                case READ -> caller.compareTo(Caller.READER) >= 0;
                case COMMENT -> caller.compareTo(Caller.REVIEWER) >= 0;
                case RECORD -> caller.compareTo(Caller.ANALYST) >= 0;
                case REVIEW -> caller == Caller.REVIEWER || caller == Caller.ADMIN;
                case GOVERN -> caller.compareTo(Caller.OWNER) >= 0;
                case OPEN -> caller.compareTo(Caller.ANALYST) >= 0 || caller == Caller.OUTSIDER;
                case ADMINISTER -> caller == Caller.ADMIN;
            };
        }

        /** Whether who is no member may not know of what the route is about. */
        boolean isAboutOneAssessment() {
            return compareTo(READ) >= 0 && compareTo(GOVERN) <= 0;
        }
    }

    @Test
    void every_route_has_an_expectation_and_every_expectation_a_route() {
        var unexpected = new TreeSet<>(mapped());
        unexpected.removeAll(expected().keySet());
        var unmapped = new TreeSet<>(expected().keySet());
        unmapped.removeAll(mapped());

        assertThat(unexpected).as("routes without a line in routes.txt").isEmpty();
        assertThat(unmapped).as("lines of routes.txt without a route").isEmpty();
    }

    @Test
    void every_route_lets_in_whom_it_should_and_nobody_else() {
        openWithMembers();
        var browsers = new EnumMap<Caller, Client>(Caller.class);
        var wrong = new ArrayList<String>();

        expected().forEach((route, need) -> {
            for (var caller : Caller.values()) {
                var reply = call(route, caller, browsers);
                var fault = fault(reply, need, caller, route.contains(" /api/") || route.contains(" /v3/"));
                if (!fault.isEmpty()) {
                    wrong.add(caller + " " + reply.request() + " -> " + reply.status() + ", " + fault);
                }
            }
        });

        assertThat(wrong).isEmpty();
    }

    private static String fault(Reply reply, Need need, Caller caller, boolean api) {
        boolean toSignIn = reply.header("Location").contains("/sign-in?to=");
        if (need.isMetBy(caller)) {
            boolean refused = (reply.status() == 401 && need != Need.NOTHING)
                    || reply.status() == 403
                    || reply.status() >= 500
                    || toSignIn
                    || reply.body().contains(NOT_THERE);
            return refused ? "not let in: " + reply.body() : "";
        }
        if (caller == Caller.ANONYMOUS) {
            boolean sentAway = api ? reply.status() == 401 : reply.status() == 302 && toSignIn;
            return sentAway ? "" : "expected to be asked to sign in";
        }
        if (need.isAboutOneAssessment() && caller == Caller.OUTSIDER) {
            return reply.status() == 404 && reply.body().contains(NOT_THERE) ? "" : "expected not to learn of it";
        }
        return reply.status() == 403 ? "" : "expected to be refused";
    }

    private Reply call(String route, Caller caller, Map<Caller, Client> browsers) {
        var method = route.substring(0, route.indexOf(' '));
        var path = route.substring(route.indexOf(' ') + 1)
                .replaceFirst("(/assessments/|/a/)\\{[^}]*}", "$1" + key)
                .replace("{revision}", "1")
                .replaceAll("\\{[^}]*}", "x");
        boolean api = path.startsWith("/api/") || path.startsWith("/v3/");
        boolean form = !api && method.equals("POST");
        if (path.endsWith("/stream")) {
            // One that begins after no event is refused once its rights were looked at; else it would go on and on.
            var listener = caller == Caller.ANONYMOUS ? server.anonymous() : server.as(caller.user);
            return listener.with("Last-Event-ID", "none").get(path);
        }
        if (caller == Caller.ANONYMOUS && form) {
            var stranger = server.anonymous();
            stranger.get("/sign-in").expect(200);
            return stranger.form(path, Map.of());
        }
        if (caller == Caller.ANONYMOUS) {
            return method.equals("GET")
                    ? server.anonymous().get(path)
                    : server.anonymous().send(method, path, "application/json", "{}");
        }
        if (api) {
            return method.equals("GET") || method.equals("DELETE")
                    ? server.as(caller.user).send(method, path, "", "")
                    : server.as(caller.user).send(method, path, "application/json", "{}");
        }
        var browser = browsers.computeIfAbsent(caller, ignored -> signedIn(caller));
        return form ? browser.form(path, Map.of()) : browser.get(path);
    }

    private Client signedIn(Caller caller) {
        var browser = server.browser(caller.user);
        browser.get("/account").expect(200);
        return browser;
    }

    private void openWithMembers() {
        var owner = server.as(Caller.OWNER.user);
        var body = "{\"key\": \"" + key + "\", \"title\": \"Title\", \"question\": \"Will it?\"}";
        owner.post("/api/v1/assessments", body).expect(201);
        var members = "/api/v1/assessments/" + key + "/members/";
        owner.put(members + "reader", "{\"role\": \"READER\"}").expect(201);
        owner.put(members + "reviewer", "{\"role\": \"REVIEWER\"}").expect(201);
        owner.put(members + "an2", "{\"role\": \"ANALYST\"}").expect(201);
    }

    private List<String> mapped() {
        var routes = new ArrayList<String>();
        for (var mapping : server.beans(RequestMappingHandlerMapping.class)) {
            for (var info : mapping.getHandlerMethods().keySet()) {
                var methods = info.getMethodsCondition().getMethods();
                for (var pattern : info.getPatternValues()) {
                    if (methods.isEmpty()) {
                        routes.add("GET " + pattern);
                    }
                    methods.forEach(method -> routes.add(method + " " + pattern));
                }
            }
        }
        return routes;
    }

    private static Map<String, Need> expected() {
        var expected = new LinkedHashMap<String, Need>();
        Routes.needs().forEach((route, need) -> expected.put(route, Need.valueOf(need)));
        return expected;
    }
}
