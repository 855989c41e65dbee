package com.gammareplay.jobs;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of jobs.
 *
 * @param maxQueued most jobs that may wait; further ones are refused
 * @param jobTimeout longest time that one attempt at a job may take
 * @param sweepTimeout longest time that one attempt at a sweep may take
 * @param maxAttempts most attempts at one job
 * @param shutdownGrace how long a stop of the service waits for running jobs before it puts them back into the queue
 * @param retention how long jobs are kept after they have ended
 */
@Validated
@ConfigurationProperties("gamma")
public record JobSettings(
        @DefaultValue("10000") @Min(1) @Max(1_000_000) Integer maxQueued,
        @DefaultValue("10m") @DurationMin(millis = 1) Duration jobTimeout,
        @DefaultValue("6h") @DurationMin(millis = 1) Duration sweepTimeout,
        @DefaultValue("10") @Min(1) Integer maxAttempts,
        @DefaultValue("5s") @DurationMin Duration shutdownGrace,
        @DefaultValue("90d") @DurationMin(minutes = 1) Duration retention) {}
