package org.steelyard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The packaged jar as a server in a process of its own, on a free port, with an empty home. Whatever it asks of other hosts goes to
 * a proxy that answers nobody and writes down who was asked for.
 */
final class ServedJar implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern STARTED = Pattern.compile("Started Steelyard in ");
    private static final long PATIENCE = 120;

    private final ServerSocket proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final Path home;
    private final Process process;
    private int port;

    private ServedJar(String java, String jar, Path folder, List<String> arguments) throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        Thread.ofVirtual().start(this::writeDownCalls);
        var command = new ArrayList<String>(List.of(java, "-Duser.home=" + home, "-Dhttp.nonProxyHosts="));
        for (String scheme : List.of("http", "https")) {
            command.add("-D" + scheme + ".proxyHost=127.0.0.1");
            command.add("-D" + scheme + ".proxyPort=" + proxy.getLocalPort());
        }
        command.addAll(List.of("-jar", jar, "--server.port=0", "--steelyard.data-dir=" + folder.resolve("data")));
        command.addAll(arguments);
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread.ofVirtual().start(this::readOutput);
    }

    static ServedJar start(String java, String jar, Path folder, String... arguments) throws Exception {
        var served = new ServedJar(java, jar, folder, List.of(arguments));
        try {
            served.awaitStart();
            return served;
        } catch (Exception | AssertionError e) {
            served.close();
            throw e;
        }
    }

    private void awaitStart() throws InterruptedException {
        while (true) {
            String line = lines.poll(PATIENCE, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("The server did not start:\n" + output());
            }
            var listening = PORT.matcher(line);
            if (listening.find()) {
                port = Integer.parseInt(listening.group(1));
            } else if (STARTED.matcher(line).find()) {
                return;
            }
        }
    }

    int status(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    /** Asks it to stop, as a service manager does, and gives its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            throw new AssertionError("The server does not stop:\n" + output());
        }
        return process.exitValue();
    }

    String output() {
        return String.join("\n", output);
    }

    /** First lines of what it asked of other hosts so far. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    /** The next such line, once it comes. */
    String nextCall() throws InterruptedException {
        return Objects.requireNonNull(calls.poll(PATIENCE, TimeUnit.SECONDS), "nobody was called");
    }

    Path home() {
        return home;
    }

    private void writeDownCalls() {
        while (!proxy.isClosed()) {
            try (var caller = proxy.accept();
                    var said = reader(caller.getInputStream())) {
                calls.add(String.valueOf(said.readLine()));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void readOutput() {
        try (var said = reader(process.getInputStream())) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                output.add(line);
                lines.add(line);
            }
        } catch (IOException ended) {
            output.add(ended.toString());
        }
    }

    private static BufferedReader reader(InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        process.onExit().join();
        proxy.close();
    }
}
