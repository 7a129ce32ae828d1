package org.steelyard.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** The paths that programs call, and whose errors are therefore problem+json. */
public final class ApiPaths {

    /** What every path of the API starts with. */
    public static final String ROOT = "/api/v1";

    /** What the path of each {@linkplain EventStreams stream} ends with. */
    public static final String STREAM = "/stream";

    private ApiPaths() {}

    /** Whether the request is, or was before it was dispatched to an error page, one to the API. */
    public static boolean contain(HttpServletRequest request) {
        var original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var uri = original == null ? request.getRequestURI() : original.toString();
        var path = decoded(uri.substring(request.getContextPath().length()));
        return path.equals("/api") || path.startsWith("/api/") || path.startsWith("/v3/api-docs");
    }

    /** As the server reads it, for {@code /%61pi} leads to the API too. */
    private static String decoded(String path) {
        try {
            return UriUtils.decode(path, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return path;
        }
    }
}
