package org.steelyard.http;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** The revision of what is answered, as {@code ETag: "N"}. It is for {@code If-Match} alone and validates no cache. */
public final class Revisions {

    /** May be kept by the reader alone, and only to be asked for again. */
    public static final String CACHE_CONTROL = "private, no-cache";

    private Revisions() {}

    /** The revision as an entity tag: {@code "N"}, quotes included. */
    public static String tag(long revision) {
        return "\"" + revision + "\"";
    }

    /** What this revision shows, as the answer to a read. */
    public static <T> ResponseEntity<T> answer(long revision, T body) {
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, tag(revision))
                .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
                .body(body);
    }

    /** Says on a response which revision it shows. */
    public static void say(HttpServletResponse response, long revision) {
        response.setHeader(HttpHeaders.ETAG, tag(revision));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL);
    }
}
