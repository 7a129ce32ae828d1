package org.steelyard.visit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Notes every answered request to the pages of an assessment, whichever module the page is of. */
@Configuration(proxyBeanMethods = false)
class NotesVisits implements WebMvcConfigurer, HandlerInterceptor {
    private static final String ARRIVED = NotesVisits.class.getName();

    private final Visits visits;

    NotesVisits(Visits visits) {
        this.visits = visits;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).addPathPatterns("/a/{key}", "/a/{key}/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(ARRIVED, visits.now());
        return true;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        if (response.getStatus() < HttpStatus.BAD_REQUEST.value()
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("key") instanceof String assessment
                && request.getAttribute(ARRIVED) instanceof Instant arrived) {
            if (isRead(request)) {
                visits.looked(assessment, arrived);
            } else {
                visits.recorded(assessment);
            }
        }
    }

    private static boolean isRead(HttpServletRequest request) {
        var method = request.getMethod();
        return HttpMethod.GET.matches(method) || HttpMethod.HEAD.matches(method);
    }
}
