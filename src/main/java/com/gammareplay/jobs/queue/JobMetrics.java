package com.gammareplay.jobs.queue;

import com.gammareplay.jobs.JobStatus;
import com.gammareplay.jobs.store.JobCounts;
import com.gammareplay.replay.ReplayResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Measures jobs and their replays. Thread-safe. */
@Component
class JobMetrics {

    private static final Duration[] BUCKETS = Stream.of(10, 50, 100, 500, 1_000, 5_000, 30_000, 120_000, 600_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Timer claims;
    private final Counter ticks;
    private final Counter rows;

    JobMetrics(MeterRegistry registry, JobCounts counts, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
        claims = Timer.builder("gamma.jobs.claim")
                .description("From when a job was accepted to when a worker first began it")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        ticks = Counter.builder("gamma.replay.ticks")
                .description("Ticks replayed")
                .register(registry);
        rows = Counter.builder("gamma.replay.rows")
                .description("Recorded rows read by replays that came to their end")
                .register(registry);
        gauges(counts);
    }

    private void gauges(JobCounts counts) {
        for (var status : JobStatus.values()) {
            Gauge.builder("gamma.jobs", () -> counts.jobs(status))
                    .description("Jobs in the database")
                    .tag("state", status.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("gamma.queue.depth", () -> counts.jobs(JobStatus.QUEUED))
                .description("Jobs that wait for a worker")
                .register(registry);
        TimeGauge.builder("gamma.queue.oldest.wait", () -> counts.oldestWait().toMillis(), TimeUnit.MILLISECONDS)
                .description("How long the job that waits longest has been waiting")
                .register(registry);
    }

    /** A worker begins for the first time what was accepted at {@code accepted}. */
    void claimed(Instant accepted) {
        claims.record(since(accepted));
    }

    /** An attempt that began at {@code began} is over. */
    void ended(String outcome, Instant began) {
        Timer.builder("gamma.job.duration")
                .description("Attempts at jobs, from their begin to their end")
                .tag("outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(since(began));
    }

    /** Nothing if the clock was put back meanwhile. */
    private Duration since(Instant begin) {
        var passed = Duration.between(begin, clock.instant());
        return passed.isNegative() ? Duration.ZERO : passed;
    }

    /** Counts the rows that a replay has read. */
    void read(ReplayResult result) {
        rows.increment((double) result.sessions().stream()
                .flatMap(session -> session.coverage().stream())
                .mapToLong(index -> index.rows().rows())
                .sum());
    }

    /** A replay has gone on by some ticks. */
    void ticked(long more) {
        ticks.increment((double) Math.max(0, more));
    }
}
