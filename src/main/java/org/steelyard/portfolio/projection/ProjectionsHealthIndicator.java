package org.steelyard.portfolio.projection;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up once there is a generation of every projection to read from. */
@Component("projectionsHealthIndicator")
class ProjectionsHealthIndicator implements HealthIndicator {
    private final Projections projections;

    ProjectionsHealthIndicator(Projections projections) {
        this.projections = projections;
    }

    @Override
    public Health health() {
        return (projections.allServe() ? Health.up() : Health.outOfService()).build();
    }
}
