package org.steelyard.http;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

class RangeInTimeResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == RangeInTime.class;
    }

    @Override
    public RangeInTime resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return RangeInTime.of(
                Query.one(request, "axis"),
                Query.one(request, "from"),
                Query.one(request, "to"),
                Query.one(request, "asOf"),
                Query.one(request, "effectiveAt"));
    }
}
