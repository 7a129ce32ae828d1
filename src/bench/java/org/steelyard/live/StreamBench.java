package org.steelyard.live;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import org.steelyard.TestServer;
import org.steelyard.access.Members;
import org.steelyard.access.Role;
import org.steelyard.access.account.InstallationRole;
import org.steelyard.access.account.Users;
import org.steelyard.access.account.Users.NewUser;
import org.steelyard.assessment.Assessments;
import org.steelyard.assessment.Writing;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code -Dbench=StreamBench}: so many listen to the portfolio's stream while so many writes a second run. Fails unless every
 * listener gets every event once and in order; prints how long each took. Listeners are members of every assessment, several
 * streams for each user; server and listeners have processes of their own.
 */
public final class StreamBench {
    private static final int ASSESSMENTS = 20;
    private static final int STREAMS_OF_USER = 40;
    private static final int LISTENERS = 2_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final int listeners = setting("listeners", LISTENERS);
    private final int writes = setting("writes", 50);
    private final int seconds = setting("seconds", 60);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final ServerProcess server;
    private final Tokens tokens;

    private StreamBench(ServerProcess server, Tokens tokens) {
        this.server = server;
        this.tokens = tokens;
    }

    /** Those of the writer, and of each reader. */
    private record Tokens(String writer, List<String> readers) {}

