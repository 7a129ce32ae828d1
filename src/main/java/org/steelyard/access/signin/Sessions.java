package org.steelyard.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.steelyard.access.account.User;
import org.steelyard.access.account.Users;
import org.steelyard.access.signin.SignedIn.How;

/** Sessions of those who sign in with a form. There is none before that, so a stranger can neither fix one nor pile them up. */
@Component
public class Sessions {
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final CsrfTokenRepository csrfTokens;
    private final Users users;
    private final Clock clock;

    Sessions(CsrfTokenRepository csrfTokens, Users users, Clock clock) {
        this.csrfTokens = csrfTokens;
        this.users = users;
        this.clock = clock;
    }

    /** Begins a session for this user, and ends the one that the request came in. */
    public void begin(User user, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        save(user, clock.instant(), request, response);
        csrfTokens.saveToken(null, request, response);
    }

    /** Goes on with the session that the request came in after a new password; all others of the user are over. */
    public void goOn(User user, HttpServletRequest request, HttpServletResponse response) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                && signedIn.how() == How.SESSION) {
            request.changeSessionId();
            save(user, signedIn.since(), request, response);
        }
    }

    HttpSessionSecurityContextRepository contexts() {
        return contexts;
    }

    /** Whether a session holds still: the user is enabled, has the same password, and signed in not too long ago. */
    boolean holds(SignedIn signedIn) {
        return users.active(signedIn.getName())
                .filter(user -> signedIn.isStill(user, clock.instant()))
                .isPresent();
    }

    static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private void save(User user, Instant since, HttpServletRequest request, HttpServletResponse response) {
        var context = new SecurityContextImpl(SignedIn.inSession(user, since, request.getRemoteAddr()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
