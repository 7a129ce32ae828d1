package org.steelyard.access.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** Looks at where the demo would listen, before anything of it exists. Named in {@code META-INF/spring.factories}. */
final class DemoStaysHere implements EnvironmentPostProcessor, Ordered {

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean serves = application.getWebApplicationType() != WebApplicationType.NONE;
        if (serves && environment.acceptsProfiles(Profiles.of("demo"))) {
            requireLoopback(environment.getProperty("server.address", ""));
        }
    }

    private static void requireLoopback(String host) {
        try {
            if (host.isBlank() || !InetAddress.getByName(host).isLoopbackAddress()) {
                throw new CannotStart(
                        "The demo's users share a password, so it listens on this machine alone and not on "
                                + (host.isBlank() ? "every address" : host)
                                + ": set server.address=127.0.0.1, or start without the profile demo.");
            }
        } catch (UnknownHostException unknown) {
            throw new CannotStart(
                    "The demo cannot listen on " + host + ", which is unknown: set server.address=127.0.0.1.");
        }
    }
}
