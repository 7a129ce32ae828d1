package org.steelyard.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of bodies and answers, read from their records: what is required, what may be null, and for bodies every limit that
 * {@link Bodies} enforces. Records become components, named after their class.
 */
final class OpenApiSchemas {

    private static final String COMPONENT = "#/components/schemas/";

    private final Map<String, Schema<Object>> components = new TreeMap<>();
    private final Map<String, Type> types = new HashMap<>();

    /** All components that the schemas so far refer to, by name. */
    Map<String, Schema<Object>> components() {
        return components;
    }

    /** What a request must send. */
    Schema<Object> body(AnnotatedType type) {
        return new Reading(true, Map.of()).schema(type);
    }

    /** What an answer holds. */
    Schema<Object> answer(AnnotatedType type) {
        return new Reading(false, Map.of()).schema(type);
    }

    static Schema<Object> of(String type) {
        var schema = anything();
        schema.setTypes(new TreeSet<>(Set.of(type)));
        return schema;
    }

    static Schema<Object> anything() {
        return new JsonSchema();
    }

    /** The same, or null. */
    static Schema<Object> orNull(Schema<Object> schema) {
        if (schema.getTypes() == null) {
            var either = new JsonSchema();
            either.addAnyOfItem(schema);
            either.addAnyOfItem(of("null"));
            return either;
        }
        var types = new TreeSet<>(schema.getTypes());
        types.add("null");
        schema.setTypes(types);
        if (schema.getEnum() != null) {
            schema.addEnumItemObject(null);
        }
        return schema;
    }

    /** One way to read types: as what is sent, and so checked, or answered; and with what the type variables stand for. */
    private final class Reading {
        private final boolean sent;
        private final Map<String, AnnotatedType> bound;

        Reading(boolean sent, Map<String, AnnotatedType> bound) {
            this.sent = sent;
            this.bound = bound;
        }

        Schema<Object> schema(AnnotatedType type) {
            if (type.getType() instanceof TypeVariable<?> variable) {
                return schema(Objects.requireNonNull(bound.get(variable.getName())));
            }
            var schema = plain(type, Shape.rawType(type));
            return type.isAnnotationPresent(Nullable.class) && !isChange(type) ? orNull(schema) : schema;
        }

        private boolean isChange(AnnotatedType type) {
            return sent
                    && !type.isAnnotationPresent(Body.Clearable.class)
                    && !type.isAnnotationPresent(Body.Given.class);
        }

        private Schema<Object> plain(AnnotatedType type, Class<?> raw) {
            if (Collection.class.isAssignableFrom(raw)) {
                var list = of("array");
                list.setItems(schema(Shape.argument(type, 0)));
                var most = Shape.said(type, Body.Entries.class);
                list.setMaxItems(most == null ? null : most.value());
                return list;
            }
            if (Map.class.isAssignableFrom(raw)) {
                var map = of("object");
                map.setAdditionalProperties(schema(Shape.argument(type, 1)));
                var most = Shape.said(type, Body.Entries.class);
                map.setMaxProperties(most == null ? null : most.value());
                return map;
            }
            if (raw.isRecord()) {
                return component(type, raw, () -> record(raw, new Reading(sent, arguments(type, raw))));
            }
            return raw.isSealed() ? component(type, raw, () -> anyOf(raw)) : OpenApiValues.of(type, raw, sent);
        }

        private Schema<Object> anyOf(Class<?> sealed) {
            var all = leaves(sealed)
                    .map(leaf -> component(null, leaf, () -> record(leaf, this)))
                    .toList();
            var schema = new JsonSchema();
            all.forEach(schema::addAnyOfItem);
            return schema;
        }

        private Schema<Object> component(@Nullable AnnotatedType type, Class<?> raw, Supplier<Schema<Object>> schema) {
            var name = name(type, raw);
            var known = types.putIfAbsent(name, raw);
            if (known != null && known != raw) {
                throw new IllegalStateException(known + " and " + raw + " would be one component: rename one");
            }
            if (known == null) {
                components.put(name, schema.get());
            }
            var reference = new JsonSchema();
            reference.set$ref(COMPONENT + name);
            return reference;
        }

        private String name(@Nullable AnnotatedType type, Class<?> raw) {
            var name = new StringBuilder(raw.getSimpleName());
            if (type instanceof AnnotatedParameterizedType generic) {
                for (var argument : generic.getAnnotatedActualTypeArguments()) {
                    name.append("Of").append(name(argument, Shape.rawType(argument)));
                }
            }
            return name.toString();
        }
    }

    private static Schema<Object> record(Class<?> record, Reading reading) {
        var whole = of("object");
        var unwrapped = new ArrayList<Schema<Object>>();
        var required = new ArrayList<String>();
        for (var component : record.getRecordComponents()) {
            var type = component.getAnnotatedType();
            if (is(component, JsonIgnore.class) || type.isAnnotationPresent(Body.Cleared.class)) {
                continue;
            }
            if (is(component, JsonUnwrapped.class)) {
                unwrapped.add(reading.schema(type));
                continue;
            }
            var name = Shape.name(component);
            whole.addProperty(name, reading.schema(type));
            if (isAlwaysThere(component, type, reading.sent)) {
                required.add(name);
            }
        }
        whole.setRequired(required.isEmpty() ? null : required);
        if (reading.sent) {
            whole.setAdditionalProperties(false);
        }
        if (unwrapped.isEmpty()) {
            return whole;
        }
        unwrapped.add(whole);
        var all = new JsonSchema();
        unwrapped.forEach(all::addAllOfItem);
        return all;
    }

    private static boolean isAlwaysThere(RecordComponent component, AnnotatedType type, boolean sent) {
        return sent
                ? !type.isAnnotationPresent(Nullable.class) || type.isAnnotationPresent(Body.Given.class)
                : !is(component, JsonInclude.class);
    }

    private static boolean is(RecordComponent component, Class<? extends Annotation> annotation) {
        return component.getAccessor().isAnnotationPresent(annotation);
    }

    private static Map<String, AnnotatedType> arguments(AnnotatedType type, Class<?> raw) {
        var arguments = new HashMap<String, AnnotatedType>();
        for (int i = 0; i < raw.getTypeParameters().length; i++) {
            arguments.put(raw.getTypeParameters()[i].getName(), Shape.argument(type, i));
        }
        return arguments;
    }

    private static Stream<Class<?>> leaves(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .flatMap(part -> part.isRecord() ? Stream.of(part) : leaves(part));
    }
}
