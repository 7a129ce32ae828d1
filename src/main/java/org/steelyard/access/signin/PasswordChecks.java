package org.steelyard.access.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.steelyard.access.account.Passwords;
import org.steelyard.access.account.User;
import org.steelyard.access.account.Users;
import org.steelyard.http.Body;
import org.steelyard.http.Problem;

/** The one place where a password is tried, whatever it comes by: the form, HTTP Basic, a change of password, a review. */
@Component
public class PasswordChecks {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordChecks.class);
    private static final Pattern NAME = Pattern.compile(Body.UserName.PATTERN);
    private static final String NO_NAME = "?";

    private final Users users;
    private final Attempts attempts;

    PasswordChecks(Users users, Clock clock) {
        this.users = users;
        this.attempts = new Attempts(clock);
    }

    /**
     * The active user of this name and password. Whether there is such a user shows neither in the answer nor in the time it
     * takes.
     *
     * @throws Problem 429 after too many attempts
     */
    public Optional<User> user(String name, String password, String address) {
        var key = NAME.matcher(name).matches() ? name : NO_NAME;
        var verdict = attempts.begin(key, address);
        var attempt = verdict.attempt();
        if (attempt == null) {
            LOG.warn("Too many attempts to sign in as {} from {}", key, address);
            throw tooMany(verdict.delay());
        }
        var tried = password.length() > Passwords.LONGEST * 2 ? "" : password;
        var user = users.known(key, tried);
        user.ifPresentOrElse(
                known -> attempt.succeeded(), () -> LOG.info("A wrong password for {} from {}", key, address));
        return user;
    }

    /**
     * Demands the password of who is signed in.
     *
     * @throws Problem 403 for another password; 429 after too many attempts
     */
    public void requireOf(SignedIn signedIn, String password) {
        if (user(signedIn.getName(), password, signedIn.address()).isEmpty()) {
            throw Problem.forbidden("This is not your password: type the one that you sign in with.");
        }
    }

    private static Problem tooMany(Duration delay) {
        long seconds = Math.max(1, delay.plusMillis(999).toSeconds());
        var time = seconds < 120 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
        return Problem.tooManyRequests(
                Duration.ofSeconds(seconds), "Too many attempts: wait " + time + " and try again.");
    }
}
