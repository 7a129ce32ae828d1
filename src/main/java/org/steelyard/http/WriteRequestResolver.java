package org.steelyard.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;

/** Comes after the body in a controller's parameters, so that the digest is that of the whole body. */
class WriteRequestResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == WriteRequest.class;
    }

    @Override
    public WriteRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = web.getNativeRequest(HttpServletRequest.class);
        var principal = request == null ? null : request.getUserPrincipal();
        var body = request == null ? null : WebUtils.getNativeRequest(request, ApiRequest.class);
        if (request == null || body == null || principal == null) {
            throw Problem.unauthorized("Sign in, or send Authorization: Bearer with an API token.");
        }
        return new WriteRequest(
                principal.getName(),
                request.getMethod(),
                request.getRequestURI(),
                body.digest(),
                Collections.list(request.getHeaders(HttpHeaders.IF_MATCH)),
                Collections.list(request.getHeaders("Idempotency-Key")));
    }
}
