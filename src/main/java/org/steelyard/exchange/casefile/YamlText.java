package org.steelyard.exchange.casefile;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes plain values (maps, lists, texts, numbers, booleans, null) as YAML in which every text comes back letter by
 * letter: plain where no reader, of YAML 1.1 or 1.2, takes it for anything else; a block where it is lines of words; else in
 * double quotes.
 */
final class YamlText {

    private static final Pattern WORDS =
            Pattern.compile("\\p{L}(?:[\\p{L}\\p{M}\\p{N}_./()+,;'-]| (?! |$)|:(?=[\\p{L}\\p{N}]))*+");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(?:T[\\d:.]+Z)?");
    private static final Pattern RESERVED =
            Pattern.compile("null|true|false|yes|no|on|off|y|n", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINES =
            Pattern.compile("[\\p{L}\\p{N}(]\\P{Cntrl}*+(?:\n\n?[\\p{L}\\p{N}(]\\P{Cntrl}*+)++");

    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    static String of(Map<String, ?> document) {
        var text = new YamlText();
        text.mapping(document, 0, false);
        return text.out.toString();
    }

    /** @param begun whether the first field goes on a line already begun by the dash of a list */
    private void mapping(Map<?, ?> fields, int indent, boolean begun) {
        boolean first = begun;
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            if (!first) {
                indent(indent);
            }
            first = false;
            scalar(String.valueOf(field.getKey()), indent, false);
            out.append(':');
            value(field.getValue(), indent);
        }
    }

    private void value(@Nullable Object value, int indent) {
        if (value == null) {
            out.append(" null\n");
            return;
        }
        switch (value) {
            case Map<?, ?> map -> {
                out.append(map.isEmpty() ? " {}\n" : "\n");
                mapping(map, indent + 2, false);
            }
            case Collection<?> list -> {
                if (list.stream().anyMatch(Map.class::isInstance)) {
                    lines(list, indent + 2);
                } else {
                    inline(list, indent);
                }
            }
            case String text -> {
                out.append(' ');
                scalar(text, indent, true);
                out.append('\n');
            }
            default -> out.append(' ').append(value).append('\n');
        }
    }

    private void lines(Collection<?> mappings, int indent) {
        out.append('\n');
        for (Object element : mappings) {
            indent(indent);
            out.append("- ");
            mapping((Map<?, ?>) element, indent + 2, true);
        }
    }

    private void inline(Collection<?> texts, int indent) {
        out.append(" [");
        boolean first = true;
        for (Object text : texts) {
            out.append(first ? "" : ", ");
            first = false;
            var string = String.valueOf(text);
            if (string.indexOf(',') >= 0) {
                quoted(string);
            } else {
                scalar(string, indent, false);
            }
        }
        out.append("]\n");
    }

    private void scalar(String text, int indent, boolean block) {
        if (TIME.matcher(text).matches()
                || (WORDS.matcher(text).matches() && !RESERVED.matcher(text).matches())) {
            out.append(text);
        } else if (block && isPrintable(text) && LINES.matcher(text).matches()) {
            out.append("|-");
            text.lines().forEach(line -> {
                out.append('\n');
                if (!line.isEmpty()) {
                    indent(indent + 2);
                    out.append(line);
                }
            });
        } else {
            quoted(text);
        }
    }

    /** In double quotes YAML and JSON know the same escapes. */
    private void quoted(String text) {
        out.append('"');
        text.chars().forEach(unit -> {
            switch (unit) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isPrintable(unit)) {
                        out.append((char) unit);
                    } else {
                        out.append("\\u%04X".formatted(unit));
                    }
                }
            }
        });
        out.append('"');
    }

    private static boolean isPrintable(String text) {
        return text.chars().allMatch(unit -> unit == '\n' || isPrintable(unit));
    }

    private static boolean isPrintable(int unit) {
        return switch (Character.getType(unit)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> unit < 0xFFFE;
        };
    }

    private void indent(int columns) {
        out.repeat(' ', columns);
    }
}
