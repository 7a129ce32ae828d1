package org.steelyard.browser;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import org.steelyard.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Chromium of this machine, with one page, driven by its own protocol (CDP) over a web socket: no driver is downloaded. It is
 * the one that the property {@code steelyard.chromium} names, or one on the path.
 */
final class Chromium implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final Answers answers = new Answers();
    private final AtomicInteger ids = new AtomicInteger();

    private Chromium(Process process, Path profile) throws Exception {
        this.process = process;
        this.profile = profile;
        Path port = profile.resolve("DevToolsActivePort");
        await("Chromium did not start", () -> Files.exists(port) && size(port) > 10);
        List<String> lines = Files.readAllLines(port);
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page(lines.getFirst()), answers)
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", Map.of());
        }
    }

    /** Where the browser is; empty where this machine has none. */
    static Optional<Path> installed() {
        String named = System.getProperty("steelyard.chromium", "");
        if (!named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A browser in which the administrator of this server is signed in; where none is installed the tests are skipped. */
    static Chromium signedIn(TestServer server) throws Exception {
        var installed = installed();
        assumeThat(installed)
                .as(
                        "No Chromium on the path: name one by -Dsteelyard.chromium=/path/to/chromium to run the browser tests")
                .isPresent();
        var browser = start(installed.orElseThrow());
        browser.resize(1280, 900);
        browser.open(server.url() + "/sign-in");
        browser.run("document.querySelector('[name=user]').value = 'admin'");
        browser.run("document.querySelector('[name=password]').value = '" + TestServer.PASSWORD + "'");
        browser.follow("document.querySelector('main form, form').requestSubmit()");
        return browser;
    }

    static Chromium start(Path executable) throws Exception {
        Path profile = Files.createTempDirectory("steelyard-chromium");
        var process = new ProcessBuilder(
                        executable.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Chromium(process, profile);
    }

    private static URI page(String port) throws Exception {
        var list = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        for (JsonNode target : JSON.readTree(list)) {
            if (target.path("type").asString().equals("page")) {
                return URI.create(target.path("webSocketDebuggerUrl").asString());
            }
        }
        throw new IllegalStateException("Chromium has no page: " + list);
    }

    /** Goes to an address and waits until the page has loaded. */
    void open(String url) {
        answers.loaded = false;
        call("Page.navigate", Map.of("url", url));
        await(url + " did not load", () -> answers.loaded);
    }

    /** Does something on the page that leads to another one, and waits until that has loaded. */
    void follow(String script) {
        answers.loaded = false;
        run(script);
        await("nothing loaded after " + script, () -> answers.loaded);
    }

    /** Presses and lets go of a key. */
    void press(String key) {
        answers.loaded = false;
        call("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", key, "code", key));
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key));
        await("nothing loaded after the key " + key, () -> answers.loaded);
    }

    /** Presses and lets go of a key that leads to no other page. */
    void tap(String key, int code) {
        for (String type : List.of("rawKeyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
        }
    }

    /** Waits until a script on the page comes to this. */
    void until(String script, String value) {
        await(script + " did not come to " + value, () -> run(script).equals(value));
    }

    /** Whether the scripts of pages run; those of {@link #run} do. */
    void scripts(boolean run) {
        call("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
    }

    /** What a script on the page comes to, as text. */
    String run(String script) {
        JsonNode answer = call("Runtime.evaluate", Map.of("expression", script, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(script + " failed: " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value").asString("");
    }

    void resize(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void prefer(String scheme) {
        var feature = Map.of("name", "prefers-color-scheme", "value", scheme);
        call("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
    }

    /** Keeps a picture of the whole page. */
    void screenshot(Path file) throws IOException {
        JsonNode answer = call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(answer.path("data").asString()));
    }

    /** What the browser complained of: errors of scripts, and whatever the content security policy stopped. */
    List<String> complaints() {
        return List.copyOf(answers.complaints);
    }

    /** Every address that was asked for, pictures within a page left out. */
    List<String> requests() {
        return List.copyOf(answers.requests);
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        answers.waiting.put(id, answer);
        String message = JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
        try {
            socket.sendText(message, true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            JsonNode reply = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (reply.has("error")) {
                throw new IllegalStateException(method + ": " + reply.path("error"));
            }
            return reply.path("result");
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(method, failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void await(String complaint, BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(complaint);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(
                one -> one.onExit().completeOnTimeout(one, 10, TimeUnit.SECONDS).join());
        FileSystemUtils.deleteRecursively(profile);
    }

    /** What the browser says: answers to calls, and events. */
    private static final class Answers implements WebSocket.Listener {
        final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
        final List<String> complaints = new CopyOnWriteArrayList<>();
        final List<String> requests = new CopyOnWriteArrayList<>();
        volatile boolean loaded;
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                take(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private void take(JsonNode message) {
            JsonNode parameters = message.path("params");
            switch (message.path("method").asString("")) {
                case "" -> {
                    var call = waiting.remove(message.path("id").asInt());
                    if (call != null) {
                        call.complete(message);
                    }
                }
                case "Page.loadEventFired" -> loaded = true;
                case "Runtime.exceptionThrown" -> complaints.add(parameters.toString());
                case "Log.entryAdded" -> {
                    if (parameters.path("entry").path("level").asString().equals("error")) {
                        complaints.add(parameters.path("entry").toString());
                    }
                }
                case "Network.requestWillBeSent" -> {
                    String url = parameters.path("request").path("url").asString();
                    if (!url.startsWith("data:")) {
                        requests.add(url);
                    }
                }
                default -> {}
            }
        }
    }
}
