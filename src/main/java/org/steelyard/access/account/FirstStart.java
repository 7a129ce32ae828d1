package org.steelyard.access.account;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.steelyard.access.account.Users.NewUser;
import org.steelyard.http.Problem;

/** A server without users makes one before it listens: an administrator with a password from outside, or for one sign-in. */
@Component
@Profile("!demo")
@ConditionalOnWebApplication
class FirstStart implements SmartInitializingSingleton {
    private static final String ADMIN = "admin";
    private static final String VARIABLE = "STEELYARD_ADMIN_PASSWORD";

    private final Users users;
    private final Passwords passwords;
    private final @Nullable String given;

    FirstStart(Users users, Passwords passwords, @Value("${" + VARIABLE + ":#{null}}") @Nullable String given) {
        this.users = users;
        this.passwords = passwords;
        this.given = given;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!users.isEmpty()) {
            return;
        }
        boolean once = given == null || given.isBlank();
        var password = once || given == null ? passwords.random() : given;
        Set<InstallationRole> roles = EnumSet.of(InstallationRole.ADMIN);
        try {
            users.add(new NewUser(ADMIN, password, roles, false, once, true), User.SYSTEM);
        } catch (Problem poor) {
            if (poor.errors().isEmpty()) {
                return; // another node was quicker
            }
            throw new CannotStart("The password in " + VARIABLE + " "
                    + poor.errors().getFirst().message() + ".");
        }
        if (once) {
            System.out.println("first start: sign in as " + ADMIN + " with the one-time password " + password);
        }
    }
}
