package org.steelyard.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.steelyard.access.Access;
import org.steelyard.access.account.Users;
import org.steelyard.access.signin.Sessions;

/** One's own new password, from the page and over HTTP alike. */
@Component
class PasswordChange {
    private final Access access;
    private final Users users;
    private final Sessions sessions;

    PasswordChange(Access access, Users users, Sessions sessions) {
        this.access = access;
        this.users = users;
        this.sessions = sessions;
    }

    /**
     * Changes it; the session of this request goes on, all others and all tokens end.
     *
     * @throws org.steelyard.http.Problem 403 where {@code old} is not the password, 400 for a poor new one, 429
     */
    void change(String old, String replacement, HttpServletRequest request, HttpServletResponse response) {
        access.requirePassword(old);
        var user = users.changePassword(access.user(), old, replacement);
        sessions.goOn(user, request, response);
    }
}
