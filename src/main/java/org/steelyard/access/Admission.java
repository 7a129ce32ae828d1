package org.steelyard.access;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.steelyard.access.account.User;
import org.steelyard.access.signin.SignedIn;

/** By what a request that is answered for long was let in. Whether that still holds, {@link Readers} say. */
public final class Admission {
    private final SignedIn signedIn;
    private final @Nullable HttpSession session;

    Admission(SignedIn signedIn, @Nullable HttpSession session) {
        this.signedIn = signedIn;
        this.session = session;
    }

    /** The name of who was let in. */
    public String user() {
        return signedIn.getName();
    }

    /**
     * Whether the same request would be let in again.
     *
     * @param user the user as they are today
     * @param tokens when each token ends, by its id
     */
    boolean holds(User user, Map<String, Instant> tokens, Instant now) {
        return signedIn.isStill(user, now)
                && !user.mustChange()
                && switch (signedIn.how()) {
                    case SESSION -> isSessionOpen();
                    case TOKEN -> now.isBefore(tokens.getOrDefault(String.valueOf(signedIn.token()), Instant.MIN));
                    case PASSWORD, CONSOLE -> false;
                };
    }

    private boolean isSessionOpen() {
        try {
            return session != null && session.getCreationTime() > 0;
        } catch (IllegalStateException over) {
            return false;
        }
    }
}
