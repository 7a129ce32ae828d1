package org.steelyard.access.account;

import java.time.Instant;
import java.util.Set;
import org.steelyard.access.Right;

/**
 * Somebody with an account.
 *
 * @param mustChange whether the password is for one sign-in, at which it must be changed
 * @param credentials counts the passwords; a session that began with an older one is over
 */
public record User(
        String name,
        Set<InstallationRole> roles,
        boolean disabled,
        boolean mustChange,
        long credentials,
        Instant createdAt) {

    /** The name under which the jar works where no server runs. No account may have it. */
    public static final String SYSTEM = "system";

    /** Who works where no server runs. */
    public static User system() {
        return new User(SYSTEM, Set.of(InstallationRole.ADMIN), false, false, 0, Instant.EPOCH);
    }

    public boolean isAdministrator() {
        return roles.contains(InstallationRole.ADMIN);
    }

    /** Whether this user may open assessments. */
    public boolean mayOpen() {
        return isAdministrator() || roles.contains(InstallationRole.ANALYST);
    }

    /** Whether a grant of this right would count. */
    public boolean isAllowed(Right right) {
        return roles.stream().anyMatch(role -> role.allows(right));
    }
}