    public static void run() throws IOException, InterruptedException {
        boolean apart = setting("apart", 0) == 1;
        if (apart) {
            new ProcessBuilder(
                            "taskset",
                            "-acp",
                            "1",
                            Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
        }
        Path folder = Files.createTempDirectory("steelyard-streams");
        var tokens = fill(folder);
        try (var server = ServerProcess.start(
                folder,
                apart ? "0" : "",
                List.of(
                        "--logging.level.root=WARN",
                        "--logging.level.org.springframework.boot.tomcat=INFO",
                        "--logging.level.org.steelyard.Steelyard=INFO"))) {
            System.out.println(
                    apart ? "# the server on one core, the listeners on another" : "# all on the same cores");
            new StreamBench(server, tokens).measure();
        } finally {
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }

    /** Some assessments of an analyst, and readers who are members of all of them. */
    private static Tokens fill(Path folder) {
        var server = TestServer.start(folder, "--logging.level.root=WARN");
        try {
            return new TransactionTemplate(server.bean(PlatformTransactionManager.class))
                    .execute(status -> fill(server));
        } finally {
            server.stop();
        }
    }

    private static Tokens fill(TestServer server) {
        var access = server.bean(org.steelyard.access.account.Tokens.class);
        var writer = addUser(server, "an1", InstallationRole.ANALYST);
        var readers = new ArrayList<String>();
        for (int a = 0; a < ASSESSMENTS; a++) {
            Writing.open(server.bean(Assessments.class), key(a));
            server.bean(Members.class).add(key(a), writer, Role.OWNER, writer, Instant.now());
        }
        for (int i = 0; i < (setting("listeners", LISTENERS) + STREAMS_OF_USER - 1) / STREAMS_OF_USER; i++) {
            var reader = addUser(server, "reader-" + i, InstallationRole.READER);
            readers.add(access.make(reader, "bench", null).secret());
            for (int a = 0; a < ASSESSMENTS; a++) {
                server.bean(Members.class).add(key(a), reader, Role.READER, writer, Instant.now());
            }
        }
        return new Tokens(access.make(writer, "bench", null).secret(), readers);
    }

    private static String addUser(TestServer server, String name, InstallationRole role) {
        server.bean(Users.class)
                .add(new NewUser(name, TestServer.PASSWORD, EnumSet.of(role), false, false, true), "admin");
        return name;
    }

    private static int setting(String name, int otherwise) {
        String value = System.getProperty("streams." + name, "");
        return value.isBlank() ? otherwise : Integer.parseInt(value);
    }

    private void measure() throws IOException, InterruptedException {
        try (var heard = new Listeners()) {
            Thread.ofPlatform().daemon().start(heard::read);
            for (int i = 0; i < listeners; i++) {
                heard.connect(
                        server.port(),
                        "/api/v1/portfolio/stream",
                        tokens.readers().get(i / STREAMS_OF_USER),
                        writes * seconds * 2);
            }
            await("all to begin", () -> heard.begun() == listeners);
            write(5, new Spread(0));
            int before = acknowledged.size();
            awaitAll(heard, before);
            var cpu = server.cpuTime();
            var answers = new Spread(writes * seconds);
            long begun = System.nanoTime();
            write(seconds, answers);
            double took = (System.nanoTime() - begun) / 1e9;
            var used = server.cpuTime().minus(cpu);
            int total = acknowledged.size();
            awaitAll(heard, total);
            System.out.printf(
                    "%d listeners, %.1f writes a second for %.0f s%n", listeners, (total - before) / took, took);
            System.out.printf("the server used %.2f cores%n", used.toNanos() / 1e9 / took);
            System.out.println("answer to a write        " + answers);
            tell(heard, before);
        }
    }

    /** Every listener must have what was acknowledged, once and in order. */
    private void tell(Listeners heard, int from) {
        int total = acknowledged.size();
        var first = heard.all().getFirst();
        var sinceRecorded = new Spread(heard.all().size() * (total - from));
        var sinceAnswered = new Spread(heard.all().size() * (total - from));
        long offset = Instant.now().toEpochMilli() * 1_000_000 - System.nanoTime();
        long[] recorded = new long[total];
        long[] answered = new long[total];
        for (int n = 0; n < total; n++) {
            var change = heard.change(first.id(n));
            var at = Instant.parse(change.recordedAt());
            recorded[n] = at.getEpochSecond() * 1_000_000_000 + at.getNano() - offset;
            answered[n] = acknowledged.get(change.assessment() + "/" + change.revision());
        }
        for (var one : heard.all()) {
            if (one.count() != total) {
                throw new IllegalStateException("A listener got " + one.count() + " of " + total);
            }
            for (int n = 0; n < total; n++) {
                if (one.id(n) != first.id(n) || (n > 0 && one.id(n) <= one.id(n - 1))) {
                    throw new IllegalStateException("A listener got " + one.id(n) + " in place of " + first.id(n));
                }
                if (n >= from) {
                    sinceRecorded.add(one.moment(n) - recorded[n]);
                    sinceAnswered.add(one.moment(n) - answered[n]);
                }
            }
        }
        System.out.println("every listener got every event once and in order; " + heard.over() + " streams broke");
        System.out.println("event since its recordedAt " + sinceRecorded);
        System.out.println("event since the answer     " + sinceAnswered);
    }

    private void write(int during, Spread answers) throws InterruptedException {
        long begun = System.nanoTime();
        var posted = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < writes * during; n++) {
                long due = begun + n * 1_000_000_000L / writes;
                long wait = due - System.nanoTime();
                if (wait > 0) {
                    Thread.sleep(Duration.ofNanos(wait));
                }
                var path = "/assessments/" + key(n % ASSESSMENTS);
                posted.add(threads.submit(() -> {
                    var body = post(path + "/comments", "{\"text\": \"Something that somebody said\"}");
                    long now = System.nanoTime();
                    synchronized (answers) {
                        answers.add(now - due);
                    }
                    return acknowledged.put(
                            path.substring("/assessments/".length()) + "/"
                                    + JSON.readTree(body).path("revision").asLong(),
                            now);
                }));
            }
        }
        for (var one : posted) {
            if (one.state() == Future.State.FAILED) {
                throw new IllegalStateException("A write failed", one.exceptionNow());
            }
        }
    }

    private static String key(int assessment) {
        return "assessment-" + assessment;
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1" + path))
                .header("Authorization", "Bearer " + tokens.writer())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static void awaitAll(Listeners heard, int count) throws InterruptedException {
        await("all to have " + count, () -> heard.all().stream().allMatch(one -> one.count() >= count));
    }

    private static void await(String what, BooleanSupplier there) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Waited in vain for " + what);
            }
            Thread.sleep(20);
        }
    }
}
