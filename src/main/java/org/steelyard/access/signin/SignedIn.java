package org.steelyard.access.signin;

import java.io.Serial;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.steelyard.access.account.User;

/** Who a request is from, and how that is known. What they may do is looked up anew for each request, and is not in here. */
public final class SignedIn extends AbstractAuthenticationToken {
    @Serial
    private static final long serialVersionUID = 1;

    private final String user;
    private final How how;
    private final long credentials;
    private final Instant since;
    private final String address;

    /** By a session, an API token, a password with the request, or by running the jar beside its own data. */
    public enum How {
        SESSION,
        TOKEN,
        PASSWORD,
        CONSOLE
    }

    SignedIn(User user, How how, Instant since, String address) {
        super(List.of());
        this.user = user.name();
        this.how = how;
        this.credentials = user.credentials();
        this.since = since;
        this.address = address;
        super.setAuthenticated(true);
    }

    /** Who runs the jar beside its own data. */
    public static SignedIn system() {
        return new SignedIn(User.system(), How.CONSOLE, Instant.EPOCH, "");
    }

    public How how() {
        return how;
    }

    /** Where the request came from. */
    public String address() {
        return address;
    }

    /** Since when. */
    Instant since() {
        return since;
    }

    /** Whether the user is still who signed in: not disabled, and the password still the same. */
    boolean isStill(User today) {
        return !today.disabled() && today.credentials() == credentials;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return user;
    }
}
