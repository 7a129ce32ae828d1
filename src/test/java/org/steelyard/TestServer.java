package org.steelyard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real server on a free port and an empty store, started once for all tests of a run, with users of each role: {@code
 * admin}, the analysts {@code an1}, {@code an2}, {@code an3}, {@code reviewer}, {@code reader}, and {@code outsider}, an
 * analyst whom nobody makes a member. Tests share the store, so each takes {@link #newKey() keys} of its own.
 */
public final class TestServer {
    public static final String PASSWORD = "correct horse battery staple";

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger KEYS = new AtomicInteger();

    private final ConfigurableApplicationContext context;
    private final Map<String, Client> clients = new ConcurrentHashMap<>();

    private TestServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    private static final class Shared {
        static final TestServer SERVER = start();

        private static TestServer start() {
            var server = TestServer.start(temporaryFolder());
            for (var user : List.of("an1", "an2", "an3", "outsider")) {
                server.addUser(user, "ANALYST");
            }
            server.addUser("reviewer", "REVIEWER");
            server.addUser("reader", "READER");
            return server;
        }
    }

    /** The server that all tests share. */
    public static TestServer shared() {
        return Shared.SERVER;
    }

    /** A server of one's own, with {@code admin} alone; {@link #stop} it. */
    public static TestServer start(Path data, String... settings) {
        var all = new ArrayList<>(List.of(settings));
        all.add("--STEELYARD_ADMIN_PASSWORD=" + PASSWORD);
        return startPlain(data, all.toArray(String[]::new));
    }

    /** The same as it starts by itself. */
    public static TestServer startPlain(Path data, String... settings) {
        var arguments = new ArrayList<>(List.of("--server.port=0", "--steelyard.data-dir=" + data));
        arguments.addAll(List.of(settings));
        return new TestServer(new SpringApplicationBuilder(Steelyard.class).run(arguments.toArray(String[]::new)));
    }

    public void stop() {
        context.close();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> List<T> beans(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    /** A key that no other test has. */
    public static String newKey() {
        return "test-" + KEYS.incrementAndGet();
    }

    public String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** Adds a user with {@link #PASSWORD}. */
    public void addUser(String name, String... roles) {
        var body = JSON.createObjectNode().put("user", name).put("password", PASSWORD);
        List.of(roles).forEach(body.putArray("roles")::add);
        as("admin").post("/api/v1/users", body.toString()).expect(201);
    }

    /** A program that calls the API with a token of this user. */
    public Client as(String user) {
        return clients.computeIfAbsent(user, name -> withToken(newToken(name)));
    }

    /** A program that sends this API token. */
    public Client withToken(String token) {
        return new Client(client(), Map.of("Authorization", "Bearer " + token));
    }

    /** A new API token of this user. */
    public String newToken(String user) {
        return newToken(user, PASSWORD);
    }

    /** The same where the password is another. */
    public String newToken(String user, String password) {
        return withPassword(user, password)
                .post("/api/v1/tokens", "{\"name\": \"test\"}")
                .expect(201)
                .json()
                .path("token")
                .stringValue();
    }

    /** A program that sends name and password by HTTP Basic. */
    public Client withPassword(String user, String password) {
        var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Client(
                client(),
                Map.of("Authorization", "Basic " + java.util.Base64.getEncoder().encodeToString(pair)));
    }

    /** Somebody who is not signed in; keeps cookies. */
    public Client anonymous() {
        return new Client(client(), Map.of());
    }

    /** A browser in which this user is signed in. */
    public Client browser(String user) {
        return browser(user, PASSWORD);
    }

    /** The same where the password is another. */
    public Client browser(String user, String password) {
        var browser = anonymous();
        browser.get("/sign-in").expect(200);
        browser.form("/sign-in", Map.of("user", user, "password", password)).expect(302);
        return browser;
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();
    }

    private static Path temporaryFolder() {
        try {
            var folder = Files.createTempDirectory("steelyard-test");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Calls the server, follows no redirects, and keeps cookies. */
    public final class Client {
        private final HttpClient http;
        private final Map<String, String> headers;
        private String csrf = "";

        private Client(HttpClient http, Map<String, String> headers) {
            this.http = http;
            this.headers = headers;
        }

        /** The same caller with a header on each request: {@code with("If-Match", "\"3\"").put(...)}. */
        public Client with(String header, String value) {
            var more = new java.util.HashMap<>(headers);
            more.put(header, value);
            var client = new Client(http, more);
            client.csrf = csrf;
            return client;
        }

        public Reply get(String path) {
            var reply = send("GET", path, "", "");
            if (reply.header("Content-Type").startsWith("text/html")) {
                var token = reply.html().selectFirst("input[name=_csrf]");
                csrf = token == null ? csrf : token.attr("value");
            }
            return reply;
        }

        public Reply post(String path, String json) {
            return send("POST", path, "application/json", json);
        }

        public Reply put(String path, String json) {
            return send("PUT", path, "application/json", json);
        }

        public Reply patch(String path, String json) {
            return send("PATCH", path, "application/json", json);
        }

        public Reply delete(String path) {
            return send("DELETE", path, "", "");
        }

        public Reply delete(String path, String json) {
            return send("DELETE", path, "application/json", json);
        }

        /** Sends a form as a page would, with the CSRF token of the page that was got last. */
        public Reply form(String path, Map<String, String> fields) {
            return form(path, List.copyOf(fields.entrySet()));
        }

        /** The same, where a field may be there several times. */
        public Reply form(String path, List<Map.Entry<String, String>> fields) {
            var all = new ArrayList<>(fields);
            all.add(Map.entry("_csrf", csrf));
            var body = all.stream()
                    .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                    .collect(Collectors.joining("&"));
            return send("POST", path, "application/x-www-form-urlencoded", body);
        }

        /** Listens to a stream, which has begun when this returns. */
        public Listener listen(String path) {
            var response = answer("GET", path, "", "", BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new AssertionError(path + " answered " + response.statusCode());
            }
            return new Listener(response).awaitBeginning();
        }

        /** Any request; an empty type sends no body. */
        public Reply send(String method, String path, String type, String body) {
            return new Reply(method + " " + path, answer(method, path, type, body, BodyHandlers.ofString()));
        }

        private <T> HttpResponse<T> answer(
                String method, String path, String type, String body, HttpResponse.BodyHandler<T> handler) {
            var request = HttpRequest.newBuilder(URI.create(url() + path))
                    .method(method, type.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            headers.forEach(request::setHeader);
            if (!type.isEmpty()) {
                request.setHeader("Content-Type", type);
            }
            try {
                return http.send(request.build(), handler);
            } catch (IOException failure) {
                throw new UncheckedIOException(method + " " + path, failure);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /** What the server answered to a request. */
    public record Reply(String request, HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        /** The first header of this name; empty where there is none. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            return JSON.readTree(body());
        }

        public Document html() {
            return Jsoup.parse(body(), response.uri().toString());
        }

        /** This reply, where its status is the expected one. */
        public Reply expect(int status) {
            if (status() != status) {
                throw new AssertionError(request + " answered " + status() + ", not " + status + ": " + body());
            }
            return this;
        }
    }
}
