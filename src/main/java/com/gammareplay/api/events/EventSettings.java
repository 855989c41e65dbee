package com.gammareplay.api.events;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of streams of events.
 *
 * @param maxEventStreams most that may be open at once; further ones are refused
 * @param eventKeepAlive after which time without events a stream sends a comment, which also finds out who has gone
 */
@Validated
@ConfigurationProperties("gamma")
public record EventSettings(
        @DefaultValue("1000") @Min(1) Integer maxEventStreams,
        @DefaultValue("15s") @DurationMin(millis = 10) Duration eventKeepAlive) {}
