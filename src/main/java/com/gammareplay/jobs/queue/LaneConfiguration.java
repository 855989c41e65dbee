package com.gammareplay.jobs.queue;

import com.gammareplay.jobs.JobKind;
import com.gammareplay.jobs.JobSettings;
import com.gammareplay.jobs.replicas.Replicas;
import com.gammareplay.jobs.store.Database;
import com.gammareplay.jobs.store.LostJobs;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Puts the lanes of the queue together. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(JobSettings.class)
class LaneConfiguration {

    private static final int SWEEPS_AT_ONCE = 1;

    /** Whoever adds a job wakes the workers of its process; those of others find it at their next look. */
    private static Duration polling(Database database) {
        return Duration.ofSeconds(database.isShared() ? 1 : 5);
    }

    @Bean(destroyMethod = "stop")
    JobLane backtestLane(
            DataSource dataSource,
            Database database,
            Replicas replicas,
            JobRunner runner,
            LostJobs lost,
            JobSettings settings) {
        var polling = polling(database);
        return new JobLane(
                JobKind.BACKTEST, "scheduled_tasks", settings.workers(), dataSource, polling, replicas, runner, lost);
    }

    /** With a worker of its own: a sweep never keeps a backtest waiting, nor the other way round. */
    @Bean(destroyMethod = "stop")
    JobLane sweepLane(DataSource dataSource, Database database, Replicas replicas, JobRunner runner, LostJobs lost) {
        var polling = polling(database);
        return new JobLane(
                JobKind.SWEEP, "scheduled_sweeps", SWEEPS_AT_ONCE, dataSource, polling, replicas, runner, lost);
    }

    @Bean
    HealthIndicator lanesHealthIndicator(List<JobLane> lanes) {
        return () -> (lanes.stream().allMatch(JobLane::isStarted) ? Health.up() : Health.down()).build();
    }

    /**
     * Jobs that end in time leave nothing behind in the timer. It goes on while the service stops: a job that a worker
     * begins in that moment, before it is put back, has its timeout like any other.
     */
    @Bean
    ThreadPoolTaskSchedulerCustomizer jobTimer() {
        return timer -> {
            timer.setRemoveOnCancelPolicy(true);
            timer.setAcceptTasksAfterContextClose(true);
        };
    }
}
