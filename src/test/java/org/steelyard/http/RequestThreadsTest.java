package org.steelyard.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
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

    private HttpResponse<String> get(String path) {
        return begin(path).join();
    }

    private CompletableFuture<HttpResponse<String>> begin(String path) {
        var address = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path);
        return http.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
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
                default -> response.getWriter().write(Thread.currentThread().isVirtual() ? "virtual" : "platform");
            }
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
