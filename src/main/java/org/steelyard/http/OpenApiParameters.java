package org.steelyard.http;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.lang.reflect.AnnotatedType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The parameters of one endpoint: in its path, in its query, and the headers of a write. */
final class OpenApiParameters {

    private static final Map<String, String> IN_PATHS = Map.of(
            "a", "Key of the assessment",
            "e", "Key of an item of evidence",
            "i", "Key of an interpretation",
            "s", "Key of a source",
            "k", "Key of an indicator",
            "assessment", "Key of the assessment",
            "user", "Name of a user",
            "id", "Its id, as the list gives it",
            "name", "Name of a projection",
            "revision", "The revision that recorded it");

    private final OpenApiSchemas schemas;
    private final List<Parameter> all = new ArrayList<>();

    OpenApiParameters(OpenApiSchemas schemas) {
        this.schemas = schemas;
    }

    List<Parameter> all() {
        return all;
    }

    /** Adds what this parameter of a method stands for, if anything. */
    void add(MethodParameter parameter, AnnotatedType type) {
        var path = parameter.getParameterAnnotation(PathVariable.class);
        var query = parameter.getParameterAnnotation(RequestParam.class);
        if (path != null) {
            var name = name(path.name().isEmpty() ? path.value() : path.name(), parameter);
            add("path", name, IN_PATHS.get(name), schemas.answer(type)).setRequired(true);
        } else if (query != null) {
            var described = parameter.getParameterAnnotation(io.swagger.v3.oas.annotations.Parameter.class);
            var name = name(query.name().isEmpty() ? query.value() : query.name(), parameter);
            add("query", name, described == null ? null : described.description(), plain(parameter));
        } else if (parameter.getParameterType() == PointInTime.class) {
            addPoint();
        } else if (parameter.getParameterType() == RangeInTime.class) {
            addRange();
        } else if (parameter.getParameterType() == Paging.class) {
            addPaging();
        } else if (parameter.getParameterType() == LastEvent.class) {
            addLastEvent();
        }
    }

    /** Adds the fields of a body as query parameters, which a DELETE takes instead. */
    void addFields(AnnotatedType body) {
        for (var field : Shape.of(Shape.rawType(body)).fields()) {
            if (!field.holdsCleared()) {
                add("query", field.name(), "Instead of the same field in a body", schemas.body(field.type()));
            }
        }
    }

    private void addPoint() {
        var recorded = "Only what the log held then: rN for a revision, an instant, or a date. Default: everything";
        add("query", "asOf", recorded, instantOrRevision());
        var effective = "Only what was in force then. Default: the same as asOf";
        add("query", "effectiveAt", effective, OpenApiValues.instant());
    }

    private void addRange() {
        var axis = OpenApiSchemas.of("string");
        axis.setEnum(List.of("recorded", "effective"));
        axis.setDefault("recorded");
        add("query", "axis", "The clock along which the range goes; the other is held", axis);
        var from = "What came after this: on the recorded axis rN or an instant (default r0, before the first event), "
                + "on the effective axis an instant (default: before everything)";
        add("query", "from", from, instantOrRevision());
        add("query", "to", "Up to this, itself included; as from. Default: the latest", instantOrRevision());
        add("query", "asOf", "On the effective axis: only what the log held then", instantOrRevision());
        var effective = "On the recorded axis: only what was in force then. Default: not held";
        add("query", "effectiveAt", effective, OpenApiValues.instant());
    }

    private static Schema<Object> instantOrRevision() {
        var schema = OpenApiSchemas.of("string");
        schema.setExamples(List.of("r12", "2025-07-31T12:00:00Z"));
        return schema;
    }

    private void addPaging() {
        var limit = OpenApiSchemas.of("integer");
        limit.setMinimum(BigDecimal.ONE);
        limit.setMaximum(BigDecimal.valueOf(Paging.LARGEST_LIMIT));
        limit.setDefault(Paging.DEFAULT_LIMIT);
        add("query", "limit", "How many items at most", limit);
        add("query", "cursor", "Where to go on: next of the part before", OpenApiSchemas.of("string"));
    }

    private void addLastEvent() {
        var last = "The id of the last event that you have: the stream begins after it. Default: it begins now";
        add("header", LastEvent.HEADER, last, OpenApiSchemas.of("string"));
        add("query", "after", "The same, for clients that can send no header", OpenApiSchemas.of("string"));
    }

    /** Adds what makes a write conditional, and what makes it safe to repeat. */
    void addHeaders() {
        var ifMatch = "The revision that the write insists on: the ETag of your last read, quotes included";
        add("header", "If-Match", ifMatch, OpenApiSchemas.of("string"));
        var repeat = "A key of your own; the same write sent again with it gets its first answer, for 24 hours";
        var key = OpenApiSchemas.of("string");
        key.setMaxLength(WriteRequest.LONGEST_KEY);
        add("header", "Idempotency-Key", repeat, key);
    }

    private Parameter add(String in, String name, @Nullable String description, Schema<Object> schema) {
        var parameter =
                new Parameter().in(in).name(name).description(description).schema(schema);
        all.add(parameter);
        return parameter;
    }

    private static Schema<Object> plain(MethodParameter parameter) {
        var raw = parameter.nestedIfOptional().getNestedParameterType();
        return OpenApiSchemas.of(raw == boolean.class || raw == Boolean.class ? "boolean" : "string");
    }

    private static String name(String said, MethodParameter parameter) {
        return said.isEmpty() ? parameter.getParameter().getName() : said;
    }
}
