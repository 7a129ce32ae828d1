package org.steelyard.http;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every CSV that is sent has in common. */
public final class Csv {
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private Csv() {}

    /** A text as a cell: one that a spreadsheet would take for a formula gets an apostrophe in front. */
    public static String text(String text) {
        return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** A list as the API sends it to who accepts text/csv: RFC 4180, with a header; lists and objects in a cell are JSON. */
    public static String of(Page<?> page, JsonMapper json) {
        var text = new StringWriter();
        try {
            write(page, json, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    static void write(Page<?> page, JsonMapper json, Writer out) throws IOException {
        List<JsonNode> rows = page.items().stream()
                .map(item -> json.<JsonNode>valueToTree(item))
                .toList();
        var columns = columns(page.type(), rows);
        var csv = CsvWriter.builder().build(out);
        csv.writeRecord(columns);
        for (var row : rows) {
            csv.writeRecord(columns.stream().map(name -> cell(row.path(name))).toList());
        }
        csv.flush();
    }

    private static Set<String> columns(Class<?> type, List<JsonNode> rows) {
        var columns = new LinkedHashSet<String>();
        var components = type.getRecordComponents();
        if (components != null) {
            Stream.of(components).map(RecordComponent::getName).forEach(columns::add);
        }
        rows.forEach(row -> columns.addAll(row.propertyNames()));
        return columns;
    }

    private static String cell(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (!value.isString()) {
            return value.toString();
        }
        return text(value.stringValue());
    }
}
