package org.steelyard.exchange.casefile;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document, with where it stands: a field where its name begins, an element where it begins itself.
 * Lines and columns count from 1.
 */
sealed interface Node {

    int line();

    int column();

    /** Fields by name, in the order of the document. */
    record Mapping(int line, int column, Map<String, Node> fields) implements Node {}

    record Sequence(int line, int column, List<Node> elements) implements Node {
        private @Nullable Node element(String index) {
            return index.matches("\\d{1,9}") && Integer.parseInt(index) < elements.size()
                    ? elements.get(Integer.parseInt(index))
                    : null;
        }

        @Override
        public String described() {
            return "a list";
        }
    }

    /** A single value, as its raw text: {@code 2025-07} and {@code 007} lose nothing. */
    record Scalar(int line, int column, String text, Form form) implements Node {
        @Override
        public String described() {
            return switch (form) {
                case TEXT -> Quoted.of(text);
                case NUMBER, NUMBER_OR_TEXT -> "the number " + Quoted.plain(text);
                case BOOLEAN -> text;
                case NULL -> "null";
            };
        }
    }

    /** What a scalar is by how it is written. */
    enum Form {
        TEXT,
        NUMBER,
        /** A plain YAML scalar that looks like a number, and may be meant as a text all the same. */
        NUMBER_OR_TEXT,
        BOOLEAN,
        NULL
    }

    /** What a reader of an error message would call this. */
    default String described() {
        return "an object";
    }

    /** The part that this pointer (RFC 6901) leads to, or the last one on the way that there is. */
    default Node at(String pointer) {
        Node node = this;
        for (String step : pointer.split("/", -1)) {
            var name = step.replace("~1", "/").replace("~0", "~");
            var next = switch (node) {
                case Mapping mapping -> mapping.fields().get(name);
                case Sequence sequence -> sequence.element(name);
                case Scalar scalar -> null;
            };
            node = next == null ? node : next;
        }
        return node;
    }
}
