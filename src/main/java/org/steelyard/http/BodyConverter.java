package org.steelyard.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;

/** Reads every parameter that is a {@link Body}, so that no endpoint can read one less strictly. */
class BodyConverter implements HttpMessageConverter<Record> {

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return type.isAnnotationPresent(Body.class) && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(mediaType);
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.APPLICATION_JSON);
    }

    @Override
    public List<MediaType> getSupportedMediaTypes(Class<?> type) {
        return type.isAnnotationPresent(Body.class) ? getSupportedMediaTypes() : List.of();
    }

    @Override
    public Record read(Class<? extends Record> type, HttpInputMessage message) throws IOException {
        var headers = message.getHeaders();
        var contentType = headers.getContentType();
        var charset = contentType == null ? null : contentType.getCharset();
        var encoding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
        if ((charset != null && !charset.equals(StandardCharsets.UTF_8))
                || (encoding != null && !encoding.equalsIgnoreCase("identity"))) {
            throw Sent.unsupported();
        }
        return Bodies.read(StrictJson.read(message.getBody().readAllBytes()), type);
    }

    @Override
    public void write(Record body, @Nullable MediaType contentType, HttpOutputMessage message) {
        throw new UnsupportedOperationException("bodies are only read");
    }
}
