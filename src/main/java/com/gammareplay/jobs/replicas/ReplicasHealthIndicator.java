package com.gammareplay.jobs.replicas;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether this process has all recordings that others have. */
@Component
class ReplicasHealthIndicator implements HealthIndicator {

    private final Replicas replicas;

    ReplicasHealthIndicator(Replicas replicas) {
        this.replicas = replicas;
    }

    @Override
    public Health health() {
        return replicas.isComplete()
                ? Health.up().build()
                : Health.down().withDetail("missing", replicas.missing()).build();
    }
}
