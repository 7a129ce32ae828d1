package org.steelyard.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Before any endpoint of the API: no body is too large, and what fails in a later filter is a {@link Problem} too. */
@Component
class ApiFilter extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiPaths.contain(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > ApiRequest.LARGEST) {
            refuse(request, response);
            return;
        }
        try {
            chain.doFilter(new ApiRequest(request), response);
        } catch (Problem problem) {
            problem.writeTo(response);
        }
    }

    /** Takes what comes before, within bounds: who is cut off while sending may never read the answer. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.getInputStream().skip(2 * ApiRequest.LARGEST);
        Problem.tooLarge(ApiRequest.LARGEST).writeTo(response);
    }
}
