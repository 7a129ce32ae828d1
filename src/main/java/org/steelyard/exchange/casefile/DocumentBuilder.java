package org.steelyard.exchange.casefile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steelyard.exchange.casefile.Node.Mapping;
import org.steelyard.exchange.casefile.Node.Scalar;
import org.steelyard.exchange.casefile.Node.Sequence;

/** Puts a document together from what a parser reports, and refuses what no case file needs. */
final class DocumentBuilder {

    static final int DEEPEST = 16;
    /** Ten for each entry: a file of the largest size cannot fill the memory with tiny values. */
    static final int MOST_VALUES = 2_000_000;

    private final Deque<Container> open = new ArrayDeque<>();
    private final Map<String, String> names = new HashMap<>();
    private @Nullable Place named;
    private @Nullable Node document;
    private int values;

    private record Place(String name, int line, int column) {}

    /** A mapping or sequence whose end has not come yet, and where it stands in the one around it. */
    private record Container(Place place, @Nullable Map<String, Node> fields, List<Node> elements) {
        Node closed() {
            return fields == null
                    ? new Sequence(place.line, place.column, elements)
                    : new Mapping(place.line, place.column, fields);
        }
    }

    /** Whether the next scalar is the name of a field. */
    boolean expectsName() {
        var inner = open.peek();
        return inner != null && inner.fields != null && named == null;
    }

    void name(String name, int line, int column) {
        var fields = open.element().fields;
        if (fields != null && fields.containsKey(name)) {
            throw refusal(line, column, "the field " + Quoted.of(name) + " stands here twice: remove one");
        }
        named = new Place(names.computeIfAbsent(name, same -> same), line, column);
    }

    void scalar(String text, Node.Form form, int line, int column) {
        var place = place(line, column);
        put(place, new Scalar(place.line, place.column, text, form));
    }

    void beginMapping(int line, int column) {
        begin(line, column, new LinkedHashMap<>());
    }

    void beginSequence(int line, int column) {
        begin(line, column, null);
    }

    void end() {
        var closed = open.pop();
        put(closed.place, closed.closed());
    }

    /** The document, once all of it has come; null where there was none. */
    @Nullable
    Node document() {
        return document;
    }

    static UnusableCaseFile refusal(int line, int column, String what) {
        return UnusableCaseFile.because(
                UnusableCaseFile.Cause.WRONG,
                List.of(new Complaint("", "line " + line + ", column " + column + ": " + what + ".")));
    }

    private void begin(int line, int column, @Nullable Map<String, Node> fields) {
        if (open.size() == DEEPEST) {
            throw refusal(line, column, "nested deeper than " + DEEPEST + " levels, which no case file is");
        }
        open.push(new Container(place(line, column), fields, fields == null ? new ArrayList<>() : List.of()));
    }

    private Place place(int line, int column) {
        if (++values > MOST_VALUES) {
            throw refusal(line, column, "more than " + MOST_VALUES + " values: split the file");
        }
        var place = named;
        named = null;
        return place == null ? new Place("", line, column) : place;
    }

    private void put(Place place, Node node) {
        var parent = open.peek();
        if (parent == null) {
            document = node;
        } else if (parent.fields == null) {
            parent.elements.add(node);
        } else {
            parent.fields.put(place.name, node);
        }
    }
}
