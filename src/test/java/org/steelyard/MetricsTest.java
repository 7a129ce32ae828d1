package org.steelyard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import org.steelyard.OpenMetrics.Sample;
import org.steelyard.assessment.AssessmentCommand.WithdrawJudgment;
import org.steelyard.assessment.Assessments;
import org.steelyard.assessment.StaleRevision;
import org.steelyard.assessment.Submission;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is measured, where it can be read, and that the dashboard in docs/grafana asks for nothing else. */
class MetricsTest {
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    private static final Path DASHBOARD = Path.of("docs/grafana/steelyard.json");

    /** Words of the query language, and labels that the one who scrapes adds. */
    private static final Set<String> WORDS =
            Set.of("sum", "max", "by", "rate", "topk", "histogram_quantile", "label_values", "job", "instance");

    @TempDir
    static Path data;

    private static TestServer server;

    @BeforeAll
    static void startAndRecord() {
        server = TestServer.start(
                data,
                "--management.server.port=0",
                "--steelyard.metrics.balances=true",
                "--steelyard.metrics.balances-every=500ms");
        var admin = server.as("admin");
        open("shown", "TLP:AMBER", false);
        open("red", "TLP:RED", false);
        open("blind", "TLP:AMBER", true);
        open("turns", "TLP:AMBER", false);
        admin.post("/api/v1/assessments", "{\"key\": \"shown\", \"title\": \"T\", \"question\": \"Q?\"}")
                .expect(409);
        assertThatExceptionOfType(StaleRevision.class)
                .isThrownBy(() -> server.bean(Assessments.class)
                        .record("shown", List.of(Submission.of(new WithdrawJudgment(), "admin")), 1L));
        admin.put("/api/v1/assessments/shown/ratings/e/nowhere", "{\"rating\": \"C\"}")
                .expect(404);
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    private static void open(String key, String marking, boolean blind) {
        var admin = server.as("admin");
        admin.post("/api/v1/assessments", """
                        {"key": "%s", "title": "T", "question": "Q?", "marking": "%s", "blind": %s}""".formatted(key, marking, blind)).expect(201);
        var path = "/api/v1/assessments/" + key;
        for (String interpretation : new String[] {"a", "b"}) {
            admin.post(path + "/interpretations", """
                            {"key": "%s", "statement": "One"}""".formatted(interpretation)).expect(201);
        }
        admin.post(path + "/sources", "{\"key\": \"s\", \"name\": \"S\", \"kind\": \"k\", \"reliability\": \"B\"}")
                .expect(201);
        admin.post(path + "/evidence", """
                        {"key": "e", "claim": "C", "source": "s", "credibility": 2, "relevance": "H"}""").expect(201);
        admin.put(path + "/ratings/e/a", "{\"rating\": \"CC\"}").expect(200);
        admin.post(path + "/judgments", """
                        {"probabilities": {"a": 0.7, "b": 0.3}, "confidence": "LOW", "rationale": "So"}""").expect(201);
    }

    private static HttpResponse<String> onManagementPort(String path) {
        String port = server.bean(Environment.class).getRequiredProperty("local.management.port");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", OPEN_METRICS)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static OpenMetrics scrape() {
        var answer = onManagementPort("/actuator/prometheus");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/openmetrics-text");
        return OpenMetrics.read(answer.body());
    }

    /** Balances are weighed now and then, and projections follow: scrapes until it is so. */
    private static OpenMetrics scrapeUntil(Predicate<OpenMetrics> so) throws InterruptedException {
        var end = Instant.now().plus(Duration.ofSeconds(60));
        var scrape = scrape();
        while (!so.test(scrape)) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(250);
            scrape = scrape();
        }
        return scrape;
    }

    private static OpenMetrics scrapeWithBalances() throws InterruptedException {
        return scrapeUntil(scrape -> scrape.of("steelyard_balance_judged_ratio").stream()
                .anyMatch(sample -> "shown".equals(sample.labels().get("assessment"))));
    }

