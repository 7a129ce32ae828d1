package org.steelyard.access.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.steelyard.access.account.User;
import org.steelyard.access.account.Users;
import org.steelyard.http.ApiPaths;
import org.steelyard.http.Problem;

/** Whoever signed in with a one-time password can only change it, or leave. */
final class OneTimePassword extends OncePerRequestFilter {
    private static final Set<String> OPEN =
            Set.of(Paths.PASSWORD, Paths.SIGN_IN, Paths.SIGN_OUT, Paths.ME, Paths.MY_PASSWORD, "/error");
    private static final Pattern STATIC = Pattern.compile("/(css|js|img|webjars)/.*");

    private final Users users;

    OneTimePassword(Users users) {
        this.users = users;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOpen(Paths.of(request)) || !mustChange()) {
            chain.doFilter(request, response);
        } else if (ApiPaths.contain(request)) {
            Problem.forbidden("Your password is for one sign-in: change it first by POST " + Paths.MY_PASSWORD
                            + " from that session, or on the page " + Paths.PASSWORD + ".")
                    .writeTo(response);
        } else {
            response.sendRedirect(request.getContextPath() + Paths.PASSWORD);
        }
    }

    private boolean mustChange() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                && users.active(signedIn.getName()).filter(User::mustChange).isPresent();
    }

    private static boolean isOpen(String path) {
        return OPEN.contains(path) || STATIC.matcher(path).matches();
    }
}
