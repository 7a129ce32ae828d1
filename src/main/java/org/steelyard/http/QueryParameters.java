package org.steelyard.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that an endpoint does not have, and those given twice: a misspelled {@code asOf} would silently show
 * today. What an endpoint has is what its method declares.
 */
class QueryParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !readsQueryItself(request, method)) {
            var known = of(method);
            var seen = new LinkedHashSet<String>();
            for (var name : names(request.getQueryString())) {
                if (!known.contains(name)) {
                    throw unknown(name, known);
                }
                if (!seen.add(name)) {
                    throw Query.twice(name);
                }
            }
        }
        return true;
    }

    /** The names of the query parameters that this method declares. */
    static Set<String> of(HandlerMethod method) {
        var names = new LinkedHashSet<String>();
        for (var parameter : method.getMethodParameters()) {
            var type = parameter.getParameterType();
            var asked = parameter.getParameterAnnotation(RequestParam.class);
            if (type == PointInTime.class) {
                names.addAll(PointInTime.PARAMETERS);
            } else if (type == RangeInTime.class) {
                names.addAll(RangeInTime.PARAMETERS);
            } else if (type == Paging.class) {
                names.addAll(Paging.PARAMETERS);
            } else if (type == LastEvent.class) {
                names.addAll(LastEvent.PARAMETERS);
            } else if (asked != null && !Map.class.isAssignableFrom(type)) {
                names.add(name(asked, parameter));
            }
        }
        return names;
    }

    private static String name(RequestParam asked, MethodParameter parameter) {
        return asked.name().isEmpty() ? parameter.getParameter().getName() : asked.name();
    }

    /** Whether this method reads the query as the fields of a {@link Body}, or whatever it holds. */
    private static boolean readsQueryItself(HttpServletRequest request, HandlerMethod method) {
        for (var parameter : method.getMethodParameters()) {
            var type = parameter.getParameterType();
            if ((type == Sent.class && request.getMethod().equals("DELETE"))
                    || (parameter.hasParameterAnnotation(RequestParam.class) && Map.class.isAssignableFrom(type))) {
                return true;
            }
        }
        return false;
    }

    /** The names in a query string; what a form says in its body is no part of it. */
    private static List<String> names(@Nullable String query) {
        var names = new ArrayList<String>();
        for (var part : query == null ? new String[0] : query.split("&")) {
            if (!part.isEmpty()) {
                names.add(decoded(part.split("=", 2)[0]));
            }
        }
        return names;
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return name;
        }
    }

    private static Problem unknown(String name, Set<String> known) {
        var cut = name.length() > 100 ? name.substring(0, 100) : name;
        return Problem.badRequest("There is no query parameter " + Texts.shown(cut) + " here: "
                + (known.isEmpty() ? "leave it out; there are none." : "there are " + String.join(", ", known) + "."));
    }
}