    @Test
    void on_the_main_port_there_are_none() {
        for (var one : new TestServer[] {server, TestServer.shared()}) {
            one.anonymous().get("/actuator/prometheus").expect(302);
            one.browser("admin").get("/actuator/prometheus").expect(403);
        }
        assertThat(server.anonymous().get("/livez").expect(200).body()).contains("UP");
        assertThat(TestServer.shared().bean(Environment.class).getProperty("local.management.port"))
                .isIn(null, TestServer.shared().bean(Environment.class).getProperty("local.server.port"));
    }

    @Test
    void a_management_port_is_on_this_machine_and_has_metrics_alone() {
        assertThat(server.bean(Environment.class).getProperty("management.server.address"))
                .isEqualTo("127.0.0.1");
        for (String path : new String[] {
            "/actuator", "/actuator/env", "/actuator/health", "/actuator/heapdump", "/", "/api/v1/assessments", "/livez"
        }) {
            assertThat(onManagementPort(path).statusCode()).as(path).isGreaterThan(299);
        }
    }

    @Test
    void commands_are_counted_by_kind_and_outcome_and_events_by_kind() {
        var scrape = scrape();

        assertThat(count(scrape, "record-judgment", "accepted")).isEqualTo(4);
        assertThat(count(scrape, "open-assessment", "accepted")).isEqualTo(4);
        assertThat(count(scrape, "open-assessment", "refused") + count(scrape, "open-assessment", "conflict"))
                .isEqualTo(1);
        assertThat(count(scrape, "withdraw-judgment", "conflict")).isEqualTo(1);
        assertThat(count(scrape, "rate-evidence", "refused")).isEqualTo(1);
        assertThat(scrape.of("steelyard_events_total"))
                .filteredOn(sample -> "evidence-rated".equals(sample.labels().get("kind")))
                .singleElement()
                .satisfies(sample -> assertThat(sample.value()).isEqualTo(4));
    }

    private static double count(OpenMetrics scrape, String kind, String outcome) {
        return scrape.of("steelyard_commands_seconds_count").stream()
                .filter(sample -> sample.labels().equals(Map.of("kind", kind, "outcome", outcome)))
                .mapToDouble(Sample::value)
                .sum();
    }

    @Test
    void projections_tell_how_far_they_are() throws InterruptedException {
        var scrape = scrapeUntil(
                one -> one.of("steelyard_projection_lag_events").stream().allMatch(sample -> sample.value() == 0));

        assertThat(scrape.of("steelyard_projection_lag_events")).isNotEmpty();
        assertThat(scrape.of("steelyard_projection_behind_seconds"))
                .allSatisfy(sample -> assertThat(sample.value()).isZero());
        assertThat(scrape.of("steelyard_projection_done_events").stream().map(Sample::value))
                .isEqualTo(scrape.of("steelyard_projection_total_events").stream()
                        .map(Sample::value)
                        .toList());
        assertThat(scrape.of("steelyard_projection_parked_events"))
                .allSatisfy(sample -> assertThat(sample.value()).isZero());
    }

    @Test
    void balances_are_those_of_the_api_and_none_that_is_red_or_blind() throws InterruptedException {
        var scrape = scrapeWithBalances();
        var balance =
                server.as("admin").get("/api/v1/assessments/shown/balance").json();

        for (JsonNode reading : balance.path("interpretations")) {
            var labels = Map.of(
                    "assessment", "shown", "interpretation", reading.path("key").asString());
            assertThat(value(scrape, "steelyard_balance_weight_decibans", labels))
                    .isEqualTo(reading.path("weightOfEvidence").asDouble());
            assertThat(value(scrape, "steelyard_balance_judged_ratio", labels))
                    .isEqualTo(reading.path("judged").asDouble());
        }
        assertThat(value(scrape, "steelyard_balance_coverage_ratio", Map.of("assessment", "shown")))
                .isEqualTo(0.5);
        assertThat(scrape.samples().stream().map(sample -> sample.labels().get("assessment")))
                .doesNotContain("red", "blind");
    }

    @Test
    void what_becomes_red_is_gone_from_the_next_look_on() throws InterruptedException {
        scrapeUntil(scrape -> has(scrape, "turns"));

        server.as("admin")
                .patch("/api/v1/assessments/turns", "{\"marking\": \"TLP:RED\"}")
                .expect(200);

        scrapeUntil(scrape -> !has(scrape, "turns"));
    }

