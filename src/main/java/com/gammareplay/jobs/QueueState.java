package com.gammareplay.jobs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the queue is.
 *
 * @param workers most backtests that run at once, in all processes
 * @param maxQueued most jobs that may wait
 * @param oldestWait how long the first job has waited; null if none waits
 */
public record QueueState(
        int queued,
        int running,
        int workers,
        int maxQueued,
        @Nullable Duration oldestWait) {}
