package org.steelyard.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a {@link Body}, as its record declares them. */
record Shape(Constructor<?> constructor, List<Field> fields) {

    private static final ClassValue<Shape> KNOWN = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return look(type);
        }
    };

    /** One field: its name, its type with what is said of it, and whether it may be left out or be null. */
    record Field(String name, AnnotatedType type) {

        boolean isOptional() {
            return type.isAnnotationPresent(Nullable.class) && !isGiven();
        }

        boolean isGiven() {
            return type.isAnnotationPresent(Body.Given.class);
        }

        boolean isClearable() {
            return type.isAnnotationPresent(Body.Clearable.class);
        }

        boolean isAside() {
            return type.isAnnotationPresent(Body.Aside.class);
        }

        /** Whether this is no field, but where the names of the emptied ones go. */
        boolean holdsCleared() {
            return type.isAnnotationPresent(Body.Cleared.class);
        }
    }

    static Shape of(Class<?> record) {
        return KNOWN.get(record);
    }

    /** Whether null empties a field here, as in a change; elsewhere null is the same as absent. */
    boolean isChange() {
        return fields.stream().anyMatch(Field::holdsCleared);
    }

    /** The names that a body may have. */
    List<String> names() {
        return fields.stream()
                .filter(field -> !field.holdsCleared())
                .map(Field::name)
                .toList();
    }

    Object make(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException failure) {
            throw new IllegalStateException("cannot make " + constructor, failure);
        }
    }

    static Class<?> rawType(AnnotatedType type) {
        return type.getType() instanceof ParameterizedType generic
                ? (Class<?>) generic.getRawType()
                : (Class<?>) type.getType();
    }

    /** The type of a list's elements or a map's names (0) or values (1). */
    static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    static <A extends Annotation> @Nullable A said(AnnotatedType type, Class<A> annotation) {
        return type.getAnnotation(annotation);
    }

    /** The constants of an enum by the word that stands for each in JSON. */
    static Map<String, Object> words(Class<?> enumType) {
        var words = new LinkedHashMap<String, Object>();
        var word = Stream.of(enumType.getMethods())
                .filter(method -> method.isAnnotationPresent(JsonValue.class))
                .findFirst();
        for (var constant : enumType.getEnumConstants()) {
            words.put(word.map(method -> wordOf(constant, method)).orElse(((Enum<?>) constant).name()), constant);
        }
        return words;
    }

    private static String wordOf(Object constant, Method method) {
        try {
            return String.valueOf(method.invoke(constant));
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("cannot read " + method, failure);
        }
    }

    static String name(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }

    private static Shape look(Class<?> type) {
        var components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(type + " is no record");
        }
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            var fields = Arrays.stream(components)
                    .map(component -> new Field(name(component), component.getAnnotatedType()))
                    .toList();
            return new Shape(constructor, fields);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
