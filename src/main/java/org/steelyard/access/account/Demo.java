package org.steelyard.access.account;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.steelyard.access.account.Users.NewUser;

/** The users of the demo, who share one password that is known to who started it: on this machine alone. */
@Component
@Profile("demo")
@ConditionalOnWebApplication
class Demo implements SmartInitializingSingleton {
    private static final String VARIABLE = "STEELYARD_DEMO_PASSWORD";
    private static final Map<String, InstallationRole> USERS = users();

    private final Users users;
    private final String host;
    private final String password;

    Demo(
            Users users,
            Passwords passwords,
            @Value("${server.address:}") String host,
            @Value("${" + VARIABLE + ":#{null}}") @Nullable String given) {
        this.users = users;
        this.host = host;
        this.password = given == null || given.isBlank() ? passwords.random() : given;
    }

    @Override
    public void afterSingletonsInstantiated() {
        USERS.forEach((name, role) -> {
            Set<InstallationRole> roles = EnumSet.of(role);
            users.put(new NewUser(name, password, roles, false, false, true));
        });
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        String port = event.getApplicationContext().getEnvironment().getRequiredProperty("local.server.port");
        System.out.println("demo: http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port
                + " sign in as admin, an1, an2, an3, reviewer or reader, password " + password);
    }

    private static Map<String, InstallationRole> users() {
        var users = new LinkedHashMap<String, InstallationRole>();
        users.put("admin", InstallationRole.ADMIN);
        users.put("an1", InstallationRole.ANALYST);
        users.put("an2", InstallationRole.ANALYST);
        users.put("an3", InstallationRole.ANALYST);
        users.put("reviewer", InstallationRole.REVIEWER);
        users.put("reader", InstallationRole.READER);
        return users;
    }
}
