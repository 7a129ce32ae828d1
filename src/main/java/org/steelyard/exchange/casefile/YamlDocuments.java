package org.steelyard.exchange.casefile;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.steelyard.exchange.casefile.Node.Form;

/**
 * Reads one YAML 1.2 document from the parser's own events, for only they tell a quoted scalar from a plain one and show
 * anchors, tags and a second document. None of those three is taken: without aliases there are no bombs.
 */
final class YamlDocuments {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

    /** The parser copies all that it has of a scalar at each refill, so that small ones would take minutes over a large scalar. */
    private static final int BUFFER = 1 << 20;

    private final DocumentBuilder builder = new DocumentBuilder();
    private boolean begun;

    private YamlDocuments() {}

    static @Nullable Node read(String text) {
        var settings = LoadSettings.builder()
                .setLabel("case file")
                .setCodePointLimit(Math.max(1, text.length()))
                .setBufferSize(Math.clamp(text.length(), 1_024, BUFFER))
                .build();
        var reader = new YamlDocuments();
        try {
            for (Event event : new Parse(settings).parseReader(new WholeCharacters(text))) {
                reader.take(event);
            }
            return reader.builder.document();
        } catch (MarkedYamlEngineException e) {
            var mark = e.getProblemMark().or(e::getContextMark);
            throw DocumentBuilder.refusal(
                    mark.map(place -> place.getLine() + 1).orElse(1),
                    mark.map(place -> place.getColumn() + 1).orElse(1),
                    "this is no YAML from here on, or the file is cut off (" + Quoted.plain(e.getProblem()) + ")");
        } catch (ReaderException e) {
            int end = text.offsetByCodePoints(0, Math.min(e.getPosition(), text.codePointCount(0, text.length())));
            int line = 1
                    + (int) text.substring(0, end)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            throw DocumentBuilder.refusal(
                    line,
                    end - text.lastIndexOf('\n', Math.max(0, end - 1)),
                    "a character that YAML does not allow; write it as an escape in double quotes");
        } catch (YamlEngineException e) {
            throw DocumentBuilder.refusal(
                    1,
                    1,
                    "this is no YAML that can be read here (" + Quoted.plain(String.valueOf(e.getMessage())) + ")");
        }
    }

    private void take(Event event) {
        int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        int column = event.getStartMark().map(mark -> mark.getColumn() + 1).orElse(1);
        switch (event) {
            case DocumentStartEvent start -> begin(start, line, column);
            case ScalarEvent scalar -> {
                refuseExtras(scalar.getAnchor(), scalar.getTag(), line, column);
                scalar(scalar, line, column);
            }
            case MappingStartEvent start -> {
                refuseExtras(start.getAnchor(), start.getTag(), line, column);
                refuseAsName(line, column);
                builder.beginMapping(line, column);
            }
            case SequenceStartEvent start -> {
                refuseExtras(start.getAnchor(), start.getTag(), line, column);
                refuseAsName(line, column);
                builder.beginSequence(line, column);
            }
            case CollectionEndEvent end -> builder.end();
            case AliasEvent alias ->
                throw DocumentBuilder.refusal(
                        line,
                        column,
                        "the alias *" + Quoted.plain(alias.getAlias().getValue())
                                + " is not allowed: write the value itself");
            default -> {
                // Ends of documents and of the stream say nothing.
            }
        }
    }

    private void begin(DocumentStartEvent start, int line, int column) {
        if (begun) {
            throw DocumentBuilder.refusal(line, column, "a second document (---): send each file on its own");
        }
        if (!start.getTags().isEmpty()) {
            throw DocumentBuilder.refusal(line, column, "%TAG directives are not allowed");
        }
        begun = true;
    }

    private void scalar(ScalarEvent scalar, int line, int column) {
        var text = scalar.getValue();
        if (!builder.expectsName()) {
            builder.scalar(text, scalar.isPlain() ? formOfPlain(text) : Form.TEXT, line, column);
        } else if (scalar.isPlain() && text.equals("<<")) {
            throw DocumentBuilder.refusal(line, column, "merge keys (<<) are not allowed: write the fields themselves");
        } else {
            builder.name(text, line, column);
        }
    }

    private void refuseAsName(int line, int column) {
        if (builder.expectsName()) {
            throw DocumentBuilder.refusal(line, column, "a field's name must be a text");
        }
    }

    private static void refuseExtras(Optional<Anchor> anchor, Optional<String> tag, int line, int column) {
        if (anchor.isPresent()) {
            throw DocumentBuilder.refusal(
                    line, column, "anchors (&) are not allowed: write the value where it belongs");
        }
        if (tag.isPresent()) {
            throw DocumentBuilder.refusal(line, column, "tags (!) are not allowed: write the plain value");
        }
    }

    private static Form formOfPlain(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> Form.NULL;
            case "true", "false" -> Form.BOOLEAN;
            default -> NUMBER.matcher(text).matches() ? Form.NUMBER_OR_TEXT : Form.TEXT;
        };
    }
}
