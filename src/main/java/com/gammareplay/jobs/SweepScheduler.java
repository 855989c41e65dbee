package com.gammareplay.jobs;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerConfigurationSupport;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.stats.StatsRegistry;
import com.github.kagkarlsson.scheduler.task.Task;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.BeanUtils;

/**
 * The scheduler of sweeps, with one worker of its own: a sweep never keeps a backtest waiting, nor the other way round.
 * It is no bean of the type {@link Scheduler}, of which the starter expects a single one.
 */
final class SweepScheduler {

    static final String TABLE = "scheduled_sweeps";
    static final int WORKERS = 1;

    private final Scheduler scheduler;
    private boolean started;

    SweepScheduler(
            DbSchedulerProperties properties,
            DbSchedulerCustomizer customizer,
            StatsRegistry statistics,
            Clock clock,
            DataSource dataSource,
            Task<String> task) {
        var own = new DbSchedulerProperties();
        BeanUtils.copyProperties(properties, own);
        own.setTableName(TABLE);
        own.setThreads(WORKERS);
        scheduler = DbSchedulerConfigurationSupport.buildScheduler(
                own, customizer, statistics, clock, dataSource, List.of(task), List.of(), List.of());
    }

    Scheduler scheduler() {
        return scheduler;
    }

    /** Starts it, if it has not been started before. */
    synchronized void start() {
        if (!started) {
            scheduler.start();
            started = true;
        }
    }

    /** Called when the service ends. */
    void stop() {
        scheduler.stop();
    }
}
