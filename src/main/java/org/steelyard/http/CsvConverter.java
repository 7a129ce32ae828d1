package org.steelyard.http;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes every {@link Page}, and what is {@link Tabular}, as CSV (RFC 4180, with a header) to whoever accepts text/csv. The next part is in the {@code Link}
 * header. A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
class CsvConverter implements HttpMessageConverter<Object> {

    private static final MediaType CSV = new MediaType("text", "csv");

    private final JsonMapper json;

    CsvConverter(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return isTable(type) && (mediaType == null || CSV.isCompatibleWith(mediaType)) && isAskedFor();
    }

    /** Whether what is of this type can be written as CSV. */
    static boolean isTable(Class<?> type) {
        return type == Page.class || Tabular.class.isAssignableFrom(type);
    }

    /** Who accepts anything gets JSON. */
    private static boolean isAskedFor() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && String.valueOf(attributes.getRequest().getHeader(HttpHeaders.ACCEPT))
                        .contains("text/csv");
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(CSV);
    }

    @Override
    public Object read(Class<?> type, HttpInputMessage message) {
        throw new UnsupportedOperationException("CSV is only written");
    }

    @Override
    public void write(Object answer, @Nullable MediaType mediaType, HttpOutputMessage message) throws IOException {
        var page = answer instanceof Tabular tabular ? tabular.table() : (Page<?>) answer;
        message.getHeaders().setContentType(new MediaType(CSV, StandardCharsets.UTF_8));
        if (page.next() != null) {
            var next = ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("cursor", page.next())
                    .build()
                    .toUriString();
            message.getHeaders().add(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        List<JsonNode> rows = page.items().stream()
                .map(item -> json.<JsonNode>valueToTree(item))
                .toList();
        var columns = columns(page.type(), rows);
        var out = new OutputStreamWriter(message.getBody(), StandardCharsets.UTF_8);
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
        return Csv.text(value.stringValue());
    }
}
