package org.steelyard.access;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;
import org.steelyard.access.account.User;
import org.steelyard.http.Problem;

/** What a user's roles in the installation leave of the roles in an assessment. */
final class Caps {
    private Caps() {}

    /**
     * Refuses a role of which a part would not count.
     *
     * @throws Problem 409 that names the roles which the user can have
     */
    static void require(User user, Role role) {
        if (leave(user, role)) {
            return;
        }
        var own = user.roles().stream().sorted().map(Enum::name).collect(joining(" and "));
        var possible = Stream.of(Role.values())
                .filter(other -> leave(user, other))
                .map(Enum::name)
                .collect(joining(" or "));
        throw Problem.conflict(
                "role-not-allowed",
                user.name() + " has the installation role " + own + " and can only be " + possible
                        + " here: ask an administrator for another role.");
    }

    private static boolean leave(User user, Role role) {
        return Stream.of(Right.values()).filter(role::grants).allMatch(user::isAllowed);
    }
}
