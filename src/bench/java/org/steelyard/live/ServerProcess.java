package org.steelyard.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.steelyard.Steelyard;
import org.steelyard.TestServer;

/** The real server in a process of its own, on a free port and an empty store. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern STARTED = Pattern.compile("Started Steelyard in ");

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param cores as {@code taskset} takes them; empty for all
     */
    static ServerProcess start(Path data, String cores, List<String> settings) throws IOException {
        var command = new ArrayList<String>();
        if (!cores.isEmpty()) {
            command.addAll(List.of("taskset", "-c", cores));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Steelyard.class.getName(),
                "--server.port=0",
                "--steelyard.data-dir=" + data,
                "--STEELYARD_ADMIN_PASSWORD=" + TestServer.PASSWORD));
        command.addAll(settings);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        int port = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var found = PORT.matcher(line);
            port = found.find() ? Integer.parseInt(found.group(1)) : port;
            if (STARTED.matcher(line).find()) {
                Thread.ofVirtual().start(() -> print(lines));
                return new ServerProcess(process, port);
            }
        }
        throw new IllegalStateException("The server did not start");
    }

    private static void print(BufferedReader lines) {
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println("# server: " + line);
            }
        } catch (IOException stopped) {
            // It has nothing more to say.
        }
    }

    int port() {
        return port;
    }

    /** The time that its threads have been on a core. */
    Duration cpuTime() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
