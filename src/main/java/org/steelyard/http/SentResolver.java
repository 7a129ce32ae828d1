package org.steelyard.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Takes the whole body, so that it counts in the digest, and leaves reading it to the endpoint. */
class SentResolver implements HandlerMethodArgumentResolver {

    private final WriteRequestResolver requests = new WriteRequestResolver();

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Sent.class;
    }

    @Override
    public Sent<?> resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        var servlet = (HttpServletRequest) web.getNativeRequest();
        var type = ResolvableType.forMethodParameter(parameter).getGeneric(0).resolve();
        if (type == null || !type.isAnnotationPresent(Body.class)) {
            throw new IllegalStateException(parameter + " is no @Body");
        }
        var body = servlet.getInputStream().readAllBytes();
        var request = requests.resolveArgument(parameter, container, web, binders);
        return new Sent<>(
                request,
                type.asSubclass(Record.class),
                body,
                servlet.getContentType(),
                servlet.getHeader(HttpHeaders.CONTENT_ENCODING),
                servlet.getParameterMap());
    }
}
