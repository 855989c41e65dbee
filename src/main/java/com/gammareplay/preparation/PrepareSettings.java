package com.gammareplay.preparation;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of preparing datasets.
 *
 * @param enabled whether it is done without being asked for
 * @param interval how often to look for datasets that are new or have changed
 * @param quiet how long a dataset must not have changed before it is prepared
 */
@Validated
@ConfigurationProperties("gamma.prepare")
public record PrepareSettings(
        @DefaultValue("true") Boolean enabled,
        @DefaultValue("30s") @DurationMin(millis = 100) Duration interval,
        @DefaultValue("30s") @DurationMin(seconds = 3) Duration quiet) {}
