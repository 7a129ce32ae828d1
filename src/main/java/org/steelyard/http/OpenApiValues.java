package org.steelyard.http;

import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedType;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The schemas of single values, with the limits that {@link Values} enforces on those that are sent. */
final class OpenApiValues {

    private static final String ROUGH_DATE = "^\\d{4}(-\\d{2}(-\\d{2})?)?$";

    private OpenApiValues() {}

    static Schema<Object> of(AnnotatedType type, Class<?> raw, boolean sent) {
        if (raw == boolean.class || raw == Boolean.class) {
            return OpenApiSchemas.of("boolean");
        }
        if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
            return bounded(OpenApiSchemas.of("integer"), type);
        }
        if (raw == double.class || raw == Double.class) {
            return bounded(OpenApiSchemas.of("number"), type);
        }
        if (raw.isEnum()) {
            return words(raw);
        }
        if (raw == Instant.class) {
            return sent ? instant() : text("date-time");
        }
        if (raw == LocalDate.class) {
            return text("date");
        }
        if (raw == URI.class) {
            return link();
        }
        return raw == String.class ? text(type, sent) : OpenApiSchemas.anything();
    }

    /** An instant as it may be sent: a date will do. */
    static Schema<Object> instant() {
        var instant = OpenApiSchemas.of("string");
        instant.setDescription("An ISO 8601 instant, or a date, which means its 00:00:00Z");
        instant.setExamples(List.of("2025-07-31T12:00:00Z", "2025-07-31"));
        return instant;
    }

    private static Schema<Object> link() {
        var link = text("uri");
        link.setPattern("^[Hh][Tt][Tt][Pp][Ss]?://");
        link.setMaxLength(Body.LINK);
        return link;
    }

    private static Schema<Object> text(String format) {
        var text = OpenApiSchemas.of("string");
        text.setFormat(format);
        return text;
    }

    private static Schema<Object> words(Class<?> raw) {
        var words = OpenApiSchemas.of("string");
        words.setEnum(new ArrayList<>(Shape.words(raw).keySet()));
        return words;
    }

    private static Schema<Object> text(AnnotatedType type, boolean sent) {
        var schema = OpenApiSchemas.of("string");
        if (type.isAnnotationPresent(Body.Key.class)) {
            schema.setPattern(Body.Key.PATTERN);
        } else if (type.isAnnotationPresent(Body.UserName.class)) {
            schema.setPattern(Body.UserName.PATTERN);
        } else if (type.isAnnotationPresent(Body.RoughDate.class)) {
            schema.setPattern(ROUGH_DATE);
        } else if (sent) {
            schema.setMinLength(1);
            schema.setMaxLength(Values.longest(type));
        }
        return schema;
    }

    private static Schema<Object> bounded(Schema<Object> number, AnnotatedType type) {
        var between = Shape.said(type, Body.Between.class);
        if (between != null) {
            number.setMinimum(BigDecimal.valueOf(between.min()));
            number.setMaximum(between.max() == Double.MAX_VALUE ? null : BigDecimal.valueOf(between.max()));
        }
        return number;
    }
}
