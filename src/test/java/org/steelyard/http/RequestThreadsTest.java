package org.steelyard.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which thread works on a request, on a real web server. */
class RequestThreadsTest {
    private static final int MOST = 2;
    private static final int SMALL = 16 << 10;

    private final RequestThreads threads = new RequestThreads(MOST);
    private final Tomcat tomcat = new Tomcat();
    private final HttpClient http = HttpClient.newHttpClient();
    private final CountDownLatch working = new CountDownLatch(MOST);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().getProtocolHandler().setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "work", new Work()).addMapping("/");
        var filter = new FilterDef();
        filter.setFilterName("threads");
        filter.setFilter(threads);
        context.addFilterDef(filter);
        var everywhere = new FilterMap();
        everywhere.setFilterName("threads");
        everywhere.addURLPattern("/*");
        context.addFilterMap(everywhere);
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        goOn.countDown();
        http.close();
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void a_request_has_a_platform_thread_and_a_stream_a_virtual_one() {
        assertThat(get("/thread").body()).isEqualTo("platform");
        assertThat(get("/thread/stream").body()).isEqualTo("virtual");
        assertThat(get("/thread/strea%6D;a=b").body()).isEqualTo("virtual");
    }

    @Test
    void beyond_so_many_a_request_waits_for_its_turn_and_a_stream_does_not() throws InterruptedException {
        var first = Stream.generate(() -> begin("/wait")).limit(MOST).toList();
        working.await();
        var late = begin("/thread");

        assertThat(begin("/thread/stream").join().body()).isEqualTo("virtual");
        assertThat(late).isNotDone();
        goOn.countDown();
        assertThat(late.join().body()).isEqualTo("platform");
        assertThat(first)
                .allSatisfy(each -> assertThat(each.join().statusCode()).isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IOException", "ServletException", "IllegalStateException", "StackOverflowError"})
    void what_fails_fails_as_it_would_on_the_thread_of_the_server(String failure) {
        var answer = get("/" + failure);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains(failure + ": as asked");
        assertThat(get("/thread").body()).isEqualTo("platform");
    }

    @Test
    void a_small_body_is_awaited_before() {
        var small = post("/", "application/json", BodyPublishers.ofString("x".repeat(SMALL)));

        assertThat(small.body()).isEqualTo("platform got " + SMALL);
        assertThat(post("/", "application/json", BodyPublishers.noBody()).body())
                .isEqualTo("platform got 0");
    }

    @Test
    void who_may_send_for_long_has_a_virtual_thread() {
        var chunked = BodyPublishers.fromPublisher(BodyPublishers.ofString("x".repeat(10)));

        assertThat(post("/", "application/json", BodyPublishers.ofString("x".repeat(SMALL + 1)))
                        .body())
                .isEqualTo("virtual got " + (SMALL + 1));
        assertThat(post("/", "application/json", chunked).body()).isEqualTo("virtual got 10");
        assertThat(post("/", "application/x-www-form-urlencoded;charset=UTF-8", BodyPublishers.ofString("a=b"))
                        .body())
                .isEqualTo("virtual got a=b");
    }

    @Test
    void who_sends_slowly_keeps_nobody_waiting() throws IOException {
        try (var first = slow();
                var second = slow();
                var third = slow()) {
            // By the last of these the others have been taken in.
            assertThat(Stream.generate(() -> get("/thread").body()).limit(50)).containsOnly("platform");
            for (var sender : List.of(first, second, third)) {
                sender.getOutputStream().write('x');
                assertThat(new String(sender.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .endsWith("platform got 2");
            }
        }
    }

    /** Sends half of a small body. */
    private Socket slow() throws IOException {
        var socket = new Socket(
                InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort());
        socket.getOutputStream()
                .write("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 2\r\n\r\nx"
                        .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private HttpResponse<String> post(String path, String type, BodyPublisher body) {
        return send(HttpRequest.newBuilder(address(path))
                        .header("Content-Type", type)
                        .POST(body))
                .join();
    }

    private HttpResponse<String> get(String path) {
        return begin(path).join();
    }

    private CompletableFuture<HttpResponse<String>> begin(String path) {
        return send(HttpRequest.newBuilder(address(path)));
    }

    private CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        return http.sendAsync(request.version(HttpClient.Version.HTTP_1_1).build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path);
    }

    private final class Work extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            switch (request.getServletPath()) {
                case "/wait" -> goOn();
                case "/IOException" -> throw new IOException("as asked");
                case "/ServletException" -> throw new ServletException("as asked");
                case "/IllegalStateException" -> throw new IllegalStateException("as asked");
                case "/StackOverflowError" -> throw new StackOverflowError("as asked");
                default -> response.getWriter().write(thread());
            }
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var field = request.getParameter("a");
            var got = field == null ? request.getInputStream().readAllBytes().length : "a=" + field;
            response.getWriter().write(thread() + " got " + got);
        }

        private static String thread() {
            return Thread.currentThread().isVirtual() ? "virtual" : "platform";
        }

        private void goOn() {
            working.countDown();
            try {
                goOn.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }
}
