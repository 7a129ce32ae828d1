package org.steelyard.access.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session, on whatever node it is, whose user was disabled or has another password by now. */
final class StillSignedIn extends OncePerRequestFilter {
    private final Sessions sessions;

    StillSignedIn(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                && !sessions.holds(signedIn)) {
            SecurityContextHolder.clearContext();
            Sessions.end(request);
        }
        chain.doFilter(request, response);
    }
}
