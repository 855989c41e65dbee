package com.gammareplay.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The database is away from all replicas for a while: nothing is lost, and nobody is blamed. */
@Tag("trial")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DatabaseAwayTest {

    private static final Duration AWAY = Duration.ofSeconds(30);
    private static final int WAITING = 5;

    private final Cluster cluster = Cluster.shared();

    @Test
    void nothing_is_lost_and_nobody_is_blamed() {
        var jobs = new ArrayList<String>();
        jobs.add(cluster.submitTo(cluster.first(), Caller.BACKTESTS, Cluster.BACKTEST));
        jobs.add(cluster.submitTo(cluster.second(), Caller.BACKTESTS, Cluster.BACKTEST));
        for (var number = 0; number < WAITING; number++) {
            jobs.add(cluster.first().submit(Caller.BACKTESTS, UUID.randomUUID().toString(), Cluster.SHORT_BACKTEST));
        }
        cluster.first().gate().shut();
        cluster.second().gate().silence();
        var end = System.nanoTime() + AWAY.toNanos();
        cluster.first().requireUnavailable(jobs.getFirst(), Cluster.REFUSAL);
        cluster.second().requireUnavailable(jobs.getFirst(), Cluster.SILENCE);
        Caller.pause(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        cluster.first().gate().open();
        cluster.second().gate().open();

        cluster.first().awaitReady();
        cluster.second().awaitReady();
        for (var job : jobs) {
            cluster.first().await(job, "SUCCEEDED");
            assertThat(cluster.number(job, "deaths")).isZero();
            cluster.requireEndedOnce(job, cluster.number(job, "attempt"));
        }
    }
}
