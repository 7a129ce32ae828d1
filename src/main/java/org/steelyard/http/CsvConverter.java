package org.steelyard.http;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
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
        Csv.write(page, json, new OutputStreamWriter(message.getBody(), StandardCharsets.UTF_8));
    }
}