    private static boolean has(OpenMetrics scrape, String assessment) {
        return scrape.samples().stream()
                .anyMatch(sample -> assessment.equals(sample.labels().get("assessment")));
    }

    private static double value(OpenMetrics scrape, String name, Map<String, String> labels) {
        return scrape.of(name).stream()
                .filter(sample -> sample.labels().equals(labels))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void the_dashboard_asks_for_nothing_that_is_not_there() throws Exception {
        var scrape = scrapeWithBalances();
        var dashboard = new JsonMapper().readTree(Files.readString(DASHBOARD));
        var queries = queries(dashboard);
        var missing = new TreeSet<String>();

        for (String query : queries) {
            missing.addAll(missing(query, scrape));
        }

        assertThat(queries).hasSizeGreaterThan(15);
        assertThat(missing).isEmpty();
        assertThat(missing("sum by (colour) (steelyard_events_total{size=\"x\"}) + steelyard_nothing", scrape))
                .containsExactlyInAnyOrder(
                        "steelyard_events_total has no label size",
                        "no metric has the label colour",
                        "steelyard_nothing");
    }

    @Test
    void the_dashboard_shows_every_metric_of_the_product_and_takes_its_data_from_where_one_chooses() throws Exception {
        var dashboard = Files.readString(DASHBOARD);
        var own = scrapeWithBalances().samples().stream()
                .map(Sample::name)
                .filter(name -> name.startsWith("steelyard_") && !name.matches(".*_(sum|max|bucket)"))
                .distinct()
                .toList();

        assertThat(own)
                .hasSizeGreaterThan(8)
                .allSatisfy(name -> assertThat(dashboard).contains(name));
        new JsonMapper()
                .readTree(dashboard)
                .findValues("datasource")
                .forEach(source -> assertThat(source.path("uid").asString()).isEqualTo("${datasource}"));
    }

    private static List<String> queries(JsonNode dashboard) {
        var queries = new ArrayList<String>();
        dashboard.findValues("expr").forEach(expression -> queries.add(expression.asString()));
        dashboard.findValues("definition").forEach(definition -> queries.add(definition.asString()));
        return queries;
    }

    /** The metrics and labels of a query that no scrape has. */
    private static Set<String> missing(String query, OpenMetrics scrape) {
        var missing = new TreeSet<String>();
        var metrics = new TreeSet<String>();
        var selectors = Pattern.compile("([a-z_]+)(?:\\{([^}]*)})?")
                .matcher(query.replaceAll("by \\([^)]*\\)", "").replaceAll("\\[[^]]*]", ""));
        while (selectors.find()) {
            String name = selectors.group(1);
            if (!WORDS.contains(name) && !query.contains(", " + name + ")")) {
                metrics.add(name);
                if (scrape.of(name).isEmpty()) {
                    missing.add(name);
                }
                labels(selectors.group(2), "([a-z_]+)=").forEach(label -> {
                    if (!scrape.of(name).isEmpty() && !anyHas(Set.of(name), label, scrape)) {
                        missing.add(name + " has no label " + label);
                    }
                });
            }
        }
        var grouped = new TreeSet<String>();
        for (String by : labels(query, "by \\(([^)]*)\\)")) {
            grouped.addAll(List.of(by.split(", ?", -1)));
        }
        grouped.addAll(labels(query, "label_values\\(.*, ([a-z_]+)\\)"));
        grouped.stream()
                .filter(label -> !WORDS.contains(label) && !anyHas(metrics, label, scrape))
                .forEach(label -> missing.add("no metric has the label " + label));
        return missing;
    }

    private static List<String> labels(String text, String pattern) {
        var labels = new ArrayList<String>();
        var found = Pattern.compile(pattern).matcher(text == null ? "" : text);
        while (found.find()) {
            if (!WORDS.contains(found.group(1))) {
                labels.add(found.group(1));
            }
        }
        return labels;
    }

    private static boolean anyHas(Set<String> metrics, String label, OpenMetrics scrape) {
        return metrics.stream()
                .flatMap(metric -> scrape.of(metric).stream())
                .anyMatch(sample -> sample.labels().containsKey(label));
    }
}
