package org.steelyard.http;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.NativeWebRequest;

/** Query parameters that may be given once. */
final class Query {

    private Query() {}

    static @Nullable String one(NativeWebRequest request, String name) {
        var values = request.getParameterValues(name);
        if (values == null || values.length == 0) {
            return null;
        }
        if (values.length > 1) {
            throw twice(name);
        }
        return values[0];
    }

    static Problem twice(String name) {
        return Problem.badRequest("The query parameter " + name + " is there twice: send it once.");
    }
}
