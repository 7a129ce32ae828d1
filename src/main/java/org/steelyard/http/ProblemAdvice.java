package org.steelyard.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Whatever goes wrong below the API is answered as a {@link Problem}: the modules' own refusals, the framework's, and at last
 * what nobody foresaw, which is logged and of which the caller learns nothing. Pages have error pages of their own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final List<ProblemSource> sources;

    ProblemAdvice(List<ProblemSource> sources) {
        this.sources = List.copyOf(sources);
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (!ApiPaths.contain(request) || isForOthers(exception)) {
            return null;
        }
        try {
            problem(exception, request).writeTo(response);
        } catch (IOException gone) {
            LOG.debug("The caller of {} left before the answer", request.getRequestURI(), gone);
        }
        return new ModelAndView();
    }

    private Problem problem(Exception exception, HttpServletRequest request) {
        if (exception instanceof Problem problem) {
            return problem;
        }
        for (var source : sources) {
            var problem = source.problem(exception);
            if (problem != null) {
                return problem;
            }
        }
        var problem = FrameworkProblems.problem(exception, request);
        if (problem != null) {
            return problem;
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), exception);
        return FrameworkProblems.unforeseen();
    }

    /** Spring Security answers its own exceptions in its filter; to a caller who is gone nobody can answer. */
    private static boolean isForOthers(Exception exception) {
        return exception instanceof AccessDeniedException
                || exception instanceof AuthenticationException
                || exception instanceof AsyncRequestNotUsableException;
    }
}
