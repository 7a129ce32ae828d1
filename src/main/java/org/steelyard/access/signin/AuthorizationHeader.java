package org.steelyard.access.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.steelyard.access.account.Tokens;
import org.steelyard.access.account.User;
import org.steelyard.access.account.Users;
import org.steelyard.http.Problem;

/** Who a request with an {@code Authorization} header is from: by API token or, to make a token, by password. */
final class AuthorizationHeader extends OncePerRequestFilter {
    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private final Users users;
    private final Tokens tokens;
    private final PasswordChecks passwords;
    private final Clock clock;
    private final RequestAttributeSecurityContextRepository contexts;

    AuthorizationHeader(
            Users users,
            Tokens tokens,
            PasswordChecks passwords,
            Clock clock,
            RequestAttributeSecurityContextRepository contexts) {
        this.users = users;
        this.tokens = tokens;
        this.passwords = passwords;
        this.clock = clock;
        this.contexts = contexts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var context = new SecurityContextImpl(signedIn(request));
            SecurityContextHolder.setContext(context);
            contexts.saveContext(context, request, response);
        } catch (Problem problem) {
            problem.writeTo(response);
            return;
        }
        chain.doFilter(request, response);
    }

    private SignedIn signedIn(HttpServletRequest request) {
        var header = String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return tokens.find(header.substring(BEARER.length()).strip())
                    .flatMap(token -> users.active(token.user())
                            .map(user -> SignedIn.byToken(user, token, clock.instant(), request.getRemoteAddr())))
                    .orElseThrow(() -> Unauthorized.byToken(
                            "This API token is unknown, revoked or expired: make another one by POST /api/v1/tokens."));
        }
        if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            throw Unauthorized.byToken("Send Authorization: Bearer with an API token.");
        }
        if (!makesToken(request)) {
            throw Unauthorized.byToken(
                    "HTTP Basic works for POST /api/v1/tokens alone: make a token there, and send it as Bearer.");
        }
        return byPassword(header.substring(BASIC.length()).strip(), request)
                .map(user -> SignedIn.byPassword(user, clock.instant(), request.getRemoteAddr()))
                .orElseThrow(() -> Unauthorized.byPassword("No user has this name and password: check both."));
    }

    private Optional<User> byPassword(String encoded, HttpServletRequest request) {
        try {
            var text = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return passwords.user(
                    colon < 0 ? "" : text.substring(0, colon), text.substring(colon + 1), request.getRemoteAddr());
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    static boolean makesToken(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod()) && Paths.of(request).equals(Paths.TOKENS);
    }
}
