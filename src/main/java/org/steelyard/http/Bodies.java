package org.steelyard.http;

import java.lang.reflect.AnnotatedType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.steelyard.http.Problem.FieldError;
import tools.jackson.databind.JsonNode;

/** Turns JSON into a {@link Body}, and names every field that is wrong at once. */
public final class Bodies {

    private static final int MOST_ERRORS = 50;

    private final List<FieldError> errors = new ArrayList<>();

    private Bodies() {}

    /**
     * Reads a body.
     *
     * @throws Problem 400 with one error for each field that is wrong
     */
    public static <T extends Record> T read(JsonNode json, Class<T> type) {
        var bodies = new Bodies();
        var body = bodies.object(json, type, "");
        if (body == null || !bodies.errors.isEmpty()) {
            throw Problem.badFields(bodies.errors);
        }
        return type.cast(body);
    }

    private @Nullable Object object(JsonNode json, Class<?> type, String at) {
        if (!json.isObject()) {
            return wrong(at, "must be a JSON object");
        }
        var shape = Shape.of(type);
        refuseUnknown(json, shape, at);
        var values = new @Nullable Object[shape.fields().size()];
        for (int i = 0; i < values.length; i++) {
            var field = shape.fields().get(i);
            values[i] = field.holdsCleared() ? cleared(json, shape) : field(json, shape, field, at);
        }
        return errors.isEmpty() ? shape.make(values) : null;
    }

    private void refuseUnknown(JsonNode json, Shape shape, String at) {
        var names = shape.names();
        for (var name : json.propertyNames()) {
            if (!names.contains(name)) {
                wrong(at + "/" + token(name), "is no field here; there are: " + String.join(", ", names));
            }
        }
    }

    private static Set<String> cleared(JsonNode json, Shape shape) {
        var cleared = new HashSet<String>();
        for (var field : shape.fields()) {
            if (field.isClearable()
                    && json.has(field.name())
                    && json.path(field.name()).isNull()) {
                cleared.add(field.name());
            }
        }
        return Set.copyOf(cleared);
    }

    private @Nullable Object field(JsonNode json, Shape shape, Shape.Field field, String at) {
        var where = at + "/" + field.name();
        var value = json.get(field.name());
        if (value == null) {
            return field.isOptional() ? null : wrong(where, "is missing; add it");
        }
        if (value.isNull()) {
            var mayBeNull = field.isGiven() || field.isClearable() || (field.isOptional() && !shape.isChange());
            return mayBeNull || field.isAside()
                    ? null
                    : wrong(
                            where,
                            shape.isChange() && field.isOptional()
                                    ? "cannot be emptied; leave it out to keep it"
                                    : "must not be null");
        }
        return value(field.type(), value, where);
    }

    private @Nullable Object value(AnnotatedType type, JsonNode json, String at) {
        var raw = Shape.rawType(type);
        if (json.isNull()) {
            return wrong(at, "must not be null");
        }
        if (raw == List.class) {
            return list(type, json, at);
        }
        if (raw == Map.class) {
            return map(type, json, at);
        }
        if (raw.isRecord()) {
            return object(json, raw, at);
        }
        try {
            return Values.read(type, raw, json);
        } catch (Values.Wrong wrong) {
            return wrong(at, wrong.what());
        }
    }

    private @Nullable Object list(AnnotatedType type, JsonNode json, String at) {
        if (!json.isArray()) {
            return wrong(at, "must be a list");
        }
        if (isOverfull(type, json, at)) {
            return null;
        }
        var elements = new ArrayList<Object>();
        for (int i = 0; i < json.size(); i++) {
            var element = value(Shape.argument(type, 0), json.path(i), at + "/" + i);
            if (element != null) {
                elements.add(element);
            }
        }
        return List.copyOf(elements);
    }

    private @Nullable Object map(AnnotatedType type, JsonNode json, String at) {
        if (!json.isObject()) {
            return wrong(at, "must be a JSON object");
        }
        if (isOverfull(type, json, at)) {
            return null;
        }
        var entries = new LinkedHashMap<String, Object>();
        for (var property : json.properties()) {
            var where = at + "/" + token(property.getKey());
            try {
                Values.text(Shape.argument(type, 0), property.getKey());
            } catch (Values.Wrong wrong) {
                wrong(where, wrong.what());
            }
            var value = value(Shape.argument(type, 1), property.getValue(), where);
            if (value != null) {
                entries.put(property.getKey(), value);
            }
        }
        return entries;
    }

    private boolean isOverfull(AnnotatedType type, JsonNode json, String at) {
        var most = Shape.said(type, Body.Entries.class);
        if (most == null || json.size() <= most.value()) {
            return false;
        }
        wrong(at, "has " + json.size() + " entries; send at most " + most.value());
        return true;
    }

    private @Nullable Object wrong(String at, String what) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(new FieldError(at, what));
        }
        return null;
    }

    /** A name as a part of a JSON pointer, cut where it is absurdly long. */
    private static String token(String name) {
        var cut = name.length() > 100 ? name.substring(0, 100) : name;
        return Texts.shown(cut).replace("~", "~0").replace("/", "~1");
    }
}
