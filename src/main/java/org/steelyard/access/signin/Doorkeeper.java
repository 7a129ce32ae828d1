package org.steelyard.access.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.util.UriComponentsBuilder;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.Problem;

/**
 * What those hear who are not let in: programs a problem, people the sign-in page. What htmx asks for is a part of a page, into
 * which the sign-in page must not fall; so it is told to go there with the whole page.
 */
final class Doorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** Nobody is signed in. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        if (ApiPaths.contain(request)) {
            nobody(request).writeTo(response);
        } else if (isPartOfPage(request)) {
            response.setHeader("HX-Redirect", signIn(request));
            response.setHeader("WWW-Authenticate", Unauthorized.BEARER);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(signIn(request));
        }
    }

    /** Somebody is signed in and may not, or a form lacks its CSRF token. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
            throws IOException, ServletException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn)) {
            commence(request, response, new NobodySignedIn(exception));
        } else if (ApiPaths.contain(request)) {
            forbidden(exception).writeTo(response);
        } else if (isPartOfPage(request)) {
            response.setHeader("HX-Redirect", signIn(request));
            response.setStatus(HttpStatus.FORBIDDEN.value());
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    private static boolean isPartOfPage(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    private static Problem nobody(HttpServletRequest request) {
        return AuthorizationHeader.makesToken(request)
                ? Unauthorized.byPassword("Send your name and password by HTTP Basic, or sign in first.")
                : Unauthorized.byToken("Sign in, or send Authorization: Bearer with an API token.");
    }

    private static Problem forbidden(AccessDeniedException exception) {
        return Problem.forbidden(
                exception instanceof CsrfException
                        ? "A write from a browser's session needs its CSRF token: send Authorization: Bearer instead."
                        : "This path is closed: see /v3/api-docs for what there is.");
    }

    private static String signIn(HttpServletRequest request) {
        return UriComponentsBuilder.fromPath(request.getContextPath() + Paths.SIGN_IN)
                .queryParam("to", "{to}")
                .encode()
                .buildAndExpand(Paths.asked(request))
                .toUriString();
    }

    private static final class NobodySignedIn extends AuthenticationException {
        NobodySignedIn(Throwable cause) {
            super("nobody is signed in", cause);
        }
    }
}
