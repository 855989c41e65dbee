package com.gammareplay.jobs;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of jobs.
 *
 * @param workers backtests replayed at once; by default one less than there are processors
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
        @Min(1) @Max(256) Integer workers,
        @Min(1) @Max(1_000_000) Integer maxQueued,
        @DurationMin(millis = 1) Duration jobTimeout,
        @DurationMin(millis = 1) Duration sweepTimeout,
        @Min(1) Integer maxAttempts,
        @DurationMin Duration shutdownGrace,
        @DurationMin(minutes = 1) Duration retention) {

    public JobSettings(
            @Nullable Integer workers,
            @DefaultValue("10000") Integer maxQueued,
            @DefaultValue("10m") Duration jobTimeout,
            @DefaultValue("6h") Duration sweepTimeout,
            @DefaultValue("10") Integer maxAttempts,
            @DefaultValue("5s") Duration shutdownGrace,
            @DefaultValue("90d") Duration retention) {
        this.workers = workers == null ? Math.max(1, Runtime.getRuntime().availableProcessors() - 1) : workers;
        this.maxQueued = maxQueued;
        this.jobTimeout = jobTimeout;
        this.sweepTimeout = sweepTimeout;
        this.maxAttempts = maxAttempts;
        this.shutdownGrace = shutdownGrace;
        this.retention = retention;
    }
}
