package org.steelyard.http;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Where {@code management.server.port} names a port of its own, metrics are served there, to this machine alone unless an address is
 * named too. Otherwise there are none. Named in {@code META-INF/spring.factories}.
 */
final class ManagementPort implements EnvironmentPostProcessor, Ordered {
    private static final Map<String, Object> OF_ITS_OWN = Map.of(
            "management.server.address", "127.0.0.1",
            "management.endpoints.web.exposure.include", "health,prometheus");

    private static final Map<String, Object> NONE = Map.of("management.prometheus.metrics.export.enabled", "false");

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    /** Last of all sources: whatever is set anywhere else holds. */
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean ofItsOwn = ManagementPortType.get(environment) == ManagementPortType.DIFFERENT;
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("management port", ofItsOwn ? OF_ITS_OWN : NONE));
    }
}
