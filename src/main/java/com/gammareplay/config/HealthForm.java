package com.gammareplay.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Set;
import org.springframework.boot.health.actuate.endpoint.SystemHealthDescriptor;
import org.springframework.boot.jackson.JacksonMixin;

/** Leaves the status alone in the health of the whole: who needs its groups knows their names. */
@JacksonMixin(SystemHealthDescriptor.class)
abstract class HealthForm {

    @JsonIgnore
    abstract Set<String> getGroups();
}
