package org.steelyard.access.signin;

import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.steelyard.access.account.Tokens.Token;
import org.steelyard.access.account.User;

/** Who a request is from, and how that is known. What they may do is looked up anew for each request, and is not in here. */
public final class SignedIn extends AbstractAuthenticationToken {
    @Serial
    private static final long serialVersionUID = 1;

    /** However busy, one signs in anew after this. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private final String user;
    private final How how;
    private final long credentials;
    private final Instant since;
    private final String address;
    private final @Nullable String token;

    /** By a session, an API token, a password with the request, or by running the jar beside its own data. */
    public enum How {
        SESSION,
        TOKEN,
        PASSWORD,
        CONSOLE
    }

    private SignedIn(User user, How how, Instant since, String address, @Nullable String token) {
        super(List.of());
        this.user = user.name();
        this.how = how;
        this.credentials = user.credentials();
        this.since = since;
        this.address = address;
        this.token = token;
        super.setAuthenticated(true);
    }

    static SignedIn inSession(User user, Instant since, String address) {
        return new SignedIn(user, How.SESSION, since, address, null);
    }

    static SignedIn byToken(User user, Token token, Instant since, String address) {
        return new SignedIn(user, How.TOKEN, since, address, token.id());
    }

    static SignedIn byPassword(User user, Instant since, String address) {
        return new SignedIn(user, How.PASSWORD, since, address, null);
    }

    /** Who runs the jar beside its own data. */
    public static SignedIn system() {
        return new SignedIn(User.system(), How.CONSOLE, Instant.EPOCH, "", null);
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

    /** The id of the token that the request came with; null where it came without. */
    public @Nullable String token() {
        return token;
    }

    /** Whether the user is still who signed in, not too long ago: not disabled, and the password still the same. */
    public boolean isStill(User today, Instant now) {
        return !today.disabled()
                && today.credentials() == credentials
                && (how != How.SESSION || since.plus(LONGEST).isAfter(now));
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
