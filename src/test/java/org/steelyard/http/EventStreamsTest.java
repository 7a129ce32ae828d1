package org.steelyard.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steelyard.Awaiting;

/** Streams on a real web server, of narrators that a test makes. */
class EventStreamsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EventStreams streams = new EventStreams(3, 2, Duration.ofMillis(50));
    private final Tomcat tomcat = new Tomcat();
    private volatile boolean endless;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws LifecycleException {
        streams.start();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        var protocol = tomcat.getConnector().getProtocolHandler();
        tomcat.getConnector().setProperty("connectionTimeout", "1000");
        protocol.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "streams", new Streams()).addMapping("/*");
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        streams.stop();
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void a_comment_tells_that_the_stream_lives() throws IOException {
        try (var listener = connect("an1")) {
            assertThat(lines(listener, 30).stream().filter(":"::equals).count()).isGreaterThan(2);
        }
    }

    @Test
    void a_reader_who_takes_nothing_is_cut_off() throws IOException {
        endless = true;
        try (var lazy = connect("an1")) {
            assertThat(lines(lazy, 1)).isNotEmpty();
            awaitStreams(0);
        }
    }

    @Test
    void whoever_left_makes_room() throws IOException {
        try (var first = connect("an1")) {
            lines(first, 1);
            awaitStreams(1);
        }
        awaitStreams(0);
    }

    @Test
    void one_user_has_so_many_streams_and_all_together_so_many() throws IOException {
        try (var first = connect("an1");
                var second = connect("an1");
                var other = connect("an2")) {
            assertThat(List.of(begins(first), begins(second), begins(other))).containsOnly(true);
            try (var third = connect("an3")) {
                assertThat(lines(third, 1).getFirst()).contains("503");
            }
        }
        awaitStreams(0);
        try (var first = connect("an1");
                var second = connect("an1")) {
            assertThat(List.of(begins(first), begins(second))).containsOnly(true);
            try (var third = connect("an1")) {
                assertThat(lines(third, 12).toString()).contains("429").contains("Retry-After: 30");
            }
        }
    }

    @Test
    void when_the_server_stops_streams_end_and_none_begins() throws IOException {
        try (var listener = connect("an1")) {
            lines(listener, 1);
            awaitStreams(1);
            streams.stop();
            awaitStreams(0);
        }
        try (var late = connect("an1")) {
            assertThat(lines(late, 1).getFirst()).contains("503");
        }
    }

    private Socket connect(String user) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort()));
        socket.getOutputStream()
                .write(("GET /" + user + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static boolean begins(Socket socket) throws IOException {
        return lines(socket, 1).getFirst().contains("200");
    }

    /** The first lines, head included; fewer where it ends before. */
    private static List<String> lines(Socket socket, int count) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        var lines = new ArrayList<String>();
        for (var line = reader.readLine(); line != null && lines.size() < count; line = reader.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    private void awaitStreams(int count) {
        Awaiting.until(count + " streams are open", () -> streams.count() == count);
    }

    private final class Streams extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                streams.serve(request.getPathInfo(), request, response, wake -> new Endless());
            } catch (Problem problem) {
                problem.writeTo(response);
            }
        }
    }

    private final class Endless implements Narrator {
        @Override
        public boolean next(Frames out) {
            if (endless) {
                out.add(Frames.frame(1, "more", "\"" + "x".repeat(60_000) + "\""));
            }
            return true;
        }

        @Override
        public void close() {}
    }
}
