package org.steelyard.exchange.casefile;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.steelyard.exchange.casefile.Node.Form;
import org.steelyard.exchange.casefile.Node.Mapping;
import org.steelyard.exchange.casefile.Node.Scalar;
import org.steelyard.exchange.casefile.Node.Sequence;

/**
 * The fields of one object of a case file. What is missing or wrong becomes a complaint, and reading goes on with a value
 * that is of no consequence, so that one look finds all there is to mend.
 */
final class Fields {

    private final Mapping node;
    private final String pointer;
    private final Complaints complaints;

    private Fields(Mapping node, String pointer, Complaints complaints) {
        this.node = node;
        this.pointer = pointer;
        this.complaints = complaints;
    }

    /** The fields of a node that should be an object and have no fields but these. */
    static Fields of(Node node, String pointer, Set<String> allowed, Complaints complaints) {
        if (!(node instanceof Mapping mapping)) {
            complaints.add(node, pointer, "an object belongs here, not " + node.described());
            return new Fields(new Mapping(node.line(), node.column(), Map.of()), pointer, complaints);
        }
        mapping.fields().forEach((name, value) -> {
            if (!allowed.contains(name)) {
                complaints.add(
                        value,
                        pointer + "/" + escaped(name),
                        "unknown field " + Quoted.of(name) + "; allowed here: "
                                + allowed.stream().sorted().collect(Collectors.joining(", ")));
            }
        });
        return new Fields(mapping, pointer, complaints);
    }

    Node node() {
        return node;
    }

    int line() {
        return node.line();
    }

    String pointer() {
        return pointer;
    }

    /** Whether the field is there, be it null. */
    boolean has(String name) {
        return node.fields().containsKey(name);
    }

    /** Whether the field is there and null: an optional value to be emptied. */
    boolean clears(String name) {
        return node.fields().get(name) instanceof Scalar scalar && scalar.form() == Form.NULL;
    }

    void complain(String name, String what) {
        var value = node.fields().get(name);
        complaints.add(value == null ? node : value, pointer + "/" + escaped(name), what);
    }

    /** A value that must be there; the substitute after a complaint. */
    <T> T required(String name, @Nullable T value, T substitute) {
        demand(name);
        return value == null ? substitute : value;
    }

    /** Complains where the field is absent or null. */
    void demand(String name) {
        if (value(name) == null) {
            complain(name, "the field " + Quoted.of(name) + " is missing: add it");
        }
    }

    @Nullable
    String text(String name) {
        var value = value(name);
        return value == null ? null : text(value, pointer + "/" + escaped(name));
    }

    String requiredText(String name) {
        return required(name, text(name), "");
    }

    @Nullable
    Boolean bool(String name) {
        var value = value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Scalar scalar && scalar.form() == Form.BOOLEAN) {
            return scalar.text().equals("true");
        }
        complain(name, "true or false belongs here, not " + value.described());
        return null;
    }

    @Nullable
    Long integer(String name) {
        var value = value(name);
        return value == null ? null : number(value, name, "a whole number", Long::valueOf);
    }

    @Nullable
    Integer smallInteger(String name) {
        var value = value(name);
        return value == null ? null : number(value, name, "a whole number", Integer::valueOf);
    }

    @Nullable
    Double decimal(String name) {
        var value = value(name);
        return value == null ? null : number(value, name, "a number", Double::valueOf);
    }

    private <T> @Nullable T number(Node value, String name, String what, Function<String, T> parse) {
        if (value instanceof Scalar scalar && (scalar.form() == Form.NUMBER || scalar.form() == Form.NUMBER_OR_TEXT)) {
            try {
                return parse.apply(scalar.text());
            } catch (NumberFormatException e) {
                // Said below: a fraction or something out of range where a whole number belongs.
            }
        }
        complain(name, what + " belongs here, not " + value.described());
        return null;
    }

    @Nullable
    Instant instant(String name) {
        return parsed(name, "a date (2025-07-17) or an instant (2025-07-17T09:30:00Z)", Dates::instant);
    }

    @Nullable
    LocalDate date(String name) {
        return parsed(name, "a date (2025-07-17)", Dates::date);
    }

    <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
        return oneOf(name, type, Enum::name);
    }

    <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type, Function<E, String> label) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        var constants = type.getEnumConstants();
        for (E constant : constants) {
            if (label.apply(constant).equals(text)) {
                return constant;
            }
        }
        complain(
                name,
                "one of " + Arrays.stream(constants).map(label).collect(Collectors.joining(", "))
                        + " belongs here, not " + Quoted.of(text));
        return null;
    }

    /** What a text stands for; a complaint that asks for {@code what} where the parser refuses. */
    <T> @Nullable T parsed(String name, String what, Function<String, T> parse) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return parse.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            complain(name, what + " belongs here, not " + Quoted.of(text));
            return null;
        }
    }

    /** The elements of a list, each with its pointer; none where the field is absent or null. */
    @Nullable
    List<Element> list(String name) {
        var value = value(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Sequence sequence)) {
            complain(name, "a list belongs here, not " + value.described());
            return null;
        }
        var elements = new ArrayList<Element>(sequence.elements().size());
        for (Node element : sequence.elements()) {
            elements.add(new Element(element, pointer + "/" + escaped(name) + "/" + elements.size()));
        }
        return elements;
    }

    record Element(Node node, String pointer) {}

    /** The one element that is the field itself; null where it is absent or null. */
    @Nullable
    List<Element> single(String name) {
        var value = value(name);
        return value == null ? null : List.of(new Element(value, pointer + "/" + escaped(name)));
    }

    @Nullable
    List<String> texts(String name) {
        var elements = list(name);
        if (elements == null) {
            return null;
        }
        var texts = new ArrayList<String>(elements.size());
        for (Element element : elements) {
            var text = text(element.node, element.pointer);
            texts.add(text == null ? "" : text);
        }
        return texts;
    }

    /** An object within, that has no fields but these; null where the field is absent or null. */
    @Nullable
    Fields object(String name, Set<String> allowed) {
        var value = value(name);
        return value == null ? null : of(value, pointer + "/" + escaped(name), allowed, complaints);
    }

    /** As {@link #object}, but without fields where there is none. */
    Fields within(String name, Set<String> allowed) {
        var object = object(name, allowed);
        return object != null
                ? object
                : new Fields(
                        new Mapping(node.line(), node.column(), Map.of()), pointer + "/" + escaped(name), complaints);
    }

    /** An object whose field names are the caller's own, read one by one. */
    <T> @Nullable Map<String, T> map(String name, Read<T> read) {
        var value = value(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Mapping mapping)) {
            complain(name, "an object belongs here, not " + value.described());
            return null;
        }
        var inner = new Fields(mapping, pointer + "/" + escaped(name), complaints);
        var map = new LinkedHashMap<String, T>();
        mapping.fields().keySet().forEach(key -> {
            var element = read.from(inner, key);
            if (element != null) {
                map.put(key, element);
            } else if (inner.clears(key)) {
                inner.complain(key, "a value belongs here, not null");
            }
        });
        return map;
    }

    /** Reads the field of that name. */
    @FunctionalInterface
    interface Read<T> {
        @Nullable
        T from(Fields fields, String name);
    }

    private @Nullable Node value(String name) {
        return clears(name) ? null : node.fields().get(name);
    }

    private @Nullable String text(Node value, String itsPointer) {
        if (!(value instanceof Scalar scalar) || (scalar.form() != Form.TEXT && scalar.form() != Form.NUMBER_OR_TEXT)) {
            complaints.add(value, itsPointer, "a text belongs here, not " + value.described());
            return null;
        }
        return scalar.text();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
