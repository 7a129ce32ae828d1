package org.steelyard.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody else's server, to which webhooks send. Each path is a receiver of its own and answers 204 unless told otherwise. */
final class Receiver implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpServer server;
    private final String scheme;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final Map<String, ToIntFunction<Message>> answers = new ConcurrentHashMap<>();

    /** A request as it came in, and how it was answered. */
    record Message(String path, Map<String, String> headers, String body, int attempt) {

        String id() {
            return header("webhook-id");
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
        }

        JsonNode json() {
            return new JsonMapper().readTree(body);
        }

        /** Whether it is signed with this secret and was sent just now, as a receiver of Standard Webhooks finds out. */
        boolean isSignedWith(String secret) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                var signed = id() + "." + header("webhook-timestamp") + "." + body;
                var expected = Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
                var age = Duration.between(
                        Instant.ofEpochSecond(Long.parseLong(header("webhook-timestamp"))), Instant.now());
                return List.of(header("webhook-signature").split(" ", -1)).contains("v1," + expected)
                        && age.abs().compareTo(Duration.ofMinutes(5)) < 0;
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    Receiver() {
        this(plain(), "http");
    }

    /** One with a certificate that it made itself. */
    static Receiver overHttps() {
        try {
            var server = HttpsServer.create(free(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
            return new Receiver(server, "https");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static HttpServer plain() {
        try {
            return HttpServer.create(free(), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static InetSocketAddress free() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static SSLContext selfSigned() throws IOException {
        var folder = Files.createTempDirectory("steelyard-receiver");
        var store = folder.resolve("store.p12");
        var password = "changeit";
        try {
            var made = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "receiver",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=127.0.0.1",
                            "-ext",
                            "san=ip:127.0.0.1",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            password)
                    .redirectErrorStream(true)
                    .start();
            if (made.waitFor() != 0) {
                throw new IOException(new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
            var keys = KeyStore.getInstance(store.toFile(), password.toCharArray());
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private Receiver(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.createContext("/", this::receive);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new ConcurrentHashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
            var path = exchange.getRequestURI().getPath();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var message = new Message(path, headers, body, at(path).size() + 1);
            messages.add(message);
            int status = answers.getOrDefault(path, any -> 204).applyAsInt(message);
            if (status / 100 == 3) {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    /** How requests to this path are answered from now on. */
    void answer(String path, ToIntFunction<Message> status) {
        answers.put(path, status);
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String url(String path) {
        return scheme + "://" + host() + path;
    }

    /** What came in at this path, however it was answered. */
    List<Message> at(String path) {
        return messages.stream().filter(message -> message.path().equals(path)).toList();
    }

    List<String> ids(String path) {
        return at(path).stream().map(Message::id).toList();
    }

    /** The messages at this path, once there are so many. */
    List<Message> await(String path, int count) {
        until("message " + count + " at " + path, () -> at(path).size() >= count);
        return at(path);
    }

    /** Waits for what is to come. */
    static void until(String what, BooleanSupplier isThere) {
        var deadline = Instant.now().plus(PATIENCE);
        while (!isThere.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Did not come: " + what);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
