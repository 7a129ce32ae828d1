package org.steelyard.exchange.casefile;

import org.jspecify.annotations.Nullable;
import org.steelyard.exchange.casefile.Node.Form;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads one JSON document (RFC 8259), strictly. */
final class JsonDocuments {

    /** Depth is watched over by the builder, which can say where. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DocumentBuilder.DEEPEST + 1)
                    .maxStringLength(CaseFileReader.MOST_BYTES)
                    .build())
            .build();

    private JsonDocuments() {}

    static @Nullable Node read(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            try {
                return document(parser);
            } catch (JacksonException e) {
                var place = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
                throw DocumentBuilder.refusal(
                        Math.max(1, place.getLineNr()),
                        Math.max(1, place.getColumnNr()),
                        "this is no JSON from here on, or the file is cut off (" + Quoted.plain(e.getOriginalMessage())
                                + ")");
            }
        }
    }

    private static @Nullable Node document(JsonParser parser) {
        var builder = new DocumentBuilder();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            TokenStreamLocation at = parser.currentTokenLocation();
            int line = at.getLineNr();
            int column = at.getColumnNr();
            if (builder.document() != null) {
                throw DocumentBuilder.refusal(line, column, "something follows the end of the document: remove it");
            }
            switch (token) {
                case START_OBJECT -> builder.beginMapping(line, column);
                case START_ARRAY -> builder.beginSequence(line, column);
                case END_OBJECT, END_ARRAY -> builder.end();
                case PROPERTY_NAME -> builder.name(parser.currentName(), line, column);
                case VALUE_STRING -> builder.scalar(parser.getString(), Form.TEXT, line, column);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    builder.scalar(parser.getString(), Form.NUMBER, line, column);
                case VALUE_TRUE, VALUE_FALSE -> builder.scalar(parser.getString(), Form.BOOLEAN, line, column);
                case VALUE_NULL -> builder.scalar("null", Form.NULL, line, column);
                case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                    throw new IllegalStateException("no such token in a text that is all there: " + token);
            }
        }
        return builder.document();
    }
}
