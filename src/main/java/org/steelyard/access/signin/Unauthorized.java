package org.steelyard.access.signin;

import org.springframework.http.HttpHeaders;
import org.steelyard.http.Problem;

/** 401 with the scheme that would help. */
final class Unauthorized {
    static final String BEARER = "Bearer realm=\"Steelyard\"";
    private static final String BASIC = "Basic realm=\"Steelyard\", charset=\"UTF-8\"";

    private Unauthorized() {}

    static Problem byToken(String detail) {
        return Problem.unauthorized(detail).header(HttpHeaders.WWW_AUTHENTICATE, BEARER);
    }

    static Problem byPassword(String detail) {
        return Problem.unauthorized(detail).header(HttpHeaders.WWW_AUTHENTICATE, BASIC);
    }
}
