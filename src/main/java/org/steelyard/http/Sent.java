package org.steelyard.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A write as it arrived, its fields not yet looked at: rights, {@code Idempotency-Key} and {@code If-Match} come before them. A
 * controller that has a parameter of this type gets it.
 *
 * @param <T> the {@link Body} that is expected
 */
public final class Sent<T extends Record> {

    private final WriteRequest request;
    private final Class<T> type;
    private final byte[] body;
    private final @Nullable String contentType;
    private final @Nullable String encoding;
    private final Map<String, String[]> query;

    Sent(
            WriteRequest request,
            Class<T> type,
            byte[] body,
            @Nullable String contentType,
            @Nullable String encoding,
            Map<String, String[]> query) {
        this.request = request;
        this.type = type;
        this.body = body;
        this.contentType = contentType;
        this.encoding = encoding;
        this.query = query;
    }

    public WriteRequest request() {
        return request;
    }

    /**
     * The fields. A DELETE may have them as query parameters instead.
     *
     * @throws Problem 400 with one error for each field that is wrong, 415 where the body is no JSON by its own account
     */
    public T fields() {
        if (request.method().equals("DELETE") && body.length == 0) {
            return Bodies.read(ofQuery(), type);
        }
        if (request.method().equals("DELETE") && !query.isEmpty()) {
            throw Problem.badRequest("There are fields in the body and in the query: send all of them in one place.");
        }
        if (body.length > 0 || contentType != null) {
            requireJson();
        }
        return Bodies.read(StrictJson.read(body), type);
    }

    private ObjectNode ofQuery() {
        var fields = JsonNodeFactory.instance.objectNode();
        query.forEach((name, values) -> {
            if (values.length > 1) {
                throw Problem.badRequest("A query parameter is there twice: send each once.");
            }
            fields.put(name, values[0]);
        });
        return fields;
    }

    private void requireJson() {
        var plain = encoding == null || encoding.equalsIgnoreCase("identity");
        if (!plain || contentType == null || !isJson(contentType)) {
            throw unsupported();
        }
    }

    private static boolean isJson(String contentType) {
        try {
            var type = MediaType.parseMediaType(contentType);
            var charset = type.getCharset();
            return MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)
                    && (charset == null || charset.equals(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** 415 for a body that is not JSON in UTF-8. */
    static Problem unsupported() {
        return Problem.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported-media-type",
                        "The body is of another type",
                        "Send the body in UTF-8 with Content-Type: application/json, and not compressed.")
                .header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
    }
}
