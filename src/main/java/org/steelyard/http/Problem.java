package org.steelyard.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why a request is refused, as RFC 9457 has it. Thrown anywhere below an API endpoint it becomes the answer; filters write it
 * themselves.
 *
 * <p>{@link #getMessage()} is the detail: one sentence that says what to do. It is shown to the caller as it stands.
 */
public final class Problem extends RuntimeException {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpStatus status;
    private final String slug;
    private final String title;
    private final transient List<FieldError> errors;
    private final transient Map<String, String> headers;

    /** A field that is wrong: its place in the body as a JSON pointer (RFC 6901), and what to do about it. */
    public record FieldError(String pointer, String message) {}

    private Problem(
            HttpStatus status,
            String slug,
            String title,
            String detail,
            List<FieldError> errors,
            Map<String, String> headers) {
        super(detail);
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
    }

    /** Any problem: {@code slug} names the kind of problem for programs, {@code title} for people. */
    public static Problem of(HttpStatus status, String slug, String title, String detail) {
        return new Problem(status, slug, title, detail, List.of(), Map.of());
    }

    /** 400: wrong by the request alone. */
    public static Problem badRequest(String detail) {
        return of(HttpStatus.BAD_REQUEST, "bad-request", "The request is wrong", detail);
    }

    /** 400: fields of the body are wrong. */
    public static Problem badFields(List<FieldError> errors) {
        return badRequest(inOneSentence(errors)).with(errors);
    }

    /** 400: one field of the body is wrong. */
    public static Problem badField(String pointer, String message) {
        return badFields(List.of(new FieldError(pointer, message)));
    }

    /** 401. */
    public static Problem unauthorized(String detail) {
        return of(HttpStatus.UNAUTHORIZED, "unauthorized", "Nobody is signed in", detail);
    }

    /** 403. */
    public static Problem forbidden(String detail) {
        return of(HttpStatus.FORBIDDEN, "forbidden", "Not allowed", detail);
    }

    /** 404: a key in the path, also for what the caller may not know exists. */
    public static Problem notFound(String detail) {
        return of(HttpStatus.NOT_FOUND, "not-found", "Not found", detail);
    }

    /** 409: wrong against what is recorded. */
    public static Problem conflict(String slug, String detail) {
        return of(HttpStatus.CONFLICT, slug, "Not possible as things stand", detail);
    }

    /** 412: {@code If-Match} names another revision than the current one. */
    public static Problem stale(long current) {
        var detail = "The assessment is at revision " + current + " now: read it again, and send If-Match: \"" + current
                + "\" if the write still makes sense.";
        return of(HttpStatus.PRECONDITION_FAILED, "stale-revision", "The assessment has moved on", detail)
                .header(HttpHeaders.ETAG, "\"" + current + "\"");
    }

    /** 413. */
    public static Problem tooLarge(long limit) {
        var detail = "The body is larger than " + (limit >> 20) + " MiB: send less at a time.";
        return of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The body is too large", detail);
    }

    /** 429. */
    public static Problem tooManyRequests(Duration wait, String detail) {
        return of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many attempts", detail)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
    }

    /** 503: nothing is wrong with the request, and nothing came of it. */
    public static Problem unavailable(String detail) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not available at the moment", detail)
                .header(HttpHeaders.RETRY_AFTER, "2");
    }

    /** The same problem with the fields that are at fault. */
    public Problem with(List<FieldError> fields) {
        return new Problem(status, slug, title, getMessage(), fields, headers);
    }

    /** The same problem with a header on its answer. */
    public Problem header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, slug, title, getMessage(), errors, more);
    }

    public HttpStatus status() {
        return status;
    }

    /** The kind of problem, as programs tell it: what comes last in its type. */
    public String slug() {
        return slug;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** What its answer says in headers. */
    public Map<String, String> headers() {
        return headers;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** The members of the problem's JSON object, in their order. */
    public Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:steelyard:problem:" + slug);
        body.put("title", title);
        body.put("status", status.value());
        body.put("detail", getMessage());
        body.put("errors", errors);
        return body;
    }

    /** Answers with this problem, where nothing has been sent yet. */
    public void writeTo(HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status.value());
        headers.forEach(response::setHeader);
        response.setHeader(HttpHeaders.CACHE_CONTROL, Revisions.CACHE_CONTROL);
        response.setContentType(MEDIA_TYPE);
        var bytes = JSON.writeValueAsBytes(body());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static String inOneSentence(List<FieldError> errors) {
        var first = errors.getFirst();
        var where = first.pointer().isEmpty() ? "" : first.pointer() + ": ";
        var more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more, see errors)";
        return where + first.message() + more;
    }
}
