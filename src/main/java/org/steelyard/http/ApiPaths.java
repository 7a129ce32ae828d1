package org.steelyard.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** The paths that programs call, and whose errors are therefore problem+json. */
public final class ApiPaths {

    /** What every path of the API starts with. */
    public static final String ROOT = "/api/v1";

    private ApiPaths() {}

    /** Whether the request is, or was before it was dispatched to an error page, one to the API. */
    public static boolean contain(HttpServletRequest request) {
        var original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var uri = original == null ? request.getRequestURI() : original.toString();
        var path = uri.substring(request.getContextPath().length());
        return path.equals("/api") || path.startsWith("/api/") || path.startsWith("/v3/api-docs");
    }
}
