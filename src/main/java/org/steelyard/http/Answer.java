package org.steelyard.http;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The answer to an accepted write, as it is sent and, for who repeats the write, kept.
 *
 * @param status 2xx
 * @param location where a GET answers what was created; null where nothing was
 * @param revision of the assessment after the write; null where the write is of no assessment
 * @param json the body
 */
public record Answer(
        int status, @Nullable String location, @Nullable Long revision, String json) {

    public static Answer ok(@Nullable Long revision, String json) {
        return new Answer(HttpStatus.OK.value(), null, revision, json);
    }

    public static Answer created(String location, @Nullable Long revision, String json) {
        return new Answer(HttpStatus.CREATED.value(), location, revision, json);
    }

    /** The answer as Spring MVC sends it. */
    public ResponseEntity<byte[]> asResponse() {
        var response = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, Revisions.CACHE_CONTROL);
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        if (revision != null) {
            response.header(HttpHeaders.ETAG, Revisions.tag(revision));
        }
        return response.body(json.getBytes(StandardCharsets.UTF_8));
    }
}
