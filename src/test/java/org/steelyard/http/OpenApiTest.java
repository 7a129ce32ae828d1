package org.steelyard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.steelyard.TestServer;
import tools.jackson.databind.JsonNode;

/** That the published document tells the whole API, and the same as docs/api.md. */
class OpenApiTest {
    private static final TestServer SERVER = TestServer.shared();
    private static final JsonNode DOCUMENT =
            SERVER.as("reader").get("/v3/api-docs").expect(200).json();

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    @Test
    void the_document_is_for_who_is_signed_in() {
        SERVER.anonymous().get("/v3/api-docs").expect(401);
        assertThat(DOCUMENT.path("openapi").asString()).startsWith("3.1");
        assertThat(DOCUMENT.path("components")
                        .path("securitySchemes")
                        .path("bearer")
                        .path("scheme")
                        .asString())
                .isEqualTo("bearer");
    }

    @Test
    void every_route_is_there_with_a_summary() {
        assertThat(routes()).hasSizeGreaterThan(40).allSatisfy(route -> {
            var operation = operation(route);
            assertThat(operation.path("summary").asString("")).as(route).isNotBlank();
            assertThat(operation.path("responses").propertyNames()).as(route).contains("401", "default");
        });
    }

    @Test
    void every_operation_has_a_name_of_its_own() {
        assertThat(operations())
                .extracting(call -> operation(call).path("operationId").asString())
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).matches("[a-z][A-Za-z]+"));
    }

    @Test
    void every_call_of_the_printed_contract_is_there_and_nothing_else() throws IOException {
        assertThat(operations()).extracting(OpenApiTest::unnamed).containsExactlyInAnyOrderElementsOf(printed());
    }

    @Test
    void every_reference_leads_somewhere() {
        var references = new ArrayList<String>();
        collect(DOCUMENT, references);
        assertThat(references).hasSizeGreaterThan(100).allSatisfy(reference -> {
            assertThat(reference).startsWith("#");
            assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        });
    }

    @Test
    void every_parameter_in_a_path_is_declared_and_every_parameter_described() {
        for (var call : operations()) {
            var inPath = new TreeSet<String>();
            for (var parameter : operation(call).path("parameters")) {
                assertThat(parameter.path("description").asString(""))
                        .as(call + parameter)
                        .isNotBlank();
                if (parameter.path("in").asString().equals("path")) {
                    inPath.add(parameter.path("name").asString());
                }
            }
            assertThat(inPath).as(call).isEqualTo(braced(call));
        }
    }

    @Test
    void a_read_takes_a_point_in_time_and_a_part_of_a_list() {
        assertThat(parameters("GET /api/v1/assessments/{a}/evidence"))
                .containsExactlyInAnyOrder("a", "asOf", "effectiveAt", "limit", "cursor");
        assertThat(parameters("GET /api/v1/assessments/{a}/balance"))
                .containsExactlyInAnyOrder("a", "asOf", "effectiveAt", "policy");
        var csv = operation("GET /api/v1/assessments/{a}/evidence")
                .path("responses")
                .path("200")
                .path("content");
        assertThat(csv.propertyNames()).containsExactlyInAnyOrder("application/json", "text/csv");
    }

    @Test
    void a_write_says_what_it_takes_within_which_limits() {
        var evidence = schema("NewEvidence");
        assertThat(texts(evidence.path("required")))
                .containsExactlyInAnyOrder("claim", "source", "credibility", "relevance");
        assertThat(evidence.path("additionalProperties").booleanValue()).isFalse();
        var fields = evidence.path("properties");
        assertThat(fields.path("claim").path("maxLength").asInt()).isEqualTo(20_000);
        assertThat(fields.path("origin").path("maxLength").asInt()).isEqualTo(300);
        assertThat(fields.path("credibility").path("minimum").asInt()).isEqualTo(1);
        assertThat(fields.path("credibility").path("maximum").asInt()).isEqualTo(6);
        assertThat(texts(fields.path("relevance").path("enum"))).containsExactlyInAnyOrder("H", "M", "L");
        assertThat(fields.path("source").path("pattern").asString()).isEqualTo(Body.Key.PATTERN);
        assertThat(texts(fields.path("marking").path("enum"))).contains("TLP:AMBER+STRICT");
        assertThat(parameters("POST /api/v1/assessments/{a}/evidence"))
                .containsExactlyInAnyOrder("a", "If-Match", "Idempotency-Key");
        assertThat(parameters("DELETE /api/v1/assessments/{a}/evidence/{e}"))
                .contains("reason", "effectiveAt", "If-Match");
    }

    @Test
    void a_change_tells_what_can_be_emptied() {
        var fields = schema("EvidenceChange").path("properties");
        assertThat(texts(fields.path("origin").path("type"))).contains("string", "null");
        assertThat(fields.path("claim").path("type").asString()).isEqualTo("string");
    }

    @Test
    void a_problem_is_told_of_by_every_operation() {
        for (var call : operations()) {
            for (var response : operation(call).path("responses").properties()) {
                if (!response.getKey().startsWith("2")) {
                    assertThat(response.getValue().path("$ref").asString()).isEqualTo("#/components/responses/Problem");
                }
            }
        }
        assertThat(DOCUMENT.at("/components/responses/Problem/content").propertyNames())
                .containsExactly("application/problem+json");
    }

    private static List<String> routes() {
        var routes = new ArrayList<String>();
        for (var mapping : SERVER.beans(RequestMappingHandlerMapping.class)) {
            mapping.getHandlerMethods().keySet().forEach(info -> {
                for (var path : info.getPatternValues()) {
                    if (path.startsWith(ApiPaths.ROOT + "/")) {
                        info.getMethodsCondition().getMethods().forEach(method -> routes.add(method + " " + path));
                    }
                }
            });
        }
        return routes;
    }

    private static List<String> operations() {
        var operations = new ArrayList<String>();
        for (var path : DOCUMENT.path("paths").properties()) {
            for (var method : path.getValue().propertyNames()) {
                operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
            }
        }
        return operations;
    }

    private static JsonNode operation(String call) {
        var parts = call.split(" ", 2);
        return DOCUMENT.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
    }

    private static List<String> parameters(String call) {
        return operation(call).path("parameters").values().stream()
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }

    private static JsonNode schema(String name) {
        return DOCUMENT.path("components").path("schemas").path(name);
    }

    private static List<String> texts(JsonNode list) {
        return list.values().stream().map(JsonNode::asString).toList();
    }

    private static Set<String> braced(String call) {
        var names = new TreeSet<String>();
        Matcher brace = Pattern.compile("\\{(\\w+)}").matcher(call);
        while (brace.find()) {
            names.add(brace.group(1));
        }
        return names;
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.has("$ref")) {
            references.add(node.path("$ref").asString());
        }
        node.values().forEach(child -> collect(child, references));
    }

    /** The calls in the first columns of the tables of docs/api.md, their abbreviations spelled out. */
    private static Set<String> printed() throws IOException {
        var calls = new TreeSet<String>();
        for (var line : Files.readAllLines(Path.of("docs/api.md"))) {
            if (line.startsWith("| ")) {
                var cell = line.substring(2, line.indexOf('|', 2));
                add(calls, cell.replaceAll("\\(.*?\\)", "").replaceAll("\\?\\S*", ""));
            }
        }
        return calls;
    }

    /** Reads methods and paths in turn: each path is called by the methods that were named last. */
    private static void add(Set<String> calls, String cell) {
        var methods = new ArrayList<String>();
        boolean pathsFollow = false;
        for (var word : cell.split("[\\s,;]+(?![^{]*})", -1)) {
            if (METHODS.contains(word)) {
                if (pathsFollow) {
                    methods.clear();
                }
                pathsFollow = false;
                methods.add(word);
            } else if (word.startsWith("/") || word.startsWith("...")) {
                pathsFollow = true;
                alternatives(ApiPaths.ROOT + word.replace("...", "/assessments/{a}"))
                        .forEach(path -> methods.forEach(method -> calls.add(unnamed(method + " " + path))));
            }
        }
    }

    /** {@code {sources, evidence}} stands for either. */
    private static Stream<String> alternatives(String path) {
        var braces = Pattern.compile("\\{([a-z-]+(?:, ?[a-z-]+)+)}").matcher(path);
        return braces.find()
                ? Stream.of(braces.group(1).split(", ?", -1))
                        .flatMap(one -> alternatives(path.replace(braces.group(), one)))
                : Stream.of(path);
    }

    private static String unnamed(String call) {
        return call.replaceAll("\\{\\w+}", "{}");
    }
}
